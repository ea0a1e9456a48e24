import { sql } from 'kysely'
import { type Answering, loadAnswering } from '../access/answering.ts'
import type { Store } from '../database/connection.ts'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { passing } from '../registers/definitions/passing.ts'
import { addNotices, type Notice } from './notice-store.ts'
import { seeing } from './recipients.ts'
import { type Reachable, reachable } from './setting.ts'
import { offeredDays, reminderNow } from './when.ts'

interface Open {
  readonly id: string
  readonly due: Day
  readonly thing_id: string
  readonly node_id: string
  readonly post_id: string | null
  readonly secret: boolean
}

/** Days looked at in one transaction. */
const batch = 500

const openDays = async (store: Store, today: Day, after: Open | undefined): Promise<readonly Open[]> => {
  const { rows } = await sql<Open>`
    select deadline.id, due, thing_id, deadline.node_id, post_id, thing.secrecy is not null as secret from deadline join thing on thing.id = deadline.thing_id
     where done_on is null and due between ${addDays(today, -Math.max(...offeredDays) - 5)}::date and ${addDays(today, -Math.min(...offeredDays))}::date
       and not (due < ${today}::date and coalesce(thing.register, '') || '/' || deadline.kind = any(${passing}::text[]))
       and (due, deadline.id) > (${after?.due ?? '1900-01-01'}::date, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by due, deadline.id limit ${batch}`.execute(store)
  return rows
}

/** Notes for everybody which of the days that they answer for come near, are here or have passed: each once for each of their chosen days. */
export const remind = async (deps: Deps, signal?: AbortSignal): Promise<void> => {
  const today = deps.clock.today()
  const tree = await loadTree(deps.store, today)
  for (let some = await openDays(deps.store, today, undefined); some.length > 0; some = await openDays(deps.store, today, some.at(-1))) {
    signal?.throwIfAborted()
    const answering = await loadAnswering(
      deps.store,
      tree,
      some.flatMap((d) => d.post_id ?? []),
    )
    const all = [...new Set(some.flatMap((d) => holdersOf(answering, d)))]
    const people = await reachable(deps.store, all)
    await transact(deps, { actor: 'system:reminders', act: 'remind' }, async (tx) => {
      for (const open of some) await addNotices(tx, deps, await remindersOf(tx, tree, open, answering, people, today))
    })
  }
}

const holdersOf = (answering: Answering, { node_id, post_id }: Open): readonly string[] =>
  answering.of({ nodeId: node_id, postId: post_id }).map((h) => h.personId)

const remindersOf = async (
  tx: Tx,
  tree: Tree,
  open: Open,
  answering: Answering,
  people: ReadonlyMap<string, Reachable>,
  today: Day,
): Promise<readonly Notice[]> => {
  const owing = [...new Set(holdersOf(answering, open))].filter((id) => people.has(id))
  const may = open.secret ? await seeing(tx, tree, open.thing_id, owing) : owing
  return may.flatMap((personId): Notice[] => {
    const days = reminderNow(open.due, people.get(personId)?.days ?? [], today)
    if (days === null) return []
    return [{ personId, kind: 'deadline', occasion: `deadline:${open.id}:${open.due}:${days}`, thingId: open.thing_id, subjectId: open.id }]
  })
}
