import { RefusedPage } from '../access/refused-page.tsx'
import { ownPath, type Reached, siteOf } from '../access/request.ts'
import { type Deps, transact } from '../database/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { countJobs } from '../jobs/job-store.ts'
import { countMail, sendAgain } from '../jobs/mail-store.ts'
import { readCursor } from '../kernel/cursor.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { actorOf } from '../kernel/who.ts'
import { isBody, loadTree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { addressOf, confirmAddress, waitingAddress } from './address.ts'
import { AddressPage } from './address-page.tsx'
import { changeSetting } from './change-setting.ts'
import { feedsOf, makeFeed, revokeFeed } from './feed-store.ts'
import { follow } from './follow.ts'
import { LetterPage } from './letter-page.tsx'
import { mailRows } from './mail-list.ts'
import { deliverKind } from './notice-store.ts'
import { OutboxPage } from './outbox-page.tsx'
import { loadSetting } from './setting.ts'
import { type CalendarChoice, SettingsPage } from './settings-page.tsx'
import { letterOf } from './unsubscribe.ts'
import { UnsubscribePage } from './unsubscribe-page.tsx'
import { reminderWords as words } from './words.ts'
import { writeLetter } from './write-letter.tsx'

interface ReminderConfig extends Reached {
  /** Is there a mail server to send by? */
  readonly sends: boolean
}

/** One's own reminders, calendars and letters; the outbox; following; the end of letters. */
export const reminderRoutes = (app: App, deps: Deps, config: ReminderConfig): void => {
  settingRoutes(app, deps, config)
  outboxRoutes(app, deps, config)
  app.post('/follow/:id', async (c) => {
    const fields = await readFields(c)
    const verdict = await follow(deps, c.get('who'), c.req.param('id'), first(fields, 'follow') === 'yes')
    if (!verdict.ok) return refusal(c, verdict.refusals)
    return seeOther(c, ownPath(first(fields, 'back')))
  })
  app.get('/address/:token', async (c) => {
    const found = await addressOf(deps, c.req.param('token'))
    return page(c, <AddressPage view={c.get('view')} token={c.req.param('token')} standing={found ?? 'unknown'} />, found ? 200 : 404)
  })
  app.post('/address/:token', async (c) => {
    const done = await confirmAddress(deps, c.req.param('token'))
    return page(c, <AddressPage view={c.get('view')} token="" standing={done ? 'done' : 'unknown'} />, done ? 200 : 404)
  })
  app.get('/unsubscribe/:token', async (c) => {
    const found = await letterOf(deps.store, c.req.param('token'))
    return page(
      c,
      <UnsubscribePage view={c.get('view')} token={c.req.param('token')} standing={!found ? 'unknown' : found.ended ? 'ended' : 'asked'} />,
      found ? 200 : 404,
    )
  })
}

const refusal = (c: Ctx, refusals: readonly Refusal[]): Response =>
  page(c, <RefusedPage view={c.get('view')} text={refusals[0]?.text ?? words.unknownLetter} />, 403)

/** The body's own words for those who have not signed in. */
const signIn = (c: Ctx): Response => seeOther(c, '/sign-in?back=/account/reminders')

/** Letters that the page shows. */
const latest = 10

const settingRoutes = (app: App, deps: Deps, config: ReminderConfig): void => {
  const { sends } = config
  const load = async (c: Ctx, personId: string) => {
    const tree = await loadTree(deps.store, deps.clock.today())
    const feeds = await feedsOf(deps.store, personId)
    const bodies = [...new Set(c.get('who').posts.flatMap((post) => post.chain))].filter((id) => isBody(tree.get(id)?.kind ?? 'unit'))
    const calendars: readonly CalendarChoice[] = [
      { nodeId: null, name: words.ownCalendar, feed: feeds.find((f) => f.nodeId === null) },
      ...bodies.map((nodeId) => ({ nodeId, name: tree.get(nodeId)?.name ?? words.calendar, feed: feeds.find((f) => f.nodeId === nodeId) })),
    ]
    const { rows } = await mailRows(deps.store, { personId }, null, latest)
    const waits = (await waitingAddress(deps.store, personId))?.email ?? null
    return { setting: await loadSetting(deps.store, personId), waits, calendars, letters: rows, sends }
  }
  const formOf = (c: Ctx, { email, cadence, days, locale }: Awaited<ReturnType<typeof loadSetting>>) =>
    newForm(c.get('view').locale, { email, cadence, days: days.map(String), locale })

  app.get('/account/reminders', async (c) => {
    const { personId } = c.get('who')
    if (personId === null) return signIn(c)
    const loaded = await load(c, personId)
    return page(c, <SettingsPage view={c.get('view')} form={formOf(c, loaded.setting)} {...loaded} />)
  })

  app.post('/account/reminders', async (c) => {
    const [view, who, fields] = [c.get('view'), c.get('who'), await readFields(c)]
    if (who.personId === null) return signIn(c)
    const typed = { email: first(fields, 'email'), cadence: first(fields, 'cadence'), days: fields['days'] ?? [], locale: first(fields, 'locale') }
    const verdict = await changeSetting(deps, who, typed)
    if (!verdict.ok)
      return page(c, <SettingsPage view={view} form={refusedForm(view.locale, fields, verdict.refusals)} {...(await load(c, who.personId))} />, 422)
    flash(c, 'saved')
    return seeOther(c, '/account/reminders')
  })

  app.post('/account/calendars', async (c) => {
    const [view, who, fields] = [c.get('view'), c.get('who'), await readFields(c)]
    if (who.personId === null) return signIn(c)
    const node = first(fields, 'node')
    const verdict = await makeFeed(deps, who, node === '' ? null : isId(node) ? node : 'unknown')
    if (!verdict.ok) return refusal(c, verdict.refusals)
    const loaded = await load(c, who.personId)
    const name = loaded.calendars.find((calendar) => calendar.nodeId === (node || null))?.name ?? words.calendar
    const made = { name, url: `${siteOf(c, config)}/calendar/${verdict.value.token}.ics` }
    return page(c, <SettingsPage view={view} form={formOf(c, loaded.setting)} {...loaded} made={made} />)
  })

  app.post('/account/calendars/:id/close', async (c) => {
    const verdict = await revokeFeed(deps, c.get('who'), isId(c.req.param('id')) ? c.req.param('id') : '00000000-0000-0000-0000-000000000000')
    if (!verdict.ok) return refusal(c, verdict.refusals)
    flash(c, 'saved')
    return seeOther(c, '/account/reminders')
  })

  app.get('/account/letters/:id', async (c) => {
    const [view, { personId }, id] = [c.get('view'), c.get('who'), c.req.param('id')]
    if (personId === null) return signIn(c)
    const row = isId(id) ? await deps.store.selectFrom('mail').selectAll().where('id', '=', id).where('person_id', '=', personId).executeTakeFirst() : undefined
    if (!row) return c.notFound()
    const letter = await writeLetter(deps.store, { mailId: id, personId, today: deps.clock.today(), site: siteOf(c, config), token: '…', sending: false })
    return page(c, <LetterPage view={view} letter={letter} mail={{ ...row, person: '', day: row.day as typeof view.today }} />)
  })
}

/** Why the reader may not see the outbox. */
export const barred = (c: Ctx): readonly Refusal[] => may(c.get('who'), 'outbox.see', { belongsTo: [], secrecy: null }, c.get('view').today)

const outboxRoutes = (app: App, deps: Deps, { sends }: ReminderConfig): void => {
  app.get('/outbox', async (c) => {
    const refusals = barred(c)
    if (refusals.length > 0) return refusal(c, refusals)
    const [counts, jobs, { rows, next }] = await Promise.all([
      countMail(deps.store),
      countJobs(deps.store),
      mailRows(deps.store, 'all', readCursor(c.req.query('after') ?? '')),
    ])
    return page(c, <OutboxPage view={c.get('view')} counts={counts} jobs={jobs} rows={rows} next={next} sends={sends} />)
  })

  app.post('/outbox/:id/again', async (c) => {
    const refusals = barred(c)
    if (refusals.length > 0) return refusal(c, refusals)
    const id = c.req.param('id')
    if (isId(id) && (await sendAgain(deps.store, [id])) > 0) {
      await transact(deps, { actor: actorOf(c.get('who')), act: 'send a letter again' }, (tx) => enqueue(tx, deliverKind, {}, { key: 'mail' }))
      flash(c, 'saved')
    }
    return seeOther(c, '/outbox')
  })
}
