import { seesSecretsOf, visibleThing } from '../access/visible.ts'
import { type Deps, transact } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { refusalWords as words } from './refusal-words.ts'

/** Somebody follows a thing that they may see, or no longer does. Doing it twice is doing it once. */
export const follow = async (deps: Deps, who: Who, thingId: string, wanted: boolean): Promise<Verdict<null>> => {
  const { personId } = who
  if (personId === null) return refused({ code: 'follow.who', text: words.signIn })
  const today = deps.clock.today()
  const secrets = seesSecretsOf(who, await loadTree(deps.store, today), today)
  return transact(deps, { actor: actorOf(who), act: wanted ? 'follow' : 'unfollow' }, async (tx) => {
    const known = isId(thingId) && (await tx.selectFrom('thing').select('id').where('id', '=', thingId).where(visibleThing(secrets)).executeTakeFirst())
    if (!known) return refused({ code: 'follow.unknown', text: words.unknownThing })
    if (wanted) {
      await tx
        .insertInto('follow')
        .values({ person_id: personId, thing_id: thingId, since: today })
        .onConflict((oc) => oc.doNothing())
        .execute()
    } else await tx.deleteFrom('follow').where('person_id', '=', personId).where('thing_id', '=', thingId).execute()
    return granted(null)
  })
}
