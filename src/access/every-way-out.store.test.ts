import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { addressesOf, askedWith, type Others, patternsOf, saidBy, wholeApp } from '../../test/every-way-out.ts'
import { hire, readerOf, type Reader } from '../../test/everybody.ts'
import { type Planted, plantSecrets } from '../../test/plant-secrets.ts'
import type { Deps } from '../database/transact.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { clockAt } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { roles } from '../kernel/who.ts'
import { policy } from '../rulebook/policy.ts'
import { openSession } from './session-store.ts'
import { loadWho } from './who.ts'

/** A word that is said in everything secret, and what is typed when it is searched for. With it stands markup, as somebody hostile would write. */
const [word, typed] = ['zyxbergsson', 'zyxberg']
const hostile = `${word} "><zyx onload='y'> </zyx>`
/** Everybody at every address takes minutes (EVERY_WAY_OUT=whole); in the run of all tests the readers share the addresses, in turn. */
const whole = process.env['EVERY_WAY_OUT'] === 'whole'

let deps: Deps
let drop: () => Promise<void>
let planted: Planted
let others: Others
let outsiders: readonly Reader[]
let insiders: readonly Reader[]

beforeAll(async () => {
  const town = await demonstration()
  drop = town.drop
  deps = { store: town.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  const { store, ids } = deps
  const { id: body } = await store.selectFrom('node').select('id').where('slug', '=', 'aln').executeTakeFirstOrThrow()
  const { id: elsewhere } = await store.selectFrom('node').select('id').where('slug', '=', 'grn').executeTakeFirstOrThrow()
  const registrar = await hire(deps, 'registrar', body)
  planted = await plantSecrets(deps, town.url, await loadWho(store, undefined, registrar, demonstrationDay), body, hostile)
  others = await othersOf(registrar)
  const reader = async (name: string, personId: string): Promise<Reader> => readerOf(deps, name, personId, planted, others.draft, demonstrationDay)
  outsiders = [
    { name: 'nobody', token: '', own: { letter: ids.next(), feed: 'x', waiting: ids.next() } },
    await reader('controller', await hire(deps, 'controller', body)),
    await reader('secretary of another body', await hire(deps, 'secretary', elsewhere)),
    await reader('secretary until yesterday', await hire(deps, 'secretary', body, '[2019-01-01,2022-05-17)')),
    await reader('without a post', await hire(deps, null, body)),
  ]
  const inside = roles.filter((role) => role !== 'controller')
  insiders = await Promise.all(inside.map(async (role) => reader(role, role === 'registrar' ? registrar : await hire(deps, role, body))))
})
afterAll(() => drop())

const othersOf = async (person: string): Promise<Others> => {
  const { store, ids } = deps
  const referral = await store.selectFrom('referral').select(['id', 'case_id']).orderBy('id').executeTakeFirstOrThrow()
  const goal = store.selectFrom('goal').innerJoin('thing', 'thing.id', 'goal.clause_id').select('goal.id').orderBy('thing.secrecy').orderBy('goal.id')
  const dispatches = await store
    .selectFrom('dispatch')
    .select('id')
    .where('decision_id', 'in', [...planted.decisions])
    .orderBy('id')
    .limit(3)
    .execute()
  return {
    body: 'aln',
    series: (await store.selectFrom('series').select('slug').orderBy('slug').executeTakeFirstOrThrow()).slug,
    figure: (await store.selectFrom('figure').select('id').orderBy('id').executeTakeFirstOrThrow()).id,
    goal: (await goal.executeTakeFirstOrThrow()).id,
    person,
    post: person,
    appointment: person,
    elected: (await store.selectFrom('thing').select('id').where('kind', '=', 'appointment').orderBy('id').executeTakeFirstOrThrow()).id,
    dispatches: dispatches.map((d) => d.id),
    referral: { caseId: referral.case_id, id: referral.id },
    draft: { id: ids.next(), clause: ids.next() },
    contradiction: (await store.selectFrom('contradiction').select('id').where('scope', '=', 'planted').executeTakeFirstOrThrow()).id,
  }
}

type App = ReturnType<typeof wholeApp>['app']
const ask = async (app: App, { token }: Reader, address: string): Promise<Response> =>
  app.request(`http://localhost:8040${address}`, { headers: token === '' ? {} : { cookie: `genomslag=${token}` } })

/** Every address there is, as this reader asks for it. */
const everyAddress = (app: App, { own }: Reader): readonly string[] => [
  ...patternsOf(app).flatMap((pattern) => addressesOf(pattern, planted, others, own)),
  ...askedWith(planted, others, typed),
]

/** Where these readers are shown the word, or are answered by a defect. */
const shownTo = async (app: App, readers: readonly Reader[], only: (address: string, no: number) => boolean = () => true): Promise<readonly string[]> => {
  const told: string[] = []
  for (const [no, reader] of readers.entries()) {
    const asked = everyAddress(app, reader).filter((address, i) => only(address, i) && (whole || i % readers.length === no))
    for (const address of asked) {
      const answer = await ask(app, reader, address)
      const said = await saidBy(answer)
      if (answer.status >= 500) told.push(`${reader.name}: ${address} is answered ${answer.status}`)
      if (said.includes(word)) told.push(`${reader.name}: ${address}`)
      if (/<\/?zyx/i.test(said) && /content-type: text\/(html|event-stream)/.test(said))
        told.push(`${reader.name}: ${address} carries markup that somebody wrote`)
    }
  }
  return told
}

it('comes out by no address of the program to those without right, nor to its log', async () => {
  const { app, log } = wholeApp(deps)
  const own = (outsiders[1] as Reader).own
  expect(patternsOf(app).filter((pattern) => addressesOf(pattern, planted, others, own).length === 0)).toEqual([])
  expect(await shownTo(app, outsiders)).toEqual([])
  expect(log.filter((line) => line.includes(word) || line.includes(own.feed))).toEqual([])
}, 600_000)

it('is shown to those with right, each role; and were the policy broken for one role, it would be noticed', async () => {
  const { app } = wholeApp(deps)
  const shown = await shownTo(app, insiders, (_, no) => whole || no % 25 < 13)
  // The word stands nearly everywhere that something secret can be met: else it would prove nothing that outsiders do not meet it.
  expect(shown.filter((line) => /carries|is answered/.test(line))).toEqual([])
  const addresses = new Set(shown.map((line) => line.slice(line.indexOf('/'))))
  expect(addresses.size).toBeGreaterThan(60)
  expect(insiders.filter(({ name }) => shown.filter((line) => line.startsWith(`${name}: /`)).length < 5)).toEqual([])
  const table = policy as Record<'see', (typeof policy)['see']>
  const right = table.see
  table.see = [...right, { roles: ['controller'], of: 'belongsTo' }]
  try {
    expect(await shownTo(app, outsiders.slice(1, 2), (address) => /^\/(search|export\/cases|api\/agreements)/.test(address))).not.toEqual([])
  } finally {
    table.see = right
  }
}, 600_000)

it('comes out by no act that somebody without right sends, and none of them changes anything', async () => {
  const { app } = wholeApp(deps)
  const known = async (): Promise<readonly string[]> =>
    (await deps.store.selectFrom('thing').select(['id', 'title', 'secrecy']).where('secrecy', 'is not', null).orderBy('id').execute()).map((t) =>
      JSON.stringify(t),
    )
  const written = async (): Promise<unknown> =>
    (await sql`select relation, count(*) from history.entry where relation not in ('access_log', 'feed', 'follow') group by 1 order by 1`.execute(deps.store))
      .rows
  const patterns = [...new Set(app.routes.flatMap((r) => (['POST', 'PATCH'].includes(r.method) ? [`${r.method} ${r.path}`] : [])))].filter(
    (p) => !/sign-in|sign-out|step-in|\/account|\/import|outbox|unsubscribe|drafts|\/new$/.test(p),
  )
  const before = { things: await known(), written: await written() }
  const told: string[] = []
  for (const reader of outsiders.slice(1, 3)) {
    const page = await (await ask(app, reader, '/account')).text()
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    for (const line of patterns) {
      const [method = '', pattern = ''] = line.split(' ')
      for (const address of addressesOf(pattern, planted, others, reader.own).slice(0, whole ? 9 : 2)) {
        const api = address.startsWith('/api/')
        const fields = {
          seen: '1',
          version: '1',
          act: 'report',
          comment: 'Prövat.',
          text: 'Prövat.',
          why: 'Prövat.',
          title: 'Prövat',
          what: 'Prövat',
          due: '2022-06-01',
          reason: 'Prövat.',
        }
        const answer = await app.request(`http://localhost:8040${address}`, {
          method,
          headers: { cookie: `genomslag=${reader.token}`, ...(api ? { 'content-type': 'application/json' } : {}) },
          body: api ? JSON.stringify({ act: 'report', version: 1, fields: {} }) : new URLSearchParams({ _csrf: token, ...fields }),
        })
        const said = await saidBy(answer)
        if (answer.status >= 500) told.push(`${reader.name}: ${line} is answered ${answer.status}`)
        if (said.includes(word)) told.push(`${reader.name} is shown it by ${line} at ${address}`)
      }
    }
  }
  expect(told).toEqual([])
  expect({ things: await known(), written: await written() }).toEqual(before)
})

it('is told in the access log where somebody meets it in minutes or by searching, thing by thing', async () => {
  const { app } = wholeApp(deps)
  // The decision is marked, its item and case are not: it is met at the item's place in the minutes.
  const alone = await deps.store
    .selectFrom('agenda_item')
    .innerJoin('thing', 'thing.id', 'agenda_item.decision_id')
    .innerJoin('thing as home', 'home.id', 'agenda_item.case_id')
    .select(['agenda_item.meeting_id', 'agenda_item.case_id', 'thing.node_id'])
    .where('thing.secrecy', 'is not', null)
    .where('home.secrecy', 'is', null)
    .executeTakeFirstOrThrow()
  const metAt = async (address: string, role: 'secretary' | 'controller'): Promise<readonly string[]> => {
    const personId = await hire(deps, role, alone.node_id)
    await ask(app, { name: role, token: await openSession(deps, personId, { demo: false }), own: { letter: '', feed: '', waiting: '' } }, address)
    const rows = await deps.store.selectFrom('access_log').select(['thing_id', 'how']).where('person_id', '=', personId).execute()
    return rows.filter((row) => row.thing_id === alone.case_id).map((row) => row.how)
  }
  const minutes = `/meetings/${alone.meeting_id}/minutes`
  expect(await metAt(minutes, 'secretary')).toEqual(['look'])
  expect(await metAt(`/search?q=${typed}&kind=minutes`, 'secretary')).toEqual(['search'])
  // Who reads the rest of the minutes has not asked for what is masked there.
  expect(await metAt(minutes, 'controller')).toEqual([])
})

it('is not so much as counted: who searches for it without right is answered as for a word that nobody has written', async () => {
  const { app } = wholeApp(deps)
  const plain = (text: string, query: string): string =>
    text
      .replaceAll(/name="_csrf" value="[^"]*"|x-request-id: \S+|set-cookie: .*/g, '')
      .replaceAll(query, '…')
      .replaceAll(encodeURIComponent(query), '…')
  const other = 'wqxberg'
  for (const reader of outsiders.slice(0, 2))
    for (const address of askedWith(planted, others, typed).filter((a) => a.includes(typed))) {
      const [secret, nothing] = await Promise.all([address, address.replaceAll(typed, other)].map(async (a) => saidBy(await ask(app, reader, a))))
      expect(plain(secret ?? '', typed), address).toBe(plain(nothing ?? '', other))
    }
})
