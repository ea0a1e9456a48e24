import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controller, figuresWorld, fill, makeSeries, member, nodes, setTarget, type World } from '../../test/figures-world.ts'
import { say } from '../kernel/text.ts'
import { anybody, type Who } from '../kernel/who.ts'
import type { Env } from '../web/view.ts'
import { overrideLight } from './override-light.ts'
import { period } from '../kernel/period.ts'
import { recordFigure } from './record-figure.ts'
import { figureRoutes } from './routes.tsx'
import type { Series } from './series.ts'

let world: World
let series: Series
let goalId: string
beforeAll(async () => {
  world = await figuresWorld()
  const low = await makeSeries(world, { name: { sv: 'Lägsta månad', en: 'Lowest month' } })
  const high = await makeSeries(world, { name: { sv: 'Högsta månad', en: 'Highest month' } })
  series = await makeSeries(world, { lowId: low.id, highId: high.id })
  await fill(world, low, { 2015: 1017, 2016: 896, 2017: 764, 2018: 672, 2019: 678, 2020: 705, 2021: 712 })
  await fill(world, high, { 2015: 1144, 2016: 1077, 2017: 911, 2018: 819, 2019: 732, 2020: 747, 2021: 767 })
  await fill(world, series, { 2015: 1081, 2016: 1003, 2017: 839, 2018: 747, 2019: 707 })
  await fill(world, series, { 2020: 728 }, { note: 'Verksamhetsmåttet i budgeten anger 705 hushåll.' })
  await fill(world, series, { 2021: 731 }, { status: 'preliminary' })
  await fill(world, series, { 2021: 736 }, { seen: 1, basis: 'summan av månadernas hushåll ÷ 12' } as never)
  await fill(world, series, { 2020: 500, 2021: 510 }, { nodeId: nodes.neighbour })
  goalId = (await setTarget(world, series, { period: '2021', rule: 'at_most', value: 700 })).goalId
})
afterAll(() => world.close())

/** The room's pages, read by `who`. */
const ask = async (who: Who, path: string, { form, locale = 'sv' }: { form?: Record<string, string>; locale?: 'sv' | 'en' } = {}) => {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('who', who)
    c.set('view', {
      locale,
      today: world.deps.clock.today(),
      path,
      csrf: 'token',
      who,
      post: null,
      desk: { slug: 'board', name: 'Nämnden', municipality: 'Staden' },
      demo: true,
      mayStepIn: false,
      nav: [],
      assets: { css: '/a.css', js: '/a.js' },
      notice: null,
      t: (text) => say(text, locale),
    })
    await next()
  })
  figureRoutes(app, world.deps)
  const answer = await app.request(path, form ? { method: 'POST', body: new URLSearchParams(form) } : {})
  const html = await answer.text()
  return { status: answer.status, html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), location: answer.headers.get('location') }
}

