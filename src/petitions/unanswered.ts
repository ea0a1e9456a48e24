import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { bill } from '../registers/definitions/bill.ts'
import { citizenProposal } from '../registers/definitions/citizen-proposal.ts'
import { citizensInitiative } from '../registers/definitions/citizens-initiative.ts'
import { councilQuestion } from '../registers/definitions/council-question.ts'
import { interpellation } from '../registers/definitions/interpellation.ts'
import type { AnyDefinition } from '../registers/define.ts'

/** What members and residents put to the council, each a register of its own. */
export const petitions: readonly AnyDefinition[] = [bill, interpellation, councilQuestion, citizenProposal, citizensInitiative]

/** Something that waits for the council's answer. */
export interface Unanswered {
  readonly id: string
  readonly definition: AnyDefinition
  readonly number: string
  readonly title: string
  readonly nodeId: string
  readonly state: string
  readonly filed: Day
  readonly due: Day | null
}

const names = petitions.map((d) => d.name)
const openStates = petitions.flatMap((d) => Object.entries(d.lifecycle.states).flatMap(([state, { open }]) => (open ? [sql`(${d.name}, ${state})`] : [])))
const never = '9999-12-31'
const dueKey = sql<string>`coalesce(entry.due, ${never}::date)`

export interface UnansweredFilter {
  readonly nodeId: string | null
  readonly register: string | null
  readonly secretsOf: Secrets
}

const waiting = (store: Store, { nodeId, register, secretsOf }: UnansweredFilter) => {
  let query = store
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .where('entry.register', 'in', register ? [register] : names)
    .where(sql<boolean>`(entry.register, entry.state) in (${sql.join(openStates)})`)
    .where(visibleThing(secretsOf))
  if (nodeId) query = query.where('thing.node_id', '=', nodeId)
  return query
}

/** One page of what waits, the most urgent first. */
export const listUnanswered = async (
  store: Store,
  filter: UnansweredFilter,
  after: Cursor | null,
): Promise<{ readonly rows: readonly Unanswered[]; readonly next: string | null }> => {
  let query = waiting(store, filter)
  if (after && isDay(after.value)) query = query.where(sql<boolean>`(${dueKey}, entry.id) > (${after.value}::date, ${after.id}::uuid)`)
  const rows = await query
    .select(['entry.id', 'entry.register', 'entry.state', 'entry.due', 'entry.data', 'thing.number', 'thing.title', 'thing.node_id', 'thing.day'])
    .orderBy(dueKey)
    .orderBy('entry.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      definition: petitions.find((d) => d.name === row.register) as AnyDefinition,
      number: row.number ?? '',
      title: row.title,
      nodeId: row.node_id,
      state: row.state,
      filed: (row.data['filed'] ?? row.data['handedIn'] ?? row.day) as Day,
      due: row.due as Day | null,
    })),
    next: rows.length > pageSize && last ? writeCursor({ value: last.due ?? never, id: last.id }) : null,
  }
}

/** How many wait, and how many of them are past their day. */
export const countUnanswered = async (store: Store, filter: UnansweredFilter, today: Day): Promise<{ readonly all: number; readonly late: number }> =>
  waiting(store, filter)
    .select((eb) => [eb.fn.countAll<number>().as('all'), sql<number>`count(*) filter (where entry.due < ${today}::date)`.as('late')])
    .executeTakeFirstOrThrow()
