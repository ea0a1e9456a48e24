import { sql } from 'kysely'
import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { minutesComplete } from '../../rulebook/minutes/complete.ts'
import type { MeetingActOptions } from '../act.ts'
import type { MeetingRecord } from '../record/record.ts'
import { withMinutes, writeMinutes } from './edit-wording.ts'
import { minutesFactsOf } from './minutes-facts.ts'
import type { Wording } from './minutes-store.ts'
import { words } from './words.ts'

/** Makes the whole text of the minutes, data that can be kept as JSON, of the record and the secretary's wording. */
export type Compose = (record: MeetingRecord, wording: Wording) => unknown

/**
 * Freezes the exact text for adjustment, by its digest. Minutes that lack what the law demands are not frozen: every lack is told with
 * its section (KL 5:65–68).
 */
export const freezeMinutes = (
  deps: Deps,
  who: Who,
  input: { readonly meetingId: string; readonly seen: number },
  compose: Compose,
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  withMinutes(deps, who, { ...input, act: 'freeze' }, options, async (tx, record, minutes) => {
    if (minutes.state !== 'draft') return refused({ code: 'minutes.frozen', text: words.frozenStands })
    const complete = minutesComplete(minutesFactsOf(record), record.variants)
    if (!complete.ok) return refused(...complete.refusals)
    if (record.adjusters.length === 0) return refused({ code: 'minutes.adjusters', law: 'KL 5:69', text: words.noAdjusters })
    const text = JSON.stringify(compose(record, minutes.wording))
    const { rows } = await sql<{ digest: Buffer }>`select history.content_digest(${text}::jsonb) as digest`.execute(tx)
    await writeMinutes(tx, minutes, { state: 'frozen', text, digest: rows[0]?.digest ?? null, frozen_on: deps.clock.today() })
    return granted(null)
  })

/** Takes the frozen text back to mend it, with a reason that stays in the history: signatures to it no longer count. */
export const reopenMinutes = (
  deps: Deps,
  who: Who,
  input: { readonly meetingId: string; readonly seen: number; readonly why: string },
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  withMinutes(deps, who, { ...input, act: `reopen: ${input.why.trim().slice(0, 200)}` }, options, async (tx, _, minutes) => {
    if (minutes.state !== 'frozen') return refused({ code: 'minutes.not_frozen', text: words.notFrozen })
    if (input.why.trim() === '') return refused({ code: 'minutes.why', field: 'why', text: words.whyNeeded })
    await writeMinutes(tx, minutes, { state: 'draft', text: null, digest: null, frozen_on: null })
    return granted(null)
  })
