import { may } from '../../access/policy.ts'
import { type Deps, transact, type Tx } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { MeetingActOptions } from '../act.ts'
import { loadRecord } from '../record/record-store.ts'
import type { MeetingRecord } from '../record/record.ts'
import { words as meetingWords } from '../words.ts'
import { loadMinutes, type Minutes, type Wording } from './minutes-store.ts'
import { words } from './words.ts'

/** The longest wording of one item, in characters. */
const longest = 50_000

/**
 * Runs an act on the minutes of a meeting that is over: locks the meeting, asks the policy (meeting.run), and tells of somebody who was
 * here meanwhile (`seen` is the version that was read).
 */
export const withMinutes = async (
  deps: Deps,
  who: Who,
  { meetingId, seen, act }: { readonly meetingId: string; readonly seen: number | null; readonly act: string },
  options: MeetingActOptions,
  work: (tx: Tx, record: MeetingRecord, minutes: Minutes) => Promise<Verdict<null>>,
): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: `minutes: ${act}` }, async (tx) => {
    const record = await loadRecord(tx, meetingId, { lock: true })
    if (!record) return refused({ code: 'meeting.unknown', text: meetingWords.unknownMeeting })
    const minutes = await loadMinutes(tx, meetingId)
    const today = deps.clock.today()
    const hinders: Refusal[] = options.bySystem
      ? []
      : [...may(who, 'meeting.run', { belongsTo: (await loadTree(tx, today)).chain(record.body.id), secrecy: null }, today)]
    if (!['closed', 'adjusted', 'announced'].includes(record.state)) hinders.push({ code: 'minutes.meeting_open', text: words.meetingOpen })
    if (seen !== null && seen !== minutes.version) hinders.push({ code: 'minutes.conflict', text: words.conflict })
    return hinders.length > 0 ? refused(...hinders) : work(tx, record, minutes)
  })

/** Writes the next version of the minutes; the first one where there is none. */
export const writeMinutes = async (
  tx: Tx,
  { meetingId, version }: Pick<Minutes, 'meetingId' | 'version'>,
  change: {
    readonly state: Minutes['state']
    readonly wording?: Wording
    readonly text?: string | null
    readonly digest?: Buffer | null
    readonly frozen_on?: string | null
    readonly adjusted?: string | null
  },
): Promise<void> => {
  const { wording, ...rest } = change
  const told = { ...rest, ...(wording ? { wording: JSON.stringify(wording) } : {}) }
  if (version === 0) await tx.insertInto('minutes').values({ meeting_id: meetingId }).execute()
  await tx
    .updateTable('minutes')
    .set({ ...told, version: version === 0 ? 2 : version + 1 })
    .where('meeting_id', '=', meetingId)
    .execute()
}

export interface EditWording {
  readonly meetingId: string
  readonly seen: number
  /** New wording by item id, or 'meeting'; an empty one gives back the record's own. */
  readonly wording: Wording
}

/** Mends the wording of a draft. What the record says of people, proposals, votes and decisions stands; only the running text is the secretary's. */
export const editWording = (deps: Deps, who: Who, input: EditWording, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  withMinutes(deps, who, { ...input, act: 'edit wording' }, options, async (tx, record, minutes) => {
    const known = new Set(['meeting', ...record.items.map((item) => item.id)])
    const entries = Object.entries(input.wording)
    const wrong: Refusal[] = entries.flatMap(([at, text]) => [
      ...(known.has(at) ? [] : [{ code: 'minutes.item', field: `wording.${at}`, text: meetingWords.unknownItem }]),
      ...(text.length > longest ? [{ code: 'minutes.too_long', field: `wording.${at}`, text: words.tooLong(longest) }] : []),
    ])
    if (minutes.state !== 'draft') wrong.push({ code: 'minutes.frozen', text: words.frozenStands })
    if (wrong.length > 0) return refused(...wrong)
    const wording = Object.fromEntries(Object.entries({ ...minutes.wording, ...input.wording }).filter(([, text]) => text.trim() !== ''))
    await writeMinutes(tx, minutes, { state: 'draft', wording })
    return granted(null)
  })
