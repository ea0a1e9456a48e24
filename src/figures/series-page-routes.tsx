import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { isPeriod } from '../kernel/period.ts'
import { type App, page, seeOther } from '../web/view.ts'
import { AbsentPage } from './absent-page.tsx'
import { FigurePage } from './figure-page.tsx'
import { figureById, reportingPairs, versionsOf } from './figure-store.ts'
import { foundSeries, seen } from './found-series.tsx'
import { loadSeriesView } from './load-series.ts'
import { overridesOf } from './override-store.ts'
import { pageWords as words } from './page-words.ts'
import { peopleByIds } from './people.ts'
import { figureHref } from './provenance.tsx'
import { seriesByIds } from './series-store.ts'
import { docFormats, sendDocument } from '../files/send-document.tsx'
import { seriesDoc } from './series-doc.ts'
import { SeriesPage } from './series-page.tsx'
import { homeNode } from './standing.ts'

/** The page of a measure, and that of one of its periods with every version. */
export const seriesPageRoutes = (app: App, deps: Deps): void => {
  app.get('/series/:slug', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const nodeId = tree.bySlug(c.req.query('node') ?? '')?.id ?? null
    const data = await loadSeriesView(deps.store, series, { nodeId, who: c.get('who'), today: c.get('view').today })
    return page(c, <SeriesPage view={c.get('view')} data={data} />)
  })
  for (const format of docFormats) {
    app.get(`/series/:slug/${format}`, async (c) => {
      const view = c.get('view')
      const found = await foundSeries(c, deps)
      if (found instanceof Response) return found
      const nodeId = found.tree.bySlug(c.req.query('node') ?? '')?.id ?? null
      const data = await loadSeriesView(deps.store, found.series, { nodeId, who: c.get('who'), today: view.today })
      return sendDocument(c, seriesDoc(data, view.today, view.locale), format)
    })
  }

  app.get('/series/:slug/:period', async (c) => {
    const view = c.get('view')
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const period = c.req.param('period')
    const back = { href: `/series/${series.slug}`, words: series.name }
    if (!isPeriod(period)) return page(c, <AbsentPage view={view} title={words.absentTitle} lead={words.absentLead} back={back} />, 404)
    const reporting = (await reportingPairs(deps.store, [series.id])).map((p) => p.nodeId)
    const nodeId = tree.bySlug(c.req.query('node') ?? '')?.id ?? homeNode(series, tree, reporting)
    const pair = { seriesId: series.id, nodeId }
    const versions = await versionsOf(deps.store, pair, period)
    const overrides = (await overridesOf(deps.store, [pair])).filter((o) => o.period === period)
    const people = await peopleByIds(
      deps.store,
      versions.flatMap((f) => (f.recordedBy.startsWith('person:') ? [f.recordedBy.slice('person:'.length)] : [])),
    )
    return page(
      c,
      <FigurePage view={view} series={series} tree={tree} nodeId={nodeId} period={period} versions={versions} overrides={overrides} people={people} />,
    )
  })

  app.get('/figures/:id', async (c) => {
    const id = c.req.param('id')
    const figure = isId(id) ? await figureById(deps.store, id) : null
    const found = await seen(c, deps, figure ? (await seriesByIds(deps.store, [figure.seriesId])).get(figure.seriesId) : undefined)
    if (found instanceof Response || !figure) return found as Response
    const node = await deps.store.selectFrom('node').select('slug').where('id', '=', figure.nodeId).executeTakeFirst()
    return seeOther(c, `${figureHref(found.series.slug, figure.period, node?.slug)}#v${figure.version}`)
  })
}
