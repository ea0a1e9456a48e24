import { may } from '../../access/policy.ts'
import { type Secrets, seesSecretsOf, visibleThing } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import { type Day, readDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/identity.ts'
import { type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { isBody, loadTree, type Tree } from '../../organisation/tree.ts'
import { noticeTime, summonsTime } from '../../rulebook/meeting/notice-time.ts'
import { type FormState, newForm, refusedForm } from '../../web/components/form-state.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../../web/view.ts'
import { proposalShape } from '../agenda/proposal.ts'
import { addItem } from '../agenda/add-item.ts'
import { planMeeting } from '../agenda/plan-meeting.ts'
import { loadHead } from '../record/record-store.ts'
import { itemKinds, meetingForms, type MeetingHead } from '../record/record.ts'
import type { AgendaLine } from '../../database/tables/agenda.ts'
import { preparationOnAgenda } from '../preparation/on-agenda.ts'
import { readSaid, saidOf } from '../preparation/said.ts'
import type { Paper } from '../summons/paper.ts'
import { loadPapers, papersNow } from '../summons/paper-store.ts'
import { AgendaPage, PlanMeetingPage } from './agenda-page.tsx'
import { delegatedSince, notifiedSince } from './delegated-since.ts'
import { changeItem, listAgain, moveItem, removeItem } from './prepare-agenda.ts'
import { proposalOfCase } from './proposal-of-case.ts'
import { electedBy, putElection } from './put-election.ts'
import { readyCases } from './ready-cases.ts'
import { agendaNow, loadVersions, sendAgenda } from './send-agenda.ts'
import { words } from './words.ts'

/** Planning meetings and building their agendas. */
export const beforeRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/new', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const own = tree.bySlug(view.desk.slug)
    const form = newForm(view.locale, { id: deps.ids.next(), bodyId: own?.id, starts: '13:00', form: 'physical' })
    return page(c, <PlanMeetingPage view={view} bodies={preparable(c, tree)} form={form} />)
  })

  app.post('/meetings/new', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const id = first(fields, 'id')
    const done = await planMeeting(deps, view.who, {
      id: isId(id) ? id : deps.ids.next(),
      bodyId: first(fields, 'bodyId'),
      day: readDay(first(fields, 'day')) ?? ('' as Day),
      starts: first(fields, 'starts').trim().replace('.', ':'),
      place: first(fields, 'place').slice(0, 300),
      form: meetingForms.find((form) => form === first(fields, 'form')) ?? 'physical',
      public: first(fields, 'public') !== '',
      closedReason: first(fields, 'closedReason').slice(0, 1000) || null,
      closedByNumber: first(fields, 'closedBy').slice(0, 100),
      closedUntil: first(fields, 'closedUntil').slice(0, 100),
    })
    if (done.ok) {
      flash(c, 'created')
      return seeOther(c, `/meetings/${done.value.id}/agenda`)
    }
    const tree = await loadTree(deps.store, view.today)
    return page(c, <PlanMeetingPage view={view} bodies={preparable(c, tree)} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
  })

  app.get('/meetings/:id/agenda', (c) => show(c, deps, newForm(c.get('view').locale), 200))
  app.post('/meetings/:id/agenda', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const meetingId = c.req.param('id')
    if (!isId(meetingId)) return c.notFound()
    const done = await perform(deps, c, meetingId, fields)
    if (!done.ok) return show(c, deps, refusedForm(view.locale, plainNames(fields), done.refusals), 422)
    flash(c, 'saved')
    const item = first(fields, 'item')
    return seeOther(
      c,
      `/meetings/${meetingId}/agenda${['up', 'down', 'change', 'election', 'list'].includes(first(fields, 'act')) && isId(item) ? `#item-${item}` : ''}`,
    )
  })
}

/** The names of an item's fields bear the item, to keep several forms on a page apart. */
const plainNames = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/\..*$/, ''), value]))

const preparable = (c: Ctx, tree: Tree) =>
  tree.nodes.filter(
    (node) => isBody(node.kind) && may(c.get('who'), 'meeting.prepare', { belongsTo: tree.chain(node.id), secrecy: null }, tree.at).length === 0,
  )

