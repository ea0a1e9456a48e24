import { digestOf } from '../access/token.ts'
import type { Store } from '../database/connection.ts'
import type { MailPurpose } from '../database/tables/jobs.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { deliverKind } from './notice-store.ts'

/** The letter's link is good for so long from when the address was asked for. */
const longest = 3 * 24 * 3_600_000

/**
 * Somebody gives another address. It is used when the letter sent to it is answered; a letter goes to the old one too, so that nobody
 * else can move somebody's letters unnoticed. Taking the address away holds at once. In the caller's transaction.
 */
export const askForAddress = async (tx: Tx, deps: Deps, personId: string, email: string): Promise<void> => {
  const person = await tx.selectFrom('person').select('email').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
  const [old, waiting] = [person.email?.trim() ?? '', await waitingAddress(tx, personId)]
  if (email === old || email === waiting?.email) {
    if (email === old && waiting) await tx.deleteFrom('address_change').where('person_id', '=', personId).execute()
    return
  }
  await tx.deleteFrom('address_change').where('person_id', '=', personId).execute()
  if (old !== '') await post(tx, deps, personId, old, 'address_changed')
  if (email === '') {
    await tx.updateTable('person').set({ email: null }).where('id', '=', personId).execute()
    return
  }
  const now = deps.clock.now()
  const asked = { asked_at: now, expires_at: new Date(now.getTime() + longest) }
  await tx
    .insertInto('address_change')
    .values({ id: deps.ids.next(), person_id: personId, email, token_digest: null, ...asked })
    .execute()
  await post(tx, deps, personId, email, 'confirm_address')
}

const post = async (tx: Tx, { ids, clock }: Deps, personId: string, address: string, purpose: MailPurpose): Promise<void> => {
  const nobody = { holder: null, held_until: null, error: null, unsubscribe_digest: null, handed_at: null, ended_at: null }
  await tx
    .insertInto('mail')
    .values({ id: ids.next(), person_id: personId, address, cadence: 'at_once', day: clock.today(), purpose, ...nobody })
    .execute()
  await enqueue(tx, deliverKind, {}, { key: 'mail' })
}

/** The address that somebody has given and not yet confirmed. */
export const waitingAddress = (store: Store | Tx, personId: string) =>
  store.selectFrom('address_change').select(['email', 'expires_at']).where('person_id', '=', personId).executeTakeFirst()

/** Whose address the letter with this link would confirm, or undefined when it is none, or no longer good. */
export const addressOf = ({ store, clock }: Deps, token: string) =>
  store
    .selectFrom('address_change')
    .select(['person_id', 'email'])
    .where('token_digest', '=', digestOf(token))
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()

/** The letter is answered: its address is used from now. False for a link that is none, or no longer good. */
export const confirmAddress = async (deps: Deps, token: string): Promise<boolean> => {
  const found = await addressOf(deps, token)
  if (!found) return false
  return transact(deps, { actor: `person:${found.person_id}`, act: 'confirm address' }, async (tx) => {
    const gone = await tx.deleteFrom('address_change').where('token_digest', '=', digestOf(token)).executeTakeFirst()
    if (gone.numDeletedRows !== 1n) return false
    await tx.updateTable('person').set({ email: found.email }).where('id', '=', found.person_id).execute()
    return true
  })
}
