import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { anybody, type HeldPost, type Role, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'

/** Posts as people would name them first: whoever leads before whoever sits, the office before the members. */
const rank: readonly Role[] = [
  'chair',
  'vice_chair',
  'second_vice_chair',
  'chief_executive',
  'department_head',
  'secretary',
  'registrar',
  'controller',
  'unit_head',
  'auditor',
  'officer',
  'member',
  'substitute',
]

/**
 * Somebody as the policy sees them on a day: the posts they hold then, each with the bodies and units it works for. A post of a
 * node that is not there that day is not held. An unknown person is anybody. Give the day's `tree` when it is at hand.
 */
export const loadWho = async (store: Store | Tx, tree: Tree | undefined, personId: string, today: Day): Promise<Who> => {
  const person = await store.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', personId).executeTakeFirst()
  if (!person) return anybody
  const rows = await store
    .selectFrom('appointment')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .where('person_id', '=', personId)
    .where(sql<boolean>`appointment.valid @> ${today}::date`)
    .select([
      'post.id',
      'node_id',
      'role',
      'title_sv',
      'title_en',
      sql<Day>`lower(appointment.valid)`.as('from'),
      sql<Day | null>`upper(appointment.valid)`.as('to'),
    ])
    .execute()
  const then = rows.length === 0 ? undefined : (tree ?? (await loadTree(store, today)))
  // A member of the council has the daily work in a board.
  const inCouncil = (post: HeldPost): number => (then?.get(post.nodeId)?.kind === 'council' ? 1 : 0)
  const posts = rows
    .filter((row) => then?.get(row.node_id))
    .map(
      (row): HeldPost => ({
        postId: row.id,
        nodeId: row.node_id,
        chain: then?.chain(row.node_id) ?? [],
        role: row.role as Role,
        title: { sv: row.title_sv, en: row.title_en },
        from: row.from,
        to: row.to,
      }),
    )
    .toSorted((a, b) => rank.indexOf(a.role) - rank.indexOf(b.role) || inCouncil(a) - inCouncil(b) || a.from.localeCompare(b.from))
  return { personId, name: `${person.given_name} ${person.family_name}`, posts }
}
