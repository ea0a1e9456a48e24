import type { Store } from '../database/connection.ts'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { type AddPerson, addPersonHindrances, personHindrances } from './add-person.ts'
import { appointHindrances } from './change-posts.ts'
import { loadTimeline } from './node-store.ts'
import { loadHoldings, loadPerson } from './post-store.ts'
import { postWords as words } from './post-words.ts'

/**
 * Why somebody may not correct a person's particulars: it takes a post that appoints, and for somebody who holds posts one that
 * appoints to each of them. An address may decide as whom one signs in, so it is not for everybody to set.
 */
export const changePersonHindrances = async (store: Store | Tx, who: Who, personId: string, today: Day): Promise<readonly Refusal[]> => {
  const barred = addPersonHindrances(who, today)
  if (barred.length > 0) return barred
  const timeline = await loadTimeline(store)
  const held = (await loadHoldings(store, { personId })).filter(({ to }) => to === null || to > today)
  return held.map(({ post }) => appointHindrances(who, timeline, post.nodeId, today)).find((refusals) => refusals.length > 0) ?? []
}

/** Corrects a person's particulars. What they were before stays in the history. */
export const changePerson = async (deps: Deps, who: Who, personId: string, person: AddPerson): Promise<Verdict<null>> => {
  const barred = await changePersonHindrances(deps.store, who, personId, deps.clock.today())
  if (barred.length > 0) return refused(...barred)
  const refusals = personHindrances(person)
  if (refusals.length > 0) return refused(...refusals)
  return transact(deps, { actor: actorOf(who), act: 'change person' }, async (tx) => {
    if (!(await loadPerson(tx, personId))) return refused(words.unknownPerson)
    await tx
      .updateTable('person')
      .set({
        given_name: person.givenName.trim(),
        family_name: person.familyName.trim(),
        party: person.party.trim() || null,
        email: person.email.trim() || null,
      })
      .where('id', '=', personId)
      .execute()
    return granted(null)
  })
}
