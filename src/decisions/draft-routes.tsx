import { bodiesOf } from '../cases/find-case.tsx'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { dropDraft } from '../registers/draft-store.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { type AtDraft, asDrafter, atDraft, draftGone, readingOf } from './at-draft.tsx'
import { changeDecisionDraft, keepDecisionDraft, keyOf } from './change-draft.ts'
import type { DecisionDraft, Typed } from './draft.ts'
import { DraftPage } from './draft-page.tsx'
import { draftWords as words } from './draft-words.ts'
import { isClauseKind } from './enactments.ts'
import { HeadPage, type HeadPageProps } from './head-page.tsx'
import { findThing, labelOf, offerThings } from './lookup.ts'
import { type Reading, readDraft } from './read-draft.ts'
import { registerDraft } from './register-draft.ts'

const whatFields = ['title', 'body', 'day', 'paragraph', 'case', 'text', 'by'] as const
const headFields = [...whatFields, 'mandate', 'amount', 'urgentBecause', 'concerns', 'adjusted', 'announced', 'secrecy'] as const

const headIn = (fields: Fields): Typed => Object.fromEntries(headFields.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))

/** What cannot be read in the head. What is only missing may be filled in later. */
const unreadable = async (reading: Reading, draft: DecisionDraft): Promise<readonly Refusal[]> =>
  (await readDraft(reading, { ...draft, clauses: [] })).refusals.filter((r) => r.code === 'field.unreadable' || r.code === 'decision.case')

/** Kind and target of the first clause, as links into a new draft carry them. */
const carriedIn = (value: (name: string) => string | undefined): Record<string, string> => {
  const kind = value('clause') ?? value('kind') ?? ''
  const told = { clause: isClauseKind(kind) ? kind : '', entry: value('entry') ?? '', of: value('of') ?? '' }
  return Object.fromEntries(Object.entries(told).filter(([name, text]) => text !== '' && (name === 'clause' || isId(text))))
}

const showHead = async (c: Ctx, reading: Reading, props: Pick<HeadPageProps, 'form' | 'back' | 'carried' | 'isNew'>, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const [cases, mandates] = await Promise.all([offerThings(reading.store, ['case'], reading.secrets), offerThings(reading.store, ['mandate'], reading.secrets)])
  return page(c, <HeadPage view={view} bodies={bodiesOf(reading.tree)} cases={cases} mandates={mandates} {...props} />, status)
}

const tooMany = (form: FormState): FormState => refusedForm(form.locale, form.values, [{ code: 'draft.too_many', text: words.tooMany }])

const showDraft = async (c: Ctx, { draft, reading }: AtDraft, refusals: readonly Refusal[] = []): Promise<Response> => {
  const read = await readDraft(reading, draft)
  return page(c, <DraftPage view={c.get('view')} draft={draft} read={read} tree={reading.tree} refusals={refusals} />, refusals.length > 0 ? 422 : 200)
}

/** Drafting a decision: its head, the draft itself, registering and throwing away. */
export const draftRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions/new', (c) =>
    asDrafter(c, deps, async (_, bodies, tree) => {
      const view = c.get('view')
      const reading = await readingOf(c, deps, { id: '', head: {}, clauses: [], receivers: null }, tree)
      const asked = c.req.query('case') ?? ''
      const home = isId(asked) && (await findThing(deps.store, ['case'], asked, reading.secrets)) ? await labelOf(deps.store, asked, reading.secrets) : ''
      const title = isId(asked) && home !== '' ? home.split(' · ').slice(1).join(' · ') : ''
      const form = newForm(view.locale, {
        body: bodies.find((b) => b.slug === view.desk.slug)?.id ?? bodies[0]?.id,
        day: view.today,
        by: 'body',
        case: home,
        title,
      })
      return showHead(c, reading, { form, back: '/decisions', carried: carriedIn((name) => c.req.query(name)), isNew: true }, 200)
    }),
  )

  app.post('/decisions/new', (c) =>
    asDrafter(c, deps, async (personId, _, tree) => {
      const view = c.get('view')
      const fields = await readFields(c)
      const draft: DecisionDraft = { id: deps.ids.next(), head: headIn(fields), clauses: [], receivers: null }
      const reading = await readingOf(c, deps, draft, tree)
      const carried = carriedIn((name) => first(fields, name) || undefined)
      const refused = await unreadable(reading, draft)
      const form = refusedForm(view.locale, fields, refused)
      if (refused.length > 0) return showHead(c, reading, { form, back: '/decisions', carried, isNew: true }, 422)
      if (!(await keepDecisionDraft(deps, personId, draft))) return showHead(c, reading, { form: tooMany(form), back: '/decisions', carried, isNew: true }, 422)
      const { clause, ...rest } = carried
      return seeOther(
        c,
        clause ? `/decisions/drafts/${draft.id}/clauses/new?${new URLSearchParams({ kind: clause, ...rest })}` : `/decisions/drafts/${draft.id}`,
      )
    }),
  )

  app.get('/decisions/drafts/:id', (c) => atDraft(c, deps, c.req.param('id'), (at) => showDraft(c, at)))

  app.get('/decisions/drafts/:id/head', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ draft, reading }) => {
      const form = newForm(c.get('view').locale, draft.head)
      return showHead(c, reading, { form, back: `/decisions/drafts/${draft.id}`, carried: {}, isNew: false }, 200)
    }),
  )

  app.post('/decisions/drafts/:id/head', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ draft, reading, personId }) => {
      const fields = await readFields(c)
      const changed = await changeDecisionDraft(deps, personId, draft.id, (d) => ({ ...d, head: headIn(fields) }))
      if (!changed) return draftGone(c, deps, draft.id)
      const refused = await unreadable(reading, changed)
      const form = refusedForm(c.get('view').locale, fields, refused)
      if (refused.length > 0) return showHead(c, reading, { form, back: `/decisions/drafts/${draft.id}`, carried: {}, isNew: false }, 422)
      return seeOther(c, `/decisions/drafts/${draft.id}`)
    }),
  )

  app.post('/decisions/drafts/:id/register', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const done = await registerDraft(deps, c.get('view').who, at.draft, await readDraft(at.reading, at.draft))
      if (!done.ok) return showDraft(c, at, done.refusals)
      flash(c, 'created')
      return seeOther(c, `/decisions/${done.value.id}`)
    }),
  )

  app.post('/decisions/drafts/:id/discard', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ draft, personId }) => {
      await dropDraft(deps.store, personId, keyOf(draft.id))
      return seeOther(c, '/decisions')
    }),
  )
}
