import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { may, type Subject } from '../rulebook/policy.ts'
import { shutOutWords as words } from './shut-out-words.ts'

/** Is somebody's sign-in switched off, in all ways that they have? */
export const isShutOut = async (store: Store | Tx, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ shut: boolean | null }>`select shut_out(${personId}::uuid) as shut`.execute(store)
  return rows[0]?.shut === true
}

/** Somebody as the policy sees them: belonging where they hold posts on the tree's day. */
export const subjectOfPerson = async (store: Store | Tx, personId: string, tree: Tree): Promise<Subject> => {
  const held = await store
    .selectFrom('appointment')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .select('node_id')
    .where('person_id', '=', personId)
    .where(sql<boolean>`appointment.valid @> ${tree.at}::date`)
    .execute()
  return { belongsTo: [...new Set(held.flatMap(({ node_id }) => tree.chain(node_id)))], secrecy: null }
}

/** Switches somebody's sign-in off or on again: account and providers alike. Off ends every session at once. */
export const shutOut = (deps: Deps, who: Who, { personId, shut }: { readonly personId: string; readonly shut: boolean }): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: shut ? 'switch off sign-in' : 'switch on sign-in' }, async (tx) => {
    const today = deps.clock.today()
    const [accounts, identities] = await Promise.all([
      tx.selectFrom('account').select(['id', 'disabled']).where('person_id', '=', personId).forUpdate().execute(),
      tx.selectFrom('identity').select(['provider', 'disabled']).where('person_id', '=', personId).forUpdate().execute(),
    ])
    const ways = [...accounts, ...identities]
    const wrong: Refusal[] = [...may(who, 'access.shut', await subjectOfPerson(tx, personId, await loadTree(tx, today)), today)]
    if (personId === who.personId) wrong.push({ code: 'shut.self', text: words.notOneself })
    if (ways.length === 0) wrong.push({ code: 'shut.no_ways', text: words.noWays })
    else if (ways.every((way) => way.disabled === shut)) wrong.push({ code: 'shut.same', text: shut ? words.offAlready : words.onAlready })
    if (wrong.length > 0) return refused(...wrong)
    for (const table of ['account', 'identity'] as const)
      await tx.updateTable(table).set({ disabled: shut }).where('person_id', '=', personId).where('disabled', '=', !shut).execute()
    if (shut) await tx.deleteFrom('session').where('person_id', '=', personId).execute()
    return granted(null)
  })
