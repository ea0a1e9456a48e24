import type { Text } from '../../kernel/text.ts'
import { type Amount, componentOf, components, rowAmount, slotOf, totalOf } from './components.ts'
import type { Consequence, Draft, Found } from './finding.ts'
import type { Grid, Line } from './grid.ts'
import { apart, times } from './interval.ts'
import { namesNothing, normalLabel } from './label.ts'
import type { RowInput } from './material.ts'
import { differenceIn, gapWords, rootOf, told } from './place.ts'
import { slip } from './same-rule.ts'
import { sentences } from './sentences.ts'

/** One component of the summary beside the same in the detail, in one column. */
interface Beside {
  readonly what: string
  readonly column: Line
  readonly summary: Amount
  readonly detail: Amount
}

const numeric = (column: Line): boolean => !['text', 'share', 'rate', 'period', 'info'].includes(column.role)

/** Columns of the detail in the same slot; components printed side by side give several. */
const matching = (summary: Line, detail: Grid): readonly Line[] => {
  const slot = slotOf(summary)
  const same = detail.columns.filter((column) => numeric(column) && slotOf(column).name === slot.name && slotOf(column).change === slot.change)
  if (same.length > 0 || !slot.change) return same
  const changes = detail.columns.filter((column) => column.role === 'change' && column.input.as === summary.input.as)
  return changes.length === 1 ? changes : []
}

const pairUp = (summary: Grid, detail: Grid): readonly Beside[] => {
  const named = new Map<string, Line>()
  for (const row of detail.rows) if (row.hasCells && !namesNothing(normalLabel(row.label))) named.set(normalLabel(row.label), row)
  return summary.columns.filter(numeric).flatMap((column) =>
    matching(column, detail).flatMap((other): readonly Beside[] => {
      const both = (what: string, a: Amount | null, b: Amount | null): readonly Beside[] =>
        a && b && a.unit.dimension === b.unit.dimension ? [{ what, column, summary: a, detail: b }] : []
      const sides = components.flatMap((component) => both(component, componentOf(summary, component, column), componentOf(detail, component, other)))
      const rows = summary.rows.flatMap((row) => {
        const same = named.get(normalLabel(row.label))
        return same && other.role !== 'income' && other.role !== 'cost' ? both(row.label, rowAmount(summary, row, column), rowAmount(detail, same, other)) : []
      })
      const total = sides.length === 0 && rows.length === 0 ? both(detail.table.title, totalOf(summary, column), totalOf(detail, other)) : []
      return [...sides, ...rows, ...total]
    }),
  )
}

/** A row that says which table details it. */
const detailed = (summary: Grid, row: Line, detail: Grid): readonly Beside[] =>
  summary.columns.filter(numeric).flatMap((column) =>
    matching(column, detail).flatMap((other): readonly Beside[] => {
      const a = rowAmount(summary, row, column)
      const b =
        row.role === 'income' || row.role === 'cost' ? componentOf(detail, row.role, other) : (componentOf(detail, 'net', other) ?? totalOf(detail, other))
      return a && b && a.unit.dimension === b.unit.dimension ? [{ what: row.label, column, summary: a, detail: b }] : []
    }),
  )

/** One table may print costs above zero and the other below: the sign that fits most columns is the tables'. */
const withSigns = (pairs: readonly Beside[]): readonly Beside[] =>
  [...Map.groupBy(pairs, ({ what }) => what).values()].flatMap((group) => {
    const turned = group.map((it) => ({ ...it, detail: { ...it.detail, value: times(it.detail.value, -1) } }))
    const off = (list: readonly Beside[]): number => list.reduce((sum, { summary, detail }) => sum + Math.abs(summary.value.mid - detail.value.mid), 0)
    return off(turned) < off(group) ? turned : group
  })

const words: Readonly<Record<string, Text>> = {
  income: { sv: 'intäkter', en: 'income' },
  cost: { sv: 'kostnader', en: 'costs' },
  net: { sv: 'netto', en: 'net' },
}
const nameOf = (what: string): Text => words[what] ?? { sv: what, en: what }

