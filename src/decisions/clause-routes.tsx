import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, type Fields, page, readFields, seeOther } from '../web/view.ts'
import { type AtDraft, atDraft, draftGone } from './at-draft.tsx'
import { changeDecisionDraft } from './change-draft.ts'
import { askedClause, showClauseForm, targetOf } from './clause-form.tsx'
import { ClauseKindPage, type ClausePlace } from './clause-pages.tsx'
import { draftWords as words } from './draft-words.ts'
import { type DraftClause, moveClause, withClause, withoutClause } from './draft.ts'
import { isClauseKind } from './enactments.ts'
import { readClause } from './read-draft.ts'

const placeOf = ({ draft }: AtDraft): ClausePlace => ({
  address: `/decisions/drafts/${draft.id}/clauses/new`,
  back: { href: `/decisions/drafts/${draft.id}`, words: words.back },
  kept: words.keptAnyway,
  wording: null,
})

/** A clause that is in the draft, whose form leads to its own address. */
const kept = (at: AtDraft, { id, kind, target }: Omit<DraftClause, 'typed'>) => ({ kind, target, action: `/decisions/drafts/${at.draft.id}/clauses/${id}` })

const startNew = async (c: Ctx, at: AtDraft): Promise<Response> => {
  const asked = await askedClause(c, at.reading, placeOf(at))
  if (asked instanceof Response) return asked
  return showClauseForm(c, at.reading, placeOf(at), { ...asked, action: null }, newForm(c.get('view').locale, asked.known), 200)
}

const dayOf = ({ draft, reading }: AtDraft) => readDay(draft.head['day']?.[0] ?? '') ?? reading.today

const keep = async (c: Ctx, deps: Deps, at: AtDraft, clause: Omit<DraftClause, 'typed'>, fields: Fields): Promise<Response> => {
  const { _csrf: _, ...typed } = fields
  const changed = await changeDecisionDraft(deps, at.personId, at.draft.id, (d) => withClause(d, { ...clause, typed }))
  if (!changed) return draftGone(c, deps, at.draft.id)
  const read = await readClause(at.reading, { ...clause, typed }, dayOf(at))
  if (read.refusals.length === 0) return seeOther(c, `/decisions/drafts/${at.draft.id}`)
  // The form now leads to the clause's own address, so that what is sent again mends it instead of making another.
  return showClauseForm(c, at.reading, placeOf(at), kept(at, clause), refusedForm(c.get('view').locale, typed, read.refusals), 422)
}

/** The clauses of a draft: choosing a kind, what it is about, its form; moving and taking away. */
export const clauseRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions/drafts/:id/clauses/new', (c) => atDraft(c, deps, c.req.param('id'), (at) => startNew(c, at)))

  app.post('/decisions/drafts/:id/clauses/new', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const kind = c.req.query('kind') ?? ''
      if (!isClauseKind(kind)) return page(c, <ClauseKindPage view={c.get('view')} place={placeOf(at)} />, 422)
      const target = await targetOf(at.reading, kind, c.req.query('entry') ?? '')
      return keep(c, deps, at, { id: deps.ids.next(), kind, target }, await readFields(c))
    }),
  )

  app.get('/decisions/drafts/:id/clauses/:clause', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const clause = at.draft.clauses.find((x) => x.id === c.req.param('clause'))
      if (!clause) return seeOther(c, `/decisions/drafts/${at.draft.id}`)
      const read = await readClause(at.reading, clause, dayOf(at))
      const form = refusedForm(c.get('view').locale, clause.typed, read.refusals)
      return showClauseForm(c, at.reading, placeOf(at), kept(at, clause), form, 200)
    }),
  )

  app.post('/decisions/drafts/:id/clauses/:clause', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const clause = at.draft.clauses.find((x) => x.id === c.req.param('clause'))
      return clause ? keep(c, deps, at, clause, await readFields(c)) : seeOther(c, `/decisions/drafts/${at.draft.id}`)
    }),
  )

  app.post('/decisions/drafts/:id/clauses/:clause/arrange', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ personId, draft }) => {
      const id = c.req.param('clause')
      const what = (await readFields(c))['do']?.[0] ?? ''
      await changeDecisionDraft(deps, personId, draft.id, (d) => {
        if (what === 'remove') return withoutClause(d, id)
        return what === 'up' || what === 'down' ? moveClause(d, id, what) : d
      })
      return seeOther(c, `/decisions/drafts/${draft.id}`)
    }),
  )
}
