import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { loadSuccessions } from '../organisation/node-store.ts'
import { doneBefore, sharesToday, type Succession } from '../organisation/succession.ts'
import type { Tree } from '../organisation/tree.ts'
import type { AnyDefinition } from './define.ts'
import type { ListQuery } from './list-query.ts'
import { fieldOf } from './shown.ts'

/** The names of who does today what a body or unit did on a day; null where it is the same one still. */
export type UnitsToday = (nodeId: string, then: Day) => readonly Text[] | null

export interface Restating {
  /** The query with what was given to predecessors, for looking up. */
  readonly query: ListQuery
  readonly unitsToday: UnitsToday
}

/** A list asked for in today's units: what to look for, and who does today what each unit of the time did. `tree` is today's. */
export const restating = async (store: Store, definition: AnyDefinition, query: ListQuery, tree: Tree): Promise<Restating> => {
  const successions = await loadSuccessions(store)
  return { query: { ...query, filters: restatedFilters(definition, query.filters, successions, tree.at) }, unitsToday: unitsToday(successions, tree) }
}

/** The filters by body or unit, each with those whose work it does today. */
const restatedFilters = (definition: AnyDefinition, filters: ListQuery['filters'], successions: readonly Succession[], today: Day): ListQuery['filters'] =>
  Object.fromEntries(
    Object.entries(filters).map(([name, values]) => {
      const ofNodes = name === 'body' || fieldOf(definition, name)?.input === 'node'
      return [name, ofNodes ? [...new Set(values.flatMap((id) => doneBefore(successions, id, today)))] : values]
    }),
  )

const unitsToday =
  (successions: readonly Succession[], tree: Tree): UnitsToday =>
  (nodeId, then) => {
    const ids = [...sharesToday(successions, nodeId, then, tree.at).keys()]
    return ids.length === 1 && ids[0] === nodeId ? null : ids.flatMap((id) => tree.get(id)?.name ?? [])
  }

/** The fields of the list that name a body or unit. */
export const nodeColumns = (definition: AnyDefinition): readonly string[] =>
  definition.list.columns.filter((name) => fieldOf(definition, name)?.input === 'node')
