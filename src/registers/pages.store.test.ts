import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEntry, assignmentData, personas, registerWorld, type RegisterWorld, risk, riskData, secretRisk } from '../../test/register-world.ts'
import { nodes, posts } from '../../test/decision-town.ts'
import { roomFor } from '../../test/room.ts'
import type { AnyDefinition } from './define.ts'
import { assignment } from './definitions/assignment.ts'
import { registerRoutes } from './routes.tsx'
import { loadEntry } from './entry-store.ts'

let world: RegisterWorld
beforeAll(async () => {
  world = await registerWorld()
})
afterAll(() => world.close())

const as = (name: keyof typeof personas, locale: 'sv' | 'en' = 'sv') =>
  roomFor((app, deps) => registerRoutes(app, deps, world.definitions), world.deps, personas[name], { locale })

describe('the list', () => {
  test('opens with a sentence that could be read aloud', async () => {
    await anEntry(world.deps, assignment, assignmentData({ title: 'Sent uppdrag', finalReport: '2022-05-13', responsible: posts.head }))
    await anEntry(world.deps, assignment, assignmentData({ title: 'Utan ansvarig' }))
    await anEntry(world.deps, assignment, assignmentData({ title: 'Helt uppdrag', responsible: posts.head }))
    const { text, status } = await as('secretary').get('/register/assignments')
    expect(status).toBe(200)
    expect(text.replaceAll(/<!-- -->|<\/?span[^>]*>/g, '')).toContain('Borås har 3 uppdrag. På två är tråden av: ett är sent och ett saknar ansvarig.')
    expect(text).toContain('4 dagar sent')
    expect(text).toContain('Saknar ansvarig')
  })
})

test('smoke', async () => {
  const entry = await anEntry(world.deps, assignment, assignmentData())
  const page = await as('head').get(`/register/assignments/${entry.id}`)
  expect(page.status).toBe(200)
  const done = await as('head').post(`/register/assignments/${entry.id}/act`, { act: 'accept', seen: '1' })
  expect(done.status).toBe(303)
  expect((await loadEntry(world.deps.store, entry.id))?.state).toBe('accepted')
  console.log(
    page.text
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .slice(900, 4500),
  )
})
