import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { restate } from '../rulebook/restate.ts'
import { sharesToday, type Succession } from './succession.ts'

const then = day('2017-12-31')

/** What happens on one day: some merge into a new one, one is split into new ones by whole parts, or one passes into a new one. */
type Step = { readonly kind: 'merge' | 'split' | 'move'; readonly pick: number; readonly weights: readonly number[] }
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('merge', 'split', 'move'),
    pick: fc.nat({ max: 1000 }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
  }),
  { maxLength: 12 },
)

interface Model {
  readonly successions: Succession[]
  /** What each living unit has of what was recorded, by who recorded it, as fractions carried step by step. */
  readonly has: Map<string, Map<string, number>>
}

/** A naive model: pieces of paper that are torn and handed on, one step after the other. */
const run = (units: readonly string[], happened: readonly Step[]): Model => {
  const has = new Map(units.map((u) => [u, new Map([[u, 1]])]))
  const successions: Succession[] = []
  for (const [i, { kind, pick, weights }] of happened.entries()) {
    const living = [...has.keys()].filter((id) => successions.every((s) => s.fromId !== id))
    const from = kind === 'merge' ? living.filter((_, k) => (pick + k) % 3 !== 0).slice(0, 3) : [living[pick % living.length] as string]
    if (from.length === 0) continue
    const whole = weights.reduce((a, b) => a + b, 0)
    const to = kind === 'split' ? weights.map((w, k) => [`n${i}.${k}`, w / whole] as const) : [[`n${i}`, 1] as const]
    for (const fromId of from) {
      for (const [toId, share] of to) {
        successions.push({ fromId, toId, onDay: addDays(then, i + 1), kind, share })
        const mine = has.get(toId) ?? new Map<string, number>()
        for (const [origin, part] of has.get(fromId) ?? []) mine.set(origin, (mine.get(origin) ?? 0) + part * share)
        has.set(toId, mine)
      }
      has.set(fromId, new Map())
    }
  }
  return { successions, has }
}

describe('figures through any reorganisation', () => {
  const units = ['a', 'b', 'c', 'd', 'e']
  const figures = fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { minLength: 5, maxLength: 5 })

  it('keep their total to the unit, stay whole, and lie where the naive model has them', () => {
    fc.assert(
      fc.property(steps, figures, (happened, given) => {
        const { successions, has } = run(units, happened)
        const values = new Map(units.map((u, i) => [u, given[i] as number]))
        const told = restate(values, (id) => sharesToday(successions, id, then, addDays(then, 100)), { rule: 'sum', decimals: 0 }).values
        expect([...told.values()].reduce((sum: number, v) => sum + (v ?? Number.NaN), 0)).toBe(given.reduce((a, b) => a + b, 0))
        for (const [id, value] of told) {
          const naive = [...(has.get(id) ?? [])].reduce((sum, [origin, part]) => sum + part * (values.get(origin) ?? 0), 0)
          // Each origin is rounded once: less than one unit for each that comes together here, and what is left over.
          expect(Number.isInteger(value) && Math.abs((value ?? Number.NaN) - naive) <= units.length + 1e-6).toBe(true)
        }
      }),
    )
  })

  it('are missing wherever something missing has come, and nowhere else', () => {
    fc.assert(
      fc.property(steps, fc.subarray(units), (happened, missing) => {
        const { successions, has } = run(units, happened)
        const values = new Map(units.map((u) => [u, missing.includes(u) ? null : 100]))
        const told = restate(values, (id) => sharesToday(successions, id, then, addDays(then, 100)), { rule: 'sum', decimals: 0 }).values
        for (const [id, value] of told)
          expect(value === null).toBe([...(has.get(id)?.entries() ?? [])].some(([origin, part]) => part > 0 && missing.includes(origin)))
      }),
    )
  })

  it('of ratios are never told from parts: numerator and denominator are, and their quotient is', () => {
    fc.assert(
      fc.property(steps, figures, (happened, given) => {
        const { successions } = run(units, happened)
        const shares = (id: string) => sharesToday(successions, id, then, addDays(then, 100))
        const ratio = restate(new Map(units.map((u, i) => [u, given[i] as number])), shares, { rule: 'ratio', decimals: 1 })
        for (const id of ratio.blurred) expect(ratio.values.get(id)).toBeNull()
      }),
    )
  })
})
