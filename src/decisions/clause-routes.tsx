import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { type Choices, choicesFor } from '../registers/choices.ts'
import type { ClauseEffect } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { metaOf } from '../registers/field.ts'
import { typedOf } from '../registers/shown.ts'
import type { Continuation } from '../reports/report.ts'
import { loadContinuation } from '../reports/report-store.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, type Fields, page, readFields, seeOther } from '../web/view.ts'
import { type AtDraft, atDraft, draftGone } from './at-draft.tsx'
import { changeDecisionDraft } from './change-draft.ts'
import type { ClauseKind } from './clause.ts'
import { ClauseFormPage, type ClauseFormPageProps, ClauseKindPage, ClauseTargetPage } from './clause-pages.tsx'
import { type DraftClause, moveClause, withClause, withoutClause } from './draft.ts'
import { enactments, isClauseKind } from './enactments.ts'
import { findTargets, findThing, labelOf, offerThings } from './lookup.ts'
import { type Reading, readClause } from './read-draft.ts'

const choicesOf = async (reading: Reading, kind: ClauseKind): Promise<Choices> => {
  const { fields } = enactments[kind]
  const things = await Promise.all(
    Object.entries(fields.shape).map(async ([name, schema]) => {
      const meta = metaOf(schema as never)
      if (meta.input !== 'thing') return []
      const offered = await offerThings(reading.store, meta.things ?? [], reading.secrets)
      return [[name, offered.map((value) => ({ value, label: { sv: value, en: value } }))] as const]
    }),
  )
  return { ...(await choicesFor(reading.store, { fields }, reading.tree)), ...Object.fromEntries(things.flat()) }
}

/** The items of the latest final report on what is declared fulfilled: what the clause may say of what continues. */
const itemsOf = async ({ store }: Reading, kind: ClauseKind, target: string | null): Promise<readonly Continuation[]> => {
  if (!target || enactments[kind].group !== 'end') return []
  const row = await store
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .select('report.id')
    .where('report.subject_id', '=', target)
    .where('report.kind', '=', 'final')
    .where('report.state', '<>', 'sent_back')
    .orderBy('thing.day', 'desc')
    .orderBy('report.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? loadContinuation(store, row.id) : []
}

const effectOf = (kind: ClauseKind): { readonly definition: ReturnType<typeof definitionOf>; readonly effect: ClauseEffect | undefined } => {
  const { target } = enactments[kind]
  const definition = target?.kind === 'entry' ? definitionOf(target.register) : undefined
  return { definition, effect: (definition?.clauses as Readonly<Record<string, ClauseEffect>> | undefined)?.[kind] }
}

/** `clause.id` is null while the clause is not in the draft yet: then its form makes it. */
const showForm = async (
  c: Ctx,
  { draft, reading }: AtDraft,
  clause: Pick<DraftClause, 'kind' | 'target'> & { readonly id: string | null },
  form: ClauseFormPageProps['form'],
  status: 200 | 422,
): Promise<Response> => {
  const [choices, items] = await Promise.all([choicesOf(reading, clause.kind), itemsOf(reading, clause.kind, clause.target)])
  return page(
    c,
    <ClauseFormPage
      view={c.get('view')}
      draftId={draft.id}
      kind={clause.kind}
      action={clause.id === null ? null : `/decisions/drafts/${draft.id}/clauses/${clause.id}`}
      form={form}
      choices={choices}
      about={clause.target ? await labelOf(reading.store, clause.target) : null}
      items={items}
      nodes={reading.tree.nodes}
    />,
    status,
  )
}

const startNew = async (c: Ctx, at: AtDraft): Promise<Response> => {
  const { reading, draft } = at
  const view = c.get('view')
  const kind = c.req.query('kind') ?? ''
  if (!isClauseKind(kind)) return page(c, <ClauseKindPage view={view} draftId={draft.id} />)
  const { target } = enactments[kind]
  const asked = c.req.query('entry') ?? ''
  const kinds = target?.kind === 'report' ? ['report'] : ['entry']
  const found = target && isId(asked) ? await findThing(reading.store, kinds, asked, reading.secrets) : null
  const { definition, effect } = effectOf(kind)
  if (target && !found) {
    const search = (c.req.query('q') ?? '').replaceAll('\u0000', '').slice(0, 200)
    const offered = await findTargets(reading.store, target, definition, effect?.does === 'create' ? undefined : effect?.act, search, reading.secrets)
    const nodeName = (id: string): string => view.t(reading.tree.get(id)?.name ?? { sv: '–', en: '–' })
    return page(c, <ClauseTargetPage view={view} draftId={draft.id} kind={kind} search={search} offered={offered} nodeName={nodeName} />)
  }
  const entry = found && definition ? await loadEntry(reading.store, found) : undefined
  const of = c.req.query('of') ?? ''
  const known = { ...(entry && definition ? typedOf(definition, entry.data) : {}), ...(isId(of) ? { of: [await labelOf(reading.store, of)] } : {}) }
  return showForm(c, at, { id: null, kind, target: found }, newForm(view.locale, known), 200)
}

const dayOf = ({ draft, reading }: AtDraft) => readDay(draft.head['day']?.[0] ?? '') ?? reading.today

const keep = async (c: Ctx, deps: Deps, at: AtDraft, clause: Omit<DraftClause, 'typed'>, fields: Fields): Promise<Response> => {
  const { _csrf: _, ...typed } = fields
  const changed = await changeDecisionDraft(deps, at.personId, at.draft.id, (d) => withClause(d, { ...clause, typed }))
  if (!changed) return draftGone(c, deps, at.draft.id)
  const read = await readClause(at.reading, { ...clause, typed }, dayOf(at))
  if (read.refusals.length === 0) return seeOther(c, `/decisions/drafts/${at.draft.id}`)
  // The form now leads to the clause's own address, so that what is sent again mends it instead of making another.
  return showForm(c, at, clause, refusedForm(c.get('view').locale, typed, read.refusals), 422)
}

/** The clauses of a draft: choosing a kind, what it is about, its form; moving and taking away. */
export const clauseRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions/drafts/:id/clauses/new', (c) => atDraft(c, deps, c.req.param('id'), (at) => startNew(c, at)))

  app.post('/decisions/drafts/:id/clauses/new', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const kind = c.req.query('kind') ?? ''
      const asked = c.req.query('entry') ?? ''
      if (!isClauseKind(kind)) return page(c, <ClauseKindPage view={c.get('view')} draftId={at.draft.id} />, 422)
      const kinds = enactments[kind].target?.kind === 'report' ? ['report'] : ['entry']
      const target = enactments[kind].target && isId(asked) ? await findThing(deps.store, kinds, asked, at.reading.secrets) : null
      return keep(c, deps, at, { id: deps.ids.next(), kind, target }, await readFields(c))
    }),
  )

  app.get('/decisions/drafts/:id/clauses/:clause', (c) =>
    atDraft(c, deps, c.req.param('id'), async (at) => {
      const clause = at.draft.clauses.find((x) => x.id === c.req.param('clause'))
      if (!clause) return seeOther(c, `/decisions/drafts/${at.draft.id}`)
      const read = await readClause(at.reading, clause, dayOf(at))
      const form = refusedForm(c.get('view').locale, clause.typed, read.refusals)
      return showForm(c, at, clause, form, 200)
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
