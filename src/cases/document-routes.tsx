import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther, type View } from '../web/view.ts'
import { addDocument, type DocumentInput } from './add-document.ts'
import type { Case } from './case.ts'
import { loadDocument } from './case-store.ts'
import { type DocumentKind, documentKinds } from './document.ts'
import { DocumentFormPage, DocumentKindPage } from './document-form-page.tsx'
import { withCase } from './find-case.tsx'
import { readParts, typedOf } from './read-document.ts'

const kindIn = (c: Ctx): DocumentKind | undefined => documentKinds.find((k) => k === c.req.query('kind'))

const postsOf = async (deps: Deps, tree: Tree, found: Case, view: View) => {
  const rows = await deps.store
    .selectFrom('post')
    .select(['id', 'title_sv', 'title_en'])
    .where('node_id', 'in', [...tree.below(found.nodeId)])
    .where('seat', 'is', null)
    .orderBy('title_sv')
    .execute()
  return rows.map((r) => ({ value: r.id, label: view.locale === 'sv' ? r.title_sv : r.title_en }))
}

const file = async (
  deps: Deps,
  who: Who,
  found: Case,
  kind: DocumentKind,
  replaces: string | undefined,
  fields: Fields,
): Promise<Verdict<{ readonly id: string }>> => {
  const parts = readParts(kind, fields)
  const author = first(fields, 'author')
  const section = first(fields, 'secrecy').trim()
  const input = {
    caseId: found.id,
    kind,
    title: first(fields, 'title'),
    day: readDay(first(fields, 'day')),
    parts: parts.ok ? parts.value : {},
    authorId: isId(author) ? author : null,
    ...(replaces ? { replaces } : {}),
    ...(section === '' ? {} : { secrecy: section }),
  } as DocumentInput
  return addDocument(deps, who, input, parts.ok ? {} : { beside: parts.refusals })
}

/** Filing a document in a case: first its kind, then its parts. */
export const documentRoutes = (app: App, deps: Deps): void => {
  const show = async (c: Ctx, found: Case, tree: Tree, kind: DocumentKind, form: FormState, status: 200 | 422): Promise<Response> => {
    const view = c.get('view')
    return page(c, <DocumentFormPage view={view} found={found} kind={kind} form={form} posts={await postsOf(deps, tree, found, view)} />, status)
  }

  app.get('/cases/:id/documents/new', (c) =>
    withCase(c, deps, c.req.param('id'), async (found, tree) => {
      const view = c.get('view')
      const kind = kindIn(c)
      if (!kind) return page(c, <DocumentKindPage view={view} found={found} />)
      const replaces = c.req.query('replaces') ?? ''
      const old = isId(replaces) ? await loadDocument(deps.store, replaces) : undefined
      const seen = old && may(view.who, 'see', subjectOf(old, tree), view.today).length === 0
      const known = old && seen && old.caseId === found.id && old.kind === kind ? { title: old.title, author: old.authorId, ...typedOf(kind, old.parts) } : {}
      return show(c, found, tree, kind, newForm(view.locale, { day: view.today, ...known }), 200)
    }),
  )

  app.post('/cases/:id/documents/new', (c) =>
    withCase(c, deps, c.req.param('id'), async (found, tree) => {
      const view = c.get('view')
      const kind = kindIn(c)
      if (!kind) return page(c, <DocumentKindPage view={view} found={found} />, 422)
      const replaces = c.req.query('replaces') ?? ''
      const fields = await readFields(c)
      const done = await file(deps, view.who, found, kind, isId(replaces) ? replaces : undefined, fields)
      if (!done.ok) return show(c, found, tree, kind, refusedForm(view.locale, fields, done.refusals), 422)
      flash(c, 'created')
      return seeOther(c, `/documents/${done.value.id}`)
    }),
  )
}
