import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoRole } from '../../src/access/step-in.ts'
import { idOf } from '../../src/demo/ids.ts'
import type { Verdict } from '../../src/kernel/refusal.ts'
import { addItem } from '../../src/meetings/agenda/add-item.ts'
import { closeItem } from '../../src/meetings/agenda/close-item.ts'
import { takeUpItem } from '../../src/meetings/agenda/open-item.ts'
import { takingPart } from '../../src/meetings/attendance/there.ts'
import { closeDebate } from '../../src/meetings/debate/close-debate.ts'
import { makeMotion } from '../../src/meetings/debate/make-motion.ts'
import { loadRecord } from '../../src/meetings/record/record-store.ts'
import type { MeetingRecord } from '../../src/meetings/record/record.ts'
import { closeVote } from '../../src/meetings/voting/close-vote.ts'
import { noteBallots } from '../../src/meetings/voting/note-ballots.ts'
import { openVote } from '../../src/meetings/voting/open-vote.ts'
import { putOneByOne } from '../../src/meetings/voting/put-one-by-one.ts'
import { putQuestion } from '../../src/meetings/voting/put-question.ts'
import { requestVote } from '../../src/meetings/voting/request-vote.ts'
import { expectAccessible, openPage, screenshot } from '../chromium.ts'
import { accessibleNodes, listen } from '../screen-reader.ts'
import { councilAgenda } from './places.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