describe('the page of a measure', () => {
  it('says the figure, its light, the honest sentence, and where it comes from', async () => {
    const { status, text, html } = await ask(anybody, `/series/${series.slug}`)
    expect(status).toBe(200)
    expect(text).toContain('736')
    expect(text).toContain('Målet är högst 700.')
    expect(text).toContain('36 över målet')
    expect(text).toContain('Ökningen från 728 till 736 är mindre än skillnaden mellan månaderna (712–767). Den går inte att skilja från vanlig variation.')
    expect(text).toContain('var däremot en verklig förändring, och den har stannat.')
    expect(text).toContain('2 av 2')
    expect(html).toContain(`/series/${series.slug}/2021?node=board#v1`)
    expect(text).toContain('summan av månadernas hushåll ÷ 12')
    expect(text).toContain('Verksamhetsmåttet i budgeten anger 705 hushåll.')
    expect(text).toContain('Grannkommunen')
    expect(text).toContain('Färre hushåll ska behöva bistånd')
    expect(text).toContain('Fullmäktige')
    expect(html).not.toContain('style=')
    expect(html).not.toContain('/record')
  })
  it('speaks English too', async () => {
    const { text } = await ask(controller, `/series/${series.slug}`, { locale: 'en' })
    expect(text).toContain('36 above the target')
    expect(text).toContain('Hand in a figure')
    expect(text).toContain('It cannot be told from ordinary variation.')
    expect(text).not.toMatch(/Målet|Källa|Lägsta/)
  })
  it('shows all versions of a figure, and finds a figure by its id', async () => {
    const { text } = await ask(anybody, `/series/${series.slug}/2021`)
    expect(text).toContain('Siffran har 2 versioner.')
    expect(text).toContain('731')
    const figure = await world.deps.store
      .selectFrom('figure')
      .select('id')
      .where('series_id', '=', series.id)
      .where('version', '=', 2)
      .executeTakeFirstOrThrow()
    expect((await ask(anybody, `/figures/${figure.id}`)).location).toBe(`/series/${series.slug}/2021?node=board#v2`)
  })
  it('is quiet about secrets, and plain about what is not there', async () => {
    const secret = await makeSeries(world, { name: { sv: 'Skyddade personer', en: 'Protected persons' }, secrecy: 'OSL 26:1' })
    const closed = await ask(anybody, `/series/${secret.slug}`)
    expect(closed.status).toBe(403)
    expect(closed.text).not.toContain('Skyddade')
    expect((await ask(member, `/series/${secret.slug}`)).status).toBe(200)
    expect((await ask(anybody, '/series')).text).not.toContain('Skyddade')
    for (const path of ['/series/finns-inte', `/series/${series.slug}/skräp`, '/figures/1', '/goals/x']) expect((await ask(anybody, path)).status).toBe(404)
  })
  it('tells what units come to, and names those that are missing', async () => {
    const parts = await makeSeries(world, { name: { sv: 'Deltagare', en: 'Participants' }, direction: null })
    await fill(world, parts, { 2020: 5, 2021: 6 }, { nodeId: nodes.north })
    await fill(world, parts, { 2020: 4 }, { nodeId: nodes.south })
    const { text } = await ask(anybody, `/series/${parts.slug}`)
    expect(text).toContain('Utfall 2021 saknas')
    const filled = await recordFigure(world.deps, controller, {
      seriesId: parts.id,
      nodeId: nodes.board,
      period: period('2021'),
      value: 12,
      status: 'final',
      seen: 0,
    })
    expect(filled.ok).toBe(true)
    expect((await ask(anybody, `/series/${parts.slug}`)).text).toContain('Kan inte räknas: siffran saknas för Söder.')
    await fill(world, parts, { 2021: 5 }, { nodeId: nodes.south })
    expect((await ask(anybody, `/series/${parts.slug}`)).text).toContain('Den lämnade siffran är 12, enheterna ger 11.')
  })
})

describe('the lists', () => {
  it('narrows and sorts the measures', async () => {
    const { status, text } = await ask(anybody, '/series?q=ekonomiskt&light=red&node=board&asked_by=council')
    expect(status).toBe(200)
    expect(text).toContain('Hushåll med ekonomiskt bistånd')
    expect(text).toContain('728')
    expect((await ask(anybody, '/series?light=green&q=ekonomiskt')).text).toContain('Inga mått motsvarar urvalet.')
    expect((await ask(anybody, '/series?sort=name&after=%00skr%C3%A4p&q=%00')).status).toBe(200)
  })
  it('shows goals with the measures that follow them', async () => {
    const { text } = await ask(anybody, '/goals')
    expect(text).toContain('Färre hushåll ska behöva bistånd')
    expect(text).toContain('36 över målet')
    const one = await ask(anybody, `/goals/${goalId}`)
    expect(one.text).toContain('Fullmäktige satte målet 25 november 2021')
    expect(one.text).toContain('Hushåll med ekonomiskt bistånd')
  })
})

