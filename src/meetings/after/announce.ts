import { may } from '../../access/policy.ts'
import { type Deps, transact } from '../../database/transact.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { lastAppealDay } from '../../rulebook/legal-force.ts'
import type { MeetingActOptions } from '../act.ts'
import { dateDecisions } from './date-decisions.ts'
import { withMinutes } from './edit-wording.ts'
import { words } from './words.ts'

export interface Announce {
  readonly meetingId: string
  /** Where the minutes are kept, as the notice must tell (KL 8:12). */
  readonly keptAt: string
}

/**
 * Puts the adjustment on the notice board today: from now the time to appeal runs, and the notice stays until it has ended (KL 8:12,
 * 13:5). A late announcement is let through, since a later one is worse, and is told as late on the meeting's page.
 */
export const announceAdjustment = (deps: Deps, who: Who, input: Announce, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  withMinutes(deps, who, { meetingId: input.meetingId, seen: null, act: 'announce' }, options, async (tx, record, minutes) => {
    const today = deps.clock.today()
    const wrong: Refusal[] = []
    if (minutes.state !== 'adjusted') wrong.push({ code: 'announce.not_adjusted', law: 'KL 8:12', text: words.notAdjusted })
    if (record.state === 'announced') wrong.push({ code: 'announce.already', text: words.announcedAlready })
    if (input.keptAt.trim() === '') wrong.push({ code: 'announce.kept_at', field: 'keptAt', law: 'KL 8:12', text: words.keptAtNeeded })
    if (wrong.length > 0) return refused(...wrong)
    const told = words.noticeText(record, minutes.adjusted as Day)
    await tx
      .insertInto('board_notice')
      .values({
        id: deps.ids.next(),
        kind: 'adjustment',
        node_id: record.body.id,
        meeting_id: record.id,
        title: words.noticeTitle(record),
        text: told,
        kept_at: input.keptAt.trim(),
        posted: today,
        until: addDays(lastAppealDay(today), 1),
        removed: null,
      })
      .execute()
    await tx.updateTable('meeting').set({ state: 'announced', announced: today }).where('id', '=', record.id).execute()
    await dateDecisions(tx, record.id, { announced: today })
    return granted(null)
  })

/** Takes a notice down, when its time is over and not before (KL 8:12). */
export const takeDown = (deps: Deps, who: Who, noticeId: string, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'take notice down' }, async (tx) => {
    const today = deps.clock.today()
    const notice = await tx.selectFrom('board_notice').selectAll().where('id', '=', noticeId).forUpdate().executeTakeFirst()
    if (!notice || notice.removed !== null) return refused({ code: 'notice.gone', text: words.noticeGone })
    const tree = await loadTree(tx, today)
    const wrong: Refusal[] = options.bySystem ? [] : [...may(who, 'meeting.run', { belongsTo: tree.chain(notice.node_id), secrecy: null }, today)]
    if (today < notice.until) wrong.push({ code: 'notice.early', law: 'KL 8:12', text: words.tooEarly(notice.until as Day) })
    if (wrong.length > 0) return refused(...wrong)
    await tx.updateTable('board_notice').set({ removed: today }).where('id', '=', noticeId).execute()
    return granted(null)
  })
