import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { byClause, type Deps, type Tx, transact } from '../src/database/transact.ts'
import { type Day, day as dayOf } from '../src/kernel/day.ts'
import type { HeldPost, Role, Who } from '../src/kernel/who.ts'
import { createEntry } from '../src/registers/create-entry.ts'
import { type AnyDefinition, defineRegister, type EntryData } from '../src/registers/define.ts'
import { allDefinitions } from '../src/registers/definitions/index.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { amount, choice, count, day, days, flag, line, node, post, text } from '../src/registers/field.ts'
import type { Entry } from '../src/registers/entry.ts'
import { decisionTown, nodes, posts, type Town } from './decision-town.ts'

const person = (n: number): string => `0190b0b0-0000-7000-8000-${String(n).padStart(12, '0')}`
const held = (postId: string, nodeId: string, chain: readonly string[], role: Role): HeldPost => ({
  postId,
  nodeId,
  chain,
  role,
  title: { sv: role, en: role },
  from: dayOf('2019-01-01'),
  to: null,
})
const somebody = (n: number, name: string, ...held: readonly HeldPost[]): Who => ({ personId: person(n), name, posts: held })

/** Named personas: who may do what to the entries of the labour board. */
export const personas = {
  secretary: somebody(31, 'secretary', held(posts.secretary, nodes.labour, [nodes.labour], 'secretary')),
  head: somebody(32, 'head', held(posts.head, nodes.department, [nodes.department, nodes.labour], 'department_head')),
  stranger: somebody(33, 'stranger', held(posts.cultureSecretary, nodes.culture, [nodes.culture], 'secretary')),
  member: somebody(34, 'member', held(posts.chair, nodes.labour, [nodes.labour], 'member')),
  anybody: { personId: null, name: '', posts: [] },
} as const satisfies Record<string, Who>

const words = (sv: string, en: string) => ({ sv, en })

/** A register that does not steer, with a field of every kind. */
export const risk = defineRegister({
  name: 'risk',
  path: 'risks',
  question: 2,
  prefix: 'R',
  words: { one: words('Risk', 'Risk'), many: words('Risker', 'Risks'), the: words('risken', 'the risk'), by: words('Bedömd av', 'Assessed by') },
  fields: z.object({
    title: line({ label: words('Risk', 'Risk') }),
    about: text({ label: words('Beskrivning', 'Description') }).optional(),
    level: choice({ low: words('Låg', 'Low'), high: words('Hög', 'High') }, { label: words('Nivå', 'Level') }),
    likelihood: count({ max: 5, label: words('Sannolikhet', 'Likelihood') }),
    cost: amount({ label: words('Kostnad', 'Cost') }).optional(),
    review: day({ label: words('Prövas', 'Reviewed') }).optional(),
    checks: days({ label: words('Kontroller', 'Checks') }).optional(),
    unit: node({ label: words('Enhet', 'Unit') }).optional(),
    responsible: post({ label: words('Ansvarig', 'Responsible') }).optional(),
    urgent: flag({ label: words('Brådskar', 'Urgent') }),
  }),
  title: (e) => e.title,
  owner: (e) => e.unit ?? null,
  post: (e) => e.responsible ?? null,
  steering: false,
  free: [],
  check: (e) =>
    e.level === 'high' && e.review === undefined
      ? [{ code: 'risk.review', field: 'review', text: words('En hög risk prövas.', 'A high risk is reviewed.') }]
      : [],
  lifecycle: {
    initial: 'open',
    states: {
      open: { words: words('Öppen', 'Open'), mark: 'open', open: true, says: words('Risken är öppen.', 'The risk is open.') },
      handled: { words: words('Hanterad', 'Handled'), mark: 'half', open: true, says: words('Risken är hanterad.', 'The risk is handled.') },
      closed: { words: words('Stängd', 'Closed'), mark: 'stop', open: false, says: words('Risken är stängd.', 'The risk is closed.') },
    },
    acts: {
      handle: { words: words('Hantera', 'Handle'), from: ['open'], to: 'handled', by: 'entry.write', asks: ['responsible'] },
      review: { words: words('Pröva', 'Review'), from: ['open', 'handled'], by: 'entry.write', needs: 'comment' },
      reopen: { words: words('Öppna igen', 'Reopen'), from: ['handled', 'closed'], to: 'open', by: 'entry.follow', needs: 'comment' },
      close: { words: words('Stäng', 'Close'), from: ['open', 'handled'], to: 'closed', by: 'entry.follow' },
      stop: { words: words('Stoppa', 'Stop'), from: ['open'], to: 'closed', by: 'entry.follow', needs: 'clause' },
    },
  },
  clauses: {},
  deadlines: [
    { kind: 'review', words: words('Prövning', 'Review'), days: (e) => (e.review ? [e.review] : []), metBy: ['review'], reopenedBy: ['reopen'] },
    { kind: 'check', words: words('Kontroll', 'Check'), days: (e) => e.checks ?? [] },
  ],
  gaps: [{ field: 'responsible', words: words('saknar ansvarig', 'without anybody responsible') }],
  measures: [
    {
      key: 'open',
      words: words('Öppna risker', 'Open risks'),
      unit: words('risker', 'risks'),
      formula: words('Antal öppna risker', 'Number of open risks'),
      decimals: 0,
      direction: 'down',
      count: (entries) => entries.filter((e) => e.state !== 'closed').length,
    },
  ],
  list: { columns: ['level', 'likelihood', 'cost', 'review', 'responsible'], filters: ['level', 'unit'] },
  effect: false,
  secrecy: null,
  retention: words('Bevaras', 'Preserved'),
})

