import { sql } from 'kysely'
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
