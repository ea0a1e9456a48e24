import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { TextArea } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { flash } from '../web/flash.ts'
import { Shell } from '../web/shell.tsx'
import { type App, page, readFields, seeOther, type View } from '../web/view.ts'
import { composeSeries, type Part } from './compose-series.ts'
import { composeWords as words } from './compose-words.ts'
import { loadComposition } from './composition.tsx'
import { tooLong, typed } from './figure-form.ts'
import { foundSeries } from './found-series.tsx'
import type { Series } from './series.ts'
import { seriesNamed } from './series-form.ts'
import { words as seriesWords } from './words.ts'

const ComposePage = ({ view, series, form }: { readonly view: View; readonly series: Series; readonly form: FormState }) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.title(series.name))} question={4} room="series">
      <PageHead kicker={<a href={`/series/${series.slug}`}>{t(series.name)}</a>} title={t(words.title(series.name))} lead={t(words.lead)} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post" action={`/series/${series.slug}/parts`}>
        <Csrf view={view} />
        <TextArea form={form} name="parts" label={t(words.parts)} required={false} rows={8} />
        <Acts>
          <Button>{t(words.save)}</Button>
        </Acts>
      </form>
    </Shell>
  )
}

/** One series a line, by name or address word; a minus before one that is taken away. */
const readParts = async (deps: Deps, text: string): Promise<Verdict<readonly Part[]>> => {
  const [parts, wrong]: [Part[], Refusal[]] = [[], []]
  for (const line of text.split('\n').map((it) => it.trim())) {
    if (line === '') continue
    const minus = /^[-−–]\s*/.exec(line)
    const name = minus ? line.slice(minus[0].length) : line
    const seriesId = await seriesNamed(deps.store, name)
    if (seriesId) parts.push({ seriesId, sign: minus ? -1 : 1 })
    else wrong.push({ code: 'series.part', field: 'parts', text: seriesWords.noSuchSeries(name) })
  }
  return wrong.length > 0 ? refused(...wrong) : granted(parts)
}

/** The page where somebody says what a measure is made of. */
export const composeRoutes = (app: App, deps: Deps): void => {
  app.get('/series/:slug/parts', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const { series, tree } = found
    const view = c.get('view')
    const refusals = may(view.who, 'figure.record', { belongsTo: tree.chain(series.nodeId), secrecy: series.secrecy }, view.today)
    const { parts } = await loadComposition(deps.store, series.id)
    const form = newForm(view.locale, { parts: parts.map(({ slug, sign }) => `${sign < 0 ? '- ' : ''}${slug}`).join('\n') })
    return page(c, <ComposePage view={view} series={series} form={{ ...form, refusals }} />, refusals.length > 0 ? 403 : 200)
  })

  app.post('/series/:slug/parts', async (c) => {
    const found = await foundSeries(c, deps)
    if (found instanceof Response) return found
    const view = c.get('view')
    const fields = await readFields(c)
    const wrong = tooLong(fields, ['parts'])
    const read = wrong.length > 0 ? refused(...wrong) : await readParts(deps, typed(fields, 'parts'))
    const done = read.ok ? await composeSeries(deps, view.who, { wholeId: found.series.id, parts: read.value }) : read
    if (!done.ok) return page(c, <ComposePage view={view} series={found.series} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
    flash(c, 'saved')
    return seeOther(c, `/series/${found.series.slug}#made-of`)
  })
}
