import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { roomFor } from '../../test/room.ts'
import { day } from '../kernel/day.ts'
import { anybody } from '../kernel/who.ts'
import { openCase } from './open-case.ts'
import { caseRoutes } from './routes.tsx'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

const secretary = () => roomFor(caseRoutes, town.deps, who.secretary)

describe('the pages of cases', () => {
  it('take a case from its opening to its end without script', async () => {
    const room = secretary()
    expect((await room.get('/cases/new')).status).toBe(200)
    const refused = await room.post('/cases/new', { title: '', nodeId: nodes.labour, day: 'snart', party: '', role: 'author', secrecy: 'x' })
    expect(refused.status).toBe(422)
    for (const field of ['title', 'day', 'party', 'secrecy']) expect(refused.text).toContain(`href="#field-${field}"`)
    expect(refused.text).toContain('value="snart"')
    const opened = await room.post('/cases/new', {
      title: 'Lokalbehovsplan',
      nodeId: nodes.labour,
      day: '2022-05-02',
      party: 'Lokalförsörjningsnämnden',
      role: 'author',
      secrecy: '',
    })
    expect(opened.status).toBe(303)
    const path = opened.to
    expect((await room.get(path)).text).toContain('ALN 2022-00001')

    expect((await room.post(`${path}/party`, { name: 'Facket', role: 'concerned' })).to).toBe(path)
    expect((await room.post(`${path}/event`, { day: '2023-01-01', text: '' })).status).toBe(422)
    expect((await room.post(`${path}/event`, { day: '2022-05-03', text: 'Samverkat' })).to).toBe(path)

    expect((await room.get(`${path}/documents/new`)).text).toContain('Skrivelse')
    const form = `${path}/documents/new?kind=board_paper`
    expect((await room.get(form)).status).toBe(200)
    const bad = await room.post(form, { title: '', day: '2022-05-04', decision: 'att godkänna', 'cooperation.1.day': '2022-05-01' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('href="#field-title"')
    expect(bad.text).toContain('href="#field-cooperation-1-forum"')
    const filed = await room.post(form, { title: 'Skrivelse om lokaler', day: '2022-05-04', decision: 'att godkänna\natt översända', matter: 'Ett.\n\nTvå.' })
    expect(filed.status).toBe(303)
    const read = await room.get(filed.to)
    expect(read.text).toContain('class="protocol"')
    expect(read.text).toContain('Det står inte vilka som ska få beslutet.')
    const again = await room.get(`${form}&replaces=${filed.to.split('/').at(-1)}`)
    expect(again.text).toContain('Skrivelse om lokaler')
    expect((await room.post(`${form}&replaces=${filed.to.split('/').at(-1)}`, { title: 'Skrivelse, rättad', day: '2022-05-05' })).status).toBe(303)
    expect((await room.get(filed.to)).text).toContain('Ersatt av nyare version')

    expect((await room.post(`${path}/close`, { reason: '' })).status).toBe(422)
    expect((await room.post(`${path}/close`, { reason: 'Återtogs' })).to).toBe(path)
    expect((await room.get(path)).text).toContain('avslutades')
    expect((await room.post(`${path}/reopen`, { reason: 'Nytt' })).to).toBe(path)
  })

  it('never tell the title of a secret case, in lists, searches or by a link', async () => {
    const opened = await openCase(
      town.deps,
      who.system,
      { nodeId: nodes.labour, title: 'Familjen Hemligsson', opened: day('2022-05-02'), party: { name: 'N', role: 'applicant' }, secrecy: 'OSL 26:1' },
      { bySystem: true },
    )
    if (!opened.ok) throw new Error('no case')
    for (const reader of [anybody, who.culture]) {
      const room = roomFor(caseRoutes, town.deps, reader)
      for (const path of ['/cases', '/cases?q=hemligsson', `/cases?q=${encodeURIComponent(opened.value.number)}`]) {
        const answer = await room.get(path)
        expect([path, answer.status, answer.text.includes('Hemligsson</a>'), answer.text.includes(`/cases/${opened.value.id}`)]).toEqual([
          path,
          200,
          false,
          false,
        ])
      }
      const direct = await room.get(`/cases/${opened.value.id}`)
      expect(direct.status).toBe(403)
      expect(direct.text).toContain(opened.value.number)
      expect(direct.text).not.toContain('Hemligsson')
    }
    expect((await secretary().get('/cases?q=hemligsson')).text).toContain('Familjen Hemligsson')
    expect((await secretary().get(`/cases/${opened.value.id}`)).text).toContain('Sekretessmarkering: OSL 26:1')
  })

  it('answer mangled addresses', async () => {
    const room = secretary()
    for (const [path, status] of [
      ['/cases/x', 404],
      ['/cases/0190b0b0-0000-7000-8000-999999999999', 404],
      ['/documents/x', 404],
      ['/cases?after=zz&year=9&sort=%00&q=%00&body=x', 200],
    ] as const) {
      expect([path, (await room.get(path)).status]).toEqual([path, status])
    }
  })

  it('speak English too', async () => {
    const room = roomFor(caseRoutes, town.deps, who.secretary, { locale: 'en' })
    expect((await room.get('/cases')).text).toContain('Open a case')
  })
})
