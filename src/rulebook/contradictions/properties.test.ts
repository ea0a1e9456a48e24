import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paper, swedish, table } from '../../../test/contradictions/build.ts'
import { findingsIn, kindsOfTable, mayHide, names, sampleOf, slipIn } from '../../../test/contradictions/clean/try.ts'
import { findContradictions } from './find-contradictions.ts'
import type { DocumentInput, LineInput, RowInput } from './material.ts'

interface Exact {
  readonly decimals: number
  readonly groups: readonly (readonly (readonly number[])[])[]
}

/** Away from zero, where a misprint may as well be a mean. */
const amount = fc.tuple(fc.double({ min: 200, max: 50_000, noNaN: true }), fc.boolean()).map(([size, below]) => (below ? -size : size))

const exact = (number: fc.Arbitrary<number>): fc.Arbitrary<Exact> =>
  fc.record({
    decimals: fc.integer({ min: 0, max: 2 }),
    groups: fc.array(fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
  })

const add = (rows: readonly (readonly number[])[]): number[] => [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[j] as number), 0))
const wide = (row: readonly number[]): number[] => [...row, row.reduce((a, b) => a + b, 0), (row[2] as number) - (row[1] as number)]

interface Slip {
  readonly row: string
  readonly column: number
  readonly by: number
}

/** Groups with subtotals, a total, a sum and a change along the row: every cell rounded by itself from exact numbers, one perhaps misprinted. */
const documentOf = ({ decimals, groups }: Exact, slip?: Slip): DocumentInput => {
  const columns: LineInput[] = [
    { label: 'A', role: 'part' },
    { id: 'b', label: 'B', role: 'part' },
    { id: 'c', label: 'C', role: 'part' },
    { label: 'Alla', role: 'total' },
    { label: 'Förändring', role: 'change', base: 'b', to: 'c' },
  ]
  const line = (label: string, row: readonly number[]): RowInput => ({
    label,
    cells: wide(row).map((v, j) => swedish(v + (slip?.row === label && slip.column === j ? slip.by : 0), decimals)),
  })
  const rows = groups.flatMap((group, g): RowInput[] => [
    ...group.map((row, i) => line(`Del ${g}.${i}`, row)),
    { ...line(`Delsumma ${g}`, add(group)), role: 'subtotal' },
  ])
  return paper({ tables: [table('Påhittad', columns, [...rows, { ...line('Totalt', add(groups.flat())), role: 'total' }], { unit: 'mnkr' })] })
}

test('a consistent table never gives a finding, however it is rounded', () => {
  fc.assert(
    fc.property(exact(fc.double({ min: -50_000, max: 50_000, noNaN: true })), (made) => {
      expect(findContradictions({ documents: [documentOf(made)] }).findings).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('one misprint beyond rounding is found once, at its cell', () => {
  fc.assert(
    fc.property(exact(amount), fc.nat(), fc.nat(), fc.nat({ max: 4 }), fc.boolean(), (made, g, i, column, up) => {
      const group = g % made.groups.length
      const row = `Del ${group}.${i % (made.groups[group] as readonly unknown[]).length}`
      const by = (up ? 1 : -1) * (40 * 10 ** -made.decimals + 100)
      const { findings } = findContradictions({ documents: [documentOf(made, { row, column, by })] })
      expect(findings).toHaveLength(1)
      const cells = [findings[0]?.cells ?? [], ...(findings[0]?.consequences.map(({ cells }) => cells) ?? [])].flat()
      expect(cells.some((cell) => cell.row === row && cell.column === ['A', 'B', 'C', 'Alla', 'Förändring'][column])).toBe(true)
      expect(findings[0]?.sureness).not.toBe('ask')
    }),
    { numRuns: 300 },
  )
})

test('shares of anything, rounded, never give a finding', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 2 }), (counts, decimals) => {
      const whole = counts.reduce((a, b) => a + b, 0)
      const columns: LineInput[] = [
        { id: 'n', label: 'Antal', role: 'count' },
        { label: 'Andel', role: 'share', of: ['n'] },
        { label: 'Andel av alla', role: 'share' },
      ]
      const rows: RowInput[] = counts.map((n, i) => ({ label: `Del ${i}`, cells: [n, ...[0, 1].map(() => `${swedish((n / whole) * 100, decimals)} %`)] }))
      const total: RowInput = { label: 'Alla', role: 'total', cells: [whole, '100 %', '100 %'] }
      expect(findContradictions({ documents: [paper({ tables: [table('Fördelning', columns, [...rows, total], { unit: 'personer' })] })] }).findings).toEqual(
        [],
      )
    }),
    { numRuns: 300 },
  )
})

test('anything printed in cells is read or left alone, never thrown at', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constantFrom('..', '–', 'ca 5', '12 345', '1,2,3', '−', '5–10', 'hälften'))
  const role = fc.constantFrom(
    ...(['part', 'total', 'subtotal', 'income', 'cost', 'net', 'change', 'share', 'rate', 'count', 'of-which', 'value', undefined] as const),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), role, fc.array(cell, { minLength: 3, maxLength: 3 })), { maxLength: 8 }),
      fc.array(role, { minLength: 3, maxLength: 3 }),
      (lines, roles) => {
        const rows: RowInput[] = lines.map(([label, role, cells]) => ({
          label,
          role,
          cells: cells.map((it) => (typeof it === 'number' && !Number.isFinite(it) ? null : it)),
        }))
        findContradictions({
          documents: [
            paper({
              tables: [
                table(
                  'x',
                  roles.map((role, i) => ({ label: `k${i}`, role })),
                  rows,
                ),
              ],
            }),
          ],
        })
      },
    ),
    { numRuns: 500 },
  )
})

describe('tables as municipalities print them (npm run bench -- contradictions for many)', () => {
  const samples = Array.from({ length: 20 * kindsOfTable.length }, (_, i) => sampleOf(i + 1))

  test('a clean table gives no finding and no question', () => {
    const wronged = samples.flatMap(({ seed, kind, made }) => findingsIn(made).map(({ text }) => `${seed} ${kind}: ${text.en}`))
    expect(wronged).toEqual([])
  })

  test('one slip is found at its cell, where roles are stated always', () => {
    const tried = samples.flatMap((sample) => {
      const slip = slipIn(sample)
      return slip ? [{ sample, slip, found: findingsIn(slip.made).some((finding) => names(finding, slip.slot)) }] : []
    })
    const missed = tried.filter(({ found }) => !found)
    expect(
      missed.filter(({ sample, slip }) => sample.hand.roles && !mayHide(slip, sample)).map(({ sample, slip }) => [sample.seed, sample.kind, slip.slot]),
    ).toEqual([])
    expect(missed.length).toBeLessThan(tried.length / 50)
  })
})
