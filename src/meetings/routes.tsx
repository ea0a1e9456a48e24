import { renderToString } from 'react-dom/server'
import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { readCursor, writeCursor } from '../kernel/cursor.ts'
import { isId } from '../kernel/identity.ts'
import type { Live } from '../kernel/live.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { eventStream } from '../web/event-stream.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther, type View } from '../web/view.ts'
import { deskClauseRoutes } from './debate/clause-routes.tsx'
import { foresee } from './debate/foresee.ts'
import { doAtDesk } from './desk-acts.ts'
import { listComing, listHeld } from './list-meetings.ts'
import { broadcastOf, changed, isPicture, pictureTopic } from './live/broadcast.tsx'
import { deskScreen } from './live/desk-screen.tsx'
import { atDesk, DeskPage } from './pages/desk-page.tsx'
import { FollowPage } from './pages/follow-page.tsx'
import { MeetingListPage } from './pages/list-page.tsx'
import { MyBallot } from './pages/my-ballot.tsx'
import { BallotRefusedPage, MissingMeetingPage } from './pages/small-pages.tsx'
import { choices } from './record/fact.ts'
import { loadRecord } from './record/record-store.ts'
import type { MeetingRecord } from './record/record.ts'
import { asSeen, mayFollow } from './record/as-seen.ts'
import { seenBy } from './record/seen-by.ts'
import { castBallot } from './voting/cast-ballot.ts'
import { castSecretBallot } from './voting/cast-secret-ballot.ts'
import { words } from './words.ts'

/** Meetings: the list, the meeting as others follow it, the desk where it is kept, ballots, and the live streams. */
export const meetingRoutes = (app: App, deps: Deps, live: Live): void => {
  const broadcast = broadcastOf(deps, live)
  app.get('/meetings', (c) => list(c, deps))
  app.get('/meetings/:id', (c) => follow(c, deps))
  app.get('/meetings/:id/desk', (c) => desk(c, deps, {}, []))
  app.post('/meetings/:id/desk', async (c) => {
    const fields = await readFields(c)
    const id = c.req.param('id')
    if (!isId(id) || !isId(first(fields, 'actId'))) return c.notFound()
    const done = await doAtDesk(deps, c.get('who'), id, fields)
    if (!done.ok) return desk(c, deps, fields, done.refusals)
    const item = first(fields, 'item')
    return seeOther(c, `/meetings/${id}/desk${isId(item) ? `?item=${item}` : ''}`)
  })
  deskClauseRoutes(app, deps)
  app.post('/meetings/:id/vote', (c) => vote(c, deps))
  app.get('/meetings/:id/live', (c) => stream(c, deps, live, broadcast))
}

const list = async (c: Ctx, deps: Deps): Promise<Response> => {
  const coming = await listComing(deps.store)
  const { rows, next } = await listHeld(deps.store, readCursor(c.req.query('before') ?? ''))
  const open = coming.filter((m) => m.state === 'open')
  return page(
    c,
    <MeetingListPage
      view={c.get('view')}
      going={open}
      coming={coming.filter((m) => m.state !== 'open')}
      past={rows}
      older={next ? `/meetings?before=${writeCursor(next)}` : null}
      plans={c.get('who').posts.some((post) => ['secretary', 'registrar', 'chair', 'vice_chair', 'second_vice_chair'].includes(post.role))}
    />,
  )
}

const found = async (c: Ctx, deps: Deps): Promise<{ readonly record: MeetingRecord; readonly tree: Tree } | null> => {
  const id = c.req.param('id') ?? ''
  const record = isId(id) ? await loadRecord(deps.store, id) : undefined
  return record ? { record, tree: await loadTree(deps.store, c.get('view').today) } : null
}

const missing = (c: Ctx): Response => page(c, <MissingMeetingPage view={c.get('view')} />, 404)

const keeps = (c: Ctx, record: MeetingRecord, tree: Tree): readonly Refusal[] => {
  const view = c.get('view')
  return may(view.who, 'meeting.run', { belongsTo: tree.chain(record.body.id), secrecy: null }, view.today)
}

const shownItem = (c: Ctx, record: MeetingRecord) => {
  const chosen = record.items.find((i) => i.id === c.req.query('item'))
  const open = record.items.find((i) => i.state === 'open')
  return {
    item: chosen ?? open ?? (record.closedAt !== null ? record.items[0] : undefined) ?? null,
    live: record.state === 'open' && (!chosen || chosen === open),
  }
}

