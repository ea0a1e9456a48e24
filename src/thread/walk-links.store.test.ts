import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { linkedThings, type LinkedThings } from '../../test/linked-things.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { walkLinks, walkMany } from './walk-links.ts'

let database: TestDatabase
let connection: Connection
let net: LinkedThings

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 2 })
  net = await linkedThings(connection.store)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const names = async (start: string): Promise<readonly string[]> => {
  const walk = await walkLinks(connection.store, net.id(start))
  return (walk?.things ?? []).map((t) => t.title).toSorted()
}

describe('the walk along the links', () => {
  it('goes back to the decision and the case, forward to report and measure, and leaves the other branch alone', async () => {
    await net.lay([
      ['case:arende', 'gives_rise_to', 'decision:beslut'],
      ['case:arende', 'encloses', 'document:skrivelse'],
      ['decision:beslut', 'part', 'clause:att-1'],
      ['decision:beslut', 'part', 'clause:att-2'],
      ['clause:att-1', 'decides', 'entry:uppdrag'],
      ['clause:att-2', 'decides', 'frame:ram'],
      ['entry:uppdrag', 'reported_by', 'report:rapport'],
      ['entry:uppdrag', 'measured_by', 'series:matt'],
    ])
    expect(await names('uppdrag')).toEqual(['arende', 'att-1', 'beslut', 'matt', 'rapport', 'skrivelse', 'uppdrag'])
    expect(await names('beslut')).toEqual(['arende', 'att-1', 'att-2', 'beslut', 'matt', 'ram', 'rapport', 'skrivelse', 'uppdrag'])
    expect(await names('matt')).toEqual(['arende', 'att-1', 'beslut', 'matt', 'skrivelse', 'uppdrag'])
  })

  it('walks a report from what it reports on, and a document from its case', async () => {
    expect(await names('rapport')).toEqual(await names('uppdrag'))
    expect(await names('skrivelse')).toEqual(await names('arende'))
  })

  it('finds the later decision that declared it fulfilled', async () => {
    await net.lay([
      ['decision:fullgjort', 'part', 'clause:att-fullgjort'],
      ['clause:att-fullgjort', 'decides', 'entry:uppdrag'],
    ])
    expect(await names('beslut')).toContain('fullgjort')
    expect(await names('fullgjort')).toContain('beslut')
  })

  it('follows the decision across cases', async () => {
    await net.lay([
      ['decision:beslut', 'continued_by', 'case:mottagarens'],
      ['case:mottagarens', 'gives_rise_to', 'decision:namndens'],
    ])
    expect(await names('beslut')).toContain('namndens')
    expect(await names('namndens')).toEqual(['arende', 'beslut', 'mottagarens', 'namndens', 'skrivelse'])
  })

  it('reaches a decision that took up several matters, and leaves what else it decided alone', async () => {
    await net.lay([
      ['decision:beslut', 'gives_rise_to', 'decision:budget'],
      ['decision:annat', 'gives_rise_to', 'decision:budget'],
      ['decision:budget', 'part', 'clause:budget-att'],
      ['clause:budget-att', 'decides', 'entry:helt-annat'],
    ])
    expect(await names('beslut')).toContain('budget')
    expect(await names('beslut')).not.toContain('helt-annat')
    expect(await names('budget')).toContain('helt-annat')
  })

  it('does not take a list of notified matters for the origin of what it lists', async () => {
    await net.lay([
      ['document:anmalan', 'encloses', 'decision:anmalt'],
      ['decision:anmalt', 'part', 'clause:anmalt-att'],
    ])
    expect(await names('anmalt')).toEqual(['anmalt', 'anmalt-att'])
    expect(await names('anmalan')).toEqual(['anmalan', 'anmalt'])
  })

  it('ends in a ring of links, each thing once', async () => {
    await net.lay([
      ['entry:a', 'continued_by', 'entry:b'],
      ['entry:b', 'continued_by', 'entry:c'],
      ['entry:c', 'continued_by', 'entry:a'],
    ])
    const walk = await walkLinks(connection.store, net.id('a'))
    expect(walk?.things.map((t) => t.title).toSorted()).toEqual(['a', 'b', 'c'])
    expect(walk?.edges).toHaveLength(3)
  })

  it('takes twelve branches', async () => {
    await net.lay(
      Array.from(
        { length: 12 },
        (_, i) =>
          [
            ['decision:stort', 'part', `clause:c${i}`],
            [`clause:c${i}`, 'decides', `entry:e${i}`],
          ] as const,
      ).flat(),
    )
    const walk = await walkLinks(connection.store, net.id('stort'))
    expect(walk?.things.filter((t) => t.kind === 'entry')).toHaveLength(12)
    expect(walk?.cut).toBe(false)
  })

  it('finds the way to one of very many, where the limit leaves out the rest', async () => {
    await net.lay(Array.from({ length: 60 }, (_, i) => ['clause:vidast', 'decides', `entry:bred${i}`] as const))
    const walk = await walkLinks(connection.store, net.id('bred59'), { steps: 24, things: 20 })
    expect(walk?.edges).toEqual([{ from: net.id('vidast'), to: net.id('bred59'), kind: 'decides' }])
    expect(walk?.cut).toBe(false)
  })

  it('says honestly that there was more', async () => {
    const few = await walkLinks(connection.store, net.id('stort'), { steps: 24, things: 10 })
    expect(few?.things).toHaveLength(10)
    expect(few?.cut).toBe(true)
    const near = await walkLinks(connection.store, net.id('stort'), { steps: 1, things: 400 })
    expect(near?.cut).toBe(true)
  })

  it('knows nothing of a thing that does not exist', async () => {
    expect(await walkLinks(connection.store, '01890000-0000-7000-8000-00000000ffff')).toBeUndefined()
  })

  it('walks many decisions in one question, each to its own thread', async () => {
    const walks = await walkMany(connection.store, [net.id('beslut'), net.id('stort')], { steps: 12, things: 100 })
    expect(walks.map((w) => w.startId)).toEqual([net.id('beslut'), net.id('stort')])
    expect(walks[0]?.things.map((t) => t.title)).toEqual(expect.arrayContaining(['arende', 'skrivelse', 'uppdrag', 'rapport', 'matt']))
    expect(walks[0]?.things.map((t) => t.title)).not.toContain('e1')
    expect(walks[1]?.things.filter((t) => t.kind === 'entry')).toHaveLength(12)
  })
})
