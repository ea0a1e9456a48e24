import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoRole } from '../../src/access/step-in.ts'
import { idOf } from '../../src/demo/ids.ts'
import { expectAccessible, expectFits, openPage, screenshot } from '../chromium.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'
import * as places from './places.ts'

const thing = (key: string): string => idOf('thing', key)
const meeting = (key: string): string => `/meetings/${idOf('meeting', key)}`
const person = (key: string): string => `/people/${idOf('person', key)}`
const [open, next] = [meeting('aln-m-2022-05-17'), meeting('aln-m-2022-05-24')]

export type PageAsked = readonly [name: string, path: string | places.Place, role: DemoRole]

/** Every kind of page of the program, as the role that it is made for; its name is the name of its pictures. */
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
  ['pots', '/pots', 'resident'],
  ['pot', `/pots/${thing('pott-sommarjobb')}`, 'board_secretary'],
  ['petitions', '/petitions', 'member'],
  ['delegation', '/delegation?q=avtal&amount=300', 'resident'],
  ['meetings', '/meetings', 'resident'],
  ['meeting-desk', `${open}/desk`, 'board_secretary'],
  ['meeting-member', open, 'member'],
  ['meeting-election', meeting('kf-m-2022-05-12'), 'resident'],
  ['meeting-council', meeting('gbg-kf-m-2021-04-22'), 'resident'],
  ['meeting-roll-call', `${next}/desk`, 'board_secretary'],
  ['meeting-summons', `${next}/summons`, 'resident'],
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
  ['agenda-build', `${next}/agenda`, 'board_secretary'],
  ['search', '/search?q=stadsdelsvard', 'resident'],
  ['retention', '/retention', 'board_secretary'],
  ['secrecy', `/secrecy/${thing('c-individ')}`, 'board_secretary'],
  ['minutes', `${meeting('aln-m-2022-01-25')}/minutes`, 'board_secretary'],
  ['accessibility', '/accessibility', 'resident'],
  ['api', '/api', 'resident'],
  ['not-found', '/nowhere', 'resident'],
  ['meeting-public', open, 'resident'],
  ['meeting-clause', `${open}/desk/clauses/${idOf('item', 'aln-m-2022-05-17/ferie')}/proposal/1`, 'board_secretary'],
  ['meeting-paragraph', places.paragraph, 'board_secretary'],
  ['meeting-new', '/meetings/new', 'board_secretary'],
  ['minutes-council', `${meeting('gbg-kf-m-2021-04-22')}/minutes`, 'resident'],
  ['decision-draft', places.draft(''), 'board_secretary'],
  ['decision-draft-head', places.draft('/head'), 'board_secretary'],
  ['decision-draft-clause-new', places.draft('/clauses/new'), 'board_secretary'],
  ['decision-draft-clause', places.draftClause, 'board_secretary'],
  ['decision-draft-receivers', places.draft('/receivers'), 'board_secretary'],
  ['decision-minutes', `/decisions/${thing('aln-2022-01-25-8')}/minutes`, 'board_secretary'],
  ['dispatch-one', places.dispatch, 'board_secretary'],
  ['case-referral', places.referral, 'department_head'],
  ['case-party', `/cases/${thing('c-guldkanten-2023')}/party`, 'board_secretary'],
  ['case-event', `/cases/${thing('c-guldkanten-2023')}/event`, 'board_secretary'],
  ['case-close', `/cases/${thing('c-guldkanten-2023')}/close`, 'board_secretary'],
  ['case-reopen', places.reopenCase, 'board_secretary'],
  ['case-document-new', `/cases/${thing('c-guldkanten-2023')}/documents/new`, 'board_secretary'],
  ['document-upload', `/documents/${thing('d-iop-kvinnojouren')}/upload`, 'board_secretary'],
  ['organisation-2016', '/organisation?day=2016-12-31', 'resident'],
  ['body-due', '/bodies/aln/due', 'resident'],
  ['body-split', '/bodies/alf/split', 'chief_executive'],
  ['body-change', '/bodies/aln/change', 'chief_executive'],
  ['body-move', '/bodies/alf/move', 'chief_executive'],
  ['body-close', '/bodies/alf/close', 'chief_executive'],
  ['body-new', '/organisation/new', 'chief_executive'],
  ['bodies-merge', '/organisation/merge', 'chief_executive'],
  ['organisation-changes', '/organisation/changes', 'resident'],
  ['organisation-import', '/organisation/import', 'chief_executive'],
  ['organisation-import-waiting', places.organisationWaiting, 'chief_executive'],
  ['person', person('maud-hellqvist'), 'resident'],
  ['person-new', '/people/new', 'chief_executive'],
  ['person-sign-in', `${person('maud-hellqvist')}/sign-in`, 'chief_executive'],
  ['post-new', '/bodies/aln/posts/new', 'chief_executive'],
  ['post-appoint', `/posts/${idOf('post', 'aln-chair')}/appoint?q=a`, 'chief_executive'],
  ['appointment', places.appointment, 'resident'],
  ['appointment-end', places.endAppointment, 'chief_executive'],
  ['letter', places.letter, 'member'],
  ['address-confirm', places.confirmAddress, 'resident'],
  ['unsubscribe', places.unsubscribe, 'resident'],
  ['register-import', '/import/register/agreements/upload', 'controller'],
  ['import-waiting', places.importWaiting, 'controller'],
  ['assignments-restated', '/register/assignments?units=today', 'resident'],
  ['decision-types', '/register/decision-types', 'resident'],
  ['decision-type', places.entry('decision-type'), 'resident'],
  ['bills', '/register/bills', 'resident'],
  ['bill', `/register/bills/${thing('mo-sprakstod')}`, 'resident'],
  ['bill-new', '/register/bills/new', 'board_secretary'],
  ['interpellations', '/register/interpellations', 'resident'],
  ['interpellation', `/register/interpellations/${thing('ip-langvarigt')}`, 'resident'],
  ['questions', '/register/questions', 'resident'],
  ['question', `/register/questions/${thing('f-sommarlov')}`, 'resident'],
  ['citizen-proposals', '/register/citizen-proposals', 'resident'],
  ['citizen-proposal', `/register/citizen-proposals/${thing('mf-bankar')}`, 'resident'],
  ['initiatives', '/register/initiatives', 'resident'],
  ['initiative', `/register/initiatives/${thing('fi-vindkraft')}`, 'resident'],
  ['series-parts', '/series/hushall-per-manad/parts', 'controller'],
  ['contradiction', places.contradiction, 'controller'],
  ['retention-one', `/retention/${thing('c-spira')}`, 'board_secretary'],
  ['search-first', '/search', 'resident'],
  ['search-none', '/search?q=enhörningsflottilj', 'resident'],
  ['guide', '/guide', 'resident'],
  ['guide-chapter', '/guide/sammantradet', 'resident'],
  ['agenda-council', places.councilAgenda, 'chair'],
  ['refused', '/decisions/new', 'member'],
  ['defect', '/defect', 'resident'],
]