/** The page at both widths, to be looked at. */
const shots = async (page: Page, name: string): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await screenshot(page, `${name}-${width}-light`)
  }
}
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
      await row.locator(`input[value="${/Kreutz/.test(name) ? 'abstain' : /\((S|M)\)/.test(name) ? 'yes' : 'no'}"]`).press('Space')
    }
    await secretary.locator('details[open] button[value="close"]').press('Enter')
    const result = secretary.locator('.result .out', { hasText: /ja mot/ })
    await result.waitFor()
    const outcome = await result.innerText()
    await resident.getByText(outcome, { exact: true }).waitFor()
    expect(before).not.toBe(outcome)
    await member.locator('#my-ballot').waitFor({ state: 'detached' })
    await secretary
      .locator('#next')
      .getByText(/Att-sats 1 ger .*uppdraget/)
      .waitFor()
    // Why one abstained, and how one without vote would have voted, are noted beside the vote and move nothing in it.
    await secretary.locator('summary', { hasText: 'avst' }).first().press('Enter')
    const why = secretary.locator('[id^="do-why_abstained"]')
    await why.locator('select').selectOption({ label: 'Nadja Kreutz (L)' })
    await why.locator('input[type="text"]').fill('Underlaget kom för sent.')
    await why.locator('button').press('Enter')
    await resident.getByText('Underlaget kom för sent.').first().waitFor({ state: 'attached' })
    await secretary.locator('summary', { hasText: 'utan rösträtt' }).press('Enter')
    await secretary.locator('#field-would-personId').selectOption({ label: 'Viveka Sandgren (M)' })
    await secretary.locator('#field-would-for').selectOption({ index: 1 })
    await secretary.locator('#do-would button').press('Enter')
    await resident
      .getByText(/Viveka Sandgren \(M\)[^.]*skulle ha röstat/)
      .first()
      .waitFor()
    await resident.getByText(outcome, { exact: true }).waitFor()
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
    const opening = secretary.locator('form', { has: secretary.locator('#field-open_election-candidates') })
    // On paper slips first: the screens say so, what is wrong is kept, and the count is undone to vote from devices.
    await secretary.fill('#field-open_election-candidates', 'Asta Ek\nBo Lind')
    await opening.getByLabel('valsedlar i en urna').check()
    await opening.locator('button').click()
    await member.goto(meeting)
    await member.getByText('Lägg din valsedel i urnan i salen.').waitFor()
    await resident.goto(meeting)
    await resident.getByText('Sluten omröstning med valsedlar pågår').first().waitFor()
    await shots(secretary, 'desk-slips')
    const slips = secretary.locator('#do-slips')
    await slips.getByLabel('Valsedlar för Asta Ek').fill('90')
    await slips.getByLabel('Andra namn på sedlarna').fill('1 Cia Ros')
    await slips.locator('summary').click()
    await slips.getByLabel('Ogiltiga: oklart vem').fill('1')
    await slips.locator('button').click()
    await slips.getByText('Skriv antalet som ett helt tal').waitFor()
    await slips.getByLabel('Valsedlar för Bo Lind').fill('2')
    await slips.locator('button').click()
    await slips.getByText(/är fler än de \d+ som får rösta/).waitFor()
    expect(await slips.getByLabel('Andra namn på sedlarna').inputValue()).toBe('1 Cia Ros')
    await slips.getByLabel('Valsedlar för Asta Ek').fill('3')
    await slips.locator('button').click()
    await secretary.getByText('Asta Ek är vald.').first().waitFor()
    await shots(secretary, 'desk-slips-counted')
    await resident.goto(meeting)
    await resident.getByText('Ogiltiga, oklart vem').waitFor()
    await shots(resident, 'meeting-slips-counted')
    await secretary.getByRole('button', { name: /^Ångra/ }).click()
    await slips.waitFor()
    await secretary.locator('summary', { hasText: 'Avbryt omröstningen' }).click()
    await secretary.fill('#field-void_vote-why', 'Sammanträdet vill rösta från egna enheter.')
    await secretary.locator('#do-void_vote button').click()
    await secretary.locator('summary', { hasText: 'mellan kandidater' }).click()
    await secretary.fill('#field-open_election-candidates', 'Asta Ek\nBo Lind')
    await opening.locator('button').click()
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

  it('for a member with a screen reader: what happens is said, once and in words, and the place on the page stays', async () => {
    const { deps } = served
    const meetingId = idOf('meeting', 'aln-m-2022-05-17')
    const nobody = { personId: null, name: 'test', posts: [] }
    const bySystem = { bySystem: true }
    const next = () => deps.ids.next()
    const read = async () => (await loadRecord(deps.store, meetingId)) as MeetingRecord
    const must = async (done: Promise<Verdict<unknown>>) => expect((await done).ok).toBe(true)
    const open = (await read()).items.find((i) => i.state === 'open')
    if (open) await must(closeItem(deps, nobody, { id: next(), meetingId, itemId: open.id, carry: true }, bySystem))
    const itemId = next()
    const proposal = {
      from: 'Arbetslivsförvaltningen',
      text: '',
      clauses: ['öppna en verkstad', 'avsätta 1 mnkr'].map((text, i) => ({ no: i + 1, kind: 'note', text, data: {} })),
      receivers: [],
    }
    await must(addItem(deps, nobody, { id: itemId, meetingId, caseId: null, title: 'Ny verkstad', kind: 'decision', announced: true, proposal }, bySystem))
    const member = await as('member')
    await member.goto(meeting)
    const said = await listen(member)
    const place = member.locator('#now a').first()
    await place.focus()
    const stands = await place.innerText()
    const focused = () => member.evaluate(() => (document.activeElement as HTMLElement).innerText)
    const hears = (words: RegExp) => expect.poll(async () => (await said()).at(-1) ?? '', { timeout: 30_000 }).toMatch(words)
    const at = () => ({ id: next(), meetingId, itemId })
    await must(takeUpItem(deps, nobody, at(), bySystem))
    await hears(/Ny verkstad behandlas\.$/)
    const record = await read()
    const voters = takingPart(record, record.items.find((i) => i.id === itemId) ?? null).map((p) => p.personId)
    const clauses = [{ no: 2, kind: 'note', text: 'avsätta 2 mnkr', data: {} }]
    const move = { kind: 'amend' as const, personIds: voters.slice(1, 2), text: '', clauses, otherwiseApprove: true }
    await must(makeMotion(deps, nobody, { ...at(), ...move }, bySystem))
    await must(closeDebate(deps, nobody, at(), bySystem))
    await must(putOneByOne(deps, nobody, { ...at(), points: [2] }, bySystem))
    await must(putQuestion(deps, nobody, { ...at(), found: 'proposal' }, bySystem))
    await must(requestVote(deps, nobody, { ...at(), personId: null }, bySystem))
    await must(openVote(deps, nobody, { ...at(), way: 'device' }, bySystem))
    await hears(/Omröstning pågår\. Ja för förslaget från Arbetslivsförvaltningen i punkt 2\. Nej för ändringsyrkandet från .* i punkt 2\.$/)
    await member.locator('#my-ballot').waitFor()
    expect(await focused()).toBe(stands)
    const nodes = await accessibleNodes(member)
    const named = (role: string, name: RegExp) => nodes.filter((n) => n.role === role && name.test(n.name))
    expect(named('region', /^Din röst$/)).toHaveLength(1)
    expect(named('button', /^Ja, förslaget från .* i punkt 2$/)).toHaveLength(1)
    expect(named('button', /^Nej, ändringsyrkandet från .* i punkt 2$/)).toHaveLength(1)
    expect(named('button', /^Avstår$/).map((n) => n.says['pressed'])).toEqual(['false'])
    expect(named('main', /./).length + nodes.filter((n) => n.role === 'main').length).toBeGreaterThan(0)
    expect(nodes.filter((n) => n.role === 'heading' && n.says['level'] === 1)).toHaveLength(1)
    expect(nodes.filter((n) => n.role === 'status').every((n) => n.says['live'] === 'polite')).toBe(true)
    expect(await member.locator('#heard').getAttribute('role')).toBe('status')
    // A ballot of somebody else is not read out: only what has happened is.
    const before = (await said()).length
    const me = record.roster.find((s) => s.name.endsWith('Hagelin'))?.personId
    const others = voters.filter((id) => id !== me)
    await must(noteBallots(deps, nobody, { ...at(), ballots: others.slice(0, 2).map((personId) => ({ personId, choice: 'yes' as const })) }, bySystem))
    await expect.poll(() => member.locator('#now .out').first().innerText(), { timeout: 30_000 }).toMatch(/^2 av/)
    expect((await said()).slice(before)).toEqual([])
    // The line is cut as the ballot is sent: it is told where it was sent, and is sent once when the line is back.
    await member.context().setOffline(true)
    await member.getByRole('button', { name: /^Nej, / }).press('Enter')
    await member.getByRole('alert').filter({ hasText: 'Det kom inte fram' }).waitFor()
    await member.context().setOffline(false)
    await member.getByRole('button', { name: /^Nej, / }).press('Enter')
    await member.getByRole('status').filter({ hasText: 'Din röst är lagrad: Nej.' }).waitFor()
    expect((await accessibleNodes(member)).filter((n) => n.role === 'button' && n.says['pressed'] === 'true').map((n) => n.name)).toEqual([
      expect.stringMatching(/^Nej, /),
    ])
    const after = await listen(member)
    await must(noteBallots(deps, nobody, { ...at(), ballots: others.map((personId) => ({ personId, choice: 'yes' as const })) }, bySystem))
    await must(closeVote(deps, nobody, at(), bySystem))
    await expect.poll(async () => (await after()).at(-1) ?? '', { timeout: 30_000 }).toMatch(/Beslutet blir förslaget .* i punkt 2, med \d+ ja mot 1 nej\.$/)
    await must(putQuestion(deps, nobody, { ...at(), found: 'proposal' }, bySystem))
    await must(closeItem(deps, nobody, at(), bySystem))
    await expect.poll(async () => (await after()).at(-1) ?? '', { timeout: 30_000 }).toMatch(/Ny verkstad: beslutat\.$/)
    await expectAccessible(member)
    expect(served.defects.map(String)).toEqual([])
  })

  it('for the chair by keyboard alone, beside the secretary: a line that is cut loses nothing, a window left behind decides nothing, also without script', async () => {
    const { deps } = served
    const [meetingId, itemId] = [idOf('meeting', 'aln-m-2022-05-17'), deps.ids.next()]
    const system = [deps, { personId: null, name: 'test', posts: [] }] as const
    const before = (await loadRecord(deps.store, meetingId))?.items.find((i) => i.state === 'open')
    if (before) await closeItem(...system, { id: deps.ids.next(), meetingId, itemId: before.id, carry: true }, { bySystem: true })
    const clauses = ['öppna en lokal', 'avsätta 1 mnkr'].map((text, i) => ({ no: i + 1, kind: 'note', text, data: {} }))
    const proposal = { from: 'Arbetslivsförvaltningen', text: '', clauses, receivers: [] }
    const added = { id: itemId, meetingId, caseId: null, title: 'Ny lokal', kind: 'decision' as const, announced: true, proposal }
    expect((await addItem(...system, added, { bySystem: true })).ok).toBe(true)
    const [chair, secretary, plain] = [await as('chair'), await as('board_secretary'), await as('board_secretary', { javaScript: false })]
    /** Goes on with Tab until what is named has the focus, and presses Enter. */
    const enter = async (page: Page, name: RegExp): Promise<void> => {
      for (let i = 0; i < 150; i++) {
        await page.keyboard.press('Tab')
        if (name.test(await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText : ''))))
          return page.keyboard.press('Enter')
      }
      throw new Error(`no way by Tab to ${name}`)
    }
    const says = (page: Page, words: RegExp) => page.locator('#desk-step').getByText(words).first().waitFor()
    await chair.goto(`${meeting}/desk?item=${itemId}`)
    await secretary.goto(`${meeting}/desk?item=${itemId}`)
    await chair.getByRole('button', { name: /Ta upp ärendet/ }).waitFor()
    await chair.keyboard.press('k')
    await says(secretary, /Bifaller vi förslaget/)
    // The secretary writes a motion, and the line is cut as it is sent; meanwhile the chair adjourns.
    await secretary.locator('summary', { hasText: 'Nytt yrkande' }).press('Enter')
    await secretary.selectOption('#field-motion-kind', 'amend')
    await secretary
      .locator('#field-motion-personIds')
      .getByLabel(/Hagelin/)
      .press('Space')
    await secretary.locator('#field-motion-clauses').fill('2. avsätta 3 mnkr')
    await secretary.locator('#field-motion-otherwiseApprove').press('Space')
    await secretary.context().setOffline(true)
    await secretary.getByRole('button', { name: 'Anteckna yrkandet' }).press('Enter')
    await secretary.getByRole('alert').filter({ hasText: 'Det kom inte fram' }).waitFor()
    await enter(chair, /^Ajournera/)
    await chair.getByRole('button', { name: /Återuppta/ }).waitFor()
    await secretary.context().setOffline(false)
    await secretary.getByText(/ajournerat sedan/).waitFor()
    expect(await secretary.locator('#field-motion-clauses').inputValue()).toBe('2. avsätta 3 mnkr')
    await secretary.getByRole('button', { name: 'Anteckna yrkandet' }).press('Enter')
    await chair
      .locator('#desk-body')
      .getByRole('rowheader', { name: /^Ändringsyrkande/ })
      .waitFor()
    await chair.keyboard.press('k')
    await says(chair, /Är överläggningen avslutad/)
    await chair.keyboard.press('k')
    await says(chair, /Godkänns den ordningen/)
    await chair.keyboard.press('k')
    await says(chair, /Bifaller vi ändringsyrkandet/)
    await plain.goto(`${meeting}/desk?item=${itemId}`)
    // Found, undone as it was heard wrong, and found anew.
    await enter(chair, /^Finner: förslaget/)
    await says(chair, /Vi har beslutat enligt förslaget/)
    await chair.keyboard.press('z')
    await says(chair, /Jag finner att/)
    await enter(chair, /^Finner: ändringsyrkandet/)
    await says(chair, /Vi har beslutat enligt ändringsyrkandet/)
    await plain.getByRole('button', { name: /^Finner: förslaget/ }).click()
    await plain.getByText(/Någon har hunnit före i ett annat fönster/).waitFor()
    await says(plain, /Vi har beslutat enligt ändringsyrkandet/)
    await chair.keyboard.press('k')
    await secretary.locator('#desk-body').getByText('avsätta 3 mnkr').first().waitFor()
    await plain.goto(`${meeting}/desk?item=${itemId}`)
    await plain.locator('summary', { hasText: /^Reservation, anteckning/ }).click()
    await plain
      .locator('#field-remark-personIds')
      .getByLabel(/Hagelin/)
      .check()
    await plain.fill('#field-remark-text', 'Gott så.')
    await plain.locator('#do-remark button').click()
    await plain.getByText('Välj om det är en reservation, en anteckning eller ett yttrande.').first().waitFor()
    await plain.selectOption('#field-remark-kind', 'statement')
    await plain.locator('#do-remark button').click()
    await plain.locator('#desk-body').getByText('Gott så.').waitFor()
    const item = (await loadRecord(deps.store, meetingId))?.items.find((i) => i.id === itemId)
    expect([item?.motions.length, item?.decision?.clauses.map((c) => c.text)]).toEqual([1, ['öppna en lokal', 'avsätta 3 mnkr']])
    await expectAccessible(chair)
    expect(served.defects.map(String)).toEqual([])
  })

  it('for the council’s secretary who builds the agenda, without script: what is not prepared is warned of, and a lawful ground takes the warning away', async () => {
    const agenda = await councilAgenda(served)
    const secretary = await as('chair', { javaScript: false, width: 390 })
    await secretary.goto(agenda)
    const budget = idOf('item', 'kf-m-2022-06-16/budget')
    const item = secretary.locator(`#item-${budget}`)
    expect(await item.locator('.warns').innerText()).toMatch(/Ärendet är inte berett\s+Ingen nämnd eller fullmäktigeberedning har berett det. 5\s+kap/)
    expect(await secretary.locator('.warns').count()).toBe(3)
    await shots(secretary, 'agenda-council-warned')
    await secretary.getByRole('link', { name: '3 ärenden är inte beredda.' }).press('Enter')
    await item.locator('summary', { hasText: 'Ändra' }).press('Enter')
    await secretary.selectOption(`#field-preparation-${budget}`, { label: 'Behöver inte beredas: avsägelse' })
    await item.getByRole('button', { name: 'Spara' }).press('Enter')
    await item.getByText('Behöver inte beredas: avsägelse.').waitFor()
    expect(await secretary.locator('.warns').count()).toBe(2)
    // The case is where it is sent on from.
    await secretary.locator('.warns a').first().press('Enter')
    expect(secretary.url()).toMatch(/\/cases\/.+#preparation$/)
    expect(served.defects.map(String)).toEqual([])
  })
})
