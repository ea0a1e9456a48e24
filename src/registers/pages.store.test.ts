import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodes, posts } from '../../test/decision-town.ts'
import { anEntry, assignmentData, personas, type RegisterWorld, registerWorld, risk, riskData, secretRisk } from '../../test/register-world.ts'
import { roomFor } from '../../test/room.ts'
import type { AnyDefinition } from './define.ts'
import { assignment } from './definitions/assignment.ts'
import { loadEntry } from './entry-store.ts'
import { registerRoutes } from './routes.tsx'

let world: RegisterWorld
beforeAll(async () => {
  world = await registerWorld()
})
afterAll(() => world.close())

const register = risk as AnyDefinition
const as = (name: keyof typeof personas, locale: 'sv' | 'en' = 'sv') =>
  roomFor((app, deps) => registerRoutes(app, deps, world.definitions), world.deps, personas[name], { locale })
/** What a reader reads. */
const read = (html: string): string =>
  html
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\s+/g, ' ')
const after = (html: string, words: string): string => html.slice(html.indexOf(words))

describe('the list', () => {
  test('opens with a sentence that could be read aloud, and says where each thread is broken', async () => {
    await anEntry(world.deps, assignment, assignmentData({ title: 'Sent uppdrag', finalReport: '2022-05-13', responsible: posts.head }))
    await anEntry(world.deps, assignment, assignmentData({ title: 'Utan ansvarig' }))
    await anEntry(world.deps, assignment, assignmentData({ title: 'Helt uppdrag', responsible: posts.head }))
    const swedish = read((await as('secretary').get('/register/assignments')).text)
    expect(swedish).toContain('Borås har 3 uppdrag. På två är tråden av: ett är sent och ett saknar ansvarig.')
    expect(swedish).toContain('4 dagar sent')
    expect(swedish).toContain('Saknar ansvarig')
    const english = read((await as('anybody', 'en').get(`/register/assignments?body=${nodes.labour}`)).text)
    expect(english).toContain('Board ALN has 3 assignments. On two the thread is broken: one is late and one is without anybody responsible.')
  })

  test('is narrowed, sorted and searched by its address; what cannot be read is left out', async () => {
    const { text } = await as('secretary').get('/register/assignments?broken=1&q=uppdrag&sort=-title&state=given&state=nowhere&after=x')
    expect(read(text)).not.toContain('Helt uppdrag')
    expect(read(text)).toContain('1 av 3 uppdrag')
    expect(text).toContain('aria-sort="descending"')
  })

  test('has no inline style or script, which the content security policy refuses', async () => {
    const { text } = await as('secretary').get('/register/assignments')
    expect(text).not.toMatch(/ style="| onclick="|<script>/)
  })
})

