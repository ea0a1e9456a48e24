import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaChanges, type Listing } from './agenda-changes.ts'

const list = (...ids: readonly string[]): readonly Listing[] => ids.map((id, i) => ({ id, order: i + 1, title: id, kind: 'decision', clauses: [] }))
const told = (a: readonly Listing[], b: readonly Listing[]) => agendaChanges(a, b).map((c) => `${c.what} ${c.item.id}`)

test.each([
  ['nothing', list('a', 'b'), list('a', 'b'), []],
  ['one comes first', list('a', 'b'), list('x', 'a', 'b'), ['added x']],
  ['one goes', list('a', 'b', 'c'), list('a', 'c'), ['removed b']],
  ['one moves last', list('a', 'b', 'c'), list('b', 'c', 'a'), ['moved a']],
  ['two change places', list('a', 'b'), list('b', 'a'), ['moved b']],
  ['all is new', list('a'), list('b'), ['added b', 'removed a']],
])('%s', (_, a, b, expected) => {
  const changes = told(a, b)
  if (_ === 'two change places') expect(changes).toHaveLength(1)
  else expect(changes).toEqual(expected)
})

test('another wording is told as changed, wherever it stands', () => {
  const later = list('b', 'a').map((item) => (item.id === 'a' ? { ...item, clauses: ['bifalla'] } : item))
  expect(told(list('a', 'b'), later)).toContain('changed a')
})

describe('any two orders', () => {
  const orders = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')).chain((ids) => fc.tuple(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids)))
  test('those that are not told stand in the same order in both', () => {
    fc.assert(
      fc.property(orders, ([a, b]) => {
        const changed = new Set(agendaChanges(list(...a), list(...b)).map((c) => c.item.id))
        const left = (ids: readonly string[]): readonly string[] => ids.filter((id) => !changed.has(id))
        expect(left(b)).toEqual(left(a).filter((id) => (b as readonly string[]).includes(id)))
      }),
    )
  })
})
