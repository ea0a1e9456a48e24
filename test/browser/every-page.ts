import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../src/demo/ids.ts'
import { expectAccessible, expectFits, openPage, screenshot } from '../chromium.ts'
import { type DemoRole, type Served, serveDemonstration, stepInto } from './municipality.ts'

const thing = (key: string): string => idOf('thing', key)
const meeting = (key: string): string => `/meetings/${idOf('meeting', key)}`

export type PageAsked = readonly [name: string, path: string, role: DemoRole]

/** Every page of the program, as the role that it is made for; its name is the name of its pictures. */
export const pages: readonly PageAsked[] = [
  ['home-board', '/', 'board_secretary'],
  ['home-resident', '/', 'resident'],
  ['home-council', '/bodies/kf', 'resident'],
  ['body-decisions', '/bodies/aln/decisions?year=2022', 'resident'],
  ['organisation', '/organisation', 'resident'],
  ['series-restated', '/series/boendestod-per-enhet?node=boras', 'resident'],
  ['reorganisation', '/organisation/changes/2017-01-01', 'resident'],
  ['people', '/bodies/aln/people', 'resident'],
  ['vacancies', '/bodies/aln/vacancies', 'resident'],
  ['procedure', '/procedure?body=aln', 'resident'],
  ['due', '/due', 'department_head'],
  ['cases', '/cases', 'board_secretary'],
  ['case', `/cases/${thing('c-spira')}`, 'board_secretary'],
  ['case-preparation', `/cases/${thing('c-guldkanten-2023')}/preparation`, 'board_secretary'],
  ['case-refer', `/cases/${thing('c-guldkanten-2023')}/refer`, 'board_secretary'],
  ['case-secret', `/cases/${thing('c-individ')}`, 'resident'],
  ['case-new', '/cases/new', 'board_secretary'],
  ['case-upload', `/cases/${thing('c-spira')}/upload`, 'board_secretary'],
  ['document-board-paper', `/documents/${thing('d-iop-kvinnojouren')}`, 'resident'],
  ['decisions', '/decisions', 'resident'],
  ['decision', `/decisions/${thing('aln-2022-01-25-8')}`, 'resident'],
  ['decision-council', `/decisions/${thing('kf-2021-06-23-120')}`, 'resident'],
  ['decision-new', '/decisions/new', 'board_secretary'],
  ['petitions', '/petitions', 'member'],
  ['delegation', '/delegation?q=avtal&amount=300', 'resident'],
  ['meetings', '/meetings', 'resident'],
  ['meeting-desk', `${meeting('aln-m-2022-05-17')}/desk`, 'board_secretary'],
  ['meeting-member', meeting('aln-m-2022-05-17'), 'member'],
  ['meeting-election', meeting('kf-m-2022-05-12'), 'resident'],
  ['meeting-council', meeting('gbg-kf-m-2021-04-22'), 'resident'],
  ['meeting-roll-call', `${meeting('aln-m-2022-05-24')}/desk`, 'board_secretary'],
  ['meeting-summons', `${meeting('aln-m-2022-05-24')}/summons`, 'resident'],
  ['dispatch', '/dispatch', 'board_secretary'],
  ['assignments', '/register/assignments', 'department_head'],
  ['assignment', `/register/assignments/${thing('a-stadsdelsvardar')}`, 'department_head'],
  ['assignment-report', `/register/assignments/${thing('a-stadsdelsvardar')}/report?kind=final`, 'department_head'],
  ['assignment-split', `/register/assignments/${thing('a-stadsdelsvardar')}/split`, 'department_head'],
  ['assignment-new', '/register/assignments/new', 'board_secretary'],
  ['governing-documents', '/register/governing-documents', 'resident'],
  ['governing-document', `/register/governing-documents/${thing('doc-heder')}`, 'resident'],
  ['agreements', '/register/agreements', 'resident'],
  ['agreement', `/register/agreements/${thing('iop-kvinnojouren')}`, 'resident'],
  ['reports', '/reports', 'member'],
  ['report', `/reports/${thing('r-boende-slut')}`, 'member'],
  ['report-goteborg', `/reports/${thing('r-gbg-slut')}`, 'resident'],
  ['contradictions', '/contradictions', 'controller'],
  ['series-summary', '/series/sammandrag-intakter-budget', 'controller'],
  ['series', '/series', 'controller'],
  ['series-households', '/series/hushall-per-manad', 'controller'],
  ['series-assistance', '/series/bistand-kr-per-invanare', 'resident'],
  ['goals', '/goals', 'member'],
  ['goal', `/goals/${thing('mal-langvarigt-bistand')}`, 'member'],
  ['thread-hosts', `/thread/${thing('kf-2021-06-23-120')}`, 'resident'],
  ['thread-housing', `/thread/${thing('a-boendeprocess')}`, 'member'],
  ['thread-goteborg', `/thread/${thing('a-gbg-lardomar')}`, 'resident'],
  ['thread-series', `/thread/${thing('hushall-per-manad')}`, 'controller'],
  ['thread-budget', `/thread/${thing('aln-2022-01-25-4')}`, 'resident'],
  ['history', '/history', 'auditor'],
  ['access-log', '/access-log', 'auditor'],
  ['history-thing', `/history/${thing('a-boendeprocess')}`, 'auditor'],
  ['drafts', '/drafts', 'board_secretary'],
  ['account', '/account', 'member'],
  ['reminders', '/account/reminders', 'department_head'],
  ['outbox', '/outbox', 'board_secretary'],
  ['series-new', '/series/new', 'controller'],
  ['series-record', '/series/hushall-per-manad/record', 'controller'],
  ['series-judge', '/series/hushall-per-manad/judge', 'controller'],
  ['series-period', '/series/hushall-per-manad/2021', 'controller'],
  ['body-history', '/bodies/forsorjning/history', 'resident'],
  ['no-measure', `/thread/${thing('a-stadsdelsvardar')}/no-measure`, 'board_secretary'],
  ['demo', '/demo', 'resident'],
  ['sign-in', '/sign-in', 'resident'],
  ['notices', '/notices', 'resident'],
  ['agenda-build', `/meetings/${idOf('meeting', 'aln-m-2022-05-24')}/agenda`, 'board_secretary'],
  ['search', '/search?q=bistånd', 'resident'],
  ['retention', '/retention', 'board_secretary'],
  ['secrecy', `/secrecy/${thing('c-individ')}`, 'board_secretary'],
  ['minutes', `/meetings/${idOf('meeting', 'aln-m-2022-01-25')}/minutes`, 'board_secretary'],
  ['accessibility', '/accessibility', 'resident'],
  ['api', '/api', 'resident'],
  ['not-found', '/nowhere', 'resident'],
]

