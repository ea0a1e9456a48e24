import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import { may } from './policy.ts'

/** Whose secrets somebody may read: node ids, or everybody's. For filtering lists in SQL; a single thing is asked of `may`. */
export type Secrets = readonly string[] | 'all'

/** Asked by the policy itself, node by node, so that lists and pages can never disagree. */
export const seesSecretsOf = (who: Who, tree: Tree, today: Day): Secrets => {
  const seesThoseOf = (chain: readonly string[]): boolean => may(who, 'see', { belongsTo: chain, secrecy: 'OSL' }, today).length === 0
  if (who.posts.length === 0) return []
  return seesThoseOf([]) ? 'all' : tree.nodes.filter((node) => seesThoseOf(tree.chain(node.id))).map((node) => node.id)
}

/** The condition that a thing may be seen: open, or a secret of those nodes. `alias` is the name of the table `thing` in the query. */
export const visibleThing = (secrets: Secrets, alias = 'thing'): Expression<SqlBool> =>
  secrets === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.ref(`${alias}.secrecy`)} is null or ${sql.ref(`${alias}.node_id`)} = any(${secrets}::uuid[]))`
