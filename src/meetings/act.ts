import { sql } from 'kysely'
import { may } from '../access/policy.ts'
import { notify } from '../database/live.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import type { FactData, FactKind } from './record/fact.ts'
import { loadRecord } from './record/record-store.ts'
import type { ItemRecord, MeetingRecord } from './record/record.ts'
import { isStale } from './voting/step-key.ts'
import { words } from './words.ts'

/**
 * `bySystem`: the loader of historic meetings acts, who holds no post. `at`: when it happened, where that is long ago. `seen`: for what step
 * the form was drawn (`stepKey`), so that a window that has been left behind does not answer another question than it shows.
 */
export interface MeetingActOptions {
  readonly bySystem?: boolean
  readonly at?: Date
  readonly seen?: string
}

/** A fact to write in the journal. The first of an act takes the act's own id, so that a form sent twice does it once. */
export type NewFact = {
  [K in FactKind]: {
    readonly id?: string
    readonly kind: K
    readonly itemId?: string | null
    readonly personId?: string | null
    readonly aboutId?: string | null
    readonly data: FactData<K>
  }
}[FactKind]

/** What an act comes to: its facts, and what else changes in the same transaction before or after they are written. */
export interface Outcome<T> {
  readonly facts: readonly NewFact[]
  readonly before?: (tx: Tx) => Promise<void>
  readonly after?: (tx: Tx) => Promise<Verdict<T>>
}

interface MeetingAct {
  /** Made where the act is begun (the form): the second time it is sent nothing happens, and it is granted. */
  readonly id: string
  readonly meetingId: string
  readonly act: string
}

/** Undoes everything written in the transaction, when an act is refused after it has begun to write. */
class Refused extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super('refused')
    this.refusals = refusals
  }
}

/**
 * Runs an act at a meeting: locks the meeting so that facts come one at a time, reads the record, asks the policy (meeting.run) and
 * lets `decide` judge it; writes the facts with their numbers in the journal. An act that was done already is granted as it is.
 */
export const actAtMeeting = async <T = null>(
  deps: Deps,
  who: Who,
  { id, meetingId, act }: MeetingAct,
  decide: (record: MeetingRecord, tx: Tx) => Verdict<Outcome<T>> | Promise<Verdict<Outcome<T>>>,
  options: MeetingActOptions = {},
): Promise<Verdict<T | null>> => {
  try {
    return await transact(deps, { actor: actorFor(who, options), act: `meeting: ${act}` }, async (tx) => {
      const record = await loadRecord(tx, meetingId, { lock: true })
      if (!record) return refused({ code: 'meeting.unknown', text: words.unknownMeeting })
      if (await isDone(tx, id)) return granted(null)
      const today = deps.clock.today()
      const hinders = options.bySystem ? [] : may(who, 'meeting.run', { belongsTo: (await loadTree(tx, today)).chain(record.body.id), secrecy: null }, today)
      if (hinders.length > 0) return refused(...hinders)
      if (options.seen && isStale(record, options.seen)) return refused({ code: 'desk.stale', text: words.stale })
      const judged = await decide(record, tx)
      if (!judged.ok) return judged
      const { facts, before, after } = judged.value
      await before?.(tx)
      await writeFacts(tx, deps, who, record, facts, id, options.at)
      const done = (await after?.(tx)) ?? granted(null)
      if (!done.ok) throw new Refused(done.refusals)
      return done
    })
  } catch (error) {
    if (error instanceof Refused) return refused(...error.refusals)
    throw error
  }
}

const isDone = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('meeting_fact').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

const writeFacts = async (
  tx: Tx,
  deps: Deps,
  who: Who,
  { id: meetingId, seq }: Pick<MeetingRecord, 'id' | 'seq'>,
  facts: readonly NewFact[],
  actId: string,
  at: Date | undefined,
): Promise<void> => {
  if (facts.length === 0) return
  await tx
    .insertInto('meeting_fact')
    .values(
      facts.map((fact, i) => ({
        id: fact.id ?? (i === 0 ? actId : deps.ids.next()),
        meeting_id: meetingId,
        item_id: fact.itemId ?? null,
        no: seq + i + 1,
        kind: fact.kind,
        person_id: fact.personId ?? null,
        about_id: fact.aboutId ?? null,
        data: JSON.stringify(fact.data),
        at: at ?? deps.clock.now(),
        by_id: who.personId,
      })),
    )
    .execute()
  await tx
    .updateTable('meeting')
    .set({ seq: seq + facts.length, version: sql`version + 1` })
    .where('id', '=', meetingId)
    .execute()
  await notify(tx, topicOf(meetingId), { seq: seq + facts.length })
}

/** What the screens that follow a meeting listen to. */
export const topicOf = (meetingId: string): string => `meeting:${meetingId}`

/** What every act that is a mere fact of an open meeting asks: that it is open. */
export const duringMeeting = (record: MeetingRecord): readonly Refusal[] =>
  record.state === 'open' ? [] : [{ code: 'meeting.not_open', text: words.meetingNotOpen(record.state) }]

/** Is the meeting adjourned, and not taken up again? */
export const isPaused = (record: Pick<MeetingRecord, 'pauses'>): boolean => record.pauses.some((p) => p.to === null)

/** What is settled is settled while the meeting sits: nothing is taken up, put, voted on or decided during an adjournment. */
export const whileSitting = (record: MeetingRecord): readonly Refusal[] =>
  isPaused(record) ? [{ code: 'meeting.paused', text: words.paused, mend: words.pausedMend }] : []

/** The item at hand, or the refusal that there is none by that id, or that it is not open. */
export const openItem = (record: MeetingRecord, itemId: string): Verdict<ItemRecord> => {
  const item = record.items.find((i) => i.id === itemId)
  if (!item) return refused({ code: 'item.unknown', text: words.unknownItem })
  return item.state === 'open' ? granted(item) : refused({ code: 'item.not_open', text: words.itemNotOpen(item.state) })
}
