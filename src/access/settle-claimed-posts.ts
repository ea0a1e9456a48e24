import { sql } from 'kysely'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { anybody, type Role } from '../kernel/who.ts'
import { appoint } from '../organisation/appoint.ts'
import { createPost } from '../organisation/create-post.ts'
import { endAppointment } from '../organisation/end-appointment.ts'
import { loadHoldings, loadPost, loadPosts, type Holding } from '../organisation/post-store.ts'
import { isElected, type Post } from '../organisation/post.ts'
import { words as organisationWords } from '../organisation/words.ts'
import { ruleLine } from './claims.ts'
import type { ClaimRule } from './identity-config.ts'
import { words } from './identity-words.ts'

/** Sign-in by a provider acts by the operator's configuration, not by anybody's post. */
const system = { ...anybody, name: 'sign-in' }
const bySystem = { bySystem: true }

export interface Claimant {
  readonly provider: string
  readonly subject: string
  readonly personId: string
}

/**
 * Gives somebody the posts that follow from what the provider says, and ends those that once did and do so no longer. Appointments
 * that people have made are left alone: a post that another holds is not taken from them, one that the person holds is not given
 * again. What could not be given is told. Runs in the transaction of `tx`.
 */
export const settleClaimedPosts = async (deps: Deps, tx: Tx, claimant: Claimant, rules: readonly ClaimRule[]): Promise<readonly Refusal[]> => {
  const inner: Deps = { ...deps, store: tx }
  const today = deps.clock.today()
  const kept = new Set<string>()
  const refusals: Refusal[] = []
  for (const rule of rules) {
    const found = await postFor(inner, claimant, rule, today)
    if ('refusals' in found) refusals.push(...found.refusals)
    else {
      const why = found.held ? [] : await give(inner, claimant, found.post, rule, today)
      refusals.push(...why)
      if (why.length === 0) kept.add(found.post.id)
    }
  }
  await endUnclaimed(inner, claimant, kept, today)
  return refusals
}

const isHeldOn = (holding: Holding, day: Day): boolean => holding.from <= day && (holding.to === null || holding.to > day)

type Found = { readonly post: Post; readonly held: boolean } | { readonly refusals: readonly Refusal[] }

/** The post that a rule is about: the named one, or one of the role in the body that the person holds, that is free, or that is made. */
const postFor = async (deps: Deps, { personId }: Claimant, rule: ClaimRule, today: Day): Promise<Found> => {
  const { store } = deps
  if ('post' in rule) {
    const row = await store.selectFrom('post').select('id').where('slug', '=', rule.post).executeTakeFirst()
    const post = row && (await loadPost(store, row.id))
    if (!post) return { refusals: [{ code: 'claim.post', text: words.noSuchPost(rule.post) }] }
    if (isElected(post.role) || post.role === 'auditor') return { refusals: [{ code: 'claim.elected', text: words.electedPost(post.title), law: 'KL 5:1' }] }
    const holdings = await loadHoldings(store, { postId: post.id })
    const holder = holdings.find((h) => isHeldOn(h, today) && h.personId !== personId)
    if (holder) return { refusals: [{ code: 'claim.held', text: words.heldByAnother(post.title), mend: words.heldMend }] }
    return { post, held: holdings.some((h) => isHeldOn(h, today)) }
  }
  const node = await store.selectFrom('node').select('id').where('slug', '=', rule.body).executeTakeFirst()
  if (!node) return { refusals: [{ code: 'claim.body', text: words.noSuchBody(rule.body) }] }
  const posts = (await loadPosts(store, node.id)).filter((post) => post.role === rule.role)
  const holdings = (await loadHoldings(store, { nodeId: node.id })).filter((h) => h.to === null || h.to > today)
  const own = posts.find((post) => holdings.some((h) => h.postId === post.id && h.personId === personId && isHeldOn(h, today)))
  if (own) return { post: own, held: true }
  const free = posts.find((post) => !holdings.some((h) => h.postId === post.id))
  if (free) return { post: free, held: false }
  const made = await createPost(deps, system, { nodeId: node.id, role: rule.role, title: titleOf(rule.role), seat: null }, bySystem)
  const post = made.ok ? await loadPost(store, made.value.id) : undefined
  if (!made.ok || !post) return { refusals: made.ok ? [] : made.refusals }
  return { post, held: false }
}

const titleOf = (role: Role) => organisationWords.role[role]

const give = async (deps: Deps, { provider, subject, personId }: Claimant, post: Post, rule: ClaimRule, today: Day): Promise<readonly Refusal[]> => {
  const given = await appoint(deps, system, { postId: post.id, personId, from: today, to: null }, bySystem)
  if (!given.ok) return given.refusals
  await transact(deps, { actor: 'system:sign-in', act: 'appoint by claim' }, (tx) =>
    tx
      .insertInto('claimed_appointment')
      .values({
        appointment_id: given.value.id,
        person_id: personId,
        post_id: post.id,
        provider,
        subject,
        rule: ruleLine(rule),
        given_on: today,
        ended_on: null,
      })
      .execute(),
  )
  return []
}

const endUnclaimed = async (deps: Deps, { provider, subject }: Claimant, kept: ReadonlySet<string>, today: Day): Promise<void> => {
  const ours = await deps.store
    .selectFrom('claimed_appointment')
    .select(['appointment_id', 'post_id'])
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .where('ended_on', 'is', null)
    .execute()
  for (const { appointment_id } of ours.filter((one) => !kept.has(one.post_id))) {
    await transact(deps, { actor: 'system:sign-in', act: 'end appointment by claim' }, async (tx) => {
      const [held] = await loadHoldings(tx, { appointmentId: appointment_id })
      // It may have ended otherwise, by people or with the post's body. One of today's has not yet come to hold for a day.
      if (held && held.from >= today) await tx.deleteFrom('appointment').where('id', '=', appointment_id).execute()
      else if (held && isHeldOn(held, today)) await endAppointment({ ...deps, store: tx }, system, { appointmentId: appointment_id, on: today }, bySystem)
      await tx
        .updateTable('claimed_appointment')
        .set({ ended_on: sql<string>`greatest(given_on, ${today}::date)` })
        .where('appointment_id', '=', appointment_id)
        .execute()
    })
  }
}
