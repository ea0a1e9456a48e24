import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { roomFor } from '../../test/room.ts'
import { idOf } from '../demo/ids.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { clockAt } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { threadRoutes } from '../thread/routes.tsx'
import type { App } from '../web/view.ts'
import type { Deps } from '../database/transact.ts'
import { homeRoutes } from './routes.tsx'

const thing = (key: string): string => idOf('thing', key)
const plain = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
const routes = (app: App, deps: Deps): void => {
  homeRoutes(app, deps)
  threadRoutes(app, deps)
}

describe('homes and threads of the demonstration municipality', () => {
  let municipality: Awaited<ReturnType<typeof demonstration>>
  let deps: Deps
  beforeAll(async () => {
    municipality = await demonstration()
    deps = { store: municipality.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  })
  afterAll(() => municipality.drop())

  const as = async (role: Who['posts'][number]['role'], key: string): Promise<Who> => {
    const tree = await loadTree(deps.store, demonstrationDay)
    const nodeId = idOf('node', key)
    const person = await deps.store.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow()
    return {
      personId: person.id,
      name: 'Någon',
      posts: [
        {
          postId: '01890000-0000-7000-8000-000000000002',
          nodeId,
          chain: tree.chain(nodeId),
          role,
          title: { sv: 'Post', en: 'Post' },
          from: demonstrationDay,
          to: null,
        },
      ],
    }
  }

  it('opens the thread of the district hosts with the drawn sentence', async () => {
    const { status, text } = await roomFor(routes, deps, anybody).get(`/thread/${thing('kf-2021-06-23-120')}`)
    expect(status).toBe(200)
    expect(plain(text)).toContain(
      'Kommunfullmäktige gav 2 500 tkr för 2022. Uppdraget pågår, men tråden är av på fyra ställen : beredningen är inte inlagd, pengarna går inte att följa, tertialrapport 1 saknas och inget mått är valt.',
    )
    expect(plain(text)).not.toContain('Föreslå mått')
  })

  it('shows who may what can be done about a gap', async () => {
    const { text } = await roomFor(routes, deps, await as('secretary', 'aln')).get(`/thread/${thing('a-stadsdelsvardar')}`)
    expect(text).toContain(`/thread/${thing('a-stadsdelsvardar')}/no-measure`)
  })

  it('leaves the six areas of Göteborg as one gap', async () => {
    const { text } = await roomFor(routes, deps, anybody).get(`/thread/${thing('r-gbg-slut')}`)
    expect(plain(text)).toContain('sex delar utan ägare')
  })

  it('shows the thread as it was before the report was late, and refuses a day that has not come', async () => {
    const room = roomFor(routes, deps, anybody)
    const earlier = await room.get(`/thread/${thing('kf-2021-06-23-120')}?day=2021-10-01`)
    expect(plain(earlier.text)).toContain('Så här såg tråden ut 1 oktober 2021.')
    expect(plain(earlier.text)).not.toContain('tertialrapport 1 saknas')
    const coming = await room.get(`/thread/${thing('kf-2021-06-23-120')}?day=2031-01-01`)
    expect(coming.status).toBe(422)
    expect(plain(coming.text)).toContain('Du skrev ”2031-01-01”')
    expect((await room.get(`/thread/${thing('kf-2021-06-23-120')}?day=2020-01-01`)).status).toBe(404)
  })

  it('gives the same as JSON', async () => {
    const { text } = await roomFor(routes, deps, anybody).get(`/api/thread/${thing('kf-2021-06-23-120')}`)
    const thread = JSON.parse(text)
    expect(thread.stations.filter((s: { gap: unknown }) => s.gap !== null)).toHaveLength(4)
    expect(thread.opening.en).toContain('the thread is broken in four places')
  })

  it('says of a secret case that it is secret, and never its title', async () => {
    const { title } = await deps.store.selectFrom('thing').select('title').where('id', '=', thing('c-individ')).executeTakeFirstOrThrow()
    const { status, text } = await roomFor(routes, deps, anybody).get(`/thread/${thing('c-individ')}`)
    expect(status).toBe(403)
    expect(text).not.toContain(title)
    expect((await roomFor(routes, deps, anybody).get('/thread/nonsense')).status).toBe(404)
  })

  it('opens a board’s home with how its decisions stand', async () => {
    const { status, text } = await roomFor(routes, deps, await as('secretary', 'aln'), { desk: 'aln' }).get('/')
    expect(status).toBe(200)
    expect(plain(text)).toMatch(
      /Nämnden följer \d+ beslut i år\. \d+ genomförs, \d+ har återrapporterats och för \d+ går effekten att se\. På .+ ställen är tråden av\./,
    )
    expect(text).toContain(`/thread/${thing('kf-2021-06-23-120')}`)
  })

  it('shows a unit head what the own unit owes', async () => {
    const { text } = await roomFor(routes, deps, await as('unit_head', 'jobb-boras'), { desk: 'aln' }).get('/')
    expect(plain(text)).toContain('Att göra i Jobb Borås')
  })

  it('shows visitors the municipality, and a list of their own only after sign-in', async () => {
    const room = roomFor(routes, deps, anybody)
    expect(plain((await room.get('/')).text)).toContain('Senaste besluten')
    expect(plain((await room.get('/due')).text)).toContain('Logga in för att se')
    expect((await room.get('/bodies/nowhere')).status).toBe(404)
    expect((await room.get('/bodies/aln/decisions?year=2022')).status).toBe(200)
    expect((await room.get('/bodies/aln/due')).status).toBe(200)
  })

  it('notes once why no measure is needed, and only by those who follow it up', async () => {
    const id = thing('a-stadsdelsvardar')
    const short = await roomFor(routes, deps, await as('secretary', 'aln')).post(`/thread/${id}/no-measure`, { reason: 'nej' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('>nej</textarea>')
    expect((await roomFor(routes, deps, anybody).post(`/thread/${id}/no-measure`, { reason: 'Effekten följs någon annanstans.' })).status).toBe(422)
    const done = await roomFor(routes, deps, await as('secretary', 'aln')).post(`/thread/${id}/no-measure`, { reason: 'Effekten följs i trygghetsmätningen.' })
    expect(done.to).toBe(`/thread/${id}`)
    expect(plain((await roomFor(routes, deps, anybody).get(`/thread/${id}`)).text)).toContain('Effekten följs i trygghetsmätningen.')
    expect((await roomFor(routes, deps, await as('secretary', 'aln')).post(`/thread/${id}/no-measure`, { reason: 'En gång till, lika långt.' })).status).toBe(
      422,
    )
  })

  it('tells what went where in a reorganisation, and of none on other days', async () => {
    const room = roomFor(routes, deps, anybody)
    expect(plain((await room.get('/organisation/changes')).text)).toContain('1 september 2018')
    const { text } = await room.get('/organisation/changes/2018-09-01')
    expect(plain(text)).toContain('Två enheter gick över i en.')
    expect(plain(text)).toMatch(/Försörjningsenheten Väster slogs ihop Försörjningsenheten 100 %/)
    expect(text).toContain(`/register/assignments?recipient=${idOf('node', 'forsorjning')}&amp;units=today`)
    const split = plain((await room.get('/organisation/changes/2017-01-01')).text)
    expect(split).toMatch(/Socialnämnden \(till 2016\) delades Vård- och äldrenämnden 47 %/)
    for (const day of ['2018-09-02', 'skräp']) expect((await room.get(`/organisation/changes/${day}`)).status).toBe(404)
  })
})
