import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundle } from '../../bench/runs/bundle.ts'
import { exchange } from '../../bench/runs/exchange.ts'
import { meeting } from '../../bench/runs/meeting.ts'
import { registers } from '../../bench/runs/registers.ts'
import { rollup } from '../../bench/runs/rollup.ts'
import { search } from '../../bench/runs/search.ts'
import { threads } from '../../bench/runs/thread.ts'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'

// A short run of each measurement that `npm run bench` does with a million rows: that what is measured is right, never how long it takes.
// What needs a whole municipality is in reliability.store.test.ts.
describe('a measurement', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await freshDatabase()
  })
  afterEach(() => database.drop())

  it('of registers and measures reads their pages, and the list begins as the database says', async () => {
    const rows = await registers(database.ownerUrl, { entries: 200, requests: 1 })
    expect(rows.map(({ ours, peer }) => [ours.length, peer.length])).toEqual(rows.map(() => [1, 1]))
    expect(rows.length).toBe(11)
  })

  it('of threads reaches everything that plain SQL reaches', async () => {
    const { links, rows } = await threads(database.ownerUrl, { links: 400, threads: 4 })
    expect(links).toBe(400)
    expect(rows.every(({ ours }) => ours.length > 0)).toBe(true)
  })

  it('of the roll-up shows what the figures add up to, also right after a write', async () => {
    const rows = await rollup(database.ownerUrl, { boards: 2, areasOf: 2, unitsOf: 3, months: 24, series: 2 }, 2)
    expect(rows.map(({ ours }) => ours.length)).toEqual([2, 2, 2])
  })

  it('of search shows as many as are found, and finds every form of a word in the minutes', async () => {
    const { told, found, ranked } = await search(database.ownerUrl, { documents: 100, meetings: 6, times: 1, only: '' })
    expect(told).toBeGreaterThan(0)
    expect(found).toBe(told)
    expect(ranked.length).toBe(28)
  })

  it('of a council loses and doubles no ballot, with every screen told, also where connections are cut', async () => {
    const votes = await meeting(database.ownerUrl, { members: 21, screens: 40 })
    expect(votes.map(({ lost, double, unacknowledged, told }) => [lost, double, unacknowledged, told.length])).toEqual([
      [0, 0, 0, 40],
      [0, 0, 0, 40],
    ])
    expect(votes[1]?.cut).toBe(2)
  })
})

it('a measurement of a summons sets every page that is attached, and its own', async () => {
  const { pdf, attached } = await bundle({ cases: 4, pages: 2, times: 1 })
  expect(attached).toBeGreaterThanOrEqual(8)
  expect(pdf.pages).toBeGreaterThan(attached + 4)
})

it('a measurement of exchange gets out what is there, and in again what was changed', async () => {
  const all = 40
  expect(await exchange(all)).toMatchObject({
    rows: all,
    same: { xlsx: { unchanged: all, changed: 0 }, csv: { unchanged: all, changed: 0 } },
    preview: { unchanged: 0, changed: all },
    applied: { unchanged: 0, changed: all },
    written: all,
  })
})
