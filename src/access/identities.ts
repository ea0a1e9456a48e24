import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import type { Provider } from './provider.ts'

/** A post that follows from how somebody signs in. */
export interface Claimed {
  readonly provider: Text
  readonly since: Day
}

/** By which providers somebody signs in, and which of the posts (by id) follow from that. */
export interface Identities {
  readonly providers: readonly Text[]
  readonly claimed: ReadonlyMap<string, Claimed>
}

/** What is known of somebody's sign-in by providers. One that is configured no longer is called by its id. */
export const loadIdentities = async (store: Store, personId: string, providers: readonly Provider[]): Promise<Identities> => {
  const nameOf = (id: string): Text => providers.find(({ config }) => config.id === id)?.config.name ?? verbatim(id)
  const [identities, claimed] = await Promise.all([
    store.selectFrom('identity').select('provider').where('person_id', '=', personId).where('disabled', '=', false).orderBy('provider').execute(),
    store
      .selectFrom('claimed_appointment')
      .select(['post_id', 'provider', 'given_on'])
      .where('person_id', '=', personId)
      .where('ended_on', 'is', null)
      .execute(),
  ])
  return {
    providers: identities.map(({ provider }) => nameOf(provider)),
    claimed: new Map(claimed.map((row) => [row.post_id, { provider: nameOf(row.provider), since: row.given_on as Day }])),
  }
}
