import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { contradictionsOn } from '../contradictions/standing-store.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { caseActRoutes } from './act-routes.tsx'
import { caseStates } from './case.ts'
import { loadCase, loadDocument } from './case-store.ts'
import { type DocFormat, docFormats, sendDocument } from '../files/send-document.tsx'
import { documentDoc } from './document-doc.ts'
import { DocumentPage } from './document-page.tsx'
import { documentTold } from './document-told.ts'
import { documentRoutes } from './document-routes.tsx'
import { preparationRoutes } from './preparation/routes.tsx'
import { showCase } from './show-case.tsx'
import { uploadRoutes } from './upload-routes.tsx'
import { loadAttachments } from '../files/attachment-store.ts'
import { bodiesOf, gone, withCase } from './find-case.tsx'
import { readCursor } from '../kernel/cursor.ts'
import { type CaseFilter, caseSorts, countCases, listCases } from './list-cases.ts'
import { CaseListPage } from './list-page.tsx'
import { SecretPage } from './missing-page.tsx'

/** Cases: the register, each case and its documents, and the forms of every act on them. */
export const caseRoutes = (app: App, deps: Deps): void => {
  app.get('/cases', (c) => showList(c, deps))
  caseActRoutes(app, deps)
  documentRoutes(app, deps)
  uploadRoutes(app, deps)
  preparationRoutes(app, deps)
  app.get('/cases/:id', (c) => withCase(c, deps, c.req.param('id'), (found, tree) => showCase(c, deps, found, tree)))
  app.get('/documents/:id', (c) => showDocument(c, deps, c.req.param('id'), null))
  for (const format of docFormats) app.get(`/documents/:id/${format}`, (c) => showDocument(c, deps, c.req.param('id'), format))
}

/** What the list's address asks for, of what this reader may see. */
export const readCaseFilter = (c: Ctx, tree: Tree): CaseFilter => {
  const view = c.get('view')
  const year = c.req.query('year') ?? ''
  return {
    nodeId: bodiesOf(tree).find((b) => b.id === c.req.query('body'))?.id ?? null,
    year: /^(19|20|21)\d{2}$/.test(year) ? Number(year) : null,
    state: caseStates.find((s) => s === c.req.query('state')) ?? null,
    search: (c.req.query('q') ?? '').replaceAll('\u0000', '').slice(0, 200),
    sort: caseSorts.find((s) => s === c.req.query('sort')) ?? 'newest',
    secretsOf: seesSecretsOf(view.who, tree, view.today),
  }
}

const showList = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const filter = readCaseFilter(c, tree)
  const after = readCursor(c.req.query('after') ?? '')
  const [list, all, open] = await Promise.all([
    listCases(deps.store, filter, after),
    countCases(deps.store, filter),
    filter.state === null ? countCases(deps.store, { ...filter, state: 'open' }) : 0,
  ])
  const opened = filter.state === 'open' ? all : open
  return page(c, <CaseListPage view={view} filter={filter} list={list} count={{ all, open: opened }} bodies={bodiesOf(tree)} onFirstPage={after === null} />)
}

/** The document as a page, or in another form. */
const showDocument = async (c: Ctx, deps: Deps, id: string, format: DocFormat | null): Promise<Response> => {
  const view = c.get('view')
  const document = isId(id) ? await loadDocument(deps.store, id) : undefined
  const home = document && (await loadCase(deps.store, document.caseId))
  if (!document || !home) return gone(c)
  const tree = await loadTree(deps.store, view.today)
  const hidden = [document, home].flatMap((thing) => may(view.who, 'see', subjectOf(thing, tree), view.today))[0]
  if (hidden) return page(c, <SecretPage view={view} number={home.number} why={hidden.text} />, 403)
  const attachments = await loadAttachments(deps.store, [document.id])
  const told = await documentTold(deps.store, tree, { document, home, attachments }, { locale: view.locale })
  if (format) return sendDocument(c, documentDoc(told), format)
  return page(
    c,
    <DocumentPage
      view={view}
      home={home}
      document={document}
      attachments={attachments}
      authority={told.authority}
      contradictions={await contradictionsOn(deps.store, [document.id], seesSecretsOf(view.who, tree, view.today))}
      author={told.author}
      mayWrite={home.state !== 'closed' && may(view.who, 'case.write', subjectOf(home, tree), view.today).length === 0}
    />,
  )
}