const perform = async (deps: Deps, c: Ctx, meetingId: string, typed: Fields): Promise<Verdict<unknown>> => {
  const who = c.get('who')
  const fields = plainNames(typed)
  const itemId = first(fields, 'item')
  const told = { title: first(fields, 'title'), kind: first(fields, 'kind'), said: first(fields, 'preparation').slice(0, 500) }
  switch (first(fields, 'act')) {
    case 'up':
    case 'down':
      return moveItem(deps, who, { meetingId, itemId, by: first(fields, 'act') as 'up' | 'down' })
    case 'remove':
      return removeItem(deps, who, { meetingId, itemId })
    case 'list':
      return listAgain(deps, who, { meetingId, itemId })
    case 'change':
      return changeItem(deps, who, { meetingId, itemId, ...told })
    case 'case':
      return putCase(deps, c, meetingId, itemId)
    case 'election': {
      const id = first(fields, 'id')
      return putElection(deps, who, await loadTree(deps.store, c.get('view').today), {
        id: isId(id) ? id : deps.ids.next(),
        meetingId,
        itemId: isId(itemId) ? itemId : null,
        bodyId: first(fields, 'body'),
        place: first(fields, 'place'),
        nominated: first(fields, 'nominated').slice(0, 4000),
      })
    }
    case 'other':
      return putOther(deps, c, meetingId, told)
    case 'send':
      return sendAgenda(deps, who, { meetingId, why: first(fields, 'why').slice(0, 1000) })
    default:
      return refused({ code: 'agenda.act', text: words.chooseKind })
  }
}

/** Puts a case on the agenda with what its latest paper proposes. */
const putCase = async (deps: Deps, c: Ctx, meetingId: string, caseId: string): Promise<Verdict<unknown>> => {
  const view = c.get('view')
  const found = isId(caseId)
    ? await deps.store
        .selectFrom('thing')
        .select(['id', 'title', 'secrecy'])
        .where('id', '=', caseId)
        .where('kind', '=', 'case')
        .where(visibleThing(await secretsOf(deps, c)))
        .executeTakeFirst()
    : undefined
  if (!found) return refused({ code: 'agenda.case', text: words.unknownCase })
  const proposal = await proposalOfCase(deps.store, found.id)
  return addItem(deps, view.who, { id: deps.ids.next(), meetingId, caseId: found.id, title: found.title, kind: 'decision', ...(proposal ? { proposal } : {}) })
}

/** Puts another kind of item on; delegated decisions and notified matters list themselves. */
const putOther = async (
  deps: Deps,
  c: Ctx,
  meetingId: string,
  told: { readonly title: string; readonly kind: string; readonly said: string },
): Promise<Verdict<unknown>> => {
  const kind = itemKinds.find((k) => k === told.kind)
  const meeting = await loadHead(deps.store, meetingId)
  if (!kind || !meeting) return refused({ code: 'item.kind', field: 'kind', text: words.chooseKind })
  const kept = meeting.body.kind === 'council' ? readSaid(told.said, { kind, hasCase: false, before: null }) : {}
  if (kept === null) return refused({ code: 'item.preparation', field: 'preparation', law: 'KL 5:29–32', text: words.chooseGround })
  const listed =
    kind === 'delegated'
      ? await delegatedSince(deps.store, meeting.body.id, meeting.day)
      : kind === 'notified'
        ? await notifiedSince(deps.store, meeting.body.id, meeting.day)
        : []
  const title = told.title.trim() === '' ? words.kinds[kind].sv : told.title.slice(0, 300)
  return addItem(deps, c.get('who'), { id: deps.ids.next(), meetingId, caseId: null, title, kind, listed, ...kept })
}

/** Keeps, of papers, those that the reader may see by the secrecy of what they are or hang on, and of the item's case. */
const papersSeen = async (c: Ctx, deps: Deps, all: readonly Paper[], items: readonly AgendaLine[]): Promise<(papers: readonly Paper[]) => readonly Paper[]> => {
  const caseOf = new Map(items.map((item) => [item.id, item.caseId]))
  const ids = [...new Set([...all.map((p) => p.thingId), ...items.flatMap((item) => item.caseId ?? [])])]
  if (ids.length === 0) return (papers) => papers
  const rows = await deps.store
    .selectFrom('thing')
    .select('id')
    .where('id', 'in', ids)
    .where(visibleThing(await secretsOf(deps, c)))
    .execute()
  const seen = new Set(rows.map((row) => row.id))
  return (papers) => papers.filter((p) => seen.has(p.thingId) && seen.has(caseOf.get(p.itemId) ?? ''))
}

