import { newestFigures, reportingPairs } from '../../figures/figure-store.ts'
import { pageWords as words } from '../../figures/page-words.ts'
import { factorOf, type Series } from '../../figures/series.ts'
import { seriesByIds } from '../../figures/series-store.ts'
import { unitWords } from '../../figures/value.tsx'
import type { Deps } from '../../database/transact.ts'
import { roundTo } from '../../kernel/number.ts'
import { lastDay, type Period } from '../../kernel/period.ts'
import { loadSuccessions, loadTimeline } from '../../organisation/node-store.ts'
import { sharesToday, type Succession } from '../../organisation/succession.ts'
import { lastVersion, versionOn } from '../../organisation/timeline.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import { restate } from '../../rulebook/restate.ts'
import type { Ctx } from '../../web/view.ts'
import type { OutColumn } from '../lists/columns.ts'
import { sheetOf } from '../lists/columns.ts'
import { type Sheet, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { valueCell } from './columns.ts'

type Values = ReadonlyMap<string, number | null>
interface Line {
  readonly nodeId: string
  readonly period: Period
  readonly decided: number | null | undefined
  readonly restated: number | null | undefined
  readonly unknown: boolean
}

/** So many periods of a unit, as for the figures themselves. */
const most = 2000

/**
 * The figures of a measure as they were decided and told for today's units, side by side, a row for each unit and period: what the
 * page shows of the latest periods, for all of them. Not for reading in: only what was recorded is.
 */
export const restatedSheet = async (c: Ctx, deps: Deps, series: Series): Promise<Sheet> => {
  const { t, today } = c.get('view')
  const [tree, timeline, successions] = await Promise.all([loadTree(deps.store, today), loadTimeline(deps.store), loadSuccessions(deps.store)])
  const lines = await linesOf(deps, series, successions, tree)
  const nameOf = ({ nodeId, period }: Line): string => {
    const life = timeline.get(nodeId)
    return life ? t((versionOn(life, lastDay(period)) ?? lastVersion(life)).name) : ''
  }
  const value = (of: number | null | undefined) => (of === null || of === undefined ? null : valueCell(of, series))
  const why = ({ decided, restated, unknown, nodeId }: Line): string => {
    if (unknown) return t(exchangeWords.shareUnknown)
    if (restated === undefined && !tree.get(nodeId)) return t(words.goneSince)
    if (decided === undefined) return t(words.newSince)
    return ''
  }
  const unit = t(unitWords(series))
  const withUnit = (sv: string, en: string) => ({ sv: `${sv} (${unit})`, en: `${en} (${unit})` })
  const columns: readonly OutColumn<Line>[] = [
    { head: exchangeWords.unit, cell: (l) => textCell(nameOf(l)) },
    { head: exchangeWords.period, cell: (l) => textCell(l.period) },
    { head: withUnit('Som beslutat', 'As decided'), cell: (l) => value(l.decided) },
    { head: withUnit('I dagens enheter', 'In today’s units'), cell: (l) => value(l.restated) },
    { head: exchangeWords.note, cell: (l) => textCell(why(l)) },
  ]
  const told = { title: series.name, path: `/series/${series.slug}`, holds: `series/${series.slug}`, selection: [t(exchangeWords.restated)] }
  return sheetOf(c, told, columns, lines)
}

const valuesOf = async ({ store }: Deps, seriesId: string): Promise<ReadonlyMap<Period, Values>> => {
  const figures = await newestFigures(store, await reportingPairs(store, [seriesId]), most)
  const byPeriod = new Map<Period, Map<string, number | null>>()
  for (const f of figures) byPeriod.set(f.period, (byPeriod.get(f.period) ?? new Map<string, number | null>()).set(f.nodeId, f.value))
  return byPeriod
}

/** A ratio's parts are restated, never the ratio itself. */
const linesOf = async (deps: Deps, series: Series, successions: readonly Succession[], tree: Tree): Promise<readonly Line[]> => {
  const parts = await seriesByIds(
    deps.store,
    [series.numeratorId, series.denominatorId].filter((id) => id !== null),
  )
  const [numerator, denominator] = [parts.get(series.numeratorId ?? ''), parts.get(series.denominatorId ?? '')]
  const recorded = await valuesOf(deps, series.id)
  const [above, below] = numerator && denominator ? await Promise.all([valuesOf(deps, numerator.id), valuesOf(deps, denominator.id)]) : [null, null]
  return [...recorded]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([period, decided]) => {
      const shares = (id: string) => sharesToday(successions, id, lastDay(period), tree.at)
      const move = (values: Values | undefined, of: Series): Values => restate(values ?? new Map(), shares, { rule: of.overTree, decimals: of.decimals }).values
      const told =
        numerator && denominator && above && below
          ? ratio(move(above.get(period), numerator), move(below.get(period), denominator), factorOf(series, numerator))
          : move(decided, series)
      const blind = new Set([...decided.keys()].flatMap((id) => [...shares(id)].flatMap(([to, share]) => (share === null ? [to] : []))))
      return [...new Set([...decided.keys(), ...told.keys()])].map((nodeId) => ({
        nodeId,
        period,
        decided: decided.get(nodeId),
        restated: told.get(nodeId),
        unknown: blind.has(nodeId),
      }))
    })
}

const ratio = (above: Values, below: Values, factor: number): Values =>
  new Map(
    [...above].map(([id, a]) => {
      const b = below.get(id) ?? null
      return [id, a === null || b === null || b === 0 ? null : roundTo((a / b) * factor, 9)]
    }),
  )
