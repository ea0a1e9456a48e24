import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { risk } from '../../test/register-world.ts'
import type { AnyDefinition } from './define.ts'
import { allDefinitions } from './definitions/index.ts'
import { ensureRegisters } from './ensure-registers.ts'
import { listIndexes } from './sort-keys.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const asOwner = async <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return work(owner).finally(() => owner.end())
}
const indexes = () =>
  asOwner(async (owner) =>
    (await owner.query<{ name: string }>(`select indexname as name from pg_indexes where indexname like 'list\\_%'`)).rows.map((r) => r.name).toSorted(),
  )
const register = risk as AnyDefinition

test('several processes may start at once, and the database says what the definitions say', async () => {
  await Promise.all(Array.from({ length: 4 }, () => asOwner((owner) => ensureRegisters(owner))))
  const { rows } = await asOwner((owner) => owner.query('select name, steering, free_fields, decided_states from register order by name'))
  expect(rows.map((row) => row.name)).toEqual(allDefinitions.map((d) => d.name).toSorted())
  for (const row of [
    { name: 'agreement', steering: true, free_fields: ['contact', 'partnerFinances'], decided_states: ['ending'] },
    { name: 'assignment', steering: true, free_fields: ['responsible'], decided_states: ['fulfilled', 'ended'] },
    { name: 'governing-document', steering: true, free_fields: [], decided_states: ['prolonged', 'repealed'] },
  ])
    expect(rows).toContainEqual(row)
  expect(await indexes()).toEqual(
    allDefinitions
      .flatMap(listIndexes)
      .map((i) => i.name)
      .toSorted(),
  )
})

test('a definition that has changed gets its indexes anew, and the old ones go', async () => {
  await asOwner((owner) => ensureRegisters(owner, [register]))
  const before = await indexes()
  const changed = { ...register, list: { ...register.list, columns: ['level'] } } as AnyDefinition
  await asOwner((owner) => ensureRegisters(owner, [changed]))
  const after = await indexes()
  expect(before.filter((name) => !after.includes(name)).map((name) => name.split('_')[2])).toEqual(['cost', 'likelihood', 'review'])
})

test('the program itself may not change what the database guards by', async () => {
  await asOwner(async (owner) => {
    await owner.query('set role genomslag_program')
    await expect(owner.query(`update register set steering = false`)).rejects.toThrow(/permission denied/)
  })
})
