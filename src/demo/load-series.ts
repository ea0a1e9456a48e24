import { type Deps, transact } from '../database/transact.ts'
import { defineSeriesIn } from '../figures/define-series.ts'
import { type BulkFigure, recordFigures } from '../figures/record-figures.ts'
import { type Day, day } from '../kernel/day.ts'
import { isAccumulated, kindOf, lastDay, type Period, period } from '../kernel/period.ts'
import { verbatim, type Text } from '../kernel/text.ts'
import { loader, must } from './event.ts'
import { type OrganisationFile, readAll, readData } from './files.ts'
import { idOf } from './ids.ts'

type Rule = 'sum' | 'mean' | 'last' | 'ratio' | 'none'

interface FigureRow {
  readonly node: string
  readonly period: string
  readonly value: number | null
  readonly status: 'preliminary' | 'final' | 'revised' | 'derived'
  readonly version?: number
  readonly source?: string
  readonly basis?: string
  readonly note?: string
  readonly missing?: string
  readonly reason?: string
  readonly recordedBy?: string
  readonly recordedOn?: string
}

interface SeriesRow {
  readonly key: string
  readonly name: Text
  readonly unit: Text
  readonly money?: boolean
  readonly orePerUnit?: number
  readonly decimals: number
  readonly direction: 'up' | 'down' | 'hold' | null
  readonly overTime: Rule
  readonly overTree: Rule
  readonly numerator?: string
  readonly denominator?: string
  readonly range?: { readonly low: string; readonly high: string }
  readonly askedBy?: string
  readonly purpose?: Text
  readonly readers?: Text
  readonly source: string
  readonly figures: readonly FigureRow[]
}

export interface TargetRow {
  readonly key: string
  readonly series: string
  readonly node: string
  readonly period: string
  readonly rule: 'at_least' | 'at_most' | 'increase' | 'decrease' | 'hold'
  readonly value?: number
  readonly goal?: string
}

export interface GoalRow {
  readonly key: string
  readonly text: string
  readonly area?: Text
  readonly node: string
  readonly from?: string
  readonly to?: string
  readonly measuredBy?: readonly string[]
}

interface SeriesFile {
  readonly series: readonly SeriesRow[]
  readonly goals?: readonly GoalRow[]
  readonly targets?: readonly TargetRow[]
}

const files = (): readonly SeriesFile[] => readAll<SeriesFile>('series')
/** The goals and targets of the data, which clauses name by key. */
export const goalRows = (): readonly GoalRow[] => files().flatMap((f) => f.goals ?? [])
/** Every target of the data files. */
export const targetRows = (): readonly TargetRow[] => files().flatMap((f) => f.targets ?? [])

/** Series that others build on come first. */
const inOrder = (all: readonly SeriesRow[]): readonly SeriesRow[] => {
  const parts = new Set(all.flatMap((s) => [s.range?.low, s.range?.high, s.numerator, s.denominator]))
  return [...all.filter((s) => parts.has(s.key)), ...all.filter((s) => !parts.has(s.key))]
}

const ownNode = (row: SeriesRow): string => row.figures[0]?.node ?? row.askedBy ?? 'boras'

/** A figure is recorded when its period was over, where the data does not say when. */
const recordedOn = (row: FigureRow, last: Day): Day => {
  const end = lastDay(period(row.period))
  return row.recordedOn ? day(row.recordedOn) : end < last ? end : last
}

/** Loads every series with all its figures: in the order of versions, as the sources printed them. Returns how many figures. */
export const loadSeries = async (deps: Deps): Promise<number> => {
  const rows = inOrder(files().flatMap((f) => f.series))
  const last = day('2022-01-25')
  const titles = new Map(readData<OrganisationFile>('organisation.json').posts.map((p) => [p.key, p.title.sv]))
  return transact(deps, { actor: 'system:demonstration', act: 'load figures' }, async (tx) => {
    for (const row of rows) {
      const first = period(row.figures[0]?.period ?? '2022')
      must(
        row.key,
        await defineSeriesIn(
          tx,
          deps,
          loader,
          {
            id: idOf('thing', row.key),
            slug: row.key,
            nodeId: idOf('node', ownNode(row)),
            name: row.name,
            unit: row.money ? verbatim('tkr') : row.unit,
            money: row.money ?? false,
            decimals: row.decimals,
            direction: row.direction,
            overTime: row.overTime,
            overTree: row.overTree,
            kind: kindOf(first),
            accumulated: isAccumulated(first),
            numeratorId: row.numerator ? idOf('thing', row.numerator) : null,
            denominatorId: row.denominator ? idOf('thing', row.denominator) : null,
            lowId: row.range ? idOf('thing', row.range.low) : null,
            highId: row.range ? idOf('thing', row.range.high) : null,
            askedBy: row.askedBy ? idOf('node', row.askedBy) : null,
            purpose: row.purpose ?? null,
            readers: row.readers ?? null,
            source: row.source,
            day: last,
          },
          { bySystem: true },
        ),
      )
    }
    const figures = rows.flatMap((row) =>
      row.figures
        .toSorted((a, b) => (a.version ?? 1) - (b.version ?? 1))
        .map(
          (f): BulkFigure => ({
            seriesId: idOf('thing', row.key),
            nodeId: idOf('node', f.node),
            period: period(f.period) as Period,
            value: f.value === null ? null : row.money ? Math.round(f.value * (row.orePerUnit ?? 1)) : f.value,
            missing: f.missing ?? null,
            status: f.status,
            basis: f.basis ?? null,
            source: f.source ?? null,
            note: f.note ?? null,
            reason: f.reason ?? f.note ?? null,
            recordedBy: f.recordedBy ? (titles.get(f.recordedBy) ?? f.recordedBy) : 'system:demonstration',
            recordedOn: recordedOn(f, last),
          }),
        ),
    )
    return must('figures', await recordFigures(tx, deps, figures)).length
  })
}
