import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { idOf } from '../demo/ids.ts'
import { day } from '../kernel/day.ts'
import { countUnanswered, listUnanswered } from './unanswered.ts'

let town: Awaited<ReturnType<typeof demonstration>>
beforeAll(async () => {
  town = await demonstration()
})
afterAll(() => town.drop())

test('what waits is told with the most urgent first; what is answered or refused is not', async () => {
  const filter = { nodeId: idOf('node', 'kf'), register: null, secretsOf: [] }
  const { rows, next } = await listUnanswered(town.store, filter, null)
  expect(rows.map((r) => r.number)).toEqual(['MO-2', 'I-1', 'I-2', 'MF-1', 'MO-4', 'MF-2', ...rows.slice(6).map((r) => r.number)])
  expect(rows.slice(6).every((r) => r.due === null)).toBe(true)
  expect(next).toBeNull()
  expect(await countUnanswered(town.store, filter, day('2022-05-17'))).toEqual({ all: 8, late: 2 })
  expect(await countUnanswered(town.store, { ...filter, register: 'citizens-initiative' }, day('2022-05-17'))).toEqual({ all: 0, late: 0 })
})
