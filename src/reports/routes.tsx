import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { isDay } from '../kernel/day.ts'
import { readCursor } from '../kernel/cursor.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { definitionAt, definitionOf } from '../registers/definitions/index.ts'
import { draftKey, dropDraft, loadDraft } from '../registers/draft-store.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { askForReport } from './ask-for-report.ts'
import { handInReport } from './hand-in-report.ts'
import { listReports } from './list-reports.ts'
import { readReport, rowsOf } from './read-report.ts'
import type { ReportKind } from './report.ts'
import { type DocFormat, docFormats, sendDocument } from '../files/send-document.tsx'
import { reportDoc } from './report-doc.ts'
import { ReportForm } from './report-form.tsx'
import { ReportList } from './report-list.tsx'
import { ReportPage, SecretReport } from './report-page.tsx'
import { approvingDecision, loadContinuation, loadReport, postTitle } from './report-store.ts'
import { type Settlement, settleContinuation } from './settle-continuation.ts'

/** Reports: the list, one report, handing one in, asking for one, settling what continues. */
export const reportRoutes = (app: App, deps: Deps): void => {
  app.get('/reports', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const query = c.req.query('q') ?? ''
    const cursor = readCursor(c.req.query('after') ?? '')
    const found = await listReports(
      deps.store,
      { search: query, secretsOf: seesSecretsOf(c.get('who'), tree, view.today) },
      cursor && isDay(cursor.value) ? cursor : null,
    )
    const next = found.next && `/reports?${new URLSearchParams({ ...(query ? { q: query } : {}), after: found.next })}`
    return page(c, <ReportList view={view} tree={tree} query={query} {...found} next={next} />)
  })
  app.get('/reports/:id', (c) => showReport(c, deps, c.req.param('id')))
  for (const format of docFormats) app.get(`/reports/:id/${format}`, (c) => showReport(c, deps, c.req.param('id'), {}, [], format))
  app.post('/reports/:id/continuation/:no', (c) => settle(c, deps, c.req.param('id'), Number(c.req.param('no'))))
  app.get('/register/:path/:id/report', async (c) => {
    const { id, path } = c.req.param()
    const asked = c.req.query('draft') ?? ''
    const kind = c.req.query('kind') === 'final' || asked === draftOf(id, 'final') ? 'final' : 'interim'
    return showForm(c, deps, id, path, { ...(await keptBefore(c, deps, draftOf(id, kind))), kind: [kind] }, null)
  })
  app.post('/register/:path/:id/report', async (c) => {
    const fields = await readFields(c)
    const { id, path } = c.req.param()
    if (first(fields, 'more') !== '') return showForm(c, deps, id, path, fields, null)
    const { input, refusals } = readReport(fields)
    if (!isId(id)) return c.notFound()
    if (refusals.length > 0) return showForm(c, deps, id, path, fields, refusals)
    const done = await handInReport(deps, c.get('who'), { ...input, entryId: id })
    if (!done.ok) return showForm(c, deps, id, path, fields, done.refusals)
    const { personId } = c.get('who')
    if (personId) await dropDraft(deps.store, personId, draftOf(id, input.kind))
    return seeOther(c, `/reports/${done.value.id}`)
  })
  app.post('/register/:path/:id/ask', async (c) => {
    const fields = await readFields(c)
    const { id, path } = c.req.param()
    if (!isId(id)) return c.notFound()
    const who = c.get('who')
    const entry = await loadEntry(deps.store, id)
    const done = await askForReport(deps, who, { entryId: id, what: first(fields, 'what'), due: first(fields, 'due'), askedBy: entry?.nodeId ?? '' })
    return done.ok ? seeOther(c, `/register/${path}/${id}`) : showForm(c, deps, id, path, fields, done.refusals)
  })
}

const draftOf = (entryId: string, kind: ReportKind): string => draftKey('report', `${entryId}-${kind}`)

