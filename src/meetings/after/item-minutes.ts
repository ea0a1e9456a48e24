import { sql } from 'kysely'
import { may } from '../../access/policy.ts'
import { type Deps, transact, type Tx } from '../../database/transact.ts'
import { addDays } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { lastAppealDay } from '../../rulebook/legal-force.ts'
import { minutesComplete } from '../../rulebook/minutes/complete.ts'
import { defaultVariants } from '../../rulebook/variants.ts'
import type { MeetingActOptions } from '../act.ts'
import { loadRecord } from '../record/record-store.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { words as meetingWords } from '../words.ts'
import { itemSigned, itemSigners, loadItemSignatures } from './item-minutes-store.ts'
import { minutesFactsOf } from './minutes-facts.ts'
import { loadMinutes, type Wording } from './minutes-store.ts'
import { words } from './words.ts'

interface OfItem {
  readonly meetingId: string
  readonly itemId: string
}

/** Makes the text of one paragraph, data that can be kept as JSON. */
export type ComposeItem = (record: MeetingRecord, item: ItemRecord, wording: Wording) => unknown

/** Runs an act on the text of one paragraph: the meeting is held, and the policy asked (meeting.run) where `keeps` says so. */
const atItem = <T>(
  deps: Deps,
  who: Who,
  { meetingId, itemId, act, keeps }: OfItem & { readonly act: string; readonly keeps: boolean },
  options: MeetingActOptions,
  work: (tx: Tx, record: MeetingRecord, item: ItemRecord) => Promise<Verdict<T>>,
): Promise<Verdict<T>> =>
  transact(deps, { actor: actorFor(who, options), act: `paragraph: ${act}` }, async (tx) => {
    const record = await loadRecord(tx, meetingId, { lock: true })
    if (!record) return refused({ code: 'meeting.unknown', text: meetingWords.unknownMeeting })
    const item = record.items.find((i) => i.id === itemId)
    if (!item) return refused({ code: 'item.unknown', text: meetingWords.unknownItem })
    const today = deps.clock.today()
    const hinders =
      options.bySystem || !keeps ? [] : may(who, 'meeting.run', { belongsTo: (await loadTree(tx, today)).chain(record.body.id), secrecy: null }, today)
    return hinders.length > 0 ? refused(...hinders) : work(tx, record, item)
  })

/** What keeps a paragraph from being adjusted by itself now; the law's own demands on its text are told with their sections. */
const hindersFreezing = (record: MeetingRecord, item: ItemRecord, state: 'draft' | 'frozen' | 'adjusted'): readonly Refusal[] => {
  if (item.immediate) return [{ code: 'paragraph.frozen', text: words.paragraphFrozen }]
  if (item.state === 'waiting' || item.state === 'open') return [{ code: 'paragraph.open', text: words.paragraphOpen }]
  if (state !== 'draft') return [{ code: 'minutes.frozen', text: words.paragraphMinutesFrozen }]
  // Of information the law asks nothing more than that it was given.
  const facts = minutesFactsOf({ ...record, items: [item] })
  const complete = facts.items.length === 0 ? null : minutesComplete(facts, defaultVariants)
  return [
    ...(complete && !complete.ok ? complete.refusals : []),
    ...(record.adjusters.length === 0 ? [{ code: 'minutes.adjusters', law: 'KL 5:69', text: words.noAdjusters }] : []),
  ]
}

/**
 * Freezes the text of one paragraph, to be adjusted at once: while the meeting goes on or after it, as soon as the item is settled. The rest
 * of the minutes is adjusted later (KL 5:69).
 */
