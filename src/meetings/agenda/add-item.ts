import { sql } from 'kysely'
import { may } from '../../access/policy.ts'
import { notify } from '../../database/live.ts'
import { type Deps, transact } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { type MeetingActOptions, topicOf } from '../act.ts'
import { asksPreparation, isCasePrepared } from '../preparation/item-preparation.ts'
import { loadHead } from '../record/record-store.ts'
import type { ItemKind } from '../record/record.ts'
import { words } from '../words.ts'
import { type Listed, noProposal, type Proposal } from './proposal.ts'

/** An item for the agenda; it comes last. */
export interface ItemInput {
  readonly id: string
  readonly meetingId: string
  readonly caseId: string | null
  readonly title: string
  readonly kind: ItemKind
  readonly secrecy?: string | null
  /** False when it was not in the announcement: then all present must agree to decide it (KL 5:52). */
  readonly announced?: boolean
  /** Is it prepared for the council's decision? Left out it is read from its case; what has no case counts as prepared unless it is said that it is not. */
  readonly prepared?: boolean
  /** On what ground it need not be prepared (KL 5:29–33). */
  readonly exempt?: string | null
  readonly proposal?: Proposal
  readonly listed?: readonly Listed[]
}

/** Puts an item last on the agenda, with the next paragraph. Before the summons and after; an item added at the meeting is unannounced. */
export const addItem = (deps: Deps, who: Who, input: ItemInput, options: MeetingActOptions = {}): Promise<Verdict<{ readonly id: string }>> =>
  transact(deps, { actor: actorFor(who, options), act: 'add agenda item' }, async (tx) => {
    await tx.selectFrom('meeting').select('id').where('id', '=', input.meetingId).forUpdate().execute()
    const meeting = await loadHead(tx, input.meetingId)
    if (!meeting) return refused({ code: 'meeting.unknown', text: words.unknownMeeting })
    if (await tx.selectFrom('agenda_item').select('id').where('id', '=', input.id).executeTakeFirst()) return granted({ id: input.id })
    const today = deps.clock.today()
    const refusals = [
      ...(options.bySystem ? [] : may(who, 'meeting.prepare', { belongsTo: (await loadTree(tx, today)).chain(meeting.body.id), secrecy: null }, today)),
      ...(input.title.trim() === '' ? [{ code: 'item.title', field: 'title', text: words.titleNeeded }] : []),
      ...(['planned', 'summoned', 'open'].includes(meeting.state) ? [] : [{ code: 'meeting.over', text: words.itemsFixed }]),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const { last } = await tx
      .selectFrom('agenda_item')
      .select(sql<number | null>`max(ord)`.as('last'))
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirstOrThrow()
    const order = (last ?? 0) + 1
    const council = meeting.body.kind === 'council'
    // What was held long ago was prepared as its documents say, whatever is kept of it here.
    const asked = council && input.caseId !== null && asksPreparation(input.kind) && !options.bySystem
    const prepared = input.prepared ?? (!asked || (await isCasePrepared(tx, meeting, input.caseId)))
    await tx
      .insertInto('agenda_item')
      .values({
        id: input.id,
        meeting_id: meeting.id,
        ord: order,
        paragraph: String(meeting.paragraph + order - 1),
        case_id: input.caseId,
        title: input.title.trim(),
        kind: input.kind,
        secrecy: input.secrecy ?? null,
        announced: input.announced ?? meeting.state !== 'open',
        prepared,
        exempt: input.exempt ?? (council && input.kind === 'election' ? 'election' : null),
        proposal: JSON.stringify(input.proposal ?? noProposal),
        listed: JSON.stringify(input.listed ?? []),
        decision_id: null,
      })
      .execute()
    await tx.updateTable('meeting').set({ version: sql`version + 1` }).where('id', '=', meeting.id).execute()
    if (meeting.state === 'open') await notify(tx, topicOf(meeting.id), { seq: meeting.seq })
    return granted({ id: input.id })
  })