/** What the reader has typed in this form before and not handed in. */
const keptBefore = async (c: Ctx, deps: Deps, key: string): Promise<Fields> => {
  const { personId } = c.get('who')
  return (personId && (await loadDraft(deps.store, personId, key))?.fields) || {}
}

const showReport = async (
  c: Ctx,
  deps: Deps,
  id: string,
  fields: Fields = {},
  refusals: Parameters<typeof refusedForm>[2] = [],
  format: DocFormat | null = null,
): Promise<Response> => {
  const report = isId(id) ? await loadReport(deps.store, id) : undefined
  const entry = report && (await loadEntry(deps.store, report.subjectId))
  const definition = entry && definitionOf(entry.register)
  if (!report || !entry || !definition) return c.notFound()
  const [view, who] = [c.get('view'), c.get('who')]
  const tree = await loadTree(deps.store, view.today)
  const subject = subjectOf(entry, tree)
  const hidden = may(who, 'see', subject, view.today)
  if (hidden.length > 0) return page(c, <SecretReport view={view} refusals={hidden} />, 403)
  const [items, post, approvedBy] = await Promise.all([
    loadContinuation(deps.store, id),
    postTitle(deps.store, report.postId),
    approvingDecision(deps.store, report.clauseId),
  ])
  if (format) {
    const told = { report, items, entry, tree, post: post && view.t(post).toLowerCase(), locale: view.locale }
    return sendDocument(c, reportDoc(told), format)
  }
  return page(
    c,
    <ReportPage
      view={view}
      report={report}
      items={items}
      entry={entry}
      entryPath={`/register/${definition.path}/${entry.id}`}
      tree={tree}
      post={post && view.t(post).toLowerCase()}
      approvedBy={approvedBy}
      maySettle={may(who, 'entry.write', subject, view.today).length === 0}
      form={refusals.length > 0 ? refusedForm(view.locale, fields, refusals) : newForm(view.locale)}
    />,
    refusals.length > 0 ? 422 : 200,
  )
}

const settle = async (c: Ctx, deps: Deps, id: string, no: number): Promise<Response> => {
  const fields = await readFields(c)
  if (!isId(id) || !Number.isSafeInteger(no)) return c.notFound()
  const as = first(fields, 'as')
  const settlement: Settlement =
    as === 'done'
      ? { as }
      : as === 'dropped'
        ? { as, reason: first(fields, `reason-${no}`) }
        : { as: 'owned', nodeId: first(fields, `node-${no}`), due: first(fields, `due-${no}`) }
  const done = await settleContinuation(deps, c.get('who'), id, no, settlement)
  return done.ok ? seeOther(c, `/reports/${id}`) : showReport(c, deps, id, fields, done.refusals)
}

const showForm = async (
  c: Ctx,
  deps: Deps,
  id: string,
  path: string,
  fields: Fields,
  refusals: Parameters<typeof refusedForm>[2] | null,
): Promise<Response> => {
  const entry = isId(id) ? await loadEntry(deps.store, id) : undefined
  const definition = definitionAt(path)
  if (!entry || definition?.name !== entry.register) return c.notFound()
  const [view, who] = [c.get('view'), c.get('who')]
  const tree = await loadTree(deps.store, view.today)
  const hidden = may(who, 'see', subjectOf(entry, tree), view.today)
  if (hidden.length > 0) return page(c, <SecretReport view={view} refusals={hidden} />, 403)
  const kind = first(fields, 'kind') === 'final' ? 'final' : 'interim'
  const form = refusedForm(view.locale, fields, refusals ?? [])
  return page(
    c,
    <ReportForm
      view={view}
      entry={entry}
      entryPath={`/register/${path}/${id}`}
      kind={kind}
      form={form}
      tree={tree}
      draft={draftOf(id, kind)}
      rows={rowsOf(fields)}
    />,
    refusals ? 422 : 200,
  )
}
