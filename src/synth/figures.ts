import { type Deps, inBatch, transact } from '../database/transact.ts'
import { must } from '../demo/event.ts'
import { defineSeriesIn } from '../figures/define-series.ts'
import { type BulkFigure, recordFigures } from '../figures/record-figures.ts'
import { clockAt } from '../kernel/clock.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Ids } from '../kernel/identity.ts'
import { roundTo } from '../kernel/number.ts'
import { firstDay, lastDay, next, type Period, periodOf } from '../kernel/period.ts'
import { anybody } from '../kernel/who.ts'
import { holdsOn, type NodeLife } from '../organisation/timeline.ts'
import type { Organisation } from './organisation.ts'
import { type Chance, chanceOf, idsOf } from './random.ts'
import type { MadeSeries } from './series.ts'
import { actor, type Work } from './write-organisation.ts'

const loader = { ...anybody, name: 'synth' }
/** Figures recorded in one call of the act, about. */
const together = 8000

/** Defines the series. */
export const defineAll = (deps: Deps, { from, seed }: Organisation, series: readonly MadeSeries[]): Promise<void> =>
  inBatch({ ...deps, clock: clockAt(from) }, async (batch) => {
    for (const { key, input } of series) {
      const on = { ...batch, ids: idsOf(seed, `define/${key}`, from) }
      must(key, await transact(on, { actor, act: 'define series' }, (tx) => defineSeriesIn(tx, on, loader, input, { bySystem: true })))
    }
  })

/** Figures to be recorded in one call of the act, with the identities that they take in their order. */
interface Call {
  readonly key: string
  readonly ids: Ids
  readonly figures: readonly BulkFigure[]
  /** How much of all has been told when the call is made, 0–1. */
  readonly share: number
}

/** Every unit's figures of every series, some thousand at a time. */
export function* figureCalls(organisation: Organisation, series: readonly MadeSeries[]): Generator<Call> {
  const reported = series.filter((s) => s.input.overTree !== 'ratio')
  for (const [i, one] of reported.entries()) {
    const periods = periodsOf(organisation, one)
    const nodes = reportersOf(organisation, one)
    const atOnce = Math.max(1, Math.floor(together / periods.length))
    for (let at = 0; at < nodes.length; at += atOnce) {
      const figures = nodes.slice(at, at + atOnce).flatMap((node) => figuresOf(organisation, one, node, periods))
      const key = `figures/${one.key}/${at}`
      yield { key, ids: idsOf(organisation.seed, key, organisation.today), figures, share: (i + at / nodes.length) / reported.length }
    }
  }
}

/** Records them, by the act that records many. Answers how many. */
export const recordAll = async (deps: Deps, organisation: Organisation, series: readonly MadeSeries[], { done, signal }: Work): Promise<number> => {
  let recorded = 0
  for (const { key, ids, figures, share } of figureCalls(organisation, series)) {
    signal.throwIfAborted()
    const on = { ...deps, ids, clock: clockAt(organisation.today) }
    await transact(on, { actor, act: 'load figures' }, async (tx) => must(key, await recordFigures(tx, on, figures)))
    recorded += figures.length
    done('figures', share)
  }
  return recorded
}

const periodsOf = ({ from, today }: Organisation, { kind }: MadeSeries): readonly Period[] => {
  const periods: Period[] = []
  for (let p = periodOf(from, kind); lastDay(p) <= today; p = next(p)) periods.push(p)
  return periods
}

/** The units of the sector; of what all report, cost is followed by area and sick leave by unit. */
const reportersOf = ({ sketch, places, officeUnits }: Organisation, { sector, input }: MadeSeries): readonly NodeLife[] => {
  const lifeOf = (id: string): NodeLife => sketch.timeline.get(id) as NodeLife
  if (sector) return places.filter((p) => p.sector === sector).flatMap((p) => [...p.units].map(lifeOf))
  return [...officeUnits, ...places.flatMap((p) => (input.money ? p.areas : [...p.units]))].map(lifeOf)
}

const whyMissing = ['Systembyte, uppgiften går inte att ta fram.', 'Enheten har inte lämnat in.', 'Underlaget är under granskning.']

const figuresOf = ({ seed, today, from }: Organisation, series: MadeSeries, node: NodeLife, periods: readonly Period[]): readonly BulkFigure[] => {
  const chance = chanceOf(seed, `figure ${series.key} ${node.id}`)
  const level = series.usual * (0.45 + 1.1 * chance.next())
  const figures: BulkFigure[] = []
  for (const period of periods) {
    if (!node.versions.some((v) => holdsOn(v, firstDay(period)))) continue
    figures.push(...versionsOf(chance, series, node.id, period, level, from, today))
  }
  return figures
}

/** What was told of one period: most often once; sometimes preliminary first, revised afterwards, or nothing at all, with the reason. */
const versionsOf = (chance: Chance, series: MadeSeries, nodeId: string, period: Period, level: number, from: Day, today: Day): readonly BulkFigure[] => {
  // Few are missing: where one unit of a hundred is, the sum of them all is too.
  const [missing, early, wrong] = [chance.happens(0.0005), chance.happens(0.04), chance.happens(0.01)]
  const year = Number(period.slice(0, 4)) - Number(from.slice(0, 4))
  const season = 1 + 0.08 * Math.sin((Number(period.slice(5)) || 0) * 0.9)
  const exact = level * (1 + series.growth) ** year * season * (0.93 + 0.14 * chance.next())
  const value = series.input.money ? Math.round(exact / 100_000) * 100_000 : roundTo(exact, series.input.decimals)
  const told = addDays(lastDay(period), chance.whole(5, 20))
  const recordedOn = told < today ? told : today
  const base = { seriesId: series.id, nodeId, period, recordedBy: 'system:synth', recordedOn, source: null }
  if (missing) return [{ ...base, value: null, missing: chance.pick(whyMissing), status: 'final' }]
  const later = addDays(recordedOn, 60)
  const revisedOn = later < today ? later : today
  const off = series.input.money ? value + 1_000_000 : roundTo(value * 1.03, series.input.decimals)
  if (wrong)
    return [
      { ...base, value: off, status: 'final' },
      { ...base, value, status: 'revised', reason: 'Dubbelräkning rättad.', recordedOn: revisedOn },
    ]
  if (early)
    return [
      { ...base, value: off, status: 'preliminary' },
      { ...base, value, status: 'final', recordedOn: revisedOn },
    ]
  return [{ ...base, value, status: recordedOn >= addDays(today, -30) ? 'preliminary' : 'final' }]
}
