import { noteSecrets } from '../../access/access-log.ts'
import { refreshSeries } from '../../contradictions/refresh.ts'
import { type Deps, violates } from '../../database/transact.ts'
import { placeOf, standingFigures } from '../../figures/figure-store.ts'
import { recordAllFigures } from '../../figures/record-figure.ts'
import type { Series } from '../../figures/series.ts'
import { seriesBySlug } from '../../figures/series-store.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { may } from '../../rulebook/policy.ts'
import { inOne } from '../import/in-one.ts'
import { type ChangedRow, type ImportOutcome, mostProblems, type Problem, problemAt } from '../import/problem.ts'
import type { Named } from '../import/read-cell.ts'
import { besideHeads, readHeads } from '../import/read-heads.ts'
import type { Run } from '../import/run.ts'
import { cellName, emptyCell, type ReadCell } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import { figureColumns } from './columns.ts'
import { type LineDone, type LineWrite, placeLine, readLine, type Reading } from './read-lines.ts'

/** The series at the address, if this reader may see it. */
export const openSeries = async ({ store, clock }: Deps, who: Who, slug: string): Promise<Series | null> => {
  const series = await seriesBySlug(store, slug)
  if (!series) return null
  const today = clock.today()
  const tree = await loadTree(store, today)
  return may(who, 'see', { belongsTo: tree.chain(series.nodeId), secrecy: series.secrecy }, today).length === 0 ? series : null
}

/**
 * Reads figures of a series in, by unit and period, each through the act that records one: a value that differs becomes a new version,
 * by the rules of final figures, and a version that others have recorded meanwhile is a conflict. All of it, or nothing.
 */
export const importSeries = async (deps: Deps, who: Who, series: Series, asked: Run): Promise<ImportOutcome> => {
  const { table, onProgress = () => {}, signal } = asked
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
  return inOne(deps, asked, async (inside, tx) => {
    const tree = await loadTree(tx, deps.clock.today())
    const nodes = tree.nodes.map((n): Named => ({ id: n.id, names: [n.name.sv, n.name.en, n.short, n.slug].filter(Boolean) }))
    const reading: Reading = { series, columns: columns.filter((c) => places.has(c.id)), nodes, tree, firstAt: new Map() }
    const rows: ChangedRow[] = []
    let unchanged = 0
    for (let from = 0; from < table.rows.length; from += atOnce) {
      signal?.throwIfAborted()
      onProgress(from, table.rows.length)
      const placed = table.rows.slice(from, from + atOnce).map(({ no, cells }) => {
        const at = (id: string): number => places.get(id)?.at ?? -1
        const cell = (id: string): ReadCell => cells[at(id)] ?? emptyCell
        return placeLine(reading, { no, cell, name: (id) => cellName(Math.max(0, at(id)), no), unit: places.get('value')?.unit ?? null })
      })
      const standing = await standingFigures(
        tx,
        series.id,
        placed.flatMap((p) => ('place' in p ? [p.place] : [])),
      )
      const read = placed.map((p) => ('place' in p ? readLine(reading, p, standing.get(placeOf(p.place)) ?? null) : p))
      for (const done of await recordLines(inside, who, series, read)) {
        problems.push(...done.problems)
        if (done.row) rows.push(done.row)
        else if (done.problems.length === 0) unchanged++
      }
      if (problems.length >= mostProblems) break
    }
    if (rows.length > 0 && problems.length === 0) await refreshSeries(tx, inside, series.id)
    return { rows, unchanged, problems: problems.slice(0, mostProblems) }
  }).catch((error: unknown) => {
    if (!violates(error, 'figure_series_id_node_id_period_version_key')) throw error
    // Somebody recorded one of them while the file was read in: nothing of it was written.
    return { rows: [], unchanged: 0, problems: [problemAt('', undefined, { code: 'figure.conflict', text: words.raced })], applied: false }
  })
}

/** So many lines are read and recorded together: the database is asked as much of them as of one. */
const atOnce = 500

/** Lets the figures of some lines be recorded at once, and tells what became of each line. */
const recordLines = async (deps: Deps, who: Who, series: Series, read: readonly (LineWrite | LineDone)[]): Promise<readonly LineDone[]> => {
  const writes = read.filter((r): r is LineWrite => 'asked' in r)
  const verdicts = await recordAllFigures(
    deps,
    who,
    series,
    writes.map((w) => w.asked),
  )
  const became = new Map(writes.map((w, i) => [w, w.done(verdicts[i] as Verdict<unknown>)]))
  return read.map((r) => ('asked' in r ? (became.get(r) as LineDone) : r))
}
