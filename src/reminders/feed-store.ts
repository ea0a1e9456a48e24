import type { Store } from '../database/connection.ts'
import type { Deps, Tx } from '../database/transact.ts'
import { transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { digestOf, newToken } from '../access/token.ts'
import { refusalWords as words } from './refusal-words.ts'

/** A calendar that somebody subscribes to: their own (no node), or a body's. */
export interface Feed {
  readonly id: string
  readonly personId: string
  readonly nodeId: string | null
  readonly madeOn: Day
}

const columns = ['id', 'person_id', 'node_id', 'made_on'] as const
const toFeed = (r: { id: string; person_id: string; node_id: string | null; made_on: string }): Feed => ({
  id: r.id,
  personId: r.person_id,
  nodeId: r.node_id,
  madeOn: r.made_on as Day,
})

/** Somebody's calendars that are open. */
export const feedsOf = async (store: Store, personId: string): Promise<readonly Feed[]> =>
  (
    await store.selectFrom('feed').select(columns).where('person_id', '=', personId).where('revoked_on', 'is', null).orderBy('made_on').orderBy('id').execute()
  ).map(toFeed)

/** The open calendar of a secret address. */
export const feedOf = async (store: Store, token: string): Promise<Feed | undefined> => {
  const row = await store.selectFrom('feed').select(columns).where('token_digest', '=', digestOf(token)).where('revoked_on', 'is', null).executeTakeFirst()
  return row && toFeed(row)
}

/** Does somebody work for the body or unit? Then they may have its calendar, for as long as they do. */
export const worksFor = (who: Who, nodeId: string): boolean => who.posts.some((post) => post.chain.includes(nodeId))

const revoke = (tx: Tx, today: Day, personId: string, where: { readonly feedId: string } | { readonly nodeId: string | null }) =>
  tx
    .updateTable('feed')
    .set({ revoked_on: today })
    .where('person_id', '=', personId)
    .where('revoked_on', 'is', null)
    .where((eb) => ('feedId' in where ? eb('id', '=', where.feedId) : eb('node_id', 'is not distinct from', where.nodeId)))
    .executeTakeFirst()

/**
 * Makes a calendar, or gives one that was made earlier a new address; the old address is then no more. The address's secret is told
 * here and never again: only its digest is kept.
 */
export const makeFeed = (deps: Deps, who: Who, nodeId: string | null): Promise<Verdict<{ readonly token: string }>> =>
  transact(deps, { actor: actorOf(who), act: 'make calendar feed' }, async (tx) => {
    if (who.personId === null || (nodeId !== null && !worksFor(who, nodeId)))
      return refused({ code: 'feed.not_yours', field: 'node', text: words.feedNotYours })
    // Two at once of the same person: the later waits, and is the one that holds.
    await tx.selectFrom('person').select('id').where('id', '=', who.personId).forUpdate().execute()
    await revoke(tx, deps.clock.today(), who.personId, { nodeId })
    const token = newToken()
    await tx
      .insertInto('feed')
      .values({ id: deps.ids.next(), person_id: who.personId, node_id: nodeId, token_digest: digestOf(token), made_on: deps.clock.today(), revoked_on: null })
      .execute()
    return granted({ token })
  })

/** Closes one's own calendar: its address is no more. */
export const revokeFeed = (deps: Deps, who: Who, feedId: string): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'revoke calendar feed' }, async (tx) => {
    const gone = who.personId === null ? undefined : await revoke(tx, deps.clock.today(), who.personId, { feedId })
    return gone?.numUpdatedRows === 1n ? granted(null) : refused({ code: 'feed.unknown', text: words.feedUnknown })
  })
