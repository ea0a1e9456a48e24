import { sql } from 'kysely'
import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type BySystem, changePosts } from './change-posts.ts'
import { electWords } from './elect-words.ts'
import { byHandHinders, electedHereSince } from './elected-by-hand.ts'
import { type Appointed, isElected, judgeAppointment } from './post.ts'
import { loadHoldings, loadPerson } from './post-store.ts'
import { postWords as words } from './post-words.ts'

export interface Appoint {
  readonly postId: string
  readonly personId: string
  readonly from: Day
  /** The first day it is no longer held; null: to the end of the term, or until further notice. */
  readonly to: Day | null
}

/** An appointment as kept. */
export const appointmentRow = ({ id, postId, personId, from, to }: Appoint & { readonly id: string }) => ({
  id,
  post_id: postId,
  person_id: personId,
  valid: `[${from},${to ?? ''})`,
})

/**
 * Gives a post to a person from a day on. Whoever holds it that day leaves it then. Several days of the same post are never held by two.
 * Elected posts are given so only where they were there before the decisions that elect were kept here (law 1).
 */
export const appoint = (
  deps: Deps,
  who: Who,
  { postId, personId, from, to }: Appoint,
  { bySystem }: BySystem = {},
): Promise<Verdict<Appointed & { readonly id: string }>> =>
  changePosts(deps, who, {
    bySystem,
    act: 'appoint',
    of: { postId },
    work: async (tx, { node, post, timeline }) => {
      const person = await loadPerson(tx, personId)
      if (!person) return refused(words.unknownPerson)
      if (!post) return refused(words.unknownPost)
      const held = await loadHoldings(tx, { postId })
      const others = (await loadHoldings(tx, { personId }))
        .filter((h) => h.post.nodeId === node.id && h.postId !== postId && isElected(h.post.role))
        .map((h) => ({ ...h, title: h.post.title }))
      const judged = judgeAppointment({ post, node, held, others, from, to })
      const byHand = byHandHinders(await electedHereSince(tx, { post, node, timeline }), from)
      if (!judged.ok || byHand.length > 0) return refused(...byHand, ...(judged.ok ? [] : judged.refusals))
      const { ends } = judged.value
      // Given by a decision: only another ends it (law 1).
      if (held.some((h) => h.id === ends?.id && h.electedBy !== null)) return refused(electWords.byDecision)
      if (ends) {
        await tx
          .updateTable('appointment')
          .set({ valid: sql`daterange(lower(valid), ${from}::date)` })
          .where('id', '=', ends.id)
          .execute()
      }
      const id = deps.ids.next()
      await tx
        .insertInto('appointment')
        .values(appointmentRow({ id, postId, personId, from, to: judged.value.to }))
        .execute()
      // The place is filled, by the county board or as it was before the system: it is no longer vacant.
      await tx
        .updateTable('deadline')
        .set({ done_on: deps.clock.today() })
        .where('kind', '=', 'vacancy')
        .where('done_on', 'is', null)
        .where('thing_id', 'in', [id, ...held.map((h) => h.id)])
        .execute()
      return granted({ ...judged.value, id })
    },
  })
