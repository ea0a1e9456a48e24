import type { Fact } from './facts.ts'
import type { Place } from './finding.ts'
import { type Grid, namedLine, axesOf } from './grid.ts'
import { type Interval, sumOf } from './interval.ts'
import { normalLabel } from './label.ts'
import type { Footing, Pointer, PointerOne } from './material.ts'
import { cellKey, cellPlace } from './place.ts'
import { readPrinted } from './printed.ts'
import { samePeriod } from './printed-period.ts'
import type { Unit } from './unit.ts'

/** What a pointer points at. Where the documents print several values for it there are several targets. */
export interface Target {
  readonly value: Interval
  readonly unit: Unit
  readonly decimals: number
  readonly cells: readonly { readonly place: Place; readonly key: string }[]
  readonly definition: string
}

/** Everything that pointers may point at. */
export interface Atlas {
  readonly grids: readonly Grid[]
  readonly facts: readonly Fact[]
  readonly byName: ReadonlyMap<string, readonly Fact[]>
}

/** Makes the facts findable by what they measure and by series. */
export const atlasOf = (grids: readonly Grid[], facts: readonly Fact[]): Atlas => {
  const byName = new Map<string, Fact[]>()
  const put = (name: string, fact: Fact): void => {
    const list = byName.get(name)
    if (list) list.push(fact)
    else byName.set(name, [fact])
  }
  for (const fact of facts) {
    if (fact.series !== null) put(`series:${fact.series}`, fact)
    if (fact.identity !== null) put(fact.identity.slice(fact.identity.indexOf('|') + 1), fact)
  }
  return { grids, facts, byName }
}

const ofFact = (fact: Fact): Target => ({
  value: fact.printed.value,
  unit: fact.printed.unit,
  decimals: fact.printed.decimals,
  cells: [{ place: fact.place, key: fact.key }],
  definition: fact.definition,
})

const inTable = (atlas: Atlas, document: string, { table, row, column }: Extract<PointerOne, { readonly table: string }>): readonly Target[] => {
  const grid = atlas.grids.find((it) => it.table.id === table && it.document.id === document) ?? atlas.grids.find((it) => it.table.id === table)
  if (!grid) return []
  const [rows, columns] = axesOf(grid)
  const [line, cross] = [namedLine(rows, row), namedLine(columns, column)]
  const printed = line && cross ? grid.cell(line, cross) : undefined
  if (!line || !cross || printed?.state !== 'value') return []
  const definition = normalLabel([grid.table.definition, line.input.definition, cross.input.definition].filter(Boolean).join(' '))
  return [
    {
      value: printed.value,
      unit: printed.unit,
      decimals: printed.decimals,
      cells: [{ place: cellPlace(grid, line, cross), key: cellKey(grid, line, cross) }],
      definition,
    },
  ]
}

/** The facts of a name in a period. Of several kinds the outcome is meant where none is said. */
export const factsNamed = (
  atlas: Atlas,
  name: {
    readonly quantity?: string | undefined
    readonly series?: string | undefined
    readonly scope?: string | undefined
    readonly kind?: string | undefined
  },
): readonly Fact[] => {
  const all = name.series !== undefined ? (atlas.byName.get(`series:${name.series}`) ?? []) : (atlas.byName.get(normalLabel(name.quantity ?? '')) ?? [])
  const scope = name.scope === undefined ? undefined : normalLabel(name.scope)
  const scoped = all.filter((fact) => scope === undefined || fact.identity?.startsWith(`${scope}|`))
  if (name.kind !== undefined) return scoped.filter((fact) => fact.kind === '' || fact.kind.startsWith(name.kind as string))
  const outcomes = scoped.filter((fact) => fact.kind === '' || fact.kind.startsWith('outcome'))
  return outcomes.length > 0 ? outcomes : scoped
}

const one = (atlas: Atlas, document: string, pointer: PointerOne, own: Own): readonly Target[] => {
  if (typeof pointer === 'string') return own.quantity === undefined && own.series === undefined ? [] : one(atlas, document, ownPointer(own, pointer), own)
  if ('value' in pointer) {
    const printed = readPrinted(pointer.value, pointer.unit)
    return printed.state === 'value' ? [{ value: printed.value, unit: printed.unit, decimals: printed.decimals, cells: [], definition: '' }] : []
  }
  if ('table' in pointer) return inTable(atlas, document, pointer)
  const period = samePeriod(pointer.period)
  const found = factsNamed(atlas, pointer).filter((fact) => period === '' || fact.period === period)
  return found.slice(0, 20).map(ofFact)
}

/** What a statement is about, for pointers that give a period only. */
export type Own = Pick<Footing, 'quantity' | 'series' | 'scope' | 'kind'>

/** The pointer to a statement's own quantity in a period. */
export const ownPointer = ({ quantity, series, scope, kind }: Own, period: string | undefined): Exclude<PointerOne, string> =>
  series === undefined ? { quantity: quantity ?? '', period, kind, scope } : { series, period, kind }

const isList = (pointer: Pointer): pointer is readonly PointerOne[] => Array.isArray(pointer)

/** What a pointer points at; several pointers are added. Empty where nothing is found or units do not go together. */
export const pointAt = (atlas: Atlas, document: string, pointer: Pointer | undefined, own: Own): readonly Target[] => {
  if (pointer === undefined) return []
  if (!isList(pointer)) return one(atlas, document, pointer, own)
  const all = pointer.map((it) => one(atlas, document, it, own)[0])
  const parts = all.filter((it) => it !== undefined)
  const [some] = parts
  if (!some || parts.length < all.length || parts.some(({ unit }) => unit.dimension !== some.unit.dimension)) return []
  return [
    {
      value: sumOf(parts.map(({ value }) => value)),
      unit: some.unit,
      decimals: parts.reduce((most, { decimals }) => Math.max(most, decimals), 0),
      cells: parts.flatMap(({ cells }) => cells),
      definition: parts
        .map(({ definition }) => definition)
        .join(' ')
        .trim(),
    },
  ]
}
