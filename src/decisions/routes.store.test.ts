import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, posts, type Town, who } from '../../test/decision-town.ts'
import { type Answer, type Room, roomFor } from '../../test/room.ts'
import { openCase } from '../cases/open-case.ts'
import { caseRoutes } from '../cases/routes.tsx'
import { ore } from '../kernel/amount.ts'
import { day } from '../kernel/day.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { registerDecision } from './register-decision.ts'
import { decisionRoutes } from './routes.tsx'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

const as = (reader: Who, desk = 'labour'): Room =>
  roomFor(
    (app, deps) => {
      caseRoutes(app, deps)
      decisionRoutes(app, deps)
    },
    town.deps,
    reader,
    { desk },
  )
const council = (): Room => as(who.council, 'council')

const begin = async (room: Room, head: Readonly<Record<string, string>> = {}): Promise<string> => {
  const made = await room.post('/decisions/new', { title: 'Uppdrag om hushåll', body: nodes.council, day: '2022-04-20', paragraph: '', by: 'body', ...head })
  expect(made.status).toBe(303)
  return made.to
}
const assignment = {
  text: 'att ge nämnden uppdraget',
  title: 'Minska hushållen',
  purpose: 'Självförsörjning',
  deliverable: 'Färre',
  finalReport: '2022-12-31',
  recipient: nodes.labour,
  origin: 'budget',
  kind: 'development',
}
const linksTo = (answer: Answer, name: string): boolean => answer.text.includes(`href="#field-${name}"`)