const draftOf = ({ what, column, summary, detail }: Beside, grid: Grid, ask: boolean): Draft => {
  const printed = told(summary.value.mid, summary.unit, summary.decimals)
  const computed = told(detail.value.mid, summary.unit, Math.max(summary.decimals, detail.decimals))
  const difference = differenceIn(summary.value, detail.value, summary.unit)
  const cells = [...summary.cells, ...detail.cells]
  const power = slip(summary.value.mid, detail.value.mid, false)
  const text = sentences.summary(
    nameOf(what),
    column.label,
    printed.text,
    computed.text,
    gapWords(difference, summary.unit, summary.decimals),
    grid.table.title,
  )
  return {
    rule: power === null ? 'summary' : 'unit',
    sureness: ask ? 'ask' : 'contradiction',
    cells: cells.map(({ place }) => place),
    keys: cells.map(({ key }) => key),
    printed,
    computed,
    difference,
    unit: summary.unit.text,
    text: power === null ? text : sentences.alsoUnit(text, power),
    root: rootOf(summary.value, detail.value, summary.unit),
  }
}

const toConsequence = ({ rule, cells, difference, text }: Draft): Consequence => ({ rule, cells, difference, text })

/** The differences of one column have one root where they cancel out or come back in the net; a column of change repeats those of its base. */
const join = (pairs: readonly Beside[], detail: Grid): readonly Draft[] => {
  const ask = (it: Beside): boolean => it.summary.unit.dimension === '' && it.detail.unit.dimension === ''
  const missed = pairs.filter(({ summary, detail: other }) => apart(summary.value, other.value))
  const byColumn = Map.groupBy(missed, ({ column }) => column)
  const roots: { column: Line; draft: Draft; sizes: Map<string, number> }[] = []
  const ordered = [...byColumn].toSorted(([a], [b]) => Number(a.role === 'change') - Number(b.role === 'change'))
  for (const [column, list] of ordered) {
    if (column.role === 'change' && roots.length > 0) continue
    const drafts = list.map((it) => draftOf(it, detail, ask(it)))
    const [first, ...rest] = drafts as [Draft, ...Draft[]]
    const netFits = pairs.some((it) => it.column === column && it.what === 'net' && !apart(it.summary.value, it.detail.value))
    const cancels = rest.length > 0 && netFits
    roots.push({
      column,
      draft: {
        ...first,
        text: cancels ? sentences.cancels(first.text) : first.text,
        consequences: rest.map(toConsequence),
        keys: drafts.flatMap(({ keys }) => keys),
        cells: drafts.flatMap(({ cells }) => cells),
      },
      sizes: new Map(list.map((it) => [it.what, it.summary.value.mid - it.detail.value.mid])),
    })
  }
  const loose: Draft[] = []
  for (const [column, list] of ordered) {
    if (column.role !== 'change' || roots.some((root) => root.column === column)) continue
    for (const it of list) {
      const size = it.summary.value.mid - it.detail.value.mid
      const cause = roots.find(({ sizes }) => Math.abs(Math.abs(sizes.get(it.what) ?? Number.NaN) - Math.abs(size)) < 1e-6 * Math.max(1, Math.abs(size)))
      const draft = draftOf(it, detail, ask(it))
      if (cause) cause.draft = { ...cause.draft, consequences: [...(cause.draft.consequences ?? []), toConsequence(draft)] }
      else loose.push(draft)
    }
  }
  return [...roots.map(({ draft }) => draft), ...loose]
}

const named = ({ table }: Grid): readonly string[] =>
  [table.scope, table.quantity, table.title, table.id].flatMap((name) => (name === undefined ? [] : [normalLabel(name)]))

/** A summary table beside the tables it sums up, component by component: two errors that cancel in the net are seen too. */
export const summaryRule = (grids: readonly Grid[]): Found => {
  const find = (from: Grid, id: string): Grid | undefined =>
    grids.find((grid) => grid.table.id === id && grid.document === from.document) ?? grids.find((grid) => grid.table.id === id)
  const findings = grids.flatMap((summary) => {
    const { summarises } = summary.table
    const ids: readonly string[] = summarises === undefined ? [] : typeof summarises === 'string' ? [summarises] : summarises
    const whole = ids.flatMap((id) => {
      const detail = find(summary, id)
      if (!detail) return []
      if (ids.length === 1) return join(withSigns(pairUp(summary, detail)), detail)
      // One of several details: only the row of its name is about it.
      const row = summary.rows.find(
        ({ label, input, hasCells }) => hasCells && (input as RowInput).detail === undefined && named(detail).includes(normalLabel(label)),
      )
      return row ? join(withSigns(detailed(summary, row, detail)), detail) : []
    })
    const rows = summary.rows.flatMap((row) => {
      const id = (row.input as RowInput).detail
      const detail = id === undefined ? undefined : find(summary, id)
      return detail ? join(withSigns(detailed(summary, row, detail)), detail) : []
    })
    return [...whole, ...rows]
  })
  return { findings, notes: [] }
}
