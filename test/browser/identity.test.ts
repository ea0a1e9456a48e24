import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIdentityConfig } from '../../src/access/identity-config.ts'
import { openProvider } from '../../src/access/provider.ts'
import { expectAccessible, expectFits, openPage, screenshot } from '../chromium.ts'
import { clientSecret, type IdentityProvider, startIdentityProvider } from '../identity-provider.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

/** Looks at the page as it stands: wide and narrow, light and dark. */
const lookAt = async (page: Page, name: string): Promise<void> => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expectFits(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await screenshot(page, `${name}-${width}-${colorScheme}`)
    }
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

describe('identity, in a browser', () => {
  let provider: IdentityProvider
  let served: Served
  beforeAll(async () => {
    provider = await startIdentityProvider(() => served.address)
    const config = {
      id: 'ad',
      name: { sv: 'Borås Stads inloggning', en: 'the sign-in of the City of Borås' },
      issuer: provider.issuer,
      clientId: 'genomslag',
      clientSecret,
      rules: [{ claim: 'groups', value: 'officers', body: 'alf', role: 'officer' }],
    }
    const { providers } = readIdentityConfig(JSON.stringify({ providers: [config] }), {})
    served = await serveDemonstration({ localAccounts: true, providers: providers.map(openProvider), origin: null, tell: () => {} })
    provider.accounts.set('ada', { given_name: 'Ada', family_name: 'Provsson', groups: ['officers'] })
  })
  afterAll(async () => {
    await served.close()
    await provider.close()
  })

  it('goes to the provider, comes back as somebody with a post, and leaves both', async () => {
    const page = await openPage({ width: 1280, height: 900, baseUrl: served.address })
    await page.goto('/sign-in?back=/account')
    await lookAt(page, 'sign-in-providers')
    provider.person = 'ada'
    await page.getByRole('link', { name: 'Fortsätt till Borås Stads inloggning' }).click()
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await page.waitForURL(`${served.address}/account`)
    expect(await page.locator('main').innerText()).toContain('Du är inloggad som Ada Provsson.')
    expect(await page.locator('main').innerText()).toContain('följer av inloggningen med Borås Stads inloggning')
    await lookAt(page, 'account-provider')
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.waitForURL(`${provider.issuer}/**`)
    await page.locator('button[name="logout"]').click()
    await page.waitForURL(`${served.address}/`)
    expect(await page.locator('header.top').innerText()).toContain('Logga in')
    expect(served.defects.map(String)).toEqual([])
  })

  it('imports people from a list, seen before it is done', async () => {
    const page = await openPage({ width: 1280, height: 900, baseUrl: served.address })
    await stepInto(page, 'board_secretary')
    await page.goto('/organisation/import')
    await lookAt(page, 'import')
    const send = async (text: string): Promise<void> => {
      await page.goto('/organisation/import')
      await page.locator('input[type="file"]').setInputFiles({ name: 'personer.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      // The answer is a page of its own: it must have come before it is looked at.
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Visa vad som skulle ändras' }).click()])
    }
    await send('Id;Förnamn;Efternamn;Parti;E-post\r\np1;Åsa;;;asa@example.se\r\np2;Bo;Ek;;bo\r\n')
    await lookAt(page, 'import-bad')
    await send('Id;Förnamn;Efternamn;Parti;E-post\r\np1;Åsa;Öberg;;asa@example.se\r\np2;Bo;Ek;S;\r\n')
    await lookAt(page, 'import-preview')
    await page.getByRole('button', { name: 'Skriv in 2 rader' }).click()
    await page.waitForURL(`${served.address}/organisation`)
    expect(await page.locator('[role="status"]').first().innerText()).toBe('Importen är gjord.')
    expect(served.defects.map(String)).toEqual([])
  })
})
