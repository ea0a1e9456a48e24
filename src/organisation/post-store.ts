import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { EndedWhy } from '../database/tables/elections.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Role } from '../kernel/who.ts'
import type { Appointment, Post } from './post.ts'

const postColumns = ['post.id', 'post.slug', 'post.node_id', 'post.role', 'post.title_sv', 'post.title_en', 'post.seat'] as const

interface PostRow {
  readonly id: string
  readonly slug: string
  readonly node_id: string
  readonly role: string
  readonly title_sv: string
  readonly title_en: string
  readonly seat: number | null
}

const toPost = (row: PostRow): Post => ({
  id: row.id,
  slug: row.slug,
  nodeId: row.node_id,
  role: row.role as Role,
  title: { sv: row.title_sv, en: row.title_en },
  seat: row.seat,
})

/** The post, or undefined; any text may be asked for. */
export const loadPost = async (store: Store | Tx, id: string): Promise<Post | undefined> => {
  const row = isId(id) ? await store.selectFrom('post').select(postColumns).where('id', '=', id).executeTakeFirst() : undefined
  return row && toPost(row)
}

/** The posts of a body or unit: by seat, then by title. */
export const loadPosts = async (store: Store | Tx, nodeId: string): Promise<readonly Post[]> => {
  const rows = await store
    .selectFrom('post')
    .select(postColumns)
    .where('node_id', '=', nodeId)
    .orderBy(sql`seat asc nulls last`)
    .orderBy(sql`title_sv collate "sv-x-icu"`)
    .orderBy('slug')
    .execute()
  return rows.map(toPost)
}

/** An appointment with the post and the person's party. */
export interface Holding extends Appointment {
  readonly post: Post
  readonly party: string | null
  /** The clause that elected; null where it was not by a clause of a decision here. */
  readonly electedBy: string | null
  /** The list that gave the place, in a proportional election, with its ballots and its place among equal ones. */
  readonly list: { readonly label: string; readonly votes: number; readonly rank: number } | null
  /** Whose rest of the term it is, in a by-election. */
  readonly insteadOf: string | null
  /** Why and by which clause it ended before its time, and the first day after the time that it was given for. */
  readonly ended: { readonly by: string; readonly why: EndedWhy; readonly meantTo: Day | null } | null
}

/** Appointments with post and person, earliest first. Narrow it by the post's body, the post, the person or the appointment. */
export const loadHoldings = async (
  store: Store | Tx,
  by: { readonly nodeId: string } | { readonly postId: string } | { readonly personId: string } | { readonly appointmentId: string },
): Promise<readonly Holding[]> => {
  const rows = await store
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.person_id')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .select(postColumns)
    .select(['appointment.id as appointment_id', 'appointment.person_id', 'given_name', 'family_name'])
    .select(['elected_by', 'list_label', 'list_votes', 'list_rank', 'instead_of', 'ended_by', 'ended_why', 'meant_to'])
    .select(sql<string | null>`coalesce(appointment.party, person.party)`.as('party'))
    .select([sql<Day>`lower(appointment.valid)`.as('from'), sql<Day | null>`upper(appointment.valid)`.as('to')])
    .$if('nodeId' in by, (q) => q.where('post.node_id', '=', (by as { nodeId: string }).nodeId))
    .$if('postId' in by, (q) => q.where('post.id', '=', (by as { postId: string }).postId))
    .$if('personId' in by, (q) => q.where('person.id', '=', (by as { personId: string }).personId))
    .$if('appointmentId' in by, (q) => q.where('appointment.id', '=', (by as { appointmentId: string }).appointmentId))
    .orderBy(sql`lower(appointment.valid)`)
    .orderBy('appointment.id')
    .execute()
  return rows.map((row) => ({
    id: row.appointment_id,
    postId: row.id,
    personId: row.person_id,
    personName: `${row.given_name} ${row.family_name}`,
    party: row.party,
    from: row.from,
    to: row.to,
    post: toPost(row),
    electedBy: row.elected_by,
    insteadOf: row.instead_of,
    list: row.list_label === null ? null : { label: row.list_label, votes: row.list_votes ?? 0, rank: row.list_rank ?? 1 },
    ended: row.ended_by && row.ended_why ? { by: row.ended_by, why: row.ended_why, meantTo: row.meant_to as Day | null } : null,
  }))
}

export interface Person {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly party: string | null
  readonly email: string | null
}

/** The person, or undefined; any text may be asked for. */
export const loadPerson = async (store: Store | Tx, id: string): Promise<Person | undefined> => {
  const row = isId(id) ? await store.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  return row && { id: row.id, givenName: row.given_name, familyName: row.family_name, party: row.party, email: row.email }
}

/** People whose name has every word of `q` at the beginning of a part of it, by family name; at most `limit`. An empty `q` gives the first ones. */
export const findPeople = async (store: Store | Tx, q: string, limit: number): Promise<readonly Person[]> => {
  const wanted = q
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const rows = await store
    .selectFrom('person')
    .selectAll()
    .where((eb) =>
      eb.and(
        wanted.map(
          (word) =>
            sql<boolean>`starts_with(lower(given_name), ${word}) or starts_with(lower(family_name), ${word}) or lower(given_name || ' ' || family_name) = ${word}`,
        ),
      ),
    )
    .orderBy(sql`family_name collate "sv-x-icu"`)
    .orderBy(sql`given_name collate "sv-x-icu"`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, givenName: row.given_name, familyName: row.family_name, party: row.party, email: row.email }))
}