describe('an entry', () => {
  test('shows its particulars by the names of its own day, and what can be done by whom', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData({ resources: 250_000_000, financing: 'Höjt kommunbidrag' }))
    const path = `/register/assignments/${id}`
    const head = await as('head').get(path)
    expect(read(head.text)).toContain('Resurser||2 500 tkr')
    expect(head.text).toContain('action="/register/assignments/' + id + '/act"')
    // The decision is drafted by those who register the giver's decisions; to others it is told that one is needed.
    const draft = `href="/decisions/new?clause=end_assignment&amp;entry=${id}"`
    expect((await as('secretary').get(path)).text).toContain(draft)
    for (const who of ['head', 'stranger'] as const) expect((await as(who).get(path)).text).not.toContain(draft)
    const anybody = await as('anybody').get(path)
    expect(anybody.text).not.toContain('<form method="post"')
    expect(read(anybody.text)).toContain('Bara ett beslut kan göra det här')
  })

  test('an act is done by its form and told; a refused one says why and keeps what was typed', async () => {
    const { id } = await anEntry(world.deps, register, riskData())
    const path = `/register/risks/${id}`
    const refused = await as('secretary').post(`${path}/act`, { act: 'review', seen: '1', 'review.comment': '  ' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#field-review-comment"')
    expect(await as('stranger').post(`${path}/act`, { act: 'close', seen: '1' })).toMatchObject({ status: 403 })
    expect(await as('secretary').post(`${path}/act`, { act: 'handle', seen: '1', 'handle.responsible': posts.head })).toMatchObject({ status: 303, to: path })
    expect(await loadEntry(world.deps.store, id)).toMatchObject({ state: 'handled', data: { responsible: posts.head } })
    expect(read((await as('secretary').get(path)).text)).toContain('secretary Test')
  })

  test('a conflict shows who changed what, and keeps what was typed for saving again', async () => {
    const { id } = await anEntry(world.deps, register, riskData({ about: 'Gammalt' }))
    const path = `/register/risks/${id}/fields`
    await as('head').post(path, { seen: '1', field: 'likelihood', 'free.likelihood': '5' })
    const mine = { seen: '1', field: ['about', 'likelihood'], 'free.about': 'Min text', 'free.likelihood': '2' }
    const conflict = await as('secretary').post(path, mine)
    expect(conflict.status).toBe(409)
    const text = read(conflict.text)
    expect(text).toContain('Någon annan hann före')
    expect(text).toContain('other Test')
    expect(text).toContain('Sannolikhet: från ”2” till ”5”')
    expect(conflict.text).toContain('Min text</textarea>')
    const seen = /name="seen" value="(\d+)"/.exec(after(conflict.text, 'id="free"'))?.[1]
    expect(seen).toBe('2')
    expect(await as('secretary').post(path, { ...mine, seen: seen ?? '' })).toMatchObject({ status: 303 })
    expect((await loadEntry(world.deps.store, id))?.data).toMatchObject({ about: 'Min text', likelihood: 2 })
  })

  test('of a secret one only the number is told', async () => {
    const { id, number } = await anEntry(world.deps, secretRisk, riskData({ title: 'Skyddad adress' }))
    expect((await as('secretary').get(`/register/secret-risks/${id}`)).text).toContain('Skyddad adress')
    for (const who of ['stranger', 'anybody'] as const) {
      const { status, text } = await as(who).get(`/register/secret-risks/${id}`)
      expect(status).toBe(403)
      expect(text).toContain(number)
      expect(text).not.toContain('Skyddad adress')
      expect(await as(who).post(`/register/secret-risks/${id}/act`, { act: 'close', seen: '1' })).toMatchObject({ status: 403 })
    }
  })

  test.each(['x', '0190b0b0-0000-7000-8000-00000000dead', "'; drop table entry; --", '%00'])('there is none at %s', async (id) => {
    expect((await as('secretary').get(`/register/risks/${encodeURIComponent(id)}`)).status).toBe(404)
    expect((await as('secretary').post(`/register/risks/${encodeURIComponent(id)}/act`, { act: 'close' })).status).toBe(404)
  })

  test('whatever a form sends is answered, never with a failure', async () => {
    const { id } = await anEntry(world.deps, register, riskData())
    const path = `/register/risks/${id}`
    for (const fields of [
      {},
      { act: '__proto__' },
      { act: 'close', seen: '9'.repeat(40) },
      { act: 'review', seen: '1', 'review.comment': '\u0000' },
      { act: 'review', seen: '1', 'review.comment': 'x'.repeat(6000) },
    ]) {
      expect([409, 422]).toContain((await as('secretary').post(`${path}/act`, fields)).status)
    }
    const wrong = {
      seen: '1',
      field: ['title', 'cost', 'checks', 'unit', 'toString'],
      'free.title': 'a\u0000b',
      'free.cost': 'massor',
      'free.checks': 'aldrig',
      'free.unit': 'x',
    }
    const { status, text } = await as('secretary').post(`${path}/fields`, wrong)
    expect(status).toBe(422)
    for (const field of ['cost', 'checks', 'unit']) expect(text).toContain(`href="#field-free-${field}"`)
    expect(text).toContain('value="massor"')
  })
})

