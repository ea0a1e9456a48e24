import { sql } from 'kysely'
import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { AnyDefinition, EntryData } from './define.ts'

interface Kept {
  readonly id: string
  readonly nodeId: string
  readonly ownerId: string | null
  readonly state: string
  readonly data: EntryData
  /** The fields before the act, when it changed them. */
  readonly before?: EntryData
}

/** A date that the definition asks for. */
interface Wanted {
  readonly kind: string
  readonly due: Day
}

type Row = Wanted & { readonly id: string; readonly done_on: string | null; readonly node_id: string; readonly post_id: string | null }

/** What must be done with the rows of `deadline` for them to agree with the definition. */
export interface DeadlineChanges {
  readonly add: readonly Wanted[]
  /** Rows now done, with the day. */
  readonly close: readonly { readonly id: string; readonly on: Day }[]
  readonly reopen: readonly string[]
  /** Rows that were moved or need no longer be kept. */
  readonly withdraw: readonly string[]
  /** The next open day afterwards. */
  readonly due: Day | null
}

const daysOf = (definition: AnyDefinition, data: EntryData, today: Day): readonly Wanted[] =>
  definition.deadlines.flatMap(({ kind, days }) => [...new Set(days(data, today))].map((due) => ({ kind, due })))

const has = (list: readonly Wanted[], { kind, due }: Wanted): boolean => list.some((w) => w.kind === kind && w.due === due)
const earliest = <T extends Wanted>(rows: readonly T[]): T | undefined => rows.toSorted((a, b) => a.due.localeCompare(b.due))[0]

/**
 * Compares the rows with the definition. An act that meets a kind closes its earliest open day, one that reopens it opens the
 * latest done; days without such acts pass by themselves; a day that is no longer asked for is withdrawn, but one that passed
 * unkept stays until it is kept (the meetings of last year). When the entry is over, nothing is left to keep. Pure.
 */
export const deadlineChanges = (definition: AnyDefinition, entry: Kept, rows: readonly Row[], actName: string | null, today: Day): DeadlineChanges => {
  const over = definition.lifecycle.states[entry.state]?.open === false
  const wanted = over ? [] : daysOf(definition, entry.data, today)
  const wantedBefore = daysOf(definition, entry.before ?? entry.data, today)
  const close: { id: string; on: Day }[] = []
  const reopen: string[] = []
  const withdraw: string[] = []
  for (const { kind, metBy = [], reopenedBy = [] } of definition.deadlines) {
    const ofKind = rows.filter((r) => r.kind === kind)
    const open = ofKind.filter((r) => r.done_on === null)
    const met = actName !== null && metBy.includes(actName) ? earliest(open) : undefined
    if (met) close.push({ id: met.id, on: today })
    for (const row of open.filter((r) => r !== met)) {
      if (over) withdraw.push(row.id)
      else if (metBy.length === 0 && row.due < today) close.push({ id: row.id, on: row.due })
      else if (!has(wanted, row) && (row.due >= today || has(wantedBefore, row))) withdraw.push(row.id)
    }
    if (!over && actName !== null && reopenedBy.includes(actName)) {
      const latest = earliest(ofKind.filter((r) => r.done_on !== null && has(wanted, r)).toReversed())
      if (latest) reopen.push(latest.id)
    }
  }
  const passes = new Set(definition.deadlines.filter((d) => !d.metBy?.length).map((d) => d.kind))
  const add = wanted.filter((w) => !has(rows, w) && !(passes.has(w.kind) && w.due < today))
  const gone = new Set([...withdraw, ...close.map((c) => c.id)])
  const left = [...rows.filter((r) => !gone.has(r.id) && (r.done_on === null || reopen.includes(r.id))), ...add]
  return { add, close, reopen, withdraw, due: earliest(left)?.due ?? null }
}

