import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { lights } from '../rulebook/light.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, page, readFields, seeOther } from '../web/view.ts'
import { defineSeries } from './define-series.ts'
import { DefinePage } from './define-page.tsx'
import { readCursor } from './keyset.ts'
import { askers, countSeries, listSeries, type SeriesFilter } from './list-series.ts'
import { readSeriesForm } from './series-form.ts'
import { SeriesListPage } from './series-list-page.tsx'
import { refreshStandings } from './standing-store.ts'

/** Standings counted before one page is shown; beyond it the page says that counting goes on. */
const countedAtOnce = 500

/** The nodes that somebody may define measures for. */
const ownersOf = (who: Who, tree: Tree): readonly string[] =>
  who.posts.length === 0
    ? []
    : tree.nodes.filter((n) => may(who, 'figure.record', { belongsTo: tree.chain(n.id), secrecy: null }, tree.at).length === 0).map((n) => n.id)

/** What the list's address asks for, as typed and as a filter of what this reader may see. */
export const readSeriesFilter = (c: Ctx, tree: Tree) => {
  const chosen = (c.req.queries('light') ?? []).filter((l) => lights.some((known) => known === l))
  const ask = {
    search: (c.req.query('q') ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, 200),
    lights: chosen,
    node: c.req.query('node') ?? '',
    askedBy: c.req.query('asked_by') ?? '',
    sort: c.req.query('sort') === 'name' ? ('name' as const) : ('light' as const),
  }
  const node = tree.bySlug(ask.node)
  const filter: SeriesFilter = {
    nodeIds: node ? tree.below(node.id) : null,
    lights: lights.filter((l) => chosen.includes(l)),
    askedBy: tree.bySlug(ask.askedBy)?.id ?? null,
    search: ask.search,
    sort: ask.sort,
    secretsOf: seesSecretsOf(c.get('who'), tree, c.get('view').today),
  }
  return { ask, filter }
}

/** The list of measures, sought, narrowed and sorted. */
export const seriesListRoutes = (app: App, deps: Deps): void => {
  app.get('/series', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const { ask, filter } = readSeriesFilter(c, tree)
    const counted = await refreshStandings(deps, tree, countedAtOnce)
    const { rows, next } = await listSeries(deps, tree, filter, readCursor(c.req.query('after'), 2))
    const mayDefine = ownersOf(c.get('who'), tree).length > 0
    return page(
      c,
      <SeriesListPage
        view={view}
        tree={tree}
        ask={ask}
        rows={rows}
        next={next}
        count={await countSeries(deps.store, filter)}
        askers={await askers(deps.store)}
        mayDefine={mayDefine}
        counting={counted >= countedAtOnce}
      />,
    )
  })

  app.get('/series/new', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const owners = ownersOf(c.get('who'), tree)
    const refusals = owners.length > 0 ? [] : may(c.get('who'), 'figure.record', { belongsTo: [], secrecy: null }, view.today)
    const form = { ...newForm(view.locale, { decimals: '0', node: owners.length === 1 ? owners[0] : null }), refusals }
    return page(c, <DefinePage view={view} tree={tree} owners={owners} form={form} />, refusals.length > 0 ? 403 : 200)
  })

  app.post('/series/new', async (c) => {
    const view = c.get('view')
    const who = c.get('who')
    const fields = await readFields(c)
    const read = await readSeriesForm(deps.store, fields)
    const done = read.ok ? await defineSeries(deps, who, read.value) : read
    if (done.ok) return seeOther(c, `/series/${done.value.slug}`)
    const tree = await loadTree(deps.store, view.today)
    return page(c, <DefinePage view={view} tree={tree} owners={ownersOf(who, tree)} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
  })
}
