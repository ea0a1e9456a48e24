import type { Deps } from '../database/transact.ts'
import { isPeriod } from '../kernel/period.ts'
import { refused } from '../kernel/refusal.ts'
import type { Tree } from '../organisation/tree.ts'
import { type Light, lights } from '../rulebook/light.ts'
import { written } from '../rulebook/notation.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, page, readFields, seeOther } from '../web/view.ts'
import { mayWithFigures } from './act.ts'
import { readFigureForm, typed } from './figure-form.ts'
import { reportingPairs, standingFigure } from './figure-store.ts'
import { foundSeries } from './found-series.tsx'
import { JudgePage } from './judge-page.tsx'
import { overrideLight } from './override-light.ts'
import { overridesOf } from './override-store.ts'
import { recordFigure } from './record-figure.ts'
import { RecordPage } from './record-page.tsx'
import { notationOf, type Series } from './series.ts'
import { homeNodes, loadRows } from './summary.ts'
import { words } from './words.ts'

/** The units whose figures the reader may hand in. */
const choosable = async (deps: Deps, c: Ctx, series: Series, tree: Tree): Promise<readonly string[]> => {
  const reporting = (await reportingPairs(deps.store, [series.id])).map((p) => p.nodeId)
  const all = [...new Set([...tree.below(series.nodeId), ...reporting])]
  return all.filter((id) => tree.get(id) && mayWithFigures(c.get('who'), 'figure.record', series, id, tree, c.get('view').today).length === 0)
}

/** The forms of measures: a new one, a figure, a judgement, what it is made of. */
export const figureActRoutes = (app: App, deps: Deps): void => {
  app.get('/series/:slug/record', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const view = c.get('view')
    const nodeId = tree.bySlug(c.req.query('node') ?? '')?.id ?? (await homeNodes(deps.store, tree, [series]))[0]?.nodeId ?? series.nodeId
    const refusals = mayWithFigures(c.get('who'), 'figure.record', series, nodeId, tree, view.today)
    const form: FormState = { ...(await filled(deps, c, series, nodeId)), refusals }
    return page(
      c,
      <RecordPage view={view} series={series} tree={tree} nodeIds={await choosable(deps, c, series, tree)} form={form} />,
      refusals.length > 0 ? 403 : 200,
    )
  })

  app.post('/series/:slug/record', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const fields = await readFields(c)
    const read = readFigureForm(series, fields)
    const done = read.ok ? await recordFigure(deps, c.get('who'), read.value) : read
    if (done.ok) return seeOther(c, `/series/${series.slug}?node=${tree.get(done.value.nodeId)?.slug ?? ''}`)
    // A conflict has shown the version that stands: handing in again replaces it knowingly.
    const standing = read.ok ? await standingFigure(deps.store, read.value, read.value.period) : null
    const values = standing ? { ...fields, seen: [String(standing.version)] } : fields
    const form = refusedForm(c.get('view').locale, values, done.refusals)
    return page(c, <RecordPage view={c.get('view')} series={series} tree={tree} nodeIds={await choosable(deps, c, series, tree)} form={form} />, 422)
  })

  app.on(['GET', 'POST'], '/series/:slug/judge', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const view = c.get('view')
    const nodeId = tree.bySlug(c.req.query('node') ?? '')?.id ?? (await homeNodes(deps.store, tree, [series]))[0]?.nodeId ?? series.nodeId
    const slug = tree.get(nodeId)?.slug ?? ''
    const [row] = await loadRows(deps.store, tree, [{ series, nodeId }])
    if (!row) throw new Error('a series without a row')
    const show = (form: FormState, status: 200 | 403 | 422): Response => page(c, <JudgePage view={view} row={row} nodeSlug={slug} form={form} />, status)
    if (c.req.method === 'GET') {
      const standing = (await overridesOf(deps.store, [{ seriesId: series.id, nodeId }])).find((o) => o.period === row.latest?.period)
      const refusals = mayWithFigures(c.get('who'), 'light.override', series, nodeId, tree, view.today)
      return show({ ...newForm(view.locale, { seen: standing?.id, light: row.judged.light }), refusals }, refusals.length > 0 ? 403 : 200)
    }
    const fields = await readFields(c)
    const period = typed(fields, 'period')
    const light = lights.find((l) => l === typed(fields, 'light'))
    const input = { seriesId: series.id, nodeId, light: light ?? ('' as Light), reason: typed(fields, 'reason'), seen: typed(fields, 'seen') || null }
    const done = isPeriod(period)
      ? await overrideLight(deps, c.get('who'), { ...input, period })
      : refused({ code: 'light.period', field: 'period', text: words.choose })
    if (done.ok) return seeOther(c, `/series/${series.slug}?node=${slug}#judged`)
    const standing = (await overridesOf(deps.store, [{ seriesId: series.id, nodeId }])).find((o) => o.period === period)
    return show(refusedForm(view.locale, { ...fields, seen: standing ? [standing.id] : [] }, done.refusals), 422)
  })
}

/** The form for a period, with what stands there now; without a period, empty. */
const filled = async (deps: Deps, c: Ctx, series: Series, nodeId: string): Promise<FormState> => {
  const { locale } = c.get('view')
  const period = c.req.query('period') ?? ''
  const standing = isPeriod(period) ? await standingFigure(deps.store, { seriesId: series.id, nodeId }, period) : null
  const final = standing?.status === 'final' || standing?.status === 'revised'
  return newForm(locale, {
    node: nodeId,
    period,
    seen: standing?.version ?? 0,
    value: standing === null || standing.value === null ? null : written(standing.value, { ...notationOf(series), unit: null }, locale),
    missing: standing?.missing,
    status: final ? 'revised' : (standing?.status ?? 'preliminary'),
    source: standing?.source,
    basis: standing?.basis,
    note: standing?.note,
  })
}
