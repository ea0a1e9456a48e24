import type { Period } from '../../kernel/period.ts'
import { periodLabel, periodYear } from '../../kernel/period.ts'
import type { Material, RowInput } from './material.ts'

/** One line of a sum on the spine: a series of the composition, or a unit of the tree. `values` has one a column. */
export interface SpineLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** A sum that should hold on the spine, one column a period (and, where the source has several, a basis). Values in `unit`, signs applied. */
export interface SpineSum {
  readonly title: string
  readonly source: string
  readonly unit: string
  readonly decimals: number
  readonly columns: readonly { readonly period: Period; readonly basis: string | null }[]
  readonly parts: readonly SpineLine[]
  readonly whole: SpineLine
}

/** The sum as a printed table, or as a plain sum where it has one part: a summary's line and its detail. */
export const spineMaterial = (sum: SpineSum): Material => {
  const label = ({ period, basis }: SpineSum['columns'][number]): string =>
    basis === null ? periodLabel(period, 'sv') : basis.includes(String(periodYear(period))) ? basis : `${periodLabel(period, 'sv')}, ${basis}`
  const [only, ...more] = sum.parts
  if (only && more.length === 0) {
    const sums = sum.columns.flatMap((column, i) => {
      const [total, value] = [sum.whole.values[i] ?? null, only.values[i] ?? null]
      return total === null || value === null
        ? []
        : [{ what: `${sum.whole.name}, ${label(column)}`, total, unit: sum.unit, parts: [{ label: only.name, value }] }]
    })
    return { documents: [{ id: sum.source, sums }] }
  }
  const cells = (line: SpineLine): RowInput['cells'] => line.values.map((value) => value)
  return {
    documents: [
      {
        id: sum.source,
        tables: [
          {
            title: sum.title,
            unit: sum.unit,
            decimals: sum.decimals,
            columns: sum.columns.map((column, i) => ({ id: String(i), label: label(column), role: 'value' })),
            rows: [
              ...sum.parts.map((line, i): RowInput => ({ id: `part ${i}`, label: line.name, role: 'part', cells: cells(line) })),
              { id: 'whole', label: sum.whole.name, role: 'total', of: sum.parts.map((_, i) => `part ${i}`), cells: cells(sum.whole) },
            ],
          },
        ],
      },
    ],
  }
}
