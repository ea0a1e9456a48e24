import { noteSecrets } from '../../access/access-log.ts'
import { seesSecretsOf } from '../../access/visible.ts'
import { newestFigures, reportingPairs } from '../../figures/figure-store.ts'
import { goalWords } from '../../figures/goal-words.ts'
import { listGoals, measuresOf } from '../../figures/goal-store.ts'
import { readCursor } from '../../figures/keyset.ts'
import { listSeries } from '../../figures/list-series.ts'
import { pageWords as words } from '../../figures/page-words.ts'
import { readSeriesFilter } from '../../figures/series-list-routes.tsx'
import { seriesByIds } from '../../figures/series-store.ts'
import { refreshStandings } from '../../figures/standing-store.ts'
import { targetWords, unitWords } from '../../figures/value.tsx'
import type { Deps } from '../../database/transact.ts'
import { loadTimeline } from '../../organisation/node-store.ts'
import { treeOn } from '../../organisation/timeline.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { Ctx } from '../../web/view.ts'
import { aboutFile, asked, type ListOut } from '../list.ts'
import { figureColumns, valueCell } from '../series/columns.ts'
import { restatedSheet } from '../series/restated-sheet.ts'
import { openSeries } from '../series/import-series.ts'
import { dayCell, type Sheet, type SheetCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { allPages } from './pages.ts'

/** The measures with their light, latest outcome and target; and, by its address, the figures of one. */
export const seriesList: ListOut = { name: 'series', sheet: (c, deps, part) => (part === '' ? allSeries(c, deps) : figuresOf(c, deps, part)) }

const allSeries = async (c: Ctx, deps: Deps): Promise<Sheet> => {
  const view = c.get('view')
  const { t } = view
  const tree = await loadTree(deps.store, view.today)
  const { filter } = readSeriesFilter(c, tree)
  await refreshStandings(deps, tree, Number.POSITIVE_INFINITY)
  const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
    for await (const row of allPages((after: string | null) => listSeries(deps, tree, filter, readCursor(after ?? undefined, 2)))) {
      const { series, latest, target, judged } = row
      const node = tree.get(row.nodeId)
      yield [
        textCell(t(series.name), series.id),
        textCell(node && t(node.name)),
        textCell(t(words.light[judged.light])),
        textCell(latest?.period),
        latest && latest.value !== null ? valueCell(latest.value, series) : null,
        textCell(t(unitWords(series))),
        textCell(target && t(targetWords(target, series))),
        textCell(series.source),
        textCell(series.slug),
      ]
    }
  }
  const heads = [
    words.name,
    exchangeWords.unit,
    words.lightHead,
    words.period,
    words.latest,
    exchangeWords.countedIn,
    words.target,
    exchangeWords.source,
    exchangeWords.id,
  ].map(t)
  return { name: t(words.series), heads, rows: rows(), about: aboutFile({ view, title: words.series, path: '/series', holds: 'series', selection: asked(c) }) }
}

/** So many periods of a unit are taken out; nobody follows anything longer. */
const mostPeriods = 2000

const figuresOf = async (c: Ctx, deps: Deps, slug: string): Promise<Sheet | null> => {
  const view = c.get('view')
  const series = await openSeries(deps, c.get('who'), slug)
  if (!series) return null
  // Its figures tell of the measure without naming it in any row.
  await noteSecrets(deps, c.get('who'), 'export', [series.id], '/export/series')
  if (c.req.query('units') === 'today') return restatedSheet(c, deps, series)
  const tree = await loadTree(deps.store, view.today)
  const columns = figureColumns(series)
  const only = tree.bySlug(c.req.query('node') ?? '')
  const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
    const pairs = (await reportingPairs(deps.store, [series.id])).filter((p) => !only || p.nodeId === only.id)
    const places = new Map(tree.nodes.map((n, i) => [n.id, i]))
    for (const pair of pairs.toSorted((a, b) => (places.get(a.nodeId) ?? 1e9) - (places.get(b.nodeId) ?? 1e9) || (a.nodeId < b.nodeId ? -1 : 1))) {
      for (const figure of await newestFigures(deps.store, [pair], mostPeriods))
        yield columns.map((column) => column.cell(figure, tree.get(pair.nodeId), view.locale))
    }
  }
  const selection = only ? [view.t(only.name)] : []
  const about = aboutFile({ view, title: series.name, path: `/series/${slug}`, holds: `series/${slug}`, selection, back: true })
  return { name: view.t(series.name), heads: columns.map((column) => view.t(column.head)), rows: rows(), about }
}

/** The goals, latest decided first. */
export const goalList: ListOut = {
  name: 'goals',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const view = c.get('view')
    const { t } = view
    const tree = treeOn(await loadTimeline(deps.store), view.today)
    const node = tree.bySlug(c.req.query('node') ?? '')
    const secretsOf = seesSecretsOf(c.get('who'), tree, view.today)
    const search = (c.req.query('q') ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, 200)
    const filter = { nodeIds: node ? tree.below(node.id) : null, on: c.req.query('which') === 'all' ? null : view.today, search, secretsOf }
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      const all = allPages(async (after: string | null) => {
        const { goals, next } = await listGoals(deps.store, filter, readCursor(after ?? undefined, 1))
        const ids = await measuresOf(
          deps.store,
          goals.map((g) => g.id),
        )
        const series = await seriesByIds(deps.store, [...ids.values()].flat())
        const named = goals.map((goal) => ({
          goal,
          measures: (ids.get(goal.id) ?? []).flatMap((id) => {
            const found = series.get(id)
            const open = found && (found.secrecy === null || secretsOf === 'all' || secretsOf.includes(found.nodeId))
            return open ? [t(found.name)] : []
          }),
        }))
        return { rows: named, next }
      })
      for await (const { goal, measures } of all) {
        const body = tree.get(goal.decision.bodyId)
        yield [
          textCell(goal.text),
          textCell(goal.area),
          textCell(body && t(body.name)),
          dayCell(goal.decision.day),
          textCell(goal.decision.paragraph),
          textCell(measures.join('; ')),
          textCell(goal.id),
        ]
      }
    }
    const heads = [goalWords.goal, exchangeWords.area, goalWords.body, goalWords.decided, exchangeWords.paragraph, goalWords.measures, exchangeWords.id].map(t)
    return {
      name: t(goalWords.goals),
      heads,
      rows: rows(),
      about: aboutFile({ view, title: goalWords.goals, path: '/goals', holds: 'goals', selection: asked(c) }),
    }
  },
}
