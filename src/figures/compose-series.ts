import { sql } from 'kysely'
import { may } from '../access/policy.ts'
import { refreshSeries } from '../contradictions/refresh.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import type { ActOptions } from './act.ts'
import { composeWords as words } from './compose-words.ts'
import { seriesByIds } from './series-store.ts'

/** A series that is a part of another, added (1) or taken away (-1). */
export interface Part {
  readonly seriesId: string
  readonly sign: 1 | -1
}

/** Would the series be a part of itself, over other parts? */
const circles = async (tx: Tx, wholeId: string, parts: readonly Part[]): Promise<boolean> => {
  const rows = await tx.selectFrom('series_part').select(['whole_id', 'part_id']).where('whole_id', '<>', wholeId).execute()
  const below = Map.groupBy(rows, (row) => row.whole_id)
  const reached = new Set<string>()
  const walk = (id: string): void => {
    if (reached.has(id)) return
    reached.add(id)
    for (const row of below.get(id) ?? []) walk(row.part_id)
  }
  for (const part of parts) walk(part.seriesId)
  return reached.has(wholeId)
}

/**
 * Says what a series is made of, so that its figures are checked against those of its parts. What was said before is replaced; no
 * parts means that it is made of nothing. Whoever may record its figures may; unit and periods must be one.
 */
export const composeSeries = async (
  deps: Deps,
  who: Who,
  { wholeId, parts }: { readonly wholeId: string; readonly parts: readonly Part[] },
  options: ActOptions = {},
): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'compose series' }, async (tx) => {
    const series = await seriesByIds(tx, [wholeId, ...parts.map((part) => part.seriesId)])
    const whole = series.get(wholeId)
    if (!whole) return refused({ code: 'series.whole', text: words.unknown })
    const tree = await loadTree(tx, deps.clock.today())
    const wrong: Refusal[] = options.bySystem ? [] : [...may(who, 'figure.record', { belongsTo: tree.chain(whole.nodeId), secrecy: whole.secrecy }, tree.at)]
    for (const { seriesId } of parts) {
      const part = series.get(seriesId)
      if (!part) wrong.push({ code: 'series.part', field: 'parts', text: words.unknown })
      else if (part.unit.sv !== whole.unit.sv || part.money !== whole.money || part.kind !== whole.kind || part.accumulated !== whole.accumulated)
        wrong.push({ code: 'series.part_unlike', field: 'parts', text: words.unlike(part.name, whole.unit) })
      else if (part.secrecy !== whole.secrecy) wrong.push({ code: 'series.part_secrecy', field: 'parts', text: words.otherSecrecy(part.name) })
    }
    if (new Set(parts.map((part) => part.seriesId)).size < parts.length) wrong.push({ code: 'series.part_twice', field: 'parts', text: words.twice })
    // Two at once could make a circle that neither sees.
    await sql`select pg_advisory_xact_lock(hashtext('compose series'))`.execute(tx)
    if (await circles(tx, wholeId, parts)) wrong.push({ code: 'series.part_circle', field: 'parts', text: words.circle(whole.name) })
    if (wrong.length > 0) return refused(...wrong)
    await tx.deleteFrom('series_part').where('whole_id', '=', wholeId).execute()
    for (const { seriesId, sign } of parts)
      await tx.insertInto('series_part').values({ id: deps.ids.next(), whole_id: wholeId, part_id: seriesId, sign }).execute()
    await refreshSeries(tx, deps, wholeId)
    return granted(null)
  })
