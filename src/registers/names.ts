import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

/** Names of nodes as they were on a day, and of posts. A name that is not known is null. */
export interface Names {
  node(id: string, day: Day): Text | null
  post(id: string): Text | null
}

interface Version {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly name: Text
}

/** Loads the names of these nodes and posts, in all their versions. A node that was not valid on the day goes by its latest name. */
export const loadNames = async (store: Store | Tx, ids: { readonly nodes: readonly string[]; readonly posts: readonly string[] }): Promise<Names> => {
  const versions = await nodeVersions(store, [...new Set(ids.nodes)])
  const posts = await postTitles(store, [...new Set(ids.posts)])
  return {
    node: (id, day) => {
      const all = versions.get(id) ?? []
      const valid = all.find((v) => (v.from === null || v.from <= day) && (v.to === null || day < v.to))
      return (valid ?? all.at(-1))?.name ?? null
    },
    post: (id) => posts.get(id) ?? null,
  }
}

const nodeVersions = async (store: Store | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Version[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('node_version')
    .where(sql<boolean>`node_id = any(${ids}::uuid[])`)
    .select(['node_id', 'name_sv', 'name_en', sql<string | null>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('to')])
    .orderBy('valid')
    .execute()
  return Map.groupBy(
    rows.map((r) => ({ id: r.node_id, from: r.from, to: r.to, name: { sv: r.name_sv, en: r.name_en } })),
    (v) => v.id,
  )
}

const postTitles = async (store: Store | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Text>> => {
  if (ids.length === 0) return new Map()
  const rows = await store.selectFrom('post').where(sql<boolean>`id = any(${ids}::uuid[])`).select(['id', 'title_sv', 'title_en']).execute()
  return new Map(rows.map((r) => [r.id, { sv: r.title_sv, en: r.title_en }]))
}