const follow = async (c: Ctx, deps: Deps): Promise<Response> => {
  const at = await found(c, deps)
  if (!at) return missing(c)
  const record = asSeen(c.get('view'), at.record, at.tree)
  const { item, live: follows } = shownItem(c, record)
  const view = c.get('view')
  const member = record.roster.some((s) => s.personId === view.who.personId)
  const streams = (follows || record.state === 'summoned') && mayFollow(c.get('view'), at.record, at.tree)
  const address = `/meetings/${record.id}/live?for=${member ? 'member' : 'all'}`
  return page(c, <FollowPage view={view} record={record} item={item} keeps={keeps(c, record, at.tree).length === 0} stream={streams ? address : null} />)
}

const desk = async (c: Ctx, deps: Deps, fields: Fields, refusals: readonly Refusal[]): Promise<Response> => {
  const at = await found(c, deps)
  if (!at) return missing(c)
  const { record, tree } = at
  const view = c.get('view')
  const hinders = keeps(c, record, tree)
  if (hinders.length > 0) return page(c, <BallotRefusedPage view={view} meetingId={record.id} form={refusedForm(view.locale, {}, hinders)} />, 403)
  const chosen = c.req.query('item') ?? first(fields, 'item')
  const item = atDesk(record, chosen)
  const foreseen = item ? await foresee(deps, view.who, record, item) : []
  const form = refusals.length > 0 ? refusedForm(view.locale, fields, refusals) : newForm(view.locale)
  const stream = record.state === 'open' && refusals.length === 0 ? `/meetings/${record.id}/live?for=desk${isId(chosen) ? `&item=${chosen}` : ''}` : null
  return page(
    c,
    <DeskPage view={view} record={record} item={item} form={form} foreseen={foreseen} newId={() => deps.ids.next()} stream={stream} />,
    refusals.length > 0 ? 422 : 200,
  )
}

const vote = async (c: Ctx, deps: Deps): Promise<Response> => {
  const at = await found(c, deps)
  if (!at) return missing(c)
  const fields = await readFields(c)
  const [voteId, choice] = [first(fields, 'vote'), first(fields, 'choice')]
  const view = c.get('view')
  const going = at.record.items.flatMap((i) => i.votes).find((v) => v.id === voteId)
  const open = choices.find((option) => option === choice)
  const wrong = { ok: false as const, refusals: [{ code: 'vote.choice', text: going ? words.choiceNeeded : words.voteUnknown }] }
  const done = !going
    ? wrong
    : going.secret
      ? await castSecretBallot(deps, view.who, { voteId, ballot: choice })
      : open
        ? await castBallot(deps, view.who, { voteId, choice: open, ...(fields['reason'] ? { reason: first(fields, 'reason') } : {}) })
        : wrong
  if (!done.ok) return page(c, <BallotRefusedPage view={view} meetingId={at.record.id} form={refusedForm(view.locale, {}, done.refusals)} />, 422)
  flash(c, 'saved')
  return seeOther(c, `/meetings/${at.record.id}`)
}

/**
 * What changes on a page that follows: the common part, drawn once for all of a language, with the own ballot for a member; or the parts
 * of a desk. Whoever comes back is given what stands.
 */
const stream = async (c: Ctx, deps: Deps, live: Live, broadcast: Live): Promise<Response> => {
  const at = await found(c, deps)
  const view = c.get('view')
  if (!at || !mayFollow(view, at.record, at.tree)) return c.notFound()
  const secrets = seesSecretsOf(view.who, at.tree, view.today)
  const topic = pictureTopic(at.record.id, view.locale, secrets === 'all' || secrets.includes(at.record.body.id))
  // Told by the database when a session, a sign-in or an appointment of the reader ends.
  const endsAt = view.who.personId === null ? undefined : { live, topic: `reader:${view.who.personId}` }
  if (c.req.query('for') === 'desk') {
    if (keeps(c, at.record, at.tree).length > 0) return c.notFound()
    return eventStream(c, { live: deskScreen(deps, broadcast, view, c.req.query('item') ?? null), topic, endsAt, write: ({ payload }) => String(payload) })
  }
  const own = c.req.query('for') === 'member' ? ownBallot(view) : () => ''
  return eventStream(c, { live: broadcast, topic, endsAt, write: ({ payload }) => (isPicture(payload) ? payload.now + own(payload.record) : null) })
}

/** The reader's own ballot, where it differs from what was sent last. */
const ownBallot = (view: View): ((record: MeetingRecord) => string) => {
  let last = ''
  return (record) => {
    const html = renderToString(<MyBallot view={view} record={seenBy(record, 'all', view.who.personId)} />)
    const same = html === last
    last = html
    return same ? '' : changed('mine', html)
  }
}
