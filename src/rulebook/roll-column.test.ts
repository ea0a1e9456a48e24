import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { rollColumn, walkOf } from './roll-column.ts'
import { type Spine, valueOf } from './rollup.ts'

const when = period('2022')

/** Any tree of some nodes: each but the first lies under an earlier one; any of them may report, and have a value or not. */
const trees = fc
  .array(fc.record({ under: fc.nat(), reports: fc.boolean(), value: fc.option(fc.integer({ min: -5000, max: 5000 }), { freq: 2 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((nodes) => nodes.map((node, i) => ({ ...node, id: `n${i}`, parent: i === 0 ? null : `n${node.under % i}` })))

describe('a column rolled up', () => {
  it.each(['sum', 'mean', 'none'] as const)('is what the roll-up of one value gives, whatever the tree: %s', (overTree) => {
    fc.assert(
      fc.property(trees, fc.boolean(), (nodes, money) => {
        const byId = new Map(nodes.map((n) => [n.id, n]))
        const children = (id: string) => nodes.filter((n) => n.parent === id).map((n) => n.id)
        const spine: Spine = {
          overTime: 'sum',
          overTree,
          kind: 'year',
          accumulated: false,
          money,
          factor: 1,
          at: (id) => byId.get(id)?.value ?? null,
          reports: (id) => byId.get(id)?.reports === true || (byId.get(id)?.value ?? null) !== null,
        }
        const walk = walkOf('n0', children)
        const counted = rollColumn(walk, {
          overTree,
          money,
          values: walk.ids.map((id) => spine.at(id, when)),
          reports: (place) => spine.reports(walk.ids[place] as string),
        })
        const { value, why } = valueOf(spine, 'n0', when, children)
        expect(counted).toEqual({ value, why })
      }),
    )
  })

  it('never takes what is missing for nothing', () => {
    const walk = walkOf('top', (id) => (id === 'top' ? ['a', 'b'] : []))
    const values = [null, 5, null]
    expect(rollColumn(walk, { overTree: 'sum', money: false, values, reports: () => true })).toEqual({ value: null, why: 'missing' })
    expect(rollColumn(walk, { overTree: 'sum', money: false, values, reports: (place) => place === 1 })).toEqual({ value: 5, why: null })
  })
})
