import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { breakImports } from '../../bench/parts/imports.ts'
import { killUnderLoad } from '../../bench/parts/kills.ts'
import { race } from '../../bench/parts/races.ts'
import { tamperAndVerify } from '../../bench/parts/tamper.ts'
import { type Town, townOf } from '../../bench/parts/town.ts'
import { untilReady } from '../../bench/runs/start.ts'
import { weekday } from '../../bench/runs/weekday.ts'
import { startEmbedded } from '../database/embedded.ts'

// A short run of what `npm run bench` does for hours with reliability, weekday and start: whole processes over HTTP, raced and killed.
describe('a municipality that is served', () => {
  let town: Town
  beforeAll(async () => {
    town = await townOf('liten', 2, undefined)
  })
  afterAll(() => town?.remove())

  it('answers everybody on a weekday, readers and writers, and starts on what they left', async () => {
    const count = await weekday(town, { minutes: 0.02, people: 12, think: [10, 50], writing: 1 })
    expect(count).toMatchObject({ people: 12, errors: [] })
    expect(count.took['home']?.length).toBe(12)
    expect((count.took['write']?.length ?? 0) - count.conflicts).toBeGreaterThan(0)
    expect(await untilReady(town.data)).toBeGreaterThan(0)
  })

  it('loses and doubles nothing it has acknowledged, nor letters about it, when the program or the database too is killed under load', async () => {
    const count = await killUnderLoad(town, { kills: 2, writers: 4, between: 600, hurry: true })
    expect(count).toMatchObject({ lost: 0, doubled: 0, mails: { lost: 0, doubled: 0 } })
    expect(count.mails.letters).toBeGreaterThan(0)
    expect(count.acknowledged).toBeGreaterThan(0)
  })

  it('tells one of two who change the same version at once', async () => {
    expect(await race(town, 25)).toEqual({ races: 25, told: 25, lost: 0, unsettled: 0 })
  })

  it('reads a list in wholly or not at all, killed or cut off from the database; of two at once one writes it', async () => {
    const count = await breakImports(town, 3)
    expect(count).toMatchObject({ partly: 0, untrue: 0, wroteTogether: 1 })
    expect(count.rows).toBeGreaterThan(1)
  })

  it('has every tampering found', async () => {
    const { url, stop } = await startEmbedded({ dir: path.join(town.data, 'postgres'), log: () => {} })
    const count = await tamperAndVerify(url, 12).finally(stop)
    expect(count).toEqual({ tampered: 12, found: 12, unseen: [] })
  })
})
