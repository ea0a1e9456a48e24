import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoRole } from '../../src/access/step-in.ts'
import { idOf } from '../../src/demo/ids.ts'
import { expectAccessible, openPage } from '../chromium.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

const meeting = `/meetings/${idOf('meeting', 'aln-m-2022-05-17')}`

describe('a meeting that is in session', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveDemonstration()
  })
  afterAll(() => served.close())
  const as = async (role: DemoRole, options: { readonly javaScript?: boolean; readonly width?: number } = {}): Promise<Page> => {
    const page = await openPage({ baseUrl: served.address, ...options })
    await stepInto(page, role)
    return page
  }

  it('in two browsers, by keyboard: what is written stays when ballots come, a clause does what is chosen for it, the gavel, a correction', async () => {
    const [secretary, member, resident] = [await as('board_secretary'), await as('member', { width: 390 }), await as('resident')]
    await resident.goto(meeting)
    await member.goto(meeting)
    await secretary.goto(`${meeting}/desk`)
    const before = await resident.locator('#now .out').first().innerText()
    // The secretary is writing when the ballot comes: the count changes, the text and the place in it stay.
    await secretary.locator('summary', { hasText: 'Nytt ärende på sammanträdet' }).press('Enter')
    await secretary.locator('#field-new_item-title').pressSequentially('Branden i för')
    const counted = secretary.locator('#desk-step .out')
    const cast = await counted.innerText()
    await member.getByRole('button', { name: /^Nej/ }).click()
    await member.getByText('Din röst är lagrad: Nej.').waitFor()
    await expect.poll(() => counted.innerText()).not.toBe(cast)
    await secretary.keyboard.type('skolan')
    expect(await secretary.locator('#field-new_item-title').inputValue()).toBe('Branden i förskolan')
    expect(await secretary.evaluate(() => document.activeElement?.id)).toBe('field-new_item-title')
    await secretary.keyboard.press('Enter')
    await secretary.getByRole('link', { name: 'Branden i förskolan' }).waitFor()
    // What V moves for clause 1 is to do what clause 1 of the proposal would have done.
    await secretary.locator('summary', { hasText: 'Vad att-satserna gör' }).press('Enter')
    await secretary.locator('#desk-forms a', { hasText: 'ordnar 80' }).press('Enter')
    expect(await secretary.locator('#field-title').inputValue()).toBe('Fler platser för feriearbete sommaren 2022')
    await secretary.locator('#field-deliverable').fill('80 platser är tillsatta i sommar.')
    await secretary.getByRole('button', { name: 'Spara' }).press('Enter')
    await secretary.locator('summary', { hasText: 'Anteckna röster vid namn' }).press('Enter')
    for (const row of await secretary.locator('.ballots tr').all()) {
      const name = await row.locator('th').innerText()
      if (/Hagelin/.test(name)) continue
      await row.locator(`input[value="${/\((S|M)\)/.test(name) ? 'yes' : 'no'}"]`).press('Space')
    }
    await secretary.locator('details[open] button[value="close"]').press('Enter')
    const result = secretary.locator('.result .out', { hasText: /ja mot/ })
    await result.waitFor()
    const outcome = await result.innerText()
    await resident.getByText(outcome).waitFor()
    expect(before).not.toBe(outcome)
    await member.locator('#my-ballot').waitFor({ state: 'detached' })
    await secretary
      .locator('#next')
      .getByText(/Att-sats 1 ger .*uppdraget/)
      .waitFor()
    await expectAccessible(secretary)
    await secretary.locator('body').press('k')
    await secretary.getByRole('heading', { name: 'Beslut', exact: true }).waitFor()
    await secretary.locator('summary', { hasText: /^Rätta$/ }).press('Enter')
    await secretary.locator('summary', { hasText: /^Att-sats 3$/ }).press('Enter')
    await secretary.locator('[id^="do-correct_clause"] textarea').last().fill('nämnden följer upp platserna i oktober')
    await secretary.locator('[id^="do-correct_clause"] input[type="text"]').last().fill('Skrevs fel månad')
    await secretary.locator('[id^="do-correct_clause"] button').last().press('Enter')
    await secretary.locator('#desk-body').getByText('nämnden följer upp platserna i oktober').waitFor()
    // The picture may come before the answer to the form, whose redirect would then lead back from where one went.
    await secretary.goto((await secretary.getByRole('link', { name: 'Beslutet och dess tråd' }).getAttribute('href')) ?? '')
    await secretary.getByText('”nämnden följer upp platserna i september” rättat till ”nämnden följer upp platserna i oktober”').waitFor()
    expect(served.defects.map(String)).toEqual([])
  })

  it('without script: the closed election, the reservation, and what the public may know of a secret item', async () => {
    const [secretary, member, resident] = [
      await as('board_secretary', { javaScript: false }),
      await as('member', { javaScript: false }),
      await as('resident', { javaScript: false }),
    ]
    await secretary.goto(`${meeting}/desk?item=${idOf('item', 'aln-m-2022-05-17/ferie')}`)
    await secretary.locator('summary', { hasText: 'Reservation' }).click()
    await secretary.selectOption('#field-remark-kind', 'reservation')
    await secretary
      .locator('#field-remark-personIds')
      .getByLabel(/Hagelin/)
      .check()
    await secretary
      .locator('form', { has: secretary.locator('#field-remark-kind') })
      .locator('button')
      .click()
    await secretary.getByRole('heading', { name: 'Reservationer' }).waitFor()
    await secretary.getByRole('link', { name: /Nästa ärende/ }).click()
    await secretary.getByRole('button', { name: /Ta upp ärendet/ }).click()
    await secretary.locator('summary', { hasText: 'mellan kandidater' }).click()
    await secretary.fill('#field-open_election-candidates', 'Asta Ek\nBo Lind')
    await secretary
      .locator('form', { has: secretary.locator('#field-open_election-candidates') })
      .locator('button')
      .click()
    await member.goto(meeting)
    await member.getByLabel('Asta Ek').check()
    await member.getByRole('button', { name: 'Lägg rösten i urnan' }).click()
    await member.getByText('Ingen kan se vad du röstade').waitFor()
    await secretary.getByRole('button', { name: /Avsluta omröstningen/ }).click()
    await secretary.getByText('Asta Ek är vald.').first().waitFor()
    await secretary.getByRole('button', { name: /Klubba/ }).click()
    await secretary.getByRole('link', { name: /Nästa ärende/ }).click()
    await secretary.getByRole('button', { name: /Ta upp ärendet/ }).click()
    await resident.goto(meeting)
    expect(await resident.locator('#now .item').innerText()).toMatch(/Ärende med sekretess/)
    expect(await resident.locator('body').innerText()).not.toMatch(/Enskilt ärende/)
    expect(served.defects.map(String)).toEqual([])
  })
})
