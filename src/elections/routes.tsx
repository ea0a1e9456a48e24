import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { type Refusal, refused } from '../kernel/refusal.ts'
import { isElected } from '../organisation/post.ts'
import { isBody, loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { notFound } from '../organisation/message-page.tsx'
import { words as organisationWords } from '../organisation/words.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { AppointmentPage } from './appointment-page.tsx'
import { decisionOfClause, loadAppointment, successorOf } from './appointment-store.ts'
import { draftByElection, openByElectionCase, putOnAgenda } from './by-election.ts'
import { type Offered, VacanciesPage } from './vacancies-page.tsx'
import { agendaOf, comingMeetings, loadVacancies, type Vacancy } from './vacancy-store.ts'
import { words } from './words.ts'

/** Elected posts and their vacancies. */
export const electionRoutes = (app: App, deps: Deps): void => {
  app.get('/appointments/:id', (c) => showAppointment(c, deps, c.req.param('id')))
  app.get('/bodies/:slug/vacancies', (c) => ofBody(c, deps, (tree, body) => showVacancies(c, deps, tree, body, newForm(c.get('view').locale), 200)))
  app.post('/bodies/:slug/vacancies', (c) => ofBody(c, deps, (tree, body) => fill(c, deps, tree, body)))
}

const ofBody = async (c: Ctx, deps: Deps, show: (tree: Tree, body: OrgNode) => Promise<Response>): Promise<Response> => {
  const tree = await loadTree(deps.store, c.get('view').today)
  const body = tree.bySlug(c.req.param('slug') ?? '')
  return body && isBody(body.kind) ? show(tree, body) : notFound(c, organisationWords.notFound)
}

const showAppointment = async (c: Ctx, { store }: Deps, id: string): Promise<Response> => {
  const view = c.get('view')
  const held = isId(id) ? await loadAppointment(store, id) : null
  if (!held || !isElected(held.post.role)) return notFound(c, words.unknown)
  const tree = await loadTree(store, view.today)
  const secrets = seesSecretsOf(view.who, tree, view.today)
  const [electedBy, endedBy, instead, successor, thing] = await Promise.all([
    decisionOfClause(store, held.electedBy, secrets),
    decisionOfClause(store, held.ended?.by, secrets),
    held.insteadOf ? loadAppointment(store, held.insteadOf) : null,
    successorOf(store, held.id),
    store.selectFrom('thing').select('id').where('id', '=', held.id).executeTakeFirst(),
  ])
  const body = tree.get(held.post.nodeId) ?? null
  return page(
    c,
    <AppointmentPage
      view={view}
      held={held}
      body={body}
      electedBy={electedBy}
      endedBy={endedBy}
      instead={instead}
      successor={successor}
      hasThread={thing !== undefined}
    />,
  )
}

const offeredOf = async (c: Ctx, deps: Deps, tree: Tree, body: OrgNode, vacancy: Vacancy): Promise<Offered> => {
  const { who, today } = c.get('view')
  const { elector } = vacancy
  const mayOn = (act: 'meeting.prepare' | 'decision.register', node: OrgNode | null): boolean =>
    node !== null && may(who, act, { belongsTo: tree.chain(node.id), secrecy: null }, today).length === 0
  return {
    vacancy,
    onAgenda: await agendaOf(deps.store, body, vacancy),
    meetings: elector && mayOn('meeting.prepare', elector) ? await comingMeetings(deps.store, elector.id) : null,
    mayOpenCase: elector !== null && may(who, 'case.write', { belongsTo: [elector.id], secrecy: null }, today).length === 0,
    mayRegister: mayOn('decision.register', elector),
    mayAppoint: may(who, 'organisation.appoint', { belongsTo: tree.chain(body.id), secrecy: null }, today).length === 0,
    id: deps.ids.next(),
  }
}

const showVacancies = async (c: Ctx, deps: Deps, tree: Tree, body: OrgNode, form: FormState, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const vacancies = await loadVacancies(deps.store, tree, body, view.today)
  const offered = await Promise.all(vacancies.map((vacancy) => offeredOf(c, deps, tree, body, vacancy)))
  return page(c, <VacanciesPage view={view} body={body} offered={offered} form={form} />, status)
}

/** Puts the by-election on an agenda, or begins the decision. The policy is asked by the acts themselves. */
const fill = async (c: Ctx, deps: Deps, tree: Tree, body: OrgNode): Promise<Response> => {
  const view = c.get('view')
  const fields = await readFields(c)
  const about = first(fields, 'vacancy')
  const vacancy = (await loadVacancies(deps.store, tree, body, view.today)).find((v) => v.left.id === about)
  const refuse = (refusals: readonly Refusal[]) =>
    showVacancies(
      c,
      deps,
      tree,
      body,
      refusedForm(
        view.locale,
        fields,
        refusals.map((r) => (r.field ? { ...r, field: `${r.field}.${about}` } : r)),
      ),
      422,
    )
  if (!vacancy) return refuse([{ code: 'by_election.gone', text: words.gone }])
  const id = first(fields, 'id')
  const input = { id: isId(id) ? id : deps.ids.next(), body, vacancy, nominated: first(fields, `nominated.${about}`).slice(0, 300) }
  if (first(fields, 'do') === 'draft') {
    const barred = may(view.who, 'decision.register', { belongsTo: vacancy.elector ? tree.chain(vacancy.elector.id) : [], secrecy: null }, view.today)
    const done = barred.length > 0 || view.who.personId === null ? refused(...barred) : await draftByElection(deps, view.who.personId, input, view.today)
    return done.ok ? seeOther(c, `/decisions/drafts/${done.value.id}`) : refuse(done.refusals)
  }
  const meetingId = first(fields, `meeting.${about}`)
  if (first(fields, 'do') === 'case') {
    const done = await openByElectionCase(deps, view.who, { ...input, meetingId: isId(meetingId) ? meetingId : null }, view.today)
    if (!done.ok) return refuse(done.refusals)
    flash(c, 'created')
    return seeOther(c, `/cases/${done.value.id}`)
  }
  const done = await putOnAgenda(deps, view.who, { ...input, meetingId })
  if (!done.ok) return refuse(done.refusals)
  flash(c, 'created')
  return seeOther(c, `/meetings/${meetingId}/agenda#item-${done.value.id}`)
}
