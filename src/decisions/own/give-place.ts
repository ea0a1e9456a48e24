import { sql } from 'kysely'
import type { Deps, Tx } from '../../database/transact.ts'
import type { Text } from '../../kernel/text.ts'
import { appointmentRow } from '../../organisation/appoint.ts'
import { postRow, postSlugBase } from '../../organisation/create-post.ts'
import { electWords } from '../../organisation/elect-words.ts'
import type { Placed } from '../../organisation/plan-election.ts'
import type { Holding } from '../../organisation/post-store.ts'
import type { ListVotes } from '../../organisation/read-persons.ts'
import { slugOf } from '../../organisation/slug.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { type ElectedPlace, inPresidium } from '../../rulebook/election/eligible.ts'
import type { EnactContext } from '../enactment.ts'
import { linkAppointment } from './elected-store.ts'

interface GivePlace {
  readonly body: OrgNode
  readonly place: ElectedPlace
  readonly placed: Placed
  readonly person: { readonly id: string; readonly name: string; readonly party: string | null }
  readonly list: ListVotes | null
  /** Whose rest of the term it is. */
  readonly instead: Holding | null
}

/** Gives one of the elected the place: makes the post if there is none free, ends what is left for it, and closes the vacancy. By the acting clause. */
export const givePlace = async (tx: Tx, deps: Deps, context: EnactContext, given: GivePlace): Promise<void> => {
  const { body, place, placed, person, instead } = given
  // A by-election keeps what the list of the one who left has in the body (KL 6:20).
  const list = given.list ?? instead?.list ?? null
  const postId = placed.post?.id ?? (await makePost(tx, deps, body, place, placed.seat))
  const fields = {
    party: person.party,
    list_label: list?.label ?? null,
    list_votes: list?.votes ?? null,
    list_rank: list?.rank ?? null,
    instead_of: instead?.id ?? null,
  }
  const { leaves } = placed
  // Elected to a place earlier in the same decision, or from the same day: the place is another, the time the same.
  const moved = leaves !== null && leaves.from >= placed.from
  const id = moved ? leaves.id : deps.ids.next()
  if (moved) await tx.updateTable('appointment').set({ post_id: postId }).where('id', '=', id).execute()
  else {
    if (leaves) await leave(tx, context, leaves, placed)
    await tx
      .insertInto('appointment')
      .values({ ...appointmentRow({ id, postId, personId: person.id, from: placed.from, to: placed.to }), elected_by: context.clause.id, ...fields })
      .execute()
  }
  const title = `${person.name}${person.party ? ` (${person.party})` : ''}: ${electWords.place(place).sv}, ${body.name.sv}`
  await linkAppointment(tx, deps, context, { id, title, nodeId: body.id, day: placed.from })
  // A seat that the holder of an office left is filled by anyone; the office only by one who is elected to it.
  const fills = instead !== null && (instead.post.role === place || !inPresidium(instead.post.role))
  await closeVacancy(tx, context, postId, fills ? instead.id : null)
}

const titles: Readonly<Record<ElectedPlace, Text>> = {
  chair: { sv: 'Ordförande', en: 'Chair' },
  vice_chair: { sv: '1:e vice ordförande', en: 'First Vice Chair' },
  second_vice_chair: { sv: '2:e vice ordförande', en: 'Second Vice Chair' },
  member: { sv: 'Ledamot', en: 'Member' },
  substitute: { sv: 'Ersättare', en: 'Substitute' },
}

const makePost = async (tx: Tx, { ids }: Deps, body: OrgNode, role: ElectedPlace, seat: number | null): Promise<string> => {
  const title = titles[role]
  const base = postSlugBase(body.slug, title)
  const near = await tx
    .selectFrom('post')
    .select('slug')
    .where('slug', 'like', `${slugOf(base, new Set())}%`)
    .execute()
  const made = { id: ids.next(), slug: slugOf(base, new Set(near.map((row) => row.slug))) }
  await tx
    .insertInto('post')
    .values(postRow(made, { nodeId: body.id, role, title, seat }))
    .execute()
  return made.id
}

const leave = async (tx: Tx, { clause }: EnactContext, leaves: Holding, { from }: Placed): Promise<void> => {
  await tx
    .updateTable('appointment')
    .set({ valid: sql`daterange(lower(valid), ${from}::date)`, ended_by: clause.id, ended_why: 'moved', meant_to: leaves.to })
    .where('id', '=', leaves.id)
    .execute()
}

/** The place is filled: what waited because it was empty waits no longer. */
const closeVacancy = async (tx: Tx, { decision }: EnactContext, postId: string, filled: string | null): Promise<void> => {
  await tx
    .updateTable('deadline')
    .set({ done_on: decision.day })
    .where('kind', '=', 'vacancy')
    .where('done_on', 'is', null)
    .where((eb) =>
      eb.or([eb('thing_id', 'in', eb.selectFrom('appointment').select('id').where('post_id', '=', postId)), ...(filled ? [eb('thing_id', '=', filled)] : [])]),
    )
    .execute()
}
