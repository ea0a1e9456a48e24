import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { AnyDefinition, EntryData } from './define.ts'

interface Kept {
  readonly id: string
  readonly nodeId: string
  readonly ownerId: string | null
  readonly state: string
  readonly data: EntryData
  readonly day: Day
}

/**
 * Makes the entry's rows of `deadline` agree with its definition: missing ones are added, those of acts now done are closed,
 * all are closed when the entry is over. Returns the next open day. `actName` is the act that was just done, if any.
 */
export const keepDeadlines = async (tx: Tx, { ids, clock }: Deps, definition: AnyDefinition, entry: Kept, actName: string | null): Promise<Day | null> => {
  const today = clock.today()
  const over = !(definition.lifecycle.states[entry.state]?.open ?? true)
  const wanted = over ? [] : definition.deadlines.flatMap((d) => d.days(entry.data, today).map((due) => ({ def: d, due })))
  const rows = await tx.selectFrom('deadline').selectAll().where('thing_id', '=', entry.id).execute()
  const kinds = new Set(definition.deadlines.map((d) => d.kind))
  for (const row of rows.filter((r) => r.done_on === null && kinds.has(r.kind))) {
    const def = definition.deadlines.find((d) => d.kind === row.kind)
    const met = actName !== null && (def?.metBy ?? []).includes(actName) && earliest(rows.filter((r) => r.kind === row.kind && r.done_on === null)) === row.due
    const wantedStill = wanted.some((w) => w.def.kind === row.kind && w.due === row.due)
    if (met || over || !wantedStill) await tx.updateTable('deadline').set({ done_on: today }).where('id', '=', row.id).execute()
  }
  for (const { def, due } of wanted.filter((w) => !rows.some((r) => r.kind === w.def.kind && r.due === w.due))) {
    await tx
      .insertInto('deadline')
      .values({ id: ids.next(), thing_id: entry.id, kind: def.kind, label_sv: def.words.sv, label_en: def.words.en, due, node_id: entry.ownerId ?? entry.nodeId, post_id: null, asked_by: entry.nodeId, source: def.source ?? null, done_on: null })
      .execute()
  }
  const open = await tx.selectFrom('deadline').select('due').where('thing_id', '=', entry.id).where('done_on', 'is', null).orderBy('due').limit(1).executeTakeFirst()
  return (open?.due ?? null) as Day | null
}

const earliest = (rows: readonly { due: string }[]): string | undefined => rows.map((r) => r.due).sort()[0]
