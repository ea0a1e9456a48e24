import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { keptWhileUnchanged, readMark } from './kept.ts'

/** The kinds of body and unit. */
export const nodeKinds = [
  'municipality',
  'council',
  'executive_board',
  'board',
  'committee',
  'company',
  'joint_authority',
  'coordination_association',
  'auditors',
  'department',
  'unit',
  'external',
] as const
export type NodeKind = (typeof nodeKinds)[number]

/** A body or unit as it was on the tree's day. */
export interface OrgNode {
  readonly id: string
  readonly slug: string
  readonly kind: NodeKind
  readonly name: Text
  readonly short: string
  readonly parentId: string | null
  readonly seats: number | null
}

/** Bodies decide; departments and units carry out. */
export const isBody = (kind: NodeKind): boolean => !['municipality', 'department', 'unit', 'external'].includes(kind)

/** The whole organisation as it was on one day. */
export interface Tree {
  readonly at: Day
  /** What the organisation is known by as it stands, all of its history and this day's part: the same only while nothing of it changes. Null of a tree that was not loaded. */
  readonly stands: string | null
  readonly nodes: readonly OrgNode[]
  get(id: string): OrgNode | undefined
  bySlug(slug: string): OrgNode | undefined
  children(id: string): readonly OrgNode[]
  /**
   * The node and those above it, up to and with the nearest body: what the policy compares. A committee is part of its board
   * (KL 6:42), so the chain goes on from it.
   */
  chain(id: string): readonly string[]
  /** The node and everything below it. */
  below(id: string): readonly string[]
}

/** Builds the tree of the nodes that were valid on one day. Pure; a parent that is not among them counts as none. */
export const treeOf = (at: Day, nodes: readonly OrgNode[]): Tree => {
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const bySlug = new Map(nodes.map((n) => [n.slug, n]))
  const children = Map.groupBy(
    nodes.filter((n) => n.parentId !== null),
    (n) => n.parentId as string,
  )
  const childrenOf = (id: string): readonly OrgNode[] => children.get(id) ?? []
  const chain = (id: string): string[] => {
    const node = byId.get(id)
    if (!node) return [id]
    const stops = isBody(node.kind) && node.kind !== 'committee'
    return stops || node.parentId === null ? [id] : [id, ...chain(node.parentId)]
  }
  const below = (id: string): string[] => [id, ...childrenOf(id).flatMap((child) => below(child.id))]
  return { at, stands: null, nodes, get: (id) => byId.get(id), bySlug: (slug) => bySlug.get(slug), children: childrenOf, chain, below }
}

/** The municipality that a body or unit belongs to, or the first one when it is not there: a tree may hold others' too. */
export const municipalityOf = (tree: Tree, slug: string): OrgNode | undefined => {
  let node = tree.bySlug(slug)
  while (node && node.kind !== 'municipality') node = node.parentId === null ? undefined : tree.get(node.parentId)
  return node ?? tree.nodes.find((n) => n.kind === 'municipality')
}

/** What the municipality is called that a body or unit belongs to: whose documents its are, wherever the reader is at home. */
export const municipalityName = (tree: Tree, nodeId: string, locale: Locale): string => {
  const found = municipalityOf(tree, tree.get(nodeId)?.slug ?? '')
  return found ? say(found.name, locale) : '–'
}

const kept = { days: keptWhileUnchanged<readonly Day[]>(16), trees: keptWhileUnchanged<Tree>(32) }

/** The organisation as it was on `day`, ordered by kind (as `nodeKinds`) and Swedish name. Kept until the organisation changes: of days with the same tree, the first is read. */
export const loadTree = async (store: Store | Tx, day: Day): Promise<Tree> => treeOn(store, day, await readMark(store))

/** The organisation on each of the days, in their order: one question where all of them are kept. */
export const loadTrees = async (store: Store | Tx, days: readonly Day[]): Promise<readonly Tree[]> => {
  const mark = await readMark(store)
  const trees: Tree[] = []
  for (const day of days) trees.push(await treeOn(store, day, mark))
  return trees
}

const treeOn = async (store: Store | Tx, day: Day, mark: string): Promise<Tree> => {
  const days = await kept.days(store, 'days', () => readChangeDays(store), mark)
  const since = days.findLast((changed) => changed <= day) ?? 'before'
  const tree = await kept.trees(store, since, () => readTree(store, day), mark)
  return { ...tree, at: day, stands: `${mark}/${since}` }
}

/** The days on which any node began, ended or became another, earliest first. */
const readChangeDays = async (store: Store | Tx): Promise<readonly Day[]> => {
  const { rows } = await sql<{ day: Day }>`
    select distinct lower(valid) as day from node_version union select upper(valid) from node_version where not upper_inf(valid) order by day`.execute(store)
  return rows.map((row) => row.day)
}

const readTree = async (store: Store | Tx, day: Day): Promise<Tree> => {
  const rows = await store
    .selectFrom('node')
    .innerJoin('node_version', 'node_version.node_id', 'node.id')
    .where(sql<boolean>`node_version.valid @> ${day}::date`)
    .select(['node.id', 'node.slug', 'node.kind', 'name_sv', 'name_en', 'short', 'parent_id', 'seats'])
    .orderBy(sql`name_sv collate "sv-x-icu"`)
    .execute()
  const nodes = rows.map(
    (r): OrgNode => ({
      id: r.id,
      slug: r.slug,
      kind: r.kind as NodeKind,
      name: { sv: r.name_sv, en: r.name_en },
      short: r.short,
      parentId: r.parent_id,
      seats: r.seats,
    }),
  )
  return treeOf(
    day,
    nodes.toSorted((a, b) => nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind)),
  )
}

/** The topmost node above a node, itself when nothing is: the municipality, where the tree has one. */
export const treeRoot = (tree: Tree, id: string): string => {
  const above = tree.get(id)?.parentId
  return above === null || above === undefined ? id : treeRoot(tree, above)
}
