import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Ids } from '../kernel/identity.ts'
import type { Change } from './change.ts'
import { keptWhileUnchanged } from './kept.ts'
import type { Succession } from './succession.ts'
import type { NodeLife, Timeline, Version } from './timeline.ts'
import type { NodeKind } from './tree.ts'

/** Any number will do, as long as no other lock of the program has it. */
const organisationLock = 7_342

/** Holds the organisation until the transaction ends, so that two reorganisations come one after the other and each sees the other. */
export const lockOrganisation = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${organisationLock})`.execute(tx)
}

const kept = keptWhileUnchanged<Timeline>(8)

/** Every node with all its versions. Kept until the organisation changes. */
export const loadTimeline = (store: Store | Tx): Promise<Timeline> => kept(store, 'timeline', () => readTimeline(store))

const readTimeline = async (store: Store | Tx): Promise<Timeline> => {
  const rows = await store
    .selectFrom('node')
    .innerJoin('node_version', 'node_version.node_id', 'node.id')
    .select(['node.id', 'node.slug', 'node.kind', 'name_sv', 'name_en', 'short', 'parent_id', 'seats'])
    .select([sql<Day>`lower(valid)`.as('from'), sql<Day | null>`upper(valid)`.as('to')])
    .orderBy(sql`lower(valid)`)
    .execute()
  const lives = Map.groupBy(rows, (row) => row.id)
  return new Map(
    [...lives].map(([id, own]): [string, NodeLife] => [
      id,
      {
        id,
        slug: own[0]?.slug ?? '',
        kind: own[0]?.kind as NodeKind,
        versions: own.map(
          (row): Version => ({
            nodeId: id,
            from: row.from,
            to: row.to,
            name: { sv: row.name_sv, en: row.name_en },
            short: row.short,
            parentId: row.parent_id,
            seats: row.seats,
          }),
        ),
      },
    ]),
  )
}

/** Successions from or to any of the nodes, earliest first; all of them without `nodeIds`. */
export const loadSuccessions = async (store: Store | Tx, nodeIds?: readonly string[]): Promise<readonly Succession[]> => {
  const rows = await store
    .selectFrom('succession')
    .select(['from_id', 'to_id', 'on_day', 'kind', 'share'])
    .$if(nodeIds !== undefined, (q) =>
      q.where((eb) => eb.or([eb('from_id', '=', sql<string>`any(${nodeIds}::uuid[])`), eb('to_id', '=', sql<string>`any(${nodeIds}::uuid[])`)])),
    )
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ fromId: row.from_id, toId: row.to_id, onDay: row.on_day as Day, kind: row.kind, share: row.share }))
}

/** Does the planned changes, in their order. The database checks that no node lies under one that is not there that day. */
export const saveChanges = async (tx: Tx, ids: Ids, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) await save(tx, ids, change)
}

const columnsOf = ({ name, short, parentId, seats }: Version) => ({ name_sv: name.sv, name_en: name.en, short, parent_id: parentId, seats })

const save = async (tx: Tx, ids: Ids, change: Change): Promise<void> => {
  switch (change.kind) {
    case 'found':
      await tx.insertInto('node').values(change.node).execute()
      return
    case 'begin': {
      const { version } = change
      const valid = sql<string>`daterange(${version.from}::date, ${version.to}::date)`
      await tx
        .insertInto('node_version')
        .values({ node_id: version.nodeId, valid, ...columnsOf(version) })
        .execute()
      return
    }
    case 'end':
      await tx
        .updateTable('node_version')
        .set({ valid: sql`daterange(lower(valid), ${change.to}::date)` })
        .where('node_id', '=', change.nodeId)
        .where(sql`lower(valid)`, '=', change.from)
        .execute()
      return
    case 'revise':
      await tx
        .updateTable('node_version')
        .set(columnsOf(change.version))
        .where('node_id', '=', change.version.nodeId)
        .where(sql`lower(valid)`, '=', change.version.from)
        .execute()
      return
    case 'succeed': {
      const { fromId, toId, onDay, kind, share } = change.succession
      await tx.insertInto('succession').values({ id: ids.next(), from_id: fromId, to_id: toId, on_day: onDay, kind, share }).execute()
      return
    }
    case 'vacate':
      await tx
        .updateTable('appointment')
        .set({ valid: sql`daterange(lower(valid), ${change.on}::date)` })
        .where('post_id', 'in', (eb) => eb.selectFrom('post').select('id').where('node_id', '=', change.nodeId))
        .where(sql<boolean>`valid @> ${change.on}::date`)
        .execute()
  }
}

/** Days on which the tree changed, latest first; at most `limit`. */
export const loadChangeDays = async (store: Store | Tx, limit = 24): Promise<readonly Day[]> => {
  const rows = await store
    .selectFrom('node_version')
    .select(sql<Day>`lower(valid)`.as('day'))
    .union((eb) => eb.selectFrom('node_version').select(sql<Day>`upper(valid)`.as('day')).where(sql<boolean>`not upper_inf(valid)`))
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.day)
}