/** Pages that are of the same kind as another, made by the same code: an entry of each register is shown, one form for a new one is. */
const sameKind: Readonly<Record<string, string>> = {
  '/register/governing-documents/new': '/register/assignments/new',
  '/register/agreements/new': '/register/assignments/new',
  '/register/decision-types/new': '/register/assignments/new',
  '/register/interpellations/new': '/register/bills/new',
  '/register/questions/new': '/register/bills/new',
  '/register/citizen-proposals/new': '/register/bills/new',
  '/register/initiatives/new': '/register/bills/new',
}

/** What is answered with no page: files, streams, data, and addresses that only lead on. */
const noPages: readonly RegExp[] = [
  /^\/(assets\/\*|icon\.svg|guide\/pictures\/:name)$/,
  /\/(pdf|docx|package)$|\.(xlsx|csv)$/,
  /^\/export\//,
  /^\/api\//,
  /^\/files\//,
  /^\/calendar\//,
  /^\/meetings\/:id\/live$/,
  /^\/(language\/:locale|thing\/:id|figures\/:id|sign-in\/(with|back)\/:provider)$/,
]

/** Fails when the router leads to a page that is not among `pages`, and when a list here tells of what the router does not have. */
const expectEveryRoute = async (served: Served): Promise<void> => {
  const shown = new Set<string | undefined>()
  for (const [, path] of pages) shown.add(served.routeOf(typeof path === 'string' ? path : await path(served)))
  const without = served.routes.filter((route) => !noPages.some((p) => p.test(route)) && !shown.has(route) && !shown.has(sameKind[route]))
  expect(without, 'pages that are not tried').toEqual([])
  expect(
    Object.entries(sameKind)
      .flat()
      .filter((route) => !served.routes.includes(route)),
    'no such pages',
  ).toEqual([])
  expect(noPages.filter((p) => !served.routes.some((route) => p.test(route)))).toEqual([])
}

