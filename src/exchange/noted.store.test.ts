import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { appFor } from '../../test/room.ts'
import { loadWho } from '../access/who.ts'
import { transact } from '../database/transact.ts'
import { idOf } from '../demo/ids.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { exchangeRoutes } from './routes.tsx'
import { readTable } from './sheet/read-table.ts'
import { cellText } from './sheet/sheet.ts'

const today = day('2022-05-17')
let town: Awaited<ReturnType<typeof demonstration>>
let secretary: Who
const deps = () => ({ store: town.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
beforeAll(async () => {
  town = await demonstration()
  secretary = await loadWho(town.store, undefined, idOf('person', 'ellen-sandqvist'), today)
})
afterAll(() => town.drop())

const takeOut = async (who: Who, path: string): Promise<string> => (await appFor(exchangeRoutes, deps(), who, { desk: 'aln' }).request(path)).text()
const hide = (ids: readonly string[]) =>
  transact(deps(), { actor: 'system:test', act: 'hide' }, (tx) => sql`update thing set secrecy = 'OSL 26:1' where id = any(${ids}::uuid[])`.execute(tx))
const noted = async (route: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ thing_id: string }>`select thing_id from access_log where route = ${route} order by thing_id`.execute(town.store)
  return rows.map((r) => r.thing_id)
}

it('what secret matters a list out names is noted, though its rows are of something else', async () => {
  // A dispatch carries a decision, and a measure stands in its list by its word in the address.
  const { rows } = await sql<{ decision_id: string }>`
    select decision_id from dispatch join thing on thing.id = decision_id where node_id = ${idOf('node', 'aln')} and secrecy is null limit 1`.execute(
    town.store,
  )
  const decision = rows[0]?.decision_id as string
  const measure = idOf('thing', 'hushall-per-manad')
  await hide([decision, measure])
  for (const who of [anybody, secretary]) {
    await takeOut(who, '/export/dispatch.csv?box=out')
    await takeOut(who, '/export/series.csv')
  }
  expect(await noted('/export/dispatch')).toEqual([decision])
  expect(await noted('/export/series')).toEqual([measure])
})

it('tells reorganisations in spreadsheets too: who does the work today beside the unit of the time, figures as decided and restated', async () => {
  const table = async (path: string): Promise<readonly (readonly string[])[]> => {
    const read = await readTable(Buffer.from(await takeOut(secretary, path)))
    if (!read.ok) throw new Error(path)
    return [read.value.heads, ...read.value.rows.map((row) => row.cells.map(cellText))]
  }
  const [heads = [], ...rows] = await table(`/export/register/assignments.csv?recipient=${idOf('node', 'boendeenheten')}&units=today`)
  const [then, now] = [heads.indexOf('Ges till'), heads.indexOf('Ges till i dag')]
  expect(now).toBe(then + 1)
  expect(rows.map((row) => [row[then], row[now]])).toContainEqual(['Boendegruppen', 'Boendeenheten'])
  const [told = [], ...figures] = await table('/export/series/boendestod-per-enhet.csv?units=today')
  expect(told.slice(2, 4)).toEqual(['Som beslutat (hushåll)', 'I dagens enheter (hushåll)'])
  expect(figures.map((row) => row.slice(0, 4))).toEqual(
    expect.arrayContaining([
      ['Boendegruppen', '2020', '23', ''],
      ['Boendeenheten', '2020', '', '23'],
      ['Försörjningsenheten', '2020', '41', '41'],
      ['Boendeenheten', '2021', '26', '26'],
    ]),
  )
  expect(figures).toHaveLength(5)
})

it('lists of what is due, of the history and of the rest hold what their pages hold, and nothing for those who may not read them', async () => {
  const auditor = await loadWho(town.store, undefined, await holderOf('auditor'), today)
  const status = async (who: Who, path: string): Promise<number> => (await appFor(exchangeRoutes, deps(), who, { desk: 'aln' }).request(path)).status
  const lines = async (who: Who, path: string): Promise<number> => {
    const read = await readTable(Buffer.from(await takeOut(who, path)))
    return read.ok ? read.value.rows.length : -1
  }
  for (const path of ['/export/due.csv', '/export/history.csv', '/export/access-log.csv', '/export/outbox.csv', '/export/due/nowhere.csv'])
    expect({ path, status: await status(anybody, path) }).toEqual({ path, status: 404 })
  const count = async (what: RawBuilder<unknown>): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${what}`.execute(town.store)
    return rows[0]?.n ?? -1
  }
  expect(await status(secretary, '/export/history.csv')).toBe(404)
  expect(await lines(auditor, '/export/history.csv')).toBe(await count(sql`history.entry where relation <> 'access_log'`))
  expect(await lines(auditor, '/export/meetings.csv')).toBe(await count(sql`meeting`))
  expect(await lines(auditor, '/export/contradictions.csv')).toBe(await count(sql`contradiction where gone is null`))
  expect(await lines(anybody, '/export/petitions.csv')).toBeGreaterThan(0)
  expect(await lines(anybody, '/export/delegation.csv')).toBeGreaterThan(0)
  expect(await lines(secretary, '/export/due.csv')).toBeGreaterThan(0)

  // What is due of something secret stands in no list of those who may not know of it.
  const due = await lines(anybody, '/export/due/aln.csv')
  const { rows } = await sql<{ thing_id: string; title: string }>`
    select thing_id, title from deadline join thing on thing.id = thing_id where deadline.node_id = ${idOf('node', 'aln')} and done_on is null and secrecy is null limit 1`.execute(
    town.store,
  )
  const [secret] = rows
  await hide([secret?.thing_id as string])
  expect(await lines(anybody, '/export/due/aln.csv')).toBeLessThan(due)
  expect(await takeOut(anybody, '/export/due/aln.csv')).not.toContain(secret?.thing_id)
  expect(await status(anybody, `/export/history/${secret?.thing_id}.csv`)).toBe(404)
  expect(await takeOut(auditor, `/export/history/${secret?.thing_id}.csv`)).toContain('OSL 26:1')
  expect(await noted('/export/history')).toContain(secret?.thing_id)
})

const holderOf = async (role: string): Promise<string> => {
  const { rows } = await sql<{ person_id: string }>`
    select a.person_id from appointment a join post on post.id = a.post_id where post.role = ${role} and a.valid @> ${today}::date limit 1`.execute(town.store)
  return rows[0]?.person_id as string
}
