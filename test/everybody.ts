import type { Deps, Tx } from '../src/database/transact.ts'
import { transact } from '../src/database/transact.ts'
import { keepDecisionDraft } from '../src/decisions/change-draft.ts'
import { keepWaiting } from '../src/exchange/import/waiting.ts'
import type { Day } from '../src/kernel/day.ts'
import type { Role } from '../src/kernel/who.ts'
import { openSession } from '../src/access/session-store.ts'
import { loadWho } from '../src/access/who.ts'
import { makeFeed } from '../src/reminders/feed-store.ts'
import { addNotices, composeFor } from '../src/reminders/notice-store.ts'
import { reachable } from '../src/reminders/setting.ts'
import type { Others, Own } from './every-way-out.ts'
import type { Planted } from './plant-secrets.ts'

/** Somebody who asks for everything; `token` is that of their session, '' of nobody's. */
export interface Reader {
  readonly name: string
  readonly token: string
  readonly own: Own
}

/** Somebody new, with a post of the role at the node in that time; without a role, with none. Gives the id of person, post and appointment. */
export const hire = (deps: Deps, role: Role | null, nodeId: string, valid = '[2019-01-01,)'): Promise<string> =>
  transact(deps, { actor: 'system:test', act: 'hire' }, async (tx) => {
    const id = deps.ids.next()
    await tx
      .insertInto('person')
      .values({ id, given_name: 'Prov', family_name: role ?? 'Ingen', party: null, email: `${id}@example.se` })
      .execute()
    if (role === null) return id
    await tx.insertInto('post').values({ id, slug: id, node_id: nodeId, role, title_sv: 'Prov', title_en: 'Prov', seat: null }).execute()
    await tx.insertInto('appointment').values({ id, post_id: id, person_id: id, valid }).execute()
    return id
  })

/** The person as a reader who has been told of what is secret, subscribes to a calendar, and has begun to write of it. */
export const readerOf = async (deps: Deps, name: string, personId: string, planted: Planted, draft: Others['draft'], today: Day): Promise<Reader> => {
  const who = await loadWho(deps.store, undefined, personId, today)
  const [entry = ''] = planted.entries
  await keepDecisionDraft(deps, personId, {
    id: draft.id,
    head: { title: ['Prov'], case: [planted.cases[0] ?? ''], day: [today] },
    clauses: [{ id: draft.clause, kind: 'change_assignment', target: entry, typed: {} }],
    receivers: null,
  })
  const sheet = `Id;Version;Part\n${planted.entries.map((id) => `${id};1;Prov`).join('\n')}\n`
  const feed = await makeFeed(deps, who, null)
  return {
    name,
    token: await openSession(deps, personId, { demo: false }),
    own: {
      letter: await transact(deps, { actor: 'system:test', act: 'write' }, (tx) => letterTo(tx, deps, personId, planted)),
      feed: feed.ok ? feed.value.token : '',
      waiting: await keepWaiting(deps, personId, { target: 'register/agreements', name: 'prov.csv', content: Buffer.from(sheet) }),
    },
  }
}

const letterTo = async (tx: Tx, deps: Deps, personId: string, planted: Planted): Promise<string> => {
  const things = [...planted.entries, ...planted.cases, ...planted.reports]
  await addNotices(
    tx,
    deps,
    things.map((thingId) => ({ personId, kind: 'followed', occasion: `planted ${thingId}`, thingId, subjectId: thingId })),
  )
  for (const person of (await reachable(tx, [personId])).values()) await composeFor(tx, deps, person)
  return (await tx.selectFrom('mail').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()).id
}
