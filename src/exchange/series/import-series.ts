import { noteSecrets } from '../../access/access-log.ts'
import type { Deps } from '../../database/transact.ts'
import { figureStatuses } from '../../figures/figure.ts'
import { readFigureForm } from '../../figures/figure-form.ts'
import { standingFigure } from '../../figures/figure-store.ts'
import { recordFigure } from '../../figures/record-figure.ts'
import { moneyUnitOf, type Series } from '../../figures/series.ts'
import { seriesBySlug } from '../../figures/series-store.ts'
import { readPeriod } from '../../kernel/period.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import { may } from '../../rulebook/policy.ts'
import { inOne } from '../import/in-one.ts'
import { type ChangedRow, type ImportOutcome, mostProblems, type Problem, problemAt } from '../import/problem.ts'
import { type Named, oneNamed, saysTheSame, unusable } from '../import/read-cell.ts'
import { besideHeads, readHeads } from '../import/read-heads.ts'
import type { Run } from '../import/run.ts'
import { cellName, cellText, emptyCell, type ReadCell, shownCell } from '../sheet/sheet.ts'
import { pageWords } from '../../figures/page-words.ts'
import { exchangeWords as words } from '../words.ts'
import { type FigureColumn, figureColumns } from './columns.ts'

/** The series at the address, if this reader may see it. */
export const openSeries = async ({ store, clock }: Deps, who: Who, slug: string): Promise<Series | null> => {
  const series = await seriesBySlug(store, slug)
  if (!series) return null
  const today = clock.today()
  const tree = await loadTree(store, today)
  return may(who, 'see', { belongsTo: tree.chain(series.nodeId), secrecy: series.secrecy }, today).length === 0 ? series : null
}

interface Line {
  readonly no: number
  cell(id: string): ReadCell
  name(id: string): string
  readonly unit: string | null
}

/**
 * Reads figures of a series in, by unit and period, each through the act that records one: a value that differs becomes a new version,
 * by the rules of final figures, and a version that others have recorded meanwhile is a conflict. All of it, or nothing.
 */
export const importSeries = async (deps: Deps, who: Who, series: Series, asked: Run): Promise<ImportOutcome> => {
  const { table, most = Number.POSITIVE_INFINITY, onProgress = () => {}, signal } = asked
  const columns = figureColumns(series)
  const { places, problems: heads } = readHeads(columns, table)
  const problems: Problem[] = [
    ...(table.holds !== null && table.holds !== `series/${series.slug}`
      ? [problemAt('', undefined, { code: 'import.other', text: words.holdsOther(table.holds.slice(0, 80)) })]
      : []),
    ...heads,
    ...columns
      .filter((c) => ['node', 'period', 'value'].includes(c.id) && !places.has(c.id))
      .map((c) => problemAt('', undefined, { code: 'import.column_missing', text: words.columnMissing(c.head) })),
    ...besideHeads(table),
  ]
  if (problems.length > 0) return { rows: [], unchanged: 0, problems: problems.slice(0, mostProblems), applied: false }
  // The preview sets what is kept beside what the file says; noted outside the transaction, which a preview undoes.
  await noteSecrets(deps, who, 'export', [series.id], '/import/series')
  return inOne(deps, asked, async (inside) => {
    const tree = await loadTree(inside.store, deps.clock.today())
    const nodes = tree.nodes.map((n): Named => ({ id: n.id, names: [n.name.sv, n.name.en, n.short, n.slug].filter(Boolean) }))
    const rows: ChangedRow[] = []
    const firstAt = new Map<string, number>()
    let unchanged = 0
    for (const [i, { no, cells }] of table.rows.entries()) {
      signal?.throwIfAborted()
      if (i % 100 === 0) onProgress(i, table.rows.length)
      const at = (id: string): number => places.get(id)?.at ?? -1
      const line: Line = {
        no,
        cell: (id) => cells[at(id)] ?? emptyCell,
        name: (id) => cellName(Math.max(0, at(id)), no),
        unit: places.get('value')?.unit ?? null,
      }
      const done = await readLine(
        inside,
        who,
        series,
        columns.filter((c) => places.has(c.id)),
        line,
        nodes,
        tree,
        firstAt,
      )
      problems.push(...done.problems)
      if (done.row) rows.push(done.row)
      else if (done.problems.length === 0) unchanged++
      if (rows.length > most) problems.push(problemAt('', undefined, { code: 'import.too_many', text: words.tooMany(most) }))
      if (problems.length >= mostProblems || rows.length > most) break
    }
    return { rows, unchanged, problems: problems.slice(0, mostProblems) }
  })
}

