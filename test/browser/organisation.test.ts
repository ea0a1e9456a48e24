import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '../../src/access/create-account.ts'
import { demonstrationDay } from '../../src/demo/load-demonstration.ts'
import { clockAt } from '../../src/kernel/clock.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { openPage } from '../chromium.ts'
import { type Served, serveDemonstration } from './municipality.ts'

const password = 'en ganska lång mening'
let served: Served

beforeAll(async () => {
  served = await serveDemonstration()
  const holders = served.store.selectFrom('appointment').innerJoin('post', 'post.id', 'post_id').innerJoin('node', 'node.id', 'node_id')
  const chief = await holders.select('person_id').where('role', '=', 'chief_executive').where('node.slug', '=', 'slk').executeTakeFirstOrThrow()
  const deps = { store: served.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  expect((await createAccount(deps, { personId: chief.person_id, username: 'direktor', password })).ok).toBe(true)
})
afterAll(() => served.close())

const signIn = async (page: Awaited<ReturnType<typeof openPage>>): Promise<void> => {
  await page.goto('/sign-in?back=/account')
  await page.locator('#field-username').focus()
  await page.keyboard.type('direktor')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/account')
}

describe('the pages of those who keep the organisation', () => {
  it('work with the keyboard alone and without script: a body changes its name', async () => {
    const page = await openPage({ javaScript: false, baseUrl: served.address })
    await signIn(page)
    await page.goto('/bodies/aln/change')
    await page.locator('#field-name').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Nämnden för arbete')
    await page.locator('#field-on').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('i höst')
    await page.keyboard.press('Enter')
    expect(await page.locator('#problems a').getAttribute('href')).toBe('#field-on')
    expect(await page.locator('#field-name').inputValue()).toBe('Nämnden för arbete')
    await page.locator('#problems a').focus()
    await page.keyboard.press('Enter')
    await page.locator('#field-on').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('2022-09-01')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/bodies/aln/history')
    expect(await page.locator('main').innerText()).toContain('Fick namnet Nämnden för arbete')
    await page.goto('/organisation')
    expect(await page.locator('#tree').innerText()).toContain('Arbetslivsnämnden')
    await page.goto('/organisation?day=2022-09-01')
    expect(await page.locator('#tree').innerText()).toContain('Nämnden för arbete')
  })
})