const widths = [1280, 390] as const
const otherThan200: Readonly<Record<string, number>> = { 'not-found': 404, 'case-secret': 403 }

/** Opens each page at both widths, light and dark: whole, without sideways scroll, accessible, with its four pictures; then in English at 360. */
export const tryPages = (asked: readonly PageAsked[]): void => {
  describe('every page', () => {
    let served: Served
    const opened = new Map<string, Page>()
    /** One browser profile a width and role, so that nobody signs in more often than people do. */
    const pageFor = async (width: (typeof widths)[number], role: DemoRole): Promise<Page> => {
      const known = opened.get(`${width} ${role}`)
      if (known) return known
      const page = await openPage({ width, height: width === 390 ? 844 : 900, baseUrl: served.address })
      await stepInto(page, role)
      opened.set(`${width} ${role}`, page)
      return page
    }
    beforeAll(async () => {
      served = await serveDemonstration()
    })
    afterAll(() => served.close())

    it.each(asked)('%s', async (name, path, role) => {
      for (const width of widths) {
        const page = await pageFor(width, role)
        await page.emulateMedia({ colorScheme: 'light' })
        const answer = await page.goto(path)
        expect(answer?.status(), path).toBe(otherThan200[name] ?? 200)
        expect(await page.locator('h1').count()).toBe(1)
        await expectFits(page)
        await screenshot(page, `${name}-${width}-light`)
        // Contrast differs by colour scheme, targets by width: one of each finds both.
        if (width === 390) await expectAccessible(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        await screenshot(page, `${name}-${width}-dark`)
        if (width === 1280) await expectAccessible(page)
      }
      await inEnglishOnTheNarrowest(await pageFor(390, role), path, served.address)
      expect(served.defects.map(String)).toEqual([])
    })
  })
}

const inEnglishOnTheNarrowest = async (page: Page, path: string, url: string): Promise<void> => {
  await page.context().addCookies([{ name: 'lang', value: 'en', url }])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(path)
  await expectFits(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('header.top').innerText()).not.toMatch(/Hur fattades|Ärenden|Uppdrag/)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.context().addCookies([{ name: 'lang', value: 'sv', url }])
}
