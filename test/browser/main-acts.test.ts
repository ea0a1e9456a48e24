import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../src/demo/ids.ts'
import { openPage } from '../chromium.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

const node = (key: string): string => idOf('node', key)

/** Follows a link or presses a button by its words, with the keyboard alone: Tab until it has the focus, then Enter. */
const pressByKeyboard = async (page: Page, words: RegExp): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (words.test(focused)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`nothing called ${words} can be reached with Tab on ${page.url()}`)
}

/** Goes to a field by its id, with the keyboard alone, and types. */
const typeByKeyboard = async (page: Page, id: string, text: string): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.id ?? '')) === id) {
      await page.keyboard.type(text)
      return
    }
  }
  throw new Error(`${id} cannot be reached with Tab on ${page.url()}`)
}

describe('the main road, from a decision to its end', () => {
  let served: Served
  let entry = ''
  beforeAll(async () => {
    served = await serveDemonstration()
  })
  afterAll(() => served.close())
  const visitor = (javaScript: boolean): Promise<Page> => openPage({ baseUrl: served.address, javaScript })

  it('a secretary registers a decision that gives an assignment, without script', async () => {
    const page = await visitor(false)
    await stepInto(page, 'board_secretary')
    await page.goto('/decisions/new?clause=give_assignment')
    await page.fill('#field-title', 'Mötesplatser i Norrby')
    await page.fill('#field-day', '2022-05-17')
    await page.fill('#field-paragraph', '45')
    await page.locator('main form[method="post"] button.btn').first().click()
    expect(page.url()).toContain('/decisions/drafts/')

    // Refused, all at once, with what was typed kept.
    await page.fill('#field-text', 'förvaltningen ska öppna två mötesplatser i Norrby')
    await page.fill('#field-resources', '2,5 milj')
    await page.locator('main form[method="post"] button.btn').first().click()
    expect(await page.locator('#problems li').count()).toBeGreaterThanOrEqual(4)
    expect(await page.inputValue('#field-resources')).toBe('2,5 milj')
    expect(await page.locator('#problems').innerText()).toContain('2,5 milj')

    await page.fill('#field-title', 'Två mötesplatser i Norrby')
    await page.fill('#field-purpose', 'Fler ska ha någonstans att vara på kvällen.')
    await page.fill('#field-deliverable', 'Två mötesplatser öppna tre kvällar i veckan.')
    await page.fill('#field-finalReport', '2022-12-15')
    await page.selectOption('#field-recipient', node('alf'))
    await page.check('input[name="origin"][value="ongoing"]')
    await page.check('input[name="kind"][value="development"]')
    await page.fill('#field-resources', '250')
    await page.fill('#field-financing', 'Nämndens buffert')
    await page.locator('main form[method="post"] button.btn').first().click()
    await page.getByRole('button', { name: /^Registrera/ }).click()
    expect(page.url()).toMatch(/\/decisions\/[0-9a-f-]{36}$/)
    expect(await page.locator('h1').innerText()).toBe('Mötesplatser i Norrby')
    const link = page.locator('main a[href^="/register/assignments/"], main a[href^="/thing/"]').first()
    await link.click()
    entry = new URL(page.url()).pathname
    expect(await page.locator('h1').innerText()).toBe('Två mötesplatser i Norrby')
    expect(served.defects.map(String)).toEqual([])
  })

  it('the same paragraph cannot be registered twice', async () => {
    const page = await visitor(false)
    await stepInto(page, 'board_secretary')
    await page.goto('/decisions/new?clause=note')
    await page.fill('#field-title', 'Något annat')
    await page.fill('#field-day', '2022-05-17')
    await page.fill('#field-paragraph', '45')
    await page.locator('main form[method="post"] button.btn').first().click()
    await page.fill('#field-text', 'anteckna informationen')
    await page.locator('main form[method="post"] button.btn').first().click()
    await page.getByRole('button', { name: /^Registrera/ }).click()
    expect(await page.locator('#problems').innerText()).toMatch(/45/)
    expect(await page.content()).toContain('Något annat')
  })

  it('the department head accepts it and reports, with the keyboard alone', async () => {
    const page = await visitor(true)
    await stepInto(page, 'department_head')
    await page.goto(entry)
    await pressByKeyboard(page, /^Ta emot uppdraget$/)
    await page.waitForFunction(() => document.body.innerText.includes('Uppdraget pågår'))
    await page.goto(`${entry}/report?kind=interim`)
    await typeByKeyboard(page, 'field-text', 'Den första mötesplatsen öppnade i går. Fyrtio kom.')
    await pressByKeyboard(page, /^Lämna rapporten$/)
    await page.waitForSelector('#problems')
    expect(await page.inputValue('#field-text')).toContain('Fyrtio kom.')
    for (let i = 0; i < 300 && (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)) !== 'stance'; i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await pressByKeyboard(page, /^Lämna rapporten$/)
    await page.waitForURL(/\/reports\//)
    expect(await page.locator('main').innerText()).toContain('Fyrtio kom.')
  })

  it('the final report says what continues; a gap is refused, an owner is not', async () => {
    const page = await visitor(false)
    await stepInto(page, 'department_head')
    await page.goto(`${entry}/report?kind=final`)
    await page.check('input[name="stance"][value="done"]')
    await page.fill('#field-text', 'Två mötesplatser är öppna tre kvällar i veckan.')
    await page.fill('#field-continuation-1', 'Mötesplatserna drivs vidare')
    await page.getByRole('button', { name: 'Lämna rapporten' }).click()
    expect(await page.locator('#problems').innerText()).toContain('Fortsättning 1')
    await page.selectOption('#field-owner-1', node('alf'))
    await page.fill('#field-due-1', '2022-12-31')
    await page.getByRole('button', { name: 'Lämna rapporten' }).click()
    expect(page.url()).toContain('/reports/')
  })

  it('only a decision of the giver declares it fulfilled, and then the thread is whole', async () => {
    const page = await visitor(false)
    await stepInto(page, 'department_head')
    await page.goto(entry)
    // To whoever registers no decisions of the giver it stands closed, with the reason.
    expect(await page.getByRole('button', { name: 'Förklara fullgjort' }).getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('link', { name: /förklara fullgjort/i }).count()).toBe(0)
    await stepInto(page, 'board_secretary')
    await page.goto(`/decisions/new?clause=declare_fulfilled&entry=${entry.split('/').at(-1)}`)
    await page.fill('#field-title', 'Mötesplatserna är öppna')
    await page.fill('#field-day', '2022-05-17')
    await page.fill('#field-paragraph', '46')
    await page.locator('main form[method="post"] button.btn').first().click()
    await page.fill('#field-text', 'förklara uppdraget om mötesplatser fullgjort')
    await page.locator('main form[method="post"] button.btn').first().click()
    await page.getByRole('button', { name: /^Registrera/ }).click()
    await page.goto(entry)
    expect(await page.locator('main').innerText()).toContain('Uppdraget är fullgjort')
    await page.goto(`/thread/${entry.split('/').at(-1)}`)
    const thread = await page.locator('main').innerText()
    expect(thread).toContain('Den första mötesplatsen')
    expect(served.defects.map(String)).toEqual([])
  })

  it('a resident reads it all and changes nothing', async () => {
    const page = await visitor(true)
    await page.goto(entry)
    expect(await page.locator('main form[method="post"] button').count()).toBe(0)
    const answer = await page.request.post(`${served.address}${entry}/report`, { form: { kind: 'interim', stance: 'on_track', text: 'Jag har gjort det.' } })
    expect(answer.status()).toBe(403)
    for (const bad of ['/series/x%00y', '/reports?q=%00', '/bodies/%00']) expect((await page.request.get(`${served.address}${bad}`)).status()).toBe(404)
    expect(served.defects.map(String)).toEqual([])
  })
})
