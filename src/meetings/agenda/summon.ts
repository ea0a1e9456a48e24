import { sql } from 'kysely'
import { may } from '../../access/policy.ts'
import { type Deps, transact } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { MeetingActOptions } from '../act.ts'
import { loadHead } from '../record/record-store.ts'
import { words } from '../words.ts'

/** Notes that the meeting is summoned to: from now on items are not taken away. Sent twice it is noted once. */
export const summon = (deps: Deps, who: Who, { meetingId }: { readonly meetingId: string }, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'summon to meeting' }, async (tx) => {
    const meeting = await loadHead(tx, meetingId)
    if (!meeting) return refused({ code: 'meeting.unknown', text: words.unknownMeeting })
    const today = deps.clock.today()
    const hinders = options.bySystem ? [] : may(who, 'meeting.prepare', { belongsTo: (await loadTree(tx, today)).chain(meeting.body.id), secrecy: null }, today)
    if (hinders.length > 0) return refused(...hinders)
    await tx.updateTable('meeting').set({ state: 'summoned', version: sql`version + 1` }).where('id', '=', meetingId).where('state', '=', 'planned').execute()
    return granted(null)
  })