describe('a new entry', () => {
  const id = '0190b0b0-0000-7000-8000-0000000000aa'
  const form = { _id: id, _body: nodes.labour, title: 'Ensamarbete', level: 'low', likelihood: '2' }

  test('of a steering register is made by a decision, and the page leads there', async () => {
    const { status, text } = await as('secretary').get('/register/assignments/new')
    expect(status).toBe(200)
    expect(text).toContain('href="/decisions/new?clause=give_assignment"')
    expect(await as('secretary').post('/register/assignments/new', { title: 'x' })).toMatchObject({ status: 403 })
  })

  test('tells all problems at once, keeps what was typed, and is made once', async () => {
    const refused = await as('secretary').post('/register/risks/new', { ...form, title: '', likelihood: 'ofta', level: 'high' })
    expect(refused.status).toBe(422)
    for (const field of ['title', 'likelihood', 'review']) expect(refused.text).toContain(`href="#field-${field}"`)
    expect(refused.text).toContain('value="ofta"')
    expect(await as('stranger').post('/register/risks/new', form)).toMatchObject({ status: 403 })
    expect(await as('secretary').post('/register/risks/new', form)).toMatchObject({ status: 303, to: `/register/risks/${id}` })
    expect(await as('secretary').post('/register/risks/new', form)).toMatchObject({ status: 303, to: `/register/risks/${id}` })
  })
})

describe('drafts', () => {
  const id = '0190b0b0-0000-7000-8000-0000000000bb'
  const key = `risk~${id}`
  const typed = { _csrf: 'token', _id: id, _at: '/register/risks/new', _body: nodes.labour, title: 'Halvfärdig', likelihood: 'kanske' }

  test('are saved by the button, found in the list, opened again with all that was typed, and gone when handed in', async () => {
    const secretary = as('secretary')
    expect(await secretary.post(`/drafts/${key}`, typed)).toMatchObject({ status: 303, to: `/register/risks/new?draft=${encodeURIComponent(key)}` })
    expect((await secretary.get('/drafts')).text).toContain('Halvfärdig')
    const opened = await secretary.get(`/register/risks/new?draft=${encodeURIComponent(key)}`)
    expect(opened.text).toContain('value="kanske"')
    expect(opened.text).toContain(`name="_id" value="${id}"`)
    expect(await secretary.post('/register/risks/new', { ...typed, level: 'low', likelihood: '1' })).toMatchObject({ status: 303 })
    expect((await secretary.get('/drafts')).text).not.toContain('Halvfärdig')
  })

  test('are their writer’s alone', async () => {
    await as('secretary').post(`/drafts/${key}2`, typed)
    expect((await as('head').get('/drafts')).text).not.toContain('Halvfärdig')
    expect((await as('head').get(`/register/risks/new?draft=${encodeURIComponent(`${key}2`)}`)).text).not.toContain('Halvfärdig')
    await as('head').post(`/drafts/${key}2/drop`)
    expect((await as('secretary').get('/drafts')).text).toContain('Halvfärdig')
    await as('secretary').post(`/drafts/${key}2/drop`)
    expect((await as('secretary').get('/drafts')).text).not.toContain('Halvfärdig')
    expect(await as('anybody').post(`/drafts/${key}`, typed)).toMatchObject({ status: 303, to: '/sign-in' })
  })

  test('lead nowhere but to our own forms, and too long ones are refused in words', async () => {
    for (const at of ['//evil.example', 'https://evil.example', '/x"><script>'])
      expect(await as('secretary').post(`/drafts/${key}`, { ...typed, _at: at })).toMatchObject({ to: '/drafts' })
    expect(await as('secretary').post(`/drafts/${key}`, { ...typed, title: 'x'.repeat(300_000) })).toMatchObject({ status: 422 })
    expect(await as('secretary').post(`/drafts/${'k'.repeat(300)}`, typed)).toMatchObject({ status: 404 })
  })
})
