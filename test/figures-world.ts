import pg from 'pg'
import { openStore } from '../src/database/connection.ts'
import { type Deps, transact, type Tx } from '../src/database/transact.ts'
import { defineSeries, type SeriesInput } from '../src/figures/define-series.ts'
import type { FigureInput } from '../src/figures/figure.ts'
import { recordFigure } from '../src/figures/record-figure.ts'
import type { Series } from '../src/figures/series.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { period } from '../src/kernel/period.ts'
import { verbatim } from '../src/kernel/text.ts'
import type { HeldPost, Role, Who } from '../src/kernel/who.ts'
import { freshDatabase } from './database.ts'

const id = (no: number): string => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`

/** A small municipality: council and board under it, a department with two units, a neighbour; a controller and a member. */
export const nodes = { town: id(1), council: id(2), board: id(3), department: id(4), north: id(5), south: id(6), neighbour: id(7) } as const
const people = { controller: id(11), member: id(12) } as const

const post = (nodeId: string, chain: readonly string[], role: Role): HeldPost => ({
  postId: id(nodeId === nodes.board ? 21 : 22),
  nodeId,
  chain,
  role,
  title: verbatim(role),
  from: day('2019-01-01'),
  to: null,
})
export const controller: Who = { personId: people.controller, name: 'Sven Kontroll', posts: [post(nodes.board, [nodes.board], 'controller')] }
export const member: Who = { personId: people.member, name: 'Lena Ledamot', posts: [post(nodes.board, [nodes.board], 'member')] }
export const loader: Who = { personId: null, name: 'test', posts: [] }

export interface World {
  readonly deps: Deps
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  close(): Promise<void>
}

/** A database of the test's own with this municipality in it. Today is 2022-05-17. */
export const figuresWorld = async (): Promise<World> => {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`insert into clause_kind values ('set_target', true)`).finally(() => owner.end())
  const connection = openStore(database.url)
  const deps: Deps = { store: connection.store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) }
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(deps, { actor: 'system:test', act: 'set up' }, work)
  await write(async (tx) => {
    const node = async (nodeId: string, slug: string, kind: string, name: string, parent: string | null): Promise<void> => {
      await tx.insertInto('node').values({ id: nodeId, slug, kind }).execute()
      await tx
        .insertInto('node_version')
        .values({ node_id: nodeId, valid: '[2000-01-01,)', name_sv: name, name_en: `${name} (en)`, short: slug, parent_id: parent, seats: null })
        .execute()
    }
    await node(nodes.town, 'town', 'municipality', 'Staden', null)
    await node(nodes.council, 'council', 'council', 'Fullmäktige', nodes.town)
    await node(nodes.board, 'board', 'board', 'Nämnden', nodes.town)
    await node(nodes.department, 'department', 'department', 'Förvaltningen', nodes.board)
    await node(nodes.north, 'north', 'unit', 'Norr', nodes.department)
    await node(nodes.south, 'south', 'unit', 'Söder', nodes.department)
    await node(nodes.neighbour, 'neighbour', 'external', 'Grannkommunen', null)
    for (const [personId, given_name, family_name] of [
      [people.controller, 'Sven', 'Kontroll'],
      [people.member, 'Lena', 'Ledamot'],
    ] as const) {
      await tx.insertInto('person').values({ id: personId, given_name, family_name, party: null, email: null }).execute()
    }
  })
  return {
    deps,
    write,
    close: async () => {
      await connection.close()
      await database.drop()
    },
  }
}

/** A series as a test wants it, by the loader. */
export const makeSeries = async ({ deps }: World, over: Partial<SeriesInput> = {}): Promise<Series> => {
  const made = await defineSeries(
    deps,
    loader,
    {
      nodeId: nodes.board,
      name: { sv: 'Hushåll med ekonomiskt bistånd', en: 'Households with assistance' },
      unit: { sv: 'hushåll', en: 'households' },
      decimals: 0,
      direction: 'down',
      overTime: 'mean',
      overTree: 'sum',
      kind: 'year',
      askedBy: nodes.council,
      purpose: { sv: 'Följa målet.', en: 'Follow the goal.' },
      readers: { sv: 'Fullmäktige', en: 'The council' },
      source: 'Verksamhetssystem',
      ...over,
    },
    { bySystem: true },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value
}

/** Final figures by period, at the board unless told otherwise. */
export const fill = async (
  { deps }: World,
  series: Series,
  values: Readonly<Record<string, number | null>>,
  over: Partial<FigureInput> = {},
): Promise<void> => {
  for (const [at, value] of Object.entries(values)) {
    const input = {
      seriesId: series.id,
      nodeId: nodes.board,
      period: period(at),
      value,
      missing: value === null ? 'Lämnades inte' : null,
      status: 'final' as const,
      seen: 0,
      ...over,
    }
    const done = await recordFigure(deps, loader, input, { bySystem: true, recordedBy: 'controller' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  }
}

/** A target by a clause of a decision of the council, made straight in the tables. Returns the ids of what was made. */
export const setTarget = async (
  { deps, write }: World,
  series: Series,
  target: {
    readonly period: string
    readonly rule: 'at_least' | 'at_most' | 'increase' | 'decrease' | 'hold'
    readonly value: number | null
    readonly nodeId?: string
  },
): Promise<{ readonly decisionId: string; readonly goalId: string; readonly targetId: string }> => {
  const made = { decisionId: deps.ids.next(), clauseId: deps.ids.next(), goalId: deps.ids.next(), targetId: deps.ids.next() }
  await write(async (tx) => {
    const thing = (thingId: string, kind: 'decision' | 'clause' | 'goal' | 'target', title: string) =>
      tx
        .insertInto('thing')
        .values({ id: thingId, kind, register: null, number: null, title, node_id: nodes.council, day: '2021-11-25', secrecy: null })
        .execute()
    await thing(made.decisionId, 'decision', 'Budget 2022')
    await thing(made.clauseId, 'clause', 'Sätter mål')
    await thing(made.goalId, 'goal', 'Färre hushåll ska behöva bistånd')
    await thing(made.targetId, 'target', `Högst ${target.value ?? ''}`)
    await tx
      .insertInto('decision')
      .values({
        id: made.decisionId,
        case_id: null,
        body_id: nodes.council,
        post_id: null,
        mandate_id: null,
        day: '2021-11-25',
        paragraph: `§ ${made.decisionId.slice(-4)}`,
        text: 'Text',
        adjusted: null,
        announced: null,
      })
      .execute()
    await tx
      .insertInto('clause')
      .values({ id: made.clauseId, decision_id: made.decisionId, no: 1, kind: 'set_target', text: 'att sätta målet', data: '{}' })
      .execute()
    await tx
      .insertInto('goal')
      .values({ id: made.goalId, area: 'Omsorg', text: 'Färre hushåll ska behöva bistånd', valid: '[2022-01-01,2023-01-01)', clause_id: made.clauseId })
      .execute()
    await tx
      .insertInto('target')
      .values({
        id: made.targetId,
        series_id: series.id,
        node_id: target.nodeId ?? nodes.board,
        period: target.period,
        rule: target.rule,
        value: target.value,
        goal_id: made.goalId,
        clause_id: made.clauseId,
      })
      .execute()
    for (const [from_id, to_id, kind] of [
      [made.clauseId, made.goalId, 'decides'],
      [made.clauseId, made.targetId, 'decides'],
      [made.targetId, series.id, 'measured_by'],
      [made.goalId, series.id, 'measured_by'],
    ] as const) {
      await tx.insertInto('link').values({ id: deps.ids.next(), from_id, to_id, kind }).execute()
    }
  })
  return made
}
