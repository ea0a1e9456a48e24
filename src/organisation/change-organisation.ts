import { sql } from 'kysely'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { may } from '../rulebook/policy.ts'
import type { Change } from './change.ts'
import { loadTimeline, lockOrganisation, saveChanges } from './node-store.ts'
import { type Timeline, treeOn, versionOn } from './timeline.ts'
import { refusalWords as words } from './refusal-words.ts'

/** What planning a change is given. `voters` is null when the instance has not been told how many they are. */
export interface Facts {
  readonly timeline: Timeline
  readonly voters: number | null
  newId(): string
}

/** The writes that make the change, and what the caller is told. */
export interface Plan<T> {
  readonly changes: readonly Change[]
  readonly value: T
}

interface Reorganisation<T> {
  /** The act's name in the history. */
  readonly act: string
  readonly on: Day
  /** The nodes whose keepers must agree to it. */
  readonly touches: readonly string[]
  readonly plan: (facts: Facts) => Verdict<Plan<T>>
  /** What could not be read of the form that asks for it: then nothing is done, and everything wrong is told at once. */
  readonly unread: readonly Refusal[]
}

/**
 * The common course of every act on the tree: load, ask the policy, plan (pure; every refusal at once), save.
 * Reorganisations wait for each other. Returns what the plan tells, or the refusals with nothing written.
 */
export const changeOrganisation = <T>(deps: Deps, who: Who, { act, on, touches, plan, unread }: Reorganisation<T>): Promise<Verdict<T>> =>
  transact(deps, { actor: actorOf(who), act }, async (tx) => {
    await lockOrganisation(tx)
    const timeline = await loadTimeline(tx)
    const today = deps.clock.today()
    const barred = mayChange(who, timeline, touches, on, today)
    if (barred.length > 0) return refused(...barred)
    const planned = plan({ timeline, voters: await loadVoters(tx), newId: () => deps.ids.next() })
    if (unread.length > 0) return refused(...unread, ...othersThan(unread, planned))
    if (!planned.ok) return planned
    const { changes, value } = planned.value
    const awaited = await awaitedHolders(tx, timeline, changes)
    if (awaited.length > 0) return refused(...awaited)
    await saveChanges(tx, deps.ids, changes)
    return granted(value)
  })

/** What a plan made with stand-ins for unread fields says of the other fields. */
const othersThan = (unread: readonly Refusal[], planned: Verdict<unknown>): readonly Refusal[] =>
  planned.ok ? [] : planned.refusals.filter((refusal) => !unread.some((other) => other.field === refusal.field))

const mayChange = (who: Who, timeline: Timeline, touches: readonly string[], on: Day, today: Day): readonly Refusal[] => {
  const tree = treeOn(timeline, on)
  const known = touches.filter((id) => timeline.has(id))
  const wanted = known.length === 0 ? [[]] : known.map((id) => tree.chain(id))
  return wanted.map((belongsTo) => may(who, 'organisation.change', { belongsTo, secrecy: null }, today)).find((refusals) => refusals.length > 0) ?? []
}

const loadVoters = async (tx: Tx): Promise<number | null> => {
  const row = await tx.selectFrom('setting').select('value').where('name', '=', 'voters').executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : null
}

/** Somebody is to take up a post of a node that will not be there: that must be settled first, by people. */
const awaitedHolders = async (tx: Tx, timeline: Timeline, changes: readonly Change[]): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = []
  for (const change of changes) {
    if (change.kind !== 'vacate') continue
    const awaited = await tx
      .selectFrom('appointment')
      .innerJoin('post', 'post.id', 'appointment.post_id')
      .innerJoin('person', 'person.id', 'appointment.person_id')
      .where('post.node_id', '=', change.nodeId)
      .where(sql<boolean>`lower(valid) >= ${change.on}::date`)
      .select(['given_name', 'family_name', 'title_sv', 'title_en', sql<Day>`lower(valid)`.as('from')])
      .orderBy(sql`lower(valid)`)
      .executeTakeFirst()
    const name = versionOn(timeline.get(change.nodeId), change.on)?.name
    if (awaited && name) {
      refusals.push(words.awaited(name, `${awaited.given_name} ${awaited.family_name}`, { sv: awaited.title_sv, en: awaited.title_en }, awaited.from))
    }
  }
  return refusals
}
