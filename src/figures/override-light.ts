import { type Deps, transact } from '../database/transact.ts'
import type { Period } from '../kernel/period.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { type Light, lights } from '../rulebook/light.ts'
import { mayWithFigures } from './act.ts'
import { overridesOf } from './override-store.ts'
import { seriesByIds } from './series-store.ts'
import { loadRows } from './summary.ts'
import { words } from './words.ts'

export interface OverrideInput {
  readonly seriesId: string
  readonly nodeId: string
  readonly period: Period
  readonly light: Light
  readonly reason: string
  /** The standing override that the judge saw; null when there was none. */
  readonly seen: string | null
}

/** Shortest reason that says anything. The database asks for the same. */
const shortestReason = 10

/**
 * Judges the light of one outcome otherwise than the rule, with a reason that is shown with who and when, beside what the rule said.
 * Undone by judging anew as the rule does: the latest wins, and all are kept.
 */
export const overrideLight = async (deps: Deps, who: Who, input: OverrideInput): Promise<Verdict<{ readonly id: string }>> =>
  transact(deps, { actor: actorFor(who, {}), act: 'override light' }, async (tx) => {
    const today = deps.clock.today()
    const pair = { seriesId: input.seriesId, nodeId: input.nodeId }
    const series = (await seriesByIds(tx, [input.seriesId])).get(input.seriesId)
    if (!series) return refused({ code: 'light.series', text: words.unknownSeries })
    await tx.selectFrom('series').select('id').where('id', '=', series.id).forUpdate().execute() // two judges at once come one after the other
    const tree = await loadTree(tx, today)
    const standing = (await overridesOf(tx, [pair])).find((o) => o.period === input.period)
    const [row] = await loadRows(tx, tree, [{ series, nodeId: input.nodeId }], 1500)
    const refusals: Refusal[] = [...mayWithFigures(who, 'light.override', series, input.nodeId, tree, today)]
    if ((standing?.id ?? null) !== input.seen) refusals.push({ code: 'light.conflict', text: words.lightConflict })
    if (!row?.points.some((p) => p.period === input.period))
      refusals.push({ code: 'light.outcome', field: 'period', text: words.noOutcomeToJudge(input.period) })
    if (!lights.includes(input.light)) refusals.push({ code: 'light.light', field: 'light', text: words.lightUnknown })
    if (input.reason.trim().length < shortestReason) refusals.push({ code: 'light.reason', field: 'reason', text: words.sayWhyLight })
    if (refusals.length > 0) return refused(...refusals)
    const id = deps.ids.next()
    await tx
      .insertInto('light_override')
      .values({
        id,
        series_id: input.seriesId,
        node_id: input.nodeId,
        period: input.period,
        light: input.light,
        reason: input.reason.trim(),
        person_id: who.personId,
        day: today,
      })
      .execute()
    return granted({ id })
  })
