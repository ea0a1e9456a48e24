import { type Deps, type Tx, transact, violates } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { rulesThatHold, valueOf, valuesOf, type Claims } from './claims.ts'
import type { ProviderConfig } from './identity-config.ts'
import { words } from './identity-words.ts'
import type { Vouched } from './provider.ts'
import { closeSession, openSession } from './session-store.ts'
import { isShutOut } from './shut-out.ts'
import { settleClaimedPosts } from './settle-claimed-posts.ts'

export interface SignInWith {
  readonly provider: ProviderConfig
  readonly vouched: Vouched
  /** The token that the browser had before: its session ends, so that nobody can have planted it. */
  readonly earlierToken: string | null
}

export interface SignedInWith {
  readonly token: string
  /** Posts that the provider's claims ask for and that were not given, each with why. */
  readonly notGiven: readonly Refusal[]
}

/**
 * Signs in whom a provider has vouched for. The same subject is always the same person. At the first time it is found among those
 * here by the claim that the configuration trusts, or else made. Posts follow from the claims by the configured rules.
 */
export const signInWith = async (deps: Deps, { provider, vouched, earlierToken }: SignInWith): Promise<Verdict<SignedInWith>> => {
  const { subject, claims, idToken, sid } = vouched
  if (subject.length > 255) return refused({ code: 'sign_in.subject', text: words.wrong(provider.name) })
  const settle = () =>
    transact(deps, { actor: 'system:sign-in', act: 'sign in' }, async (tx): Promise<Verdict<{ personId: string; notGiven: readonly Refusal[] }>> => {
      const person = await personOf(deps, tx, provider, subject, claims)
      if (!person.ok) return person
      const claimant = { provider: provider.id, subject, personId: person.value }
      return granted({ personId: person.value, notGiven: await settleClaimedPosts(deps, tx, claimant, rulesThatHold(provider.rules, claims)) })
    })
  // Two first sign-ins at the same moment: the later one finds what the earlier one made.
  const done = await settle().catch((error: unknown) => {
    if (violates(error, 'identity_pkey') || violates(error, 'identity_provider_person_id_key')) return settle()
    throw error
  })
  if (!done.ok) return done
  if (earlierToken) await closeSession(deps, earlierToken)
  const token = await openSession(deps, done.value.personId, { demo: false, identity: { provider: provider.id, subject, idToken, sid } })
  return granted({ token, notGiven: done.value.notGiven })
}

const personOf = async (deps: Deps, tx: Tx, provider: ProviderConfig, subject: string, claims: Claims): Promise<Verdict<string>> => {
  const known = await tx
    .selectFrom('identity')
    .select(['person_id', 'disabled'])
    .where('provider', '=', provider.id)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst()
  if (known) return known.disabled ? refused({ code: 'sign_in.disabled', text: words.disabled, mend: words.askOperator }) : granted(known.person_id)
  const here = await findAmongThoseHere(tx, provider, claims)
  if (!here.ok) return here
  const made = here.value ? granted({ personId: here.value, how: provider.link?.to ?? 'made' } as const) : await makePerson(deps, tx, provider, claims)
  if (!made.ok) return made
  const { personId, how } = made.value
  await tx.insertInto('identity').values({ provider: provider.id, subject, person_id: personId, how, linked_on: deps.clock.today() }).execute()
  return granted(personId)
}

/** The one person here that the trusted claim names; null where it names nobody. Refused where it names several, or one who is somebody else there. */
const findAmongThoseHere = async (tx: Tx, provider: ProviderConfig, claims: Claims): Promise<Verdict<string | null>> => {
  const { link } = provider
  const value = link ? valueOf(claims, link.claim) : ''
  if (!link || value === '') return granted(null)
  // Whoever may write any address in a profile could otherwise become anybody.
  if (link.to === 'email' && valuesOf(claims, link.verified)[0] !== 'true') return granted(null)
  const found =
    link.to === 'email'
      ? await tx
          .selectFrom('person')
          .select('id')
          .where((eb) => eb(eb.fn('lower', ['email']), '=', value.toLowerCase()))
          .limit(2)
          .execute()
      : await tx.selectFrom('external_key').select('person_id as id').where('kind', '=', 'person').where('external', '=', value).execute()
  if (found.length > 1) return refused({ code: 'sign_in.several', text: words.severalHere, mend: words.askOperator })
  const id = found[0]?.id ?? null
  // Whose sign-in is switched off comes in by no other way either.
  if (id && (await isShutOut(tx, id))) return refused({ code: 'sign_in.disabled', text: words.disabled, mend: words.askOperator })
  const other = id && (await tx.selectFrom('identity').select('subject').where('provider', '=', provider.id).where('person_id', '=', id).executeTakeFirst())
  return other ? refused({ code: 'sign_in.other', text: words.otherSubject(provider.name), mend: words.askOperator }) : granted(id)
}

const makePerson = async (
  deps: Deps,
  tx: Tx,
  provider: ProviderConfig,
  claims: Claims,
): Promise<Verdict<{ readonly personId: string; readonly how: 'made' }>> => {
  const given = valueOf(claims, provider.names.given)
  const family = valueOf(claims, provider.names.family)
  if (given === '' || family === '') return refused({ code: 'sign_in.nameless', text: words.nameless(provider.name), mend: words.askOperator })
  // An address that nobody has verified would stand in the way of whose it is.
  const verified = valuesOf(claims, provider.link?.to === 'email' ? provider.link.verified : 'email_verified')[0] === 'true'
  const email = verified ? valueOf(claims, provider.names.email) : ''
  const personId = deps.ids.next()
  await tx
    .insertInto('person')
    .values({ id: personId, given_name: given, family_name: family, email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null })
    .execute()
  return granted({ personId, how: 'made' })
}