/** As `risk`, but all of it secret. */
export const secretRisk: AnyDefinition = { ...(risk as AnyDefinition), name: 'secret-risk', path: 'secret-risks', prefix: 'H', secrecy: 'OSL 18:13' }

export interface RegisterWorld extends Town {
  readonly definitions: readonly AnyDefinition[]
}

/** The small municipality with the house's own registers, the two above, and others that a test makes up. */
export const registerWorld = async (more: readonly AnyDefinition[] = []): Promise<RegisterWorld> => {
  const town = await decisionTown()
  const definitions = [...allDefinitions, risk as AnyDefinition, secretRisk, ...more]
  const owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
  await ensureRegisters(owner, definitions)
  await owner.query(`insert into clause_kind values ('test_clause', false) on conflict do nothing`)
  await owner.end()
  return { ...town, definitions }
}

/** Registers a decision of the labour board with one clause, for entries to be made and changed by. Returns the clause's id. */
export const aClause = async (tx: Tx, deps: Deps, nodeId: string = nodes.labour): Promise<string> => {
  const [decision, clause] = [deps.ids.next(), deps.ids.next()]
  const today = deps.clock.today()
  const of = { register: null, number: null, node_id: nodeId, day: today, secrecy: null }
  await tx
    .insertInto('thing')
    .values([
      { id: decision, kind: 'decision', title: 'ALN 2022-05-17 § 1', ...of },
      { id: clause, kind: 'clause', title: 'att ge ett uppdrag', ...of },
    ])
    .execute()
  await tx
    .insertInto('decision')
    .values({
      id: decision,
      case_id: null,
      body_id: nodeId,
      post_id: null,
      mandate_id: null,
      day: today,
      paragraph: randomBytes(6).toString('hex'),
      text: '',
      adjusted: null,
      announced: null,
    })
    .execute()
  await tx.insertInto('clause').values({ id: clause, decision_id: decision, no: 1, kind: 'test_clause', text: 'ge ett uppdrag', data: '{}' }).execute()
  return clause
}

/** Makes an entry: by a clause of a decision where the register steers. */
export const anEntry = async (
  deps: Deps,
  definition: AnyDefinition,
  data: EntryData,
  { nodeId = nodes.labour as string, day }: { nodeId?: string; day?: Day } = {},
): Promise<Entry> =>
  transact(deps, { actor: 'system:test', act: 'make an entry' }, async (tx) => {
    const clauseId = definition.steering ? await aClause(tx, deps, nodeId) : null
    await byClause(tx, clauseId)
    return createEntry(tx, deps, definition, { data, nodeId, day: day ?? deps.clock.today(), clauseId, who: personas.anybody })
  })

/** Fields of an assignment that the department has to carry out. */
export const assignmentData = (more: EntryData = {}): EntryData => ({
  title: 'Cirkulära flöden av inventarier',
  purpose: 'Färre nya möbler.',
  deliverable: 'Ett lager som alla når.',
  finalReport: '2022-09-14',
  recipient: nodes.department,
  origin: 'ongoing',
  kind: 'development',
  ...more,
})

/** Fields of a risk. */
export const riskData = (more: EntryData = {}): EntryData => ({ title: 'Ensamarbete', level: 'low', likelihood: 2, urgent: false, ...more })

/** Writes many entries of a register that does not steer, in few statements: for tests and measurements of long lists. */
export const manyEntries = async (
  deps: Deps,
  definition: AnyDefinition,
  all: readonly EntryData[],
  nodeId: string = nodes.labour,
): Promise<readonly string[]> =>
  transact(deps, { actor: 'system:test', act: 'make many entries' }, async (tx) => {
    const { last } = await tx
      .insertInto('counter')
      .values({ name: definition.name, last: all.length })
      .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ last: eb('counter.last', '+', all.length) })))
      .returning('last')
      .executeTakeFirstOrThrow()
    const rows = all.map((data, i) => ({ id: deps.ids.next(), number: `${definition.prefix}-${last - all.length + i + 1}`, data }))
    const today = deps.clock.today()
    for (let at = 0; at < rows.length; at += 1000) {
      const some = rows.slice(at, at + 1000)
      await tx
        .insertInto('thing')
        .values(
          some.map(({ id, number, data }) => ({
            id,
            number,
            kind: 'entry' as const,
            register: definition.name,
            title: definition.title(data),
            node_id: nodeId,
            day: today,
            secrecy: definition.secrecy,
          })),
        )
        .execute()
      await tx
        .insertInto('entry')
        .values(
          some.map(({ id, data }) => ({
            id,
            register: definition.name,
            steering: false,
            state: definition.lifecycle.initial,
            data: JSON.stringify(data),
            owner_id: definition.owner(data),
            due: (data['review'] as string | undefined) ?? null,
            clause_id: null,
            last_clause_id: null,
            parent_id: null,
          })),
        )
        .execute()
    }
    return rows.map((r) => r.id)
  })