describe('drafting a decision', () => {
  it('goes from head to registered decision, keeping everything that is typed on the way', async () => {
    const room = council()
    expect((await room.get('/decisions/new?clause=give_assignment')).text).toContain('name="clause" value="give_assignment"')
    const unread = await room.post('/decisions/new', { title: 'Mitt', body: nodes.council, day: 'i morgon', by: 'body', case: 'KF 9' })
    expect(unread.status).toBe(422)
    expect(linksTo(unread, 'day') && linksTo(unread, 'case')).toBe(true)
    expect(unread.text).toContain('value="i morgon"')

    const draft = await begin(room)
    expect((await room.get(draft)).text).toContain('Utkastet har ingen att-sats än.')
    expect((await room.get(`${draft}/clauses/new`)).text).toContain('Ge ett uppdrag')
    expect((await room.get(`${draft}/clauses/new?kind=give_assignment`)).text).toContain('name="finalReport"')

    const half = await room.post(`${draft}/clauses/new?kind=give_assignment`, { ...assignment, finalReport: 'snart', text: '' })
    expect(half.status).toBe(422)
    expect(linksTo(half, 'finalReport') && linksTo(half, 'text')).toBe(true)
    const clause = /action="([^"]*\/clauses\/[0-9a-f-]{36})"/.exec(half.text)?.[1] ?? ''
    expect((await room.get(clause)).text).toContain('value="snart"')
    expect((await room.post(clause, assignment)).to).toBe(draft)
    expect((await room.post(`${draft}/clauses/new?kind=note`, { text: 'att anteckna rapporten' })).to).toBe(draft)

    const shown = await room.get(draft)
    expect(shown.text).toContain('Att-sats 1 ger ALN-nämnden uppdraget ”Minska hushållen”, slutredovisning 31')
    expect(shown.text).toContain('Att-sats 2 antecknar något och ändrar ingenting.')
    expect(shown.text).toContain('ALN-nämnden, kräver åtgärd: Minska hushållen')

    expect((await room.post(`${clause}/arrange`, { do: 'down' })).to).toBe(draft)
    expect((await room.get(draft)).text).toContain('Att-sats 2 ger ALN-nämnden')

    const refused = await room.post(`${draft}/register`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv paragrafens nummer')
    expect(linksTo(refused, 'head')).toBe(true)
    expect(
      (
        await room.post(`${draft}/head`, {
          title: 'Uppdrag om hushåll',
          body: nodes.council,
          day: '2022-04-20',
          paragraph: '§ 14',
          by: 'body',
          adjusted: '2022-04-27',
          announced: '2022-04-28',
        })
      ).to,
    ).toBe(draft)

    expect((await room.post(`${draft}/receivers`, { 'receivers.1': nodes.labour, 'receivers.1.demands': 'yes', 'receivers.1.what': '' })).status).toBe(422)
    expect((await room.post(`${draft}/receivers`, { 'receivers.1': nodes.labour, 'receivers.1.due': '2022-06-30' })).text).toContain(
      'En dag kan bara sättas när något krävs',
    )
    expect(
      (
        await room.post(`${draft}/receivers`, {
          'receivers.1': nodes.labour,
          'receivers.1.demands': 'yes',
          'receivers.1.what': 'ta emot uppdraget',
          'receivers.1.due': '2022-06-30',
          'receivers.2': nodes.executive,
        })
      ).to,
    ).toBe(draft)

    const registered = await room.post(`${draft}/register`)
    expect(registered.status).toBe(303)
    const decision = await room.get(registered.to)
    expect(decision.text).toContain('§\u00a014')
    expect(decision.text).toContain('1 att-sats av 2 ändrar vad kommunen styr efter.')
    expect(decision.text).toMatch(/\/register\/assignments\/[0-9a-f-]{36}/)
    expect(decision.text).toContain('Kan överklagas till och med 19')
    expect(decision.text).toContain('laga kraft 20')
    expect((await room.get(draft)).to).toBe(registered.to)
    expect((await roomFor(decisionRoutes, town.deps, anybody).get(`${registered.to}/minutes`)).status).toBe(403)
    expect((await room.get(`${registered.to}/minutes`)).status).toBe(200)
    expect((await room.post(`${registered.to}/minutes`, { adjusted: 'snart' })).status).toBe(422)
    expect((await room.post(`${registered.to}/minutes`, { adjusted: '2022-04-27', announced: '2022-04-28' })).to).toBe(registered.to)
    expect((await room.post(`${draft}/register`)).to).toBe(registered.to)
  })

  it('shows every refusal of every clause at its clause, and keeps the draft', async () => {
    const room = as(who.secretary)
    const draft = await begin(room, { body: nodes.labour, paragraph: '3', title: '' })
    await room.post(`${draft}/clauses/new?kind=give_assignment`, { ...assignment, recipient: nodes.department, origin: 'ongoing' })
    await room.post(`${draft}/clauses/new?kind=set_target`, { text: 'x', series: 'finns inte', node: nodes.labour, period: '2022', rule: 'at_most', value: '' })
    await room.post(`${draft}/clauses/new?kind=set_budget_frame`, { text: 'y', node: nodes.labour, period: '2022', amount: '500', purpose: 'Feriejobb' })
    const refused = await room.post(`${draft}/register`)
    expect(refused.status).toBe(422)
    for (const no of [1, 2, 3]) expect([no, linksTo(refused, `clause-${no}`)]).toEqual([no, true])
    expect(refused.text).toContain('Ange vilka resurser som får användas.')
    expect(refused.text).toMatch(/11\skap\.\s15\s§\skommunallagen/)
    const frame = [...refused.text.matchAll(/href="([^"]*\/clauses\/[0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
    expect((await room.get(frame)).text).toContain('value="Feriejobb"')
  })

  it('asks why an urgent decision cannot await the board, keeps what was typed, and tells it (KL 6:39)', async () => {
    const mandateId = town.deps.ids.next()
    const given = await registerDecision(
      town.deps,
      who.system,
      {
        bodyId: nodes.labour,
        day: day('2022-01-25'),
        paragraph: '3',
        title: 'Brådskande ärenden',
        text: '',
        caseId: null,
        adjusted: null,
        announced: null,
        delegation: null,
        clauses: [
          {
            kind: 'give_mandate',
            text: 'ge ordföranden rätten',
            creates: mandateId,
            data: { post: posts.chair, scope: 'Brådskande', limit: ore(5_000_000), urgent: 'yes', from: day('2022-02-01'), concerns: 'none' },
          },
        ],
        dispatch: [],
      },
      { bySystem: true },
    )
    expect(given.ok).toBe(true)
    const { number } = await town.deps.store.selectFrom('thing').select('number').where('id', '=', mandateId).executeTakeFirstOrThrow()
    const room = as(who.secretary)
    const head = { body: nodes.labour, title: 'Lokalen', paragraph: 'ALN 2022-00009', by: 'post', mandate: number ?? '', amount: '40' }
    const draft = await begin(room, head)
    await room.post(`${draft}/clauses/new?kind=note`, { text: 'att hyra lokalen' })
    const refused = await room.post(`${draft}/register`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('inte så brådskande att nämnden inte kan avvaktas')
    expect(refused.text).toMatch(/6\skap\.\s39\s§\skommunallagen/)
    expect(refused.text).toContain('låt nämnden besluta')
    await room.post(`${draft}/head`, { ...head, day: '2022-04-20', urgentBecause: 'Hyresvärden vill ha svar i morgon.' })
    expect((await room.get(`${draft}/head`)).text).toMatch(/value="40"[^]*Hyresvärden vill ha svar i morgon\.<\/textarea>/)
    const { to } = await room.post(`${draft}/register`)
    expect((await room.get(to)).text).toMatch(/nämndens beslut inte avvaktas[^]*Hyresvärden vill ha svar i morgon\./)
  })

  it('two secretaries who register the same paragraph: one is told, and keeps the draft', async () => {
    const rooms = [as(who.secretary), as(who.other)]
    const drafts = await Promise.all(
      rooms.map(async (room) => {
        const draft = await begin(room, { body: nodes.labour, day: '2022-05-10', paragraph: '40' })
        await room.post(`${draft}/clauses/new?kind=note`, { text: 'anteckna' })
        return draft
      }),
    )
    const answers = await Promise.all(rooms.map((room, i) => room.post(`${drafts[i]}/register`)))
    expect(answers.map((a) => a.status).toSorted()).toEqual([303, 422])
    const loser = answers.findIndex((a) => a.status === 422)
    expect(answers[loser]?.text).toContain('är redan registrerad')
    expect((await rooms[loser]!.get(drafts[loser]!)).status).toBe(200)
    expect((await rooms[loser]!.get(drafts[1 - loser]!)).status).toBe(303)
  })

  it('chooses what a clause is about by searching, and changes only what differs', async () => {
    const room = council()
    const found = await room.get(`${await begin(room)}/clauses/new?kind=change_assignment&q=hush%C3%A5llen`)
    const link = /href="([^"]*kind=change_assignment&amp;entry=[^"]+)"/.exec(found.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await room.get(link)
    expect(form.text).toContain('value="2022-12-31"')
    const draft = link.split('/clauses')[0] as string
    const same = await room.post(link, { ...assignment, text: 'ändra' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('Ingenting är ändrat')
    const clause = /action="([^"]*\/clauses\/[0-9a-f-]{36})"/.exec(same.text)?.[1] ?? ''
    expect((await room.post(clause, { ...assignment, text: 'ändra', finalReport: '2023-06-30' })).to).toBe(draft)
    expect((await room.post(`${clause}/arrange`, { do: 'remove' })).to).toBe(draft)
    expect((await room.get(draft)).text).toContain('ingen att-sats')
    expect((await room.post(`${draft}/discard`)).to).toBe('/decisions')
    expect((await room.get(draft)).status).toBe(404)
  })

  it('is for those who register decisions, each at their own', async () => {
    expect((await as(anybody).get('/decisions/new')).to).toContain('/sign-in')
    expect((await as(who.member).get('/decisions/new')).status).toBe(403)
    const draft = await begin(council())
    expect((await as(who.culture, 'culture').get(draft)).status).toBe(404)
    expect((await as(who.culture, 'culture').post(`${draft}/discard`)).status).toBe(404)
    const others = await begin(as(who.secretary), { body: nodes.culture, paragraph: '1' })
    await as(who.secretary).post(`${others}/clauses/new?kind=note`, { text: 'anteckna' })
    const refused = await as(who.secretary).post(`${others}/register`)
    expect([refused.status, refused.text.includes('nämndsekreterare')]).toEqual([422, true])
  })
})

describe('the mail between bodies', () => {
  it('is received, given a case and filed', async () => {
    const room = as(who.secretary)
    const box = await room.get('/dispatch')
    expect(box.text).toContain('1 kräver åtgärd')
    const path = /href="(\/dispatch\/[0-9a-f-]{36})"/.exec(box.text)?.[1] ?? ''
    expect((await room.get(path)).text).toMatch(/åtgärd senast 30\s+juni\s+2022: ta emot uppdraget/)
    expect((await room.post(`${path}/receive`)).status).toBe(422)
    expect((await room.post(`${path}/receive`, { as: 'link', case: 'ALN 1' })).text).toContain('Ärendet finns inte.')
    expect((await room.post(`${path}/receive`, { as: 'note' })).to).toBe(path)
    const early = await room.post(`${path}/file`)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Beslutet kräver åtgärd: ta emot uppdraget.')
    expect((await room.post(`${path}/take-up`, { as: 'open', title: '' })).status).toBe(422)
    const sender = /href="(\/decisions\/[0-9a-f-]{36})"/.exec((await room.get(path)).text)?.[1] ?? ''
    expect((await council().get(sender)).text).toContain('Inget ärende är öppnat')
    expect((await room.post(`${path}/take-up`, { as: 'open', title: 'Hushållen' })).to).toBe(path)
    const seen = (await council().get(sender)).text
    expect(seen).toContain('1 av 2 mottagare har bekräftat att beslutet har kommit.')
    expect(seen).toMatch(/Mottaget 17\s+maj\s+2022 av Sekreterare/)
    const own = /href="(\/cases\/[0-9a-f-]{36})">(ALN 2022-\d+ Hushållen)</.exec(seen)?.[1] ?? ''
    const opened = (await room.get(own)).text
    expect(opened).toContain('Beslut av andra')
    expect(opened).toMatch(/Kräver åtgärd senast 30\s+juni\s+2022: ta emot uppdraget\./)
    expect(opened).toContain(`href="${sender}"`)
    expect((await room.post(`${path}/file`)).to).toBe(path)
    expect((await room.get('/dispatch?box=filed')).text).toContain('Uppdrag om hushåll')
    expect((await council().get('/dispatch?box=out')).text).toContain('Lagt till handlingarna')
    expect((await as(who.culture, 'culture').post(`${path}/receive`, { as: 'note' })).status).toBe(422)
  })
})

describe('secrets', () => {
  it('of decisions are told neither in lists, searches, mail nor by a link', async () => {
    const opened = await openCase(
      town.deps,
      who.system,
      { nodeId: nodes.council, title: 'Hemligsson', opened: day('2022-05-02'), party: { name: 'N', role: 'applicant' }, secrecy: 'OSL 26:1' },
      { bySystem: true },
    )
    if (!opened.ok) throw new Error('no case')
    const made = await registerDecision(
      town.deps,
      who.system,
      {
        bodyId: nodes.council,
        day: day('2022-05-03'),
        paragraph: '99',
        title: 'Omhändertagande Hemligsson',
        text: '',
        caseId: opened.value.id,
        adjusted: null,
        announced: null,
        delegation: null,
        clauses: [{ kind: 'note', text: 'anteckna Hemligsson', data: {} }],
        dispatch: [{ receiverId: nodes.labour, demandsAction: true, what: 'placera Hemligsson' }],
      },
      { bySystem: true },
    )
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    for (const reader of [anybody, who.culture, who.secretary]) {
      const room = as(reader)
      for (const path of ['/decisions', '/decisions?q=hemligsson', `/decisions?body=${nodes.council}`, '/dispatch', '/cases', `/decisions/${made.value.id}`]) {
        const answer = await room.get(path)
        expect([path, answer.text.replaceAll('value="hemligsson"', '').includes('Hemligsson')]).toEqual([path, false])
      }
      expect((await room.get(`/decisions/${made.value.id}`)).status).toBe(403)
      expect((await room.get('/decisions?q=hemligsson')).text).toContain('0 beslut')
    }
    expect((await council().get('/decisions?q=hemligsson')).text).toContain('Omhändertagande Hemligsson')
    expect((await as(who.secretary).get('/dispatch')).text).toContain('Sekretessbelagt (KF 2022-05-03')
  })
})

it('answers mangled addresses', async () => {
  const room = council()
  for (const [path, status] of [
    ['/decisions/x', 404],
    ['/decisions/0190b0b0-0000-7000-8000-999999999999', 404],
    ['/decisions/drafts/x', 404],
    ['/dispatch/x', 404],
    ['/decisions?after=zz&year=9&kind=%00&q=%00%25&body=x', 200],
    ['/dispatch?after=zz&box=x', 200],
  ] as const) {
    expect([path, (await room.get(path)).status]).toEqual([path, status])
  }
})
