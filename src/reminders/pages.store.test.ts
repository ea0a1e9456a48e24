import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodes, posts } from '../../test/decision-town.ts'
import { Hono } from 'hono'
import { Visitor } from '../../test/door.ts'
import { readCalendar } from '../../test/read-calendar.ts'
import { anEntry, assignmentData, personas, type RegisterWorld, registerWorld, riskData, secretRisk } from '../../test/register-world.ts'
import { roomFor } from '../../test/room.ts'
import { rateLimit } from '../access/rate-limit.ts'
import { digestOf } from '../access/token.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { Who } from '../kernel/who.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import type { App, Env } from '../web/view.ts'
import { openReminderRoutes } from './open-routes.ts'
import { reminderRoutes } from './routes.tsx'
import { loadSetting } from './setting.ts'
import { writeLetter } from './write-letter.tsx'

const config = { origin: 'https://g.example.org', secureCookies: false, trustProxy: false, sends: false }
const { secretary, head, stranger } = personas
const personId = (who: Who): string => who.personId as string

describe('the pages of reminders', () => {
  let world: RegisterWorld
  let deps: Deps
  /** What stands before the door. */
  let before: App
  let open: Visitor
  beforeAll(async () => {
    world = await registerWorld()
    deps = world.deps
    before = new Hono<Env>()
    openReminderRoutes(before, deps, config)
    open = new Visitor(before)
    await transact(deps, { actor: 'system:test', act: 'appoint' }, async (tx) => {
      await tx
        .insertInto('appointment')
        .values({ id: deps.ids.next(), post_id: posts.head, person_id: personId(head), valid: '[2019-01-01,)' })
        .execute()
    })
    await anEntry(deps, assignment as unknown as AnyDefinition, assignmentData({ finalReport: '2022-09-14' }))
    await anEntry(deps, secretRisk, riskData({ title: 'Mycket hemligt', review: '2022-06-20', unit: nodes.department }))
  })
  afterAll(() => world.close())

  const room = (who: Who) => roomFor((app) => reminderRoutes(app, deps, config), deps, who)
  const feedOf = async (who: Who, node: string): Promise<string> => {
    const { text } = await room(who).post('/account/calendars', { node })
    return /https:\/\/g\.example\.org(\/calendar\/[\w-]{43}\.ics)/.exec(text)?.[1] ?? ''
  }

  it('count questions in all processes together, anew in each span', async () => {
    let now = 0
    const process = () => rateLimit({ store: deps.store, clock: { ...deps.clock, now: () => new Date(now) } }, 2, 1000)
    const [one, another] = [process(), process()]
    expect([await one('a'), await another('a'), await one('a'), await another('a'), await another('b')]).toEqual([true, true, false, false, true])
    now = 1000
    expect(await another('a')).toBe(true)
    expect(await deps.store.selectFrom('rate_count').select(['subject', 'n']).execute()).toEqual([{ subject: 'a', n: 1 }])
  })

  it('keep what was typed and tell everything that is wrong with it', async () => {
    const answer = await room(head).post('/account/reminders', { email: 'ingen adress', cadence: 'jämt', days: ['-7', '4'], locale: 'fi' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('ingen adress')
    for (const field of ['email', 'cadence', 'days', 'locale']) expect(answer.text).toContain(`href="#field-${field}"`)
    expect(await loadSetting(deps.store, personId(head))).toMatchObject({ email: null, cadence: 'daily' })
    expect((await room(head).post('/account/reminders', { email: '', cadence: 'daily', days: [], locale: 'sv' })).status).toBe(422)
  })

  it('keep what is chosen', async () => {
    const chosen = { email: 'head@boras.example.org', cadence: 'at_once', days: ['1', '-14'], locale: 'en' }
    expect(await room(head).post('/account/reminders', chosen)).toMatchObject({ status: 303, to: '/account/reminders' })
    // The address is not used before the letter to it is answered.
    expect(await loadSetting(deps.store, personId(head))).toEqual({ email: null, cadence: 'at_once', days: [-14, 1], locale: 'en' })
    expect((await room(head).get('/account/reminders')).text).toContain('head@boras.example.org väntar på att bekräftas')
  })

  it('use another address when the letter to it is answered, once, and tell the old one', async () => {
    const mails = () =>
      deps.store.selectFrom('mail').select(['id', 'address', 'purpose', 'person_id']).where('person_id', '=', personId(head)).orderBy('id').execute()
    const write = async (sending: boolean): Promise<string> => {
      const mail = (await mails()).findLast((m) => m.purpose === 'confirm_address')
      const asked = { mailId: mail?.id ?? '', personId: personId(head), today: deps.clock.today(), site: 'https://g.example.org', token: 'x', sending }
      return /https:\/\/g\.example\.org(\/address\/\S+)/.exec((await writeLetter(deps.store, asked))?.text ?? '')?.[1] ?? ''
    }
    const first = await write(true)
    expect(await write(false)).toBe('/address/…')
    const link = await write(true)
    // The letter that is sent again has another secret, and the first is no more.
    expect((await room(personas.anybody).get(first)).status).toBe(404)
    expect((await room(personas.anybody).get(link)).text).toContain('Ska dina brev gå till head@boras.example.org?')
    expect((await loadSetting(deps.store, personId(head))).email).toBeNull()
    expect((await room(personas.anybody).post(link)).text).toContain('Adressen är bekräftad.')
    expect((await loadSetting(deps.store, personId(head))).email).toBe('head@boras.example.org')
    expect((await room(personas.anybody).post(link)).status).toBe(404)
    const other = { email: 'ny@boras.example.org', cadence: 'at_once', days: ['1', '-14'], locale: 'en' }
    expect((await room(head).post('/account/reminders', other)).status).toBe(303)
    // The two of one act are of one moment: which of them is first is not said.
    expect((await mails()).map((m) => `${m.purpose} ${m.address}`).toSorted()).toEqual([
      'address_changed head@boras.example.org',
      'confirm_address head@boras.example.org',
      'confirm_address ny@boras.example.org',
    ])
    const told = (await mails()).find((m) => m.purpose === 'address_changed')
    const shown = await room(head).get(`/account/letters/${told?.id}`)
    expect(shown.text).toContain('If it was not you')
    expect(shown.text).not.toContain('ny@boras')
    // Taken back before it is confirmed, it never was.
    expect((await room(head).post('/account/reminders', { ...other, email: 'head@boras.example.org' })).status).toBe(303)
    expect(await write(true)).toBe('')
  })

  it('give one’s own calendar a secret address once, that is changed and closed', async () => {
    const first = await feedOf(head, '')
    const answer = await open.get(first)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    const { events } = readCalendar(text)
    expect(events.map((e) => e['DTSTART;VALUE=DATE'])).toContain('20220914')
    expect(text).not.toContain('hemligt')
    expect(events.find((e) => e['DTSTART;VALUE=DATE'] === '20220620')?.['SUMMARY']).toBe('A day to keep: H-1')
    // Only the digest is kept.
    const kept = await deps.store.selectFrom('feed').select('token_digest').executeTakeFirstOrThrow()
    expect(kept.token_digest.equals(digestOf(/calendar\/(.+)\.ics/.exec(first)?.[1] ?? ''))).toBe(true)
    expect((await room(head).get('/account/reminders')).text).not.toContain('/calendar/')
    // The same calendar needs not be read again.
    const tag = answer.headers.get('etag') ?? ''
    const same = await before.request(first, { headers: { 'If-None-Match': `W/${tag}` } })
    expect({ status: same.status, body: await same.text() }).toEqual({ status: 304, body: '' })
    const second = await feedOf(head, '')
    expect([(await open.get(first)).status, (await open.get(second)).status]).toEqual([404, 200])
    const { id } = await deps.store.selectFrom('feed').select('id').where('revoked_on', 'is', null).executeTakeFirstOrThrow()
    expect((await room(stranger).post(`/account/calendars/${id}/close`)).status).toBe(403)
    expect((await room(head).post(`/account/calendars/${id}/close`)).status).toBe(303)
    expect((await open.get(second)).status).toBe(404)
  })

  it('give a body’s calendar to those who work for it, with nothing secret in it, for as long as they do', async () => {
    expect((await room(stranger).post('/account/calendars', { node: nodes.labour })).status).toBe(403)
    const path = await feedOf(head, nodes.labour)
    const { name, events } = readCalendar(await (await open.get(path)).text())
    expect(name).toBe('Board ALN')
    expect(events.map((e) => e['DTSTART;VALUE=DATE'])).toEqual(['20220914'])
    await transact(deps, { actor: 'system:test', act: 'leave' }, (tx) =>
      tx.updateTable('appointment').set({ valid: '[2019-01-01,2022-05-17)' }).where('person_id', '=', personId(head)).execute(),
    )
    expect((await open.get(path)).status).toBe(404)
    expect((await open.get('/calendar/short.ics')).status).toBe(404)
  })

  it('end letters by a link that asks first, without sign-in, and by one click of a mail program', async () => {
    const mail = (token: string) => {
      const nobody = { holder: null, held_until: null, error: null, handed_at: null, ended_at: null }
      const row = { ...nobody, id: deps.ids.next(), person_id: personId(head), address: 'a@example.org', cadence: 'daily' as const, day: '2022-05-17' }
      return deps.store
        .insertInto('mail')
        .values({ ...row, unsubscribe_digest: digestOf(token) })
        .execute()
    }
    await mail('länken')
    const nobody = room(personas.anybody)
    const path = `/unsubscribe/${encodeURIComponent('länken')}`
    expect((await nobody.get(path)).text).toContain('Sluta sända brev')
    expect((await loadSetting(deps.store, personId(head))).cadence).toBe('at_once')
    const click = await before.request(path, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(click.status).toBe(303)
    expect((await loadSetting(deps.store, personId(head))).cadence).toBe('never')
    expect((await nobody.get(path)).text).toContain('Du får inga fler brev')
    expect((await nobody.get('/unsubscribe/okänd')).status).toBe(404)
  })

  it('show one’s own letters to oneself, and the outbox to those who keep it, without what they say', async () => {
    const { id } = await deps.store.selectFrom('mail').select('id').where('purpose', '=', 'notices').executeTakeFirstOrThrow()
    expect((await room(head).get(`/account/letters/${id}`)).status).toBe(200)
    expect((await room(secretary).get(`/account/letters/${id}`)).status).toBe(404)
    expect((await room(head).get('/outbox')).status).toBe(403)
    await deps.store.updateTable('mail').set({ state: 'unsure', error: 'line cut' }).execute()
    const { text } = await room(secretary).get('/outbox?after=bad')
    expect(text).toContain('line cut')
    expect(text).not.toContain('a@example.org')
    expect((await room(head).post(`/outbox/${id}/again`)).status).toBe(403)
    expect((await room(secretary).post(`/outbox/${id}/again`)).status).toBe(303)
    expect((await deps.store.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state).toBe('waiting')
  })

  it('let people follow what they may see', async () => {
    const things = await deps.store.selectFrom('thing').select(['id', 'secrecy']).where('kind', '=', 'entry').execute()
    const [openThing, secret] = [things.find((t) => t.secrecy === null)?.id, things.find((t) => t.secrecy !== null)?.id]
    const followed = async () => (await deps.store.selectFrom('follow').select('thing_id').execute()).map((f) => f.thing_id)
    for (let n = 0; n < 2; n++) expect((await room(stranger).post(`/follow/${openThing}`, { follow: 'yes', back: '//elsewhere' })).to).toBe('/')
    expect(await followed()).toEqual([openThing])
    expect((await room(stranger).post(`/follow/${secret}`, { follow: 'yes' })).status).toBe(403)
    expect((await room(personas.anybody).post(`/follow/${openThing}`, { follow: 'yes' })).status).toBe(403)
    await room(stranger).post(`/follow/${openThing}`, { follow: 'no' })
    expect(await followed()).toEqual([])
  })
})
