import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { controller, figuresWorld, fill, makeSeries, member, nodes, type World } from '../../../test/figures-world.ts'
import { appFor, type Room, roomFor } from '../../../test/room.ts'
import type { Series } from '../../figures/series.ts'
import { takeJob } from '../../jobs/job-store.ts'
import { runDue } from '../../jobs/run-job.ts'
import type { Who } from '../../kernel/who.ts'
import { importFileJob, stopFile } from './long-file.ts'
import { importRoutes } from './routes.tsx'

/** Here a file of more than three rows is long. */
const short = 3
const years = [2013, 2014, 2015, 2016, 2017]
const file = (value: number): string => ['Enhet;Period;Värde (hushåll);Status', ...years.map((y) => `Nämnden;${y};${value};Slutlig`)].join('\r\n')

describe('a long file', () => {
  let world: World
  let series: Series
  let room: Room
  const holder = '0190b0b0-0000-7000-8000-0000000000aa'
  const work = () => runDue({ ...world.deps, holder }, [importFileJob])
  const roomOf = (who: Who): Room => roomFor((app) => importRoutes(app, world.deps, short), world.deps, who)
  const written = async (): Promise<number> => {
    const { n } = await world.deps.store
      .selectFrom('figure')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('series_id', '=', series.id)
      .where('node_id', '=', nodes.board)
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  /** Sends the file; gives the address where it waits. */
  const send = async (value: number): Promise<string> => {
    const form = new FormData()
    form.append('_csrf', 'token')
    form.append('file', new File([file(value)], 'lång.csv'))
    const { status, to } = await room.send(`/import/series/${series.slug}/upload`, form)
    expect(status).toBe(303)
    return to
  }
  const untilSomebodyWaits = async (): Promise<void> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted and relation = 'figure'::regclass`.execute(
      world.deps.store,
    )
    if (rows[0]?.n === 0) return untilSomebodyWaits()
  }
  const idOf = (at: string): string => at.slice('/import/waiting/'.length)

  beforeAll(async () => {
    world = await figuresWorld()
    // What is done later is done with the rights that the database knows.
    await world.write(async (tx) => {
      const [id, personId] = [world.deps.ids.next(), controller.personId ?? '']
      await tx
        .insertInto('post')
        .values({ id, slug: 'prov', node_id: nodes.board, role: 'controller', title_sv: 'Prov', title_en: 'Prov', seat: null })
        .execute()
      await tx.insertInto('appointment').values({ id, post_id: id, person_id: personId, valid: '[2019-01-01,)' }).execute()
    })
    room = roomOf(controller)
  })
  beforeEach(async () => {
    series = await makeSeries(world, { name: { sv: `Hushåll ${world.deps.ids.next()}`, en: 'Households' } })
    await fill(world, series, { 2019: 707 })
  })
  afterAll(() => world.close())

  it('is looked at as work for later, shown when it is, and written by a yes, once', async () => {
    const at = await send(1)
    const going = await room.get(at)
    expect(going.text).toContain('0 av 5 rader')
    expect(going.text).toContain('<progress')
    expect(await work()).toBe(1)
    const found = await room.get(at)
    expect(found.text).toContain('5 rader ändras')
    expect(await written()).toBe(1)
    expect((await room.post(at)).to).toBe(at)
    expect((await room.post(at)).to).toBe(at)
    expect(await work()).toBe(1)
    expect((await room.get(at)).text).toContain('Filen är inläst')
    expect(await written()).toBe(6)
    await room.post(at)
    expect(await work()).toBe(0)
    expect((await roomOf(member).get(at)).status).toBe(404)
  })

  it('reloads its page by itself until the reader lets it stand still', async () => {
    const at = await send(2)
    const app = appFor((on) => importRoutes(on, world.deps, short), world.deps, controller)
    const heads = async (path: string) => (await app.request(path)).headers.get('refresh')
    expect(await heads(at)).toBe('4')
    expect(await heads(`${at}?still=yes`)).toBeNull()
    await room.post(`${at}/stop`)
    expect(await heads(at)).toBeNull()
    await room.post(`${at}/drop`)
  })

  it('is not written when it has been stopped, also by the work that was already under way', async () => {
    const at = await send(3)
    await work()
    await room.post(at)
    const held = await world.deps.store.startTransaction().execute()
    await sql`lock table figure in access exclusive mode`.execute(held)
    const working = work()
    await untilSomebodyWaits()
    expect(await stopFile(world.deps, controller.personId ?? '', idOf(at))).toBe(true)
    await held.commit().execute()
    await working
    expect((await room.get(at)).text).toContain('Arbetet är avbrutet')
    expect(await written()).toBe(1)
    // It may be begun anew.
    await room.post(at)
    await work()
    expect((await room.get(at)).text).toContain('Filen är inläst')
    expect(await written()).toBe(6)
  })

  it('is taken up again from the beginning when the process that worked on it died', async () => {
    const at = await send(4)
    // Somebody takes it, and is never heard of again.
    expect(await takeJob(world.deps.store, '0190b0b0-0000-7000-8000-0000000000bb', [importFileJob.kind], -1)).not.toBeNull()
    expect((await room.get(at)).text).toContain('Filen läses')
    expect(await work()).toBe(1)
    expect((await room.get(at)).text).toContain('5 rader ändras')
  })
})
