import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../src/demo/ids.ts'
import { openPage } from '../chromium.ts'
import { type DemoRole, type Served, serveDemonstration, stepInto } from './municipality.ts'

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

  it('two at once: the member votes on a phone, the resident sees it come, the secretary counts and closes', async () => {
    const [secretary, member, resident] = [await as('board_secretary'), await as('member', { width: 390 }), await as('resident')]
    await resident.goto(meeting)
    await member.goto(meeting)
    await secretary.goto(`${meeting}/desk`)
    const before = await resident.locator('#now .out').first().innerText()
    await member.getByRole('button', { name: /^Nej/ }).click()
    await member.getByText('Din röst är lagrad: Nej.').waitFor()
    await secretary.locator('summary', { hasText: 'Anteckna röster vid namn' }).click()
    for (const row of await secretary.locator('.ballots tr').all()) {
      const name = await row.locator('th').innerText()
      if (/Hagelin/.test(name)) continue
      await row.locator(`input[value="${/\((S|M)\)/.test(name) ? 'yes' : 'no'}"]`).check()
    }
    await secretary.locator('details[open] button[value="close"]').click()
    const counted = secretary.locator('.result .out', { hasText: /ja mot/ })
    await counted.waitFor()
    const outcome = await counted.innerText()
    expect(outcome).toMatch(/ja mot \d+ nej/)
    await resident.getByText(outcome).waitFor()
    expect(before).not.toBe(outcome)
    await member.locator('#my-ballot').waitFor({ state: 'detached' })
    await secretary.getByRole('button', { name: /Klubba/ }).press('Enter')
    await secretary.getByRole('heading', { name: 'Beslut', exact: true }).waitFor()
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