describe('the forms, without script', () => {
  const good = { node: nodes.board, period: '2022', value: '1 500', status: 'preliminary', seen: '0' }
  it('hands in a figure', async () => {
    expect((await ask(controller, `/series/${series.slug}/record?period=2021`)).html).toContain('value="736"')
    const { status, location } = await ask(controller, `/series/${series.slug}/record`, { form: good })
    expect([status, location]).toEqual([303, `/series/${series.slug}?node=board`])
    expect((await ask(anybody, `/series/${series.slug}`)).text).toMatch(/1\s500/)
  })
  it('refuses with all that is wrong, and keeps what was typed', async () => {
    const { status, html, text } = await ask(controller, `/series/${series.slug}/record`, {
      form: { ...good, period: '2022T1', value: '2,5 milj', note: 'Min anmärkning', status: '' },
    })
    expect(status).toBe(422)
    expect(html).toContain('value="2,5 milj"')
    expect(text).toContain('Min anmärkning')
    for (const field of ['period', 'value', 'status']) expect(html).toContain(`href="#field-${field}"`)
    expect(text).toContain('3 saker hindrar att siffran lämnas')
  })
  it('tells of a conflict, and lets the recorder go on knowingly', async () => {
    const first = await ask(controller, `/series/${series.slug}/record`, { form: { ...good, value: '1' } })
    expect(first.status).toBe(422)
    expect(first.text).toContain('Det finns redan en siffra för den här perioden')
    expect(first.html).toContain('name="seen" value="1"')
    expect((await ask(controller, `/series/${series.slug}/record`, { form: { ...good, value: '1', seen: '1' } })).status).toBe(303)
  })
  it('is closed to those who may not', async () => {
    expect((await ask(member, `/series/${series.slug}/record`)).status).toBe(403)
    expect((await ask(member, `/series/${series.slug}/record`, { form: { ...good, seen: '2' } })).status).toBe(422)
    expect((await ask(anybody, '/series/new')).status).toBe(403)
    expect((await ask(anybody, `/series/${series.slug}/judge`)).status).toBe(403)
  })
  it('judges the light, shown with who, when and why beside the rule', async () => {
    const path = `/series/${series.slug}/judge?node=board`
    expect((await ask(controller, path)).status).toBe(200)
    const short = await ask(controller, path, { form: { light: 'yellow', reason: 'kort', period: '2022', seen: '' } })
    expect(short.status).toBe(422)
    expect(short.text).toContain('minst tio tecken')
    expect((await ask(controller, path, { form: { light: 'yellow', reason: 'En enda månad, mätt om', period: '2022', seen: '' } })).status).toBe(303)
    const { text } = await ask(anybody, `/series/${series.slug}`)
    expect(text).toContain('Sven Kontroll bedömde läget som gult 17')
    expect(text).toContain('En enda månad, mätt om')
    expect(text).toContain('Regeln säger')
    const late = await overrideLight(world.deps, controller, {
      seriesId: series.id,
      nodeId: nodes.board,
      period: period('2022'),
      light: 'red',
      reason: 'Såg inte den andra',
      seen: null,
    })
    expect(late.ok).toBe(false)
  })
  it('defines a measure', async () => {
    const form = {
      askedBy: nodes.council,
      purpose: 'Följa',
      readers: 'Nämnden',
      name: 'Nya deltagare',
      node: nodes.board,
      unit: 'tkr',
      decimals: '0',
      direction: 'up',
      kind: 'month',
      overTime: 'sum',
      overTree: 'sum',
      source: 'Ekonomisystem',
    }
    const empty = await ask(controller, '/series/new', { form: { name: 'Kvar', numerator: 'Finns inte' } })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('value="Kvar"')
    for (const field of ['askedBy', 'purpose', 'readers', 'node', 'unit', 'direction', 'kind', 'overTime', 'overTree', 'source', 'numerator'])
      expect(empty.html, field).toContain(`href="#field-${field}"`)
    const done = await ask(controller, '/series/new', { form })
    expect(done.location).toBe('/series/nya-deltagare')
    expect(
      (await ask(controller, '/series/nya-deltagare/record', { form: { node: nodes.board, period: '2022M03', value: '2 500', status: 'final', seen: '0' } }))
        .status,
    ).toBe(303)
    const { text } = await ask(anybody, '/series/nya-deltagare')
    expect(text).toMatch(/2\s500 tkr, mars 2022/)
    expect(text).toContain('januari 2022 och februari 2022 saknas')
  })
})

describe('the units below after a reorganisation', () => {
  it('stand as decided and in today’s units side by side, whole and with the same total; ratios from their parts', async () => {
    const clients = await makeSeries(world, { name: { sv: 'Deltagare i grupp', en: 'Group participants' }, direction: null })
    await fill(world, clients, { 2020: 7, 2021: 9 }, { nodeId: nodes.north })
    await fill(world, clients, { 2020: 4, 2021: 5 }, { nodeId: nodes.south })
    const [east, west] = [world.deps.ids.next(), world.deps.ids.next()]
    await world.write(async (tx) => {
      await tx.updateTable('node_version').set({ valid: '[2000-01-01,2022-03-01)' }).where('node_id', '=', nodes.north).execute()
      for (const [id, name, share] of [
        [east, 'Öster', 0.5],
        [west, 'Väster', 0.5],
      ] as const) {
        await tx.insertInto('node').values({ id, slug: name, kind: 'unit' }).execute()
        const version = { node_id: id, valid: '[2022-03-01,)', name_sv: name, name_en: name, short: name, parent_id: nodes.department, seats: null }
        await tx.insertInto('node_version').values(version).execute()
        const succession = { id: world.deps.ids.next(), from_id: nodes.north, to_id: id, on_day: '2022-03-01', kind: 'split' as const, share }
        await tx.insertInto('succession').values(succession).execute()
      }
    })
    const { text } = await ask(anybody, `/series/${clients.slug}?node=department`)
    expect(text).toContain('2021, i dagens enheter')
    for (const row of ['Norr 7 – 9 –', 'Öster – 4 – 5', 'Väster – 3 – 4', 'Söder 4 4 5 5', 'Tillsammans 11 11 14 14']) expect(text).toContain(row)
  })
})
