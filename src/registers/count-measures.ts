import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { roundTo } from '../kernel/number.ts'
import { periodOf } from '../kernel/period.ts'
import { isBody, loadTree, type Tree } from '../organisation/tree.ts'
import type { AnyDefinition } from './define.ts'

/** Address of a measure's series on the spine. */
export const measureSlug = (definition: AnyDefinition, key: string): string => `register.${definition.name}.${key}`

type Counted = Parameters<AnyDefinition['measures'][number]['count']>[0][number]

/**
 * Counts the register's measures for every body that has entries, for the month of today, as figures on the spine. A figure is
 * written only where the value is new or has changed, as the next version; what was counted before stands. Returns how many were written.
 * The body that an entry counts for is that of whoever carries it out, or else the one it belongs to.
 */
export const countMeasures = async (deps: Deps, definition: AnyDefinition): Promise<number> => {
  if (definition.measures.length === 0) return 0
  return transact(deps, { actor: 'system:measures', act: 'count measures' }, async (tx) => {
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const series = await ensureMeasures(tx, definition, tree)
    let written = 0
    for (const body of tree.nodes.filter((n) => isBody(n.kind))) {
      const entries = await entriesOf(tx, definition, unitsOf(tree, body.id))
      for (const { id, measure } of series) {
        const value = measure.count(entries, today)
        const rounded = value === null ? null : roundTo(value, measure.decimals)
        if (
          await record(tx, deps, {
            seriesId: id,
            nodeId: body.id,
            value: rounded,
            any: entries.length > 0,
            basis: measure.formula.sv,
            source: definition.words.many.sv,
          })
        )
          written++
      }
    }
    return written
  })
}

/** The body and the units below it that have no body of their own between. */
const unitsOf = (tree: Tree, bodyId: string): readonly string[] => tree.below(bodyId).filter((id) => tree.chain(id).at(-1) === bodyId)

const entriesOf = async (tx: Tx, definition: AnyDefinition, nodes: readonly string[]): Promise<readonly Counted[]> => {
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .select(['entry.state', 'entry.data', 'entry.due'])
    .where('entry.register', '=', definition.name)
    .where(sql<boolean>`coalesce(entry.owner_id, thing.node_id) = any(${nodes}::uuid[])`)
    .execute()
  return rows.map(({ state, data, due }) => ({ state, data, due: due as Day | null }))
}

/** The same id in every process, so that two that start at once make one series. */
const idOf = (slug: string): string => {
  const hex = createHash('sha256').update(`genomslag series ${slug}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes the series of the register's measures where they are not there yet. A measure is counted per body and never added up. */
export const ensureMeasures = async (
  tx: Tx,
  definition: AnyDefinition,
  tree: Tree,
): Promise<readonly { readonly id: string; readonly measure: AnyDefinition['measures'][number] }[]> => {
  const root = tree.nodes.find((n) => n.parentId === null)
  if (!root) return []
  for (const measure of definition.measures) {
    const slug = measureSlug(definition, measure.key)
    const found = await tx.selectFrom('series').select('id').where('slug', '=', slug).executeTakeFirst()
    if (found) continue
    const id = idOf(slug)
    const thing = { id, kind: 'series', register: null, number: null, title: measure.words.sv, node_id: root.id, day: tree.at, secrecy: null } as const
    await tx
      .insertInto('thing')
      .values(thing)
      .onConflict((oc) => oc.doNothing())
      .execute()
    await tx
      .insertInto('series')
      .values({
        id,
        slug,
        name_sv: measure.words.sv,
        name_en: measure.words.en,
        unit_sv: measure.unit.sv,
        unit_en: measure.unit.en,
        money: false,
        decimals: measure.decimals,
        direction: measure.direction,
        over_time: 'last',
        over_tree: 'none',
        numerator_id: null,
        denominator_id: null,
        low_id: null,
        high_id: null,
        asked_by: null,
        purpose_sv: measure.formula.sv,
        purpose_en: measure.formula.en,
        source: definition.words.many.sv,
        missing: null,
      })
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
  const rows = await tx
    .selectFrom('series')
    .select(['id', 'slug'])
    .where(
      'slug',
      'in',
      definition.measures.map((m) => measureSlug(definition, m.key)),
    )
    .execute()
  return rows.map(({ id, slug }) => ({
    id,
    measure: definition.measures.find((m) => measureSlug(definition, m.key) === slug) as AnyDefinition['measures'][number],
  }))
}

interface Recorded {
  readonly seriesId: string
  readonly nodeId: string
  readonly value: number | null
  /** Are there any entries? A body that never had one gets no figure. */
  readonly any: boolean
  readonly basis: string
  readonly source: string
}

const record = async (tx: Tx, { ids, clock }: Deps, { seriesId, nodeId, value, any, basis, source }: Recorded): Promise<boolean> => {
  const period = periodOf(clock.today(), 'month')
  const key = { series_id: seriesId, node_id: nodeId, period }
  const latest = await tx
    .selectFrom('figure')
    .select(['version', 'value'])
    .where('series_id', '=', seriesId)
    .where('node_id', '=', nodeId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest ? latest.value === value : !any) return false
  const missing = value === null ? 'Inget att räkna' : null
  const told = { value, missing, status: 'derived', basis, source, note: null, recorded_by: 'system:measures', recorded_on: clock.today() } as const
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('figure')
    .values({ id: ids.next(), ...key, version: (latest?.version ?? 0) + 1, ...told })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}