/**
 * Makes the entry's rows of `deadline` agree with its definition, and with who now carries it out. Returns the next open day.
 * `actName` is the act that was just done, if any. Days of other kinds (a report that somebody asked for) are left as they are, but count.
 */
export const keepDeadlines = async (tx: Tx, deps: Deps, definition: AnyDefinition, entry: Kept, actName: string | null): Promise<Day | null> =>
  (await keepAllDeadlines(tx, deps, definition, [entry], actName)).get(entry.id) ?? null

/** The same of many entries at once, however many they are in as many questions: the next open day of each, by its id. */
export const keepAllDeadlines = async (
  tx: Tx,
  { ids, clock }: Deps,
  definition: AnyDefinition,
  entries: readonly Kept[],
  actName: string | null,
): Promise<ReadonlyMap<string, Day | null>> => {
  if (entries.length === 0) return new Map()
  const kinds = new Set(definition.deadlines.map((d) => d.kind))
  const all = await tx
    .selectFrom('deadline')
    .select(['id', 'thing_id', 'kind', 'due', 'done_on', 'node_id', 'post_id'])
    .where(
      'thing_id',
      'in',
      entries.map((e) => e.id),
    )
    .execute()
  const byEntry = Map.groupBy(
    all.map((r) => ({ ...r, due: r.due as Day })),
    (r) => r.thing_id,
  )
  const kept = entries.map((entry) => {
    const rows = byEntry.get(entry.id) ?? []
    const found = rows.filter((r) => kinds.has(r.kind))
    const asked = earliest(rows.filter((r) => !kinds.has(r.kind) && r.done_on === null))
    const changes = deadlineChanges(definition, entry, found, actName, clock.today())
    const owes = { node_id: entry.ownerId ?? entry.nodeId, post_id: definition.post?.(entry.data) ?? null }
    const moved = found.filter((r) => r.done_on === null && !changes.withdraw.includes(r.id) && (r.node_id !== owes.node_id || r.post_id !== owes.post_id))
    return { entry, changes, owes, moved, due: [changes.due, asked?.due ?? null].filter((d) => d !== null).toSorted()[0] ?? null }
  })
  const close = kept.flatMap(({ changes }) => changes.close)
  if (close.length > 0)
    await sql`update deadline set done_on = done.day from unnest(${close.map((c) => c.id)}::uuid[], ${close.map((c) => c.on)}::date[]) done (id, day)
               where deadline.id = done.id`.execute(tx)
  const reopen = kept.flatMap(({ changes }) => changes.reopen)
  if (reopen.length > 0) await tx.updateTable('deadline').set({ done_on: null }).where('id', 'in', reopen).execute()
  const withdraw = kept.flatMap(({ changes }) => changes.withdraw)
  if (withdraw.length > 0) await tx.deleteFrom('deadline').where('id', 'in', withdraw).execute()
  const moved = kept.flatMap(({ moved: rows, owes }) => rows.map(({ id }) => ({ id, ...owes })))
  if (moved.length > 0)
    await sql`update deadline set node_id = owes.node_id, post_id = owes.post_id
                from unnest(${moved.map((m) => m.id)}::uuid[], ${moved.map((m) => m.node_id)}::uuid[], ${moved.map((m) => m.post_id)}::uuid[]) owes (id, node_id, post_id)
               where deadline.id = owes.id`.execute(tx)
  const add = kept.flatMap(({ entry, changes, owes }) =>
    changes.add.map(({ kind, due }) => {
      const { words, source = null } = definition.deadlines.find((d) => d.kind === kind) as AnyDefinition['deadlines'][number]
      const told = { label_sv: words.sv, label_en: words.en, asked_by: entry.nodeId, source, done_on: null }
      return { id: ids.next(), thing_id: entry.id, kind, due, ...owes, ...told }
    }),
  )
  if (add.length > 0) await tx.insertInto('deadline').values(add).execute()
  return new Map(kept.map(({ entry, due }) => [entry.id, due]))
}