const secretsOf = async (deps: Deps, c: Ctx): Promise<Secrets> => {
  const view = c.get('view')
  return seesSecretsOf(view.who, await loadTree(deps.store, view.today), view.today)
}

/** When the council's notice and the summons must be out (KL 5:13–15), judged as if sent today where they are not; boards have none in law. */
const timesOf = (
  meeting: MeetingHead,
  sentOn: Day,
): {
  readonly reasons: readonly { readonly law: string; readonly text: { readonly sv: string; readonly en: string } }[]
  readonly late: readonly Refusal[]
} => {
  if (meeting.body.kind !== 'council') return { reasons: [], late: [] }
  const notice = noticeTime({ meeting: meeting.day, urgent: false, announced: sentOn }, meeting.variants)
  const summons = summonsTime({ meeting: meeting.day, urgent: false, sent: sentOn }, meeting.variants)
  return { reasons: [...notice.reasons, ...summons.reasons], late: [...(notice.ok ? [] : notice.refusals), ...(summons.ok ? [] : summons.refusals)] }
}

/** What an election on the agenda concerns, of its proposal; empty where it is not told yet. */
const electionIn = (proposal: unknown): Readonly<Record<string, string>> => {
  const clause = proposalShape.safeParse(proposal).data?.clauses.find((one) => one.kind === 'elect')
  const told = (name: string): string => String(clause?.data[name] ?? '')
  return clause ? { body: told('body'), place: told('role'), nominated: told('persons') } : {}
}

const show = async (c: Ctx, deps: Deps, form: FormState, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const meeting = isId(id) ? await loadHead(deps.store, id) : undefined
  if (!meeting) return c.notFound()
  const tree = await loadTree(deps.store, view.today)
  const hinders = may(view.who, 'meeting.prepare', { belongsTo: tree.chain(meeting.body.id), secrecy: null }, view.today)
  if (hinders.length > 0) return seeOther(c, `/meetings/${meeting.id}`)
  const [items, cases, sent, kept] = await Promise.all([
    agendaNow(deps.store, meeting.id),
    readyCases(deps.store, meeting.id, meeting.body.id, seesSecretsOf(view.who, tree, view.today)),
    loadVersions(deps.store, meeting.id),
    deps.store.selectFrom('agenda_item').select(['id', 'kind', 'case_id', 'prepared', 'exempt', 'proposal']).where('meeting_id', '=', meeting.id).execute(),
  ])
  const papersKept = await loadPapers(
    deps.store,
    sent.map((version) => version.id),
  )
  const versions = sent.map((version) => ({ ...version, papers: papersKept.get(version.id) ?? [] }))
  const papers = await papersNow(deps.store, items)
  const seenPapers = await papersSeen(c, deps, [...papers, ...[...papersKept.values()].flat()], items)
  const rows = new Map(kept.map((row) => [row.id, { ...row, caseId: row.case_id }]))
  const standing = await preparationOnAgenda(deps.store, meeting, [...rows.values()])
  const sentOn = versions[0]?.madeOn ?? view.today
  return page(
    c,
    <AgendaPage
      view={view}
      meeting={meeting}
      items={items.map((item) => {
        const row = rows.get(item.id)
        const told = { exempt: row?.exempt ?? null, said: row ? saidOf(row) : '', standing: standing.get(item.id) ?? null }
        return { ...item, ...told, elects: electionIn(row?.proposal) }
      })}
      electable={['planned', 'summoned'].includes(meeting.state) ? electedBy(tree, meeting.body.id) : []}
      newId={deps.ids.next()}
      cases={['planned', 'summoned'].includes(meeting.state) ? cases : []}
      versions={versions.map((version) => ({ ...version, papers: seenPapers(version.papers) }))}
      papers={seenPapers(papers)}
      times={timesOf(meeting, sentOn)}
      form={form}
    />,
    status,
  )
}
