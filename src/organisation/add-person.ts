import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { may } from '../rulebook/policy.ts'
import { postWords as words } from './post-words.ts'

export interface AddPerson {
  readonly givenName: string
  readonly familyName: string
  /** Party letters, or '' for somebody who stands for none. */
  readonly party: string
  readonly email: string
}

/** What is wrong with a person's particulars. Two people may have the same name. */
export const personHindrances = ({ givenName, familyName, email }: AddPerson): readonly Refusal[] => [
  ...(givenName.trim() === '' ? [words.nameless('givenName')] : []),
  ...(familyName.trim() === '' ? [words.nameless('familyName')] : []),
  ...(email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? [words.badEmail(email)] : []),
]

/** Why somebody may not add people: it takes a post that appoints, in any body or unit. */
export const addPersonHindrances = (who: Who, today: Parameters<typeof may>[3]): readonly Refusal[] => {
  const chains = who.posts.length === 0 ? [[]] : who.posts.map((post) => post.chain)
  const judged = chains.map((belongsTo) => may(who, 'organisation.appoint', { belongsTo, secrecy: null }, today))
  return judged.some((refusals) => refusals.length === 0) ? [] : (judged[0] ?? [])
}

/** A person as kept. */
export const personRow = (id: string, { givenName, familyName, party, email }: AddPerson) => ({
  id,
  given_name: givenName.trim(),
  family_name: familyName.trim(),
  party: party.trim() || null,
  email: email.trim() || null,
})

/** Adds a person, as yet without any post. */
export const addPerson = async (deps: Deps, who: Who, person: AddPerson): Promise<Verdict<{ readonly id: string }>> => {
  const barred = addPersonHindrances(who, deps.clock.today())
  if (barred.length > 0) return refused(...barred)
  const refusals = personHindrances(person)
  if (refusals.length > 0) return refused(...refusals)
  return transact(deps, { actor: actorOf(who), act: 'add person' }, async (tx) => {
    const id = deps.ids.next()
    await tx.insertInto('person').values(personRow(id, person)).execute()
    return granted({ id })
  })
}