export const freezeItem = (deps: Deps, who: Who, input: OfItem, compose: ComposeItem, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  atItem(deps, who, { ...input, act: 'freeze', keeps: true }, options, async (tx, record, item) => {
    const minutes = await loadMinutes(tx, record.id)
    const hinders = hindersFreezing(record, item, minutes.state)
    if (hinders.length > 0) return refused(...hinders)
    const text = JSON.stringify(compose(record, item, minutes.wording))
    const { rows } = await sql<{ digest: Buffer }>`select history.content_digest(${text}::jsonb) as digest`.execute(tx)
    const digest = rows[0]?.digest ?? Buffer.alloc(0)
    await tx
      .insertInto('item_minutes')
      .values({ item_id: item.id, meeting_id: record.id, text, digest, frozen_on: deps.clock.today(), adjusted: null })
      .execute()
    return granted(null)
  })

/** Takes the frozen text of a paragraph back to mend it, until it is adjusted; signatures to it no longer count. */
export const takeBackItem = (deps: Deps, who: Who, input: OfItem & { readonly why: string }, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  atItem(deps, who, { ...input, act: `take back: ${input.why.trim().slice(0, 200)}`, keeps: true }, options, async (tx, _, item) => {
    if (!item.immediate || item.immediate.adjusted) return refused({ code: 'paragraph.not_frozen', text: words.notFrozen })
    if (input.why.trim() === '') return refused({ code: 'minutes.why', field: 'why', text: words.whyNeeded })
    await tx.deleteFrom('item_minutes').where('item_id', '=', item.id).execute()
    return granted(null)
  })

/**
 * Signs the frozen text of a paragraph: whoever presided when it was settled and those chosen to adjust, each to the digest that they read.
 * The last signature adjusts it, and the decision with it, on that day.
 */
export const signItem = (
  deps: Deps,
  who: Who,
  input: OfItem & { readonly personId: string; readonly digest: string },
  options: MeetingActOptions = {},
): Promise<Verdict<{ readonly adjusted: boolean }>> =>
  atItem<{ readonly adjusted: boolean }>(deps, who, { ...input, act: 'sign', keeps: false }, options, async (tx, record, item) => {
    const { personId, digest } = input
    const signer = itemSigners(record, item).find((s) => s.personId === personId)
    if (!signer || (!options.bySystem && who.personId !== personId)) return refused({ code: 'minutes.signer', law: 'KL 5:69', text: words.notSigner })
    if (!item.immediate || item.immediate.adjusted)
      return refused({ code: 'paragraph.not_frozen', text: item.immediate ? words.adjustedAlready : words.notFrozen })
    if (item.immediate.digest !== digest) return refused({ code: 'minutes.other_text', text: words.otherText })
    const today = deps.clock.today()
    await tx
      .insertInto('item_signature')
      .values({
        id: deps.ids.next(),
        item_id: item.id,
        person_id: personId,
        role: signer.role,
        digest: Buffer.from(digest, 'hex'),
        signed_on: today,
        signed_at: deps.clock.now(),
      })
      .onConflict((oc) => oc.columns(['item_id', 'person_id', 'digest']).doNothing())
      .execute()
    if (!itemSigned(record, item, await loadItemSignatures(tx, item))) return granted({ adjusted: false })
    await tx.updateTable('item_minutes').set({ adjusted: today }).where('item_id', '=', item.id).execute()
    if (item.decision) await tx.updateTable('decision').set({ adjusted: today }).where('id', '=', item.decision.id).execute()
    return granted({ adjusted: true })
  })

/** Announces the adjusted paragraph on the notice board: a notice of its own, whose time to appeal runs from today (KL 8:12, 13:5). */
export const announceItem = (deps: Deps, who: Who, input: OfItem & { readonly keptAt: string }, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  atItem(deps, who, { ...input, act: 'announce', keeps: true }, options, async (tx, record, item) => {
    const today = deps.clock.today()
    const adjusted = item.immediate?.adjusted ?? null
    const up = await tx.selectFrom('board_notice').select('id').where('item_id', '=', item.id).executeTakeFirst()
    const wrong: Refusal[] = []
    if (adjusted === null) wrong.push({ code: 'announce.not_adjusted', law: 'KL 8:12', text: words.paragraphNotAdjusted })
    if (up) wrong.push({ code: 'announce.already', text: words.announcedAlready })
    if (input.keptAt.trim() === '') wrong.push({ code: 'announce.kept_at', field: 'keptAt', law: 'KL 8:12', text: words.keptAtNeeded })
    if (adjusted === null || wrong.length > 0) return refused(...wrong)
    await tx
      .insertInto('board_notice')
      .values({
        id: deps.ids.next(),
        kind: 'adjustment',
        node_id: record.body.id,
        meeting_id: record.id,
        item_id: item.id,
        title: words.paragraphNoticeTitle(record, item),
        text: words.paragraphNoticeText(record, item, adjusted),
        kept_at: input.keptAt.trim(),
        posted: today,
        until: addDays(lastAppealDay(today), 1),
        removed: null,
      })
      .execute()
    if (item.decision && item.decision.announced === null)
      await tx.updateTable('decision').set({ announced: today }).where('id', '=', item.decision.id).execute()
    return granted(null)
  })
