import { type Figure, figureStatuses } from '../../figures/figure.ts'
import { readFigureForm } from '../../figures/figure-form.ts'
import { placeOf } from '../../figures/figure-store.ts'
import { pageWords } from '../../figures/page-words.ts'
import type { SeenFigure } from '../../figures/record-figure.ts'
import { moneyUnitOf, type Series } from '../../figures/series.ts'
import { type Period, readPeriod } from '../../kernel/period.ts'
import type { Refusal, Verdict } from '../../kernel/refusal.ts'
import type { Tree } from '../../organisation/tree.ts'
import { type ChangedRow, type Problem, problemAt } from '../import/problem.ts'
import { type Named, oneNamed, saysTheSame, unusable } from '../import/read-cell.ts'
import { cellText, type ReadCell, shownCell } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import type { FigureColumn } from './columns.ts'

interface Line {
  readonly no: number
  cell(id: string): ReadCell
  name(id: string): string
  readonly unit: string | null
}

/** What reading the lines of a file needs. */
export interface Reading {
  readonly series: Series
  readonly columns: readonly FigureColumn[]
  readonly nodes: readonly Named[]
  readonly tree: Tree
  /** On what line a unit and period stood first. */
  readonly firstAt: Map<string, number>
}

/** What became of a line: changed, wrong, or (neither) as it stood. */
export interface LineDone {
  readonly row: ChangedRow | null
  readonly problems: readonly Problem[]
}

interface PlacedLine {
  readonly line: Line
  readonly place: { readonly nodeId: string; readonly period: Period }
}

/** A line that asks for a figure to be recorded, and what becomes of it when that is done. */
export interface LineWrite {
  readonly asked: SeenFigure
  done(verdict: Verdict<unknown>): LineDone
}

const wrongIn = ({ columns }: Reading, line: Line, id: string, ...refusals: readonly Refusal[]): LineDone => ({
  row: null,
  problems: refusals.map((r) => problemAt(line.name(columns.some((c) => c.id === id) ? id : 'node'), line.cell(id), r)),
})

/** Of which unit and period a line tells; or why it tells of none. */
export const placeLine = (reading: Reading, line: Line): PlacedLine | LineDone => {
  const { columns, nodes, firstAt } = reading
  const unusables = columns.filter((c) => c.form !== null && unusable(line.cell(c.id)) !== null)
  if (unusables.length > 0)
    return { row: null, problems: unusables.flatMap((c) => wrongIn(reading, line, c.id, unusable(line.cell(c.id)) as Refusal).problems) }
  const node = oneNamed(cellText(line.cell('node')), nodes, words.unit)
  if (!node.ok) return wrongIn(reading, line, 'node', ...node.refusals)
  const period = readPeriod(cellText(line.cell('period')))
  if (!period.ok) return wrongIn(reading, line, 'period', ...period.refusals)
  const place = { nodeId: node.value, period: period.value }
  const first = firstAt.get(placeOf(place))
  if (first !== undefined) return wrongIn(reading, line, 'period', { code: 'import.twice', text: words.twiceId(first) })
  firstAt.set(placeOf(place), line.no)
  return { line, place }
}

/** What a line says otherwise than the figure that stands, as something to record. */
export const readLine = (reading: Reading, { line, place }: PlacedLine, standing: Figure | null): LineWrite | LineDone => {
  const { series, columns, tree } = reading
  const node = tree.get(place.nodeId)
  const differs = columns.filter((c) => {
    if (c.form === null || c.id === 'seen' || c.id === 'node' || c.id === 'period') return false
    const before = standing ? (['sv', 'en'] as const).map((l) => c.cell(standing, node, l)) : [null]
    return !before.some((b) => saysTheSame(line.cell(c.id), b, c.id === 'value' ? 'number' : 'line'))
  })
  if (differs.length === 0) return { row: null, problems: [] }

  const status = readStatus(cellText(line.cell('status')))
  if (status === null) return wrongIn(reading, line, 'status', { code: 'import.option', text: words.notOption(words.status, options) })
  const money = moneyUnitOf(series)
  const value = cellText(line.cell('value'))
  // A final figure that is changed is revised: so says the file, whatever the column says of what it was.
  const final = standing?.status === 'final' || standing?.status === 'revised'
  const text = (id: string): string => cellText(line.cell(id))
  const form = {
    node: place.nodeId,
    period: place.period,
    value: line.unit && money && line.unit !== money && /\d$/.test(value) ? `${value} ${line.unit}` : value,
    status: final ? 'revised' : status,
    missing: text('missing'),
    source: text('source'),
    basis: text('basis'),
    note: text('note'),
    reason: text('reason'),
    seen: text('seen') === '' ? '0' : text('seen'),
  }
  const read = readFigureForm(series, Object.fromEntries(Object.entries(form).map(([k, v]) => [k, [v]])))
  if (!read.ok) return { row: null, problems: read.refusals.flatMap((r) => wrongIn(reading, line, r.field ?? 'node', r).problems) }
  const before = (c: FigureColumn): string => (standing ? shownCell(c.cell(standing, node, 'sv')) : '')
  return {
    asked: read.value,
    done: (verdict) =>
      verdict.ok
        ? {
            row: {
              no: line.no,
              name: `${node?.short ?? ''} ${place.period}`.trim(),
              href: null,
              changes: differs.map((c) => ({ cell: line.name(c.id), label: c.head, before: before(c), after: cellText(line.cell(c.id)) })),
            },
            problems: [],
          }
        : {
            row: null,
            problems: verdict.refusals.flatMap((r) => wrongIn(reading, line, r.code === 'figure.conflict' ? 'seen' : (r.field ?? 'node'), r).problems),
          },
  }
}

const options = {
  sv: Object.values(pageWords.status)
    .map((t) => t.sv)
    .join(', '),
  en: Object.values(pageWords.status)
    .map((t) => t.en)
    .join(', '),
}

/** The status by its words in either language; preliminary when nothing is said. A derived one that is written becomes preliminary. */
const readStatus = (text: string): string | null => {
  if (text === '') return 'preliminary'
  const found = figureStatuses.find((s) => [s, pageWords.status[s].sv, pageWords.status[s].en].some((w) => w.toLowerCase() === text.toLowerCase()))
  return found === 'derived' ? 'preliminary' : (found ?? null)
}