const readLine = async (
  deps: Deps,
  who: Who,
  series: Series,
  columns: readonly FigureColumn[],
  line: Line,
  nodes: readonly Named[],
  tree: Tree,
  firstAt: Map<string, number>,
): Promise<{ readonly row: ChangedRow | null; readonly problems: readonly Problem[] }> => {
  const wrong = (id: string, ...refusals: readonly Refusal[]): { row: null; problems: Problem[] } => ({
    row: null,
    problems: refusals.map((r) => problemAt(line.name(columns.some((c) => c.id === id) ? id : 'node'), line.cell(id), r)),
  })
  const unusables = columns.filter((c) => c.form !== null && unusable(line.cell(c.id)) !== null)
  if (unusables.length > 0) return { row: null, problems: unusables.flatMap((c) => wrong(c.id, unusable(line.cell(c.id)) as Refusal).problems) }
  const node = oneNamed(cellText(line.cell('node')), nodes, words.unit)
  if (!node.ok) return wrong('node', ...node.refusals)
  const period = readPeriod(cellText(line.cell('period')))
  if (!period.ok) return wrong('period', ...period.refusals)
  const key = `${node.value} ${period.value}`
  const first = firstAt.get(key)
  if (first !== undefined) return wrong('period', { code: 'import.twice', text: words.twiceId(first) })
  firstAt.set(key, line.no)

  const pair = { seriesId: series.id, nodeId: node.value }
  const standing = await standingFigure(deps.store, pair, period.value)
  const differs = columns.filter((c) => {
    if (c.form === null || c.id === 'seen' || c.id === 'node' || c.id === 'period') return false
    const before = standing ? (['sv', 'en'] as const).map((l) => c.cell(standing, tree.get(node.value), l)) : [null]
    return !before.some((b) => saysTheSame(line.cell(c.id), b, c.id === 'value' ? 'number' : 'line'))
  })
  if (differs.length === 0) return { row: null, problems: [] }

  const status = readStatus(cellText(line.cell('status')))
  if (status === null) return wrong('status', { code: 'import.option', text: words.notOption(words.status, options) })
  const money = moneyUnitOf(series)
  const value = cellText(line.cell('value'))
  const stated = line.unit && money && line.unit !== money && /\d$/.test(value) ? `${value} ${line.unit}` : value
  // A final figure that is changed is revised: so says the file, whatever the column says of what it was.
  const final = standing?.status === 'final' || standing?.status === 'revised'
  const text = (id: string): string => cellText(line.cell(id))
  const seen = text('seen') === '' ? '0' : text('seen')
  const form = {
    node: node.value,
    period: period.value,
    value: stated,
    status: final ? 'revised' : status,
    missing: text('missing'),
    source: text('source'),
    basis: text('basis'),
    note: text('note'),
    reason: text('reason'),
    seen,
  }
  const read = readFigureForm(series, Object.fromEntries(Object.entries(form).map(([k, v]) => [k, [v]])))
  if (!read.ok) return { row: null, problems: read.refusals.flatMap((r) => wrong(r.field ?? 'node', r).problems) }
  const done = await recordFigure(deps, who, read.value)
  if (!done.ok) return { row: null, problems: done.refusals.flatMap((r) => wrong(r.code === 'figure.conflict' ? 'seen' : (r.field ?? 'node'), r).problems) }
  const before = (c: FigureColumn): string => (standing ? shownCell(c.cell(standing, tree.get(node.value), 'sv')) : '')
  const changes = differs.map((c) => ({ cell: line.name(c.id), label: c.head, before: before(c), after: cellText(line.cell(c.id)) }))
  return { row: { no: line.no, name: `${tree.get(node.value)?.short ?? ''} ${period.value}`.trim(), href: null, changes }, problems: [] }
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