const otherThan200: Readonly<Record<string, number>> = { 'not-found': 404, 'case-secret': 403, refused: 403, defect: 500 }

/** Opens each page at both widths, light and dark: whole, without sideways scroll, accessible, with its four pictures; then in English at 360. */
export const tryPages = (asked: readonly PageAsked[], { routes = false } = {}): void => {
  describe('every page', () => {
    let served: Served
    const opened = new Map<DemoRole, Page>()
    /** One browser profile a role, so that nobody signs in more often than people do. */
    const pageFor = async (role: DemoRole): Promise<Page> => {
      const known = opened.get(role)
      if (known) return known
      const page = await openPage({ baseUrl: served.address })
      await stepInto(page, role)
      opened.set(role, page)
      return page
    }
    beforeAll(async () => {
      served = await serveDemonstration()
    })
    afterAll(() => served.close())

    if (routes) it('is among those that are tried', () => expectEveryRoute(served))

    it.each(asked)('%s', async (name, place, role) => {
      const path = typeof place === 'string' ? place : await place(served)
      const page = await pageFor(role)
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(otherThan200[name] ?? 200)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('html').getAttribute('lang')).toBe('sv')
      expect(strangeIn(await textOf(page)), 'words that no reader should meet').toEqual([])
      await expectFits(page)
      await screenshot(page, `${name}-1280-light`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await screenshot(page, `${name}-1280-dark`)
      // Contrast differs by colour scheme, targets by width: one of each finds both.
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await screenshot(page, `${name}-390-dark`)
      await page.emulateMedia({ colorScheme: 'light' })
      await expectFits(page)
      await screenshot(page, `${name}-390-light`)
      await expectAccessible(page)
      if (printed.has(name)) await onPaper(page, name)
      await inEnglishOnTheNarrowest(page, path, served.address)
      expect(served.defects.map(String)).toEqual([])
    })
  })
}

/** The text that readers meet, without what is marked as code or as another language, and without what a search quotes of its sources. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const part of copy.querySelectorAll('code, pre, script, [lang="en"], textarea, .hit-text')) part.remove()
    return [...copy.querySelectorAll('*')].flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent)).join('\n')
  })

/** Raw identities, names of code, amounts in öre, and English in a Swedish page. */
const strangeIn = (text: string): readonly string[] =>
  [
    /(?<!\/)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    /.{0,20}\b[a-z]+_[a-z]+\b.{0,20}/g,
    /.{0,20}\b(undefined|null|NaN)\b.{0,20}/g,
    /.{0,20}\b\d{8,}\b.{0,20}/g,
    /.{0,30}\b(the|which|with|your|been|should|cannot)\b.{0,30}/gi,
  ].flatMap((pattern) => text.match(pattern) ?? [])

/** What people print: within the paper, without what leads elsewhere. */
const printed: ReadonlySet<string> = new Set(['home-board', 'decision', 'minutes', 'thread-hosts', 'assignments'])

const onPaper = async (page: Page, name: string): Promise<void> => {
  // A4 within its margins.
  await page.setViewportSize({ width: 673, height: 952 })
  await page.emulateMedia({ media: 'print' })
  await expectFits(page)
  for (const part of ['.four', '.find', '.takeout', 'main .btn'])
    for (const leads of await page.locator(part).all()) expect(await leads.isVisible(), `${part} on paper`).toBe(false)
  await screenshot(page, `${name}-print`)
  await page.emulateMedia({ media: 'screen' })
}

const inEnglishOnTheNarrowest = async (page: Page, path: string, url: string): Promise<void> => {
  await page.context().addCookies([{ name: 'lang', value: 'en', url }])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(path)
  await expectFits(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('header.top').innerText()).not.toMatch(/Hur fattades|Ärenden|Uppdrag/)
  await page.context().addCookies([{ name: 'lang', value: 'sv', url }])
}
