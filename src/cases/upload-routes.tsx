import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { checkFiles } from '../files/attachment.ts'
import { loadAttachment } from '../files/attachment-store.ts'
import { UploadPage } from '../files/upload-page.tsx'
import { isId } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { attachFile } from './attach-file.ts'
import type { Case } from './case.ts'
import { loadDocument } from './case-store.ts'
import { gone, withCase } from './find-case.tsx'
import { SecretPage } from './missing-page.tsx'

/** What takes files: a case or one of its documents. */
interface Home {
  readonly thingId: string
  readonly name: string
  readonly href: string
}

/** The form that attaches files to a case or a document, and what it does. The addresses end in /upload, where the door lets files in. */
export const uploadRoutes = (app: App, deps: Deps): void => {
  const paths = { cases: withCaseHome, documents: withDocumentHome }
  for (const [path, find] of Object.entries(paths)) {
    app.get(`/${path}/:id/upload`, (c) => find(c, deps, c.req.param('id'), (found, home) => show(c, deps, home, newForm(c.get('view').locale), found)))
    app.post(`/${path}/:id/upload`, (c) => find(c, deps, c.req.param('id'), (found, home) => take(c, deps, found, home)))
  }
}

type Found = (found: Case, home: Home) => Promise<Response>

const withCaseHome = (c: Ctx, deps: Deps, id: string, then: Found): Promise<Response> =>
  withCase(c, deps, id, (found) => then(found, { thingId: found.id, name: `${found.number} ${found.title}`, href: `/cases/${found.id}` }))

const withDocumentHome = async (c: Ctx, deps: Deps, id: string, then: Found): Promise<Response> => {
  const view = c.get('view')
  const document = isId(id) ? await loadDocument(deps.store, id) : undefined
  if (!document) return gone(c)
  return withCase(c, deps, document.caseId, (found, tree) => {
    const hidden = may(view.who, 'see', subjectOf(document, tree), view.today)[0]
    return hidden
      ? Promise.resolve(page(c, <SecretPage view={view} number={found.number} why={hidden.text} />, 403))
      : then(found, { thingId: document.id, name: `${found.number} ${document.title}`, href: `/documents/${document.id}` })
  })
}

const replacedBy = (c: Ctx): string | undefined => {
  const id = c.req.query('replaces') ?? ''
  return isId(id) ? id : undefined
}

const show = async (c: Ctx, deps: Deps, home: Home, form: FormState, found: Case): Promise<Response> => {
  const view = c.get('view')
  const hinders = may(view.who, 'case.write', subjectOf(found, await loadTree(deps.store, view.today)), view.today)
  const told = form.refusals.length > 0 || hinders.length === 0 ? form : refusedForm(view.locale, {}, hinders)
  const id = replacedBy(c)
  const old = id === undefined ? undefined : await loadAttachment(deps.store, id)
  return page(c, <UploadPage view={view} form={told} home={home} replaces={old?.thingId === home.thingId ? old : undefined} />, statusOf(form, told))
}

/** What was sent was refused (422), or the reader may not send anything here (403). */
const statusOf = (sent: FormState, told: FormState): 200 | 403 | 422 => (sent.refusals.length > 0 ? 422 : told.refusals.length > 0 ? 403 : 200)

const take = async (c: Ctx, deps: Deps, found: Case, home: Home): Promise<Response> => {
  const view = c.get('view')
  const fields = await readFields(c)
  const files = await checkFiles(c.get('upload'), 'files')
  const done = await attachFile(
    deps,
    view.who,
    { caseId: found.id, thingId: home.thingId, files: files.ok ? files.value : [], title: first(fields, 'title'), replaces: replacedBy(c) },
    files.ok ? {} : { beside: files.refusals },
  )
  if (!done.ok) return show(c, deps, home, refusedForm(view.locale, fields, done.refusals), found)
  flash(c, 'created')
  return seeOther(c, `${home.href}#attachments`)
}
