import type { Deps } from '../database/transact.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import { announceAdjustment, takeDown } from '../meetings/after/announce.ts'
import { freezeMinutes } from '../meetings/after/freeze-minutes.ts'
import { loadMinutes } from '../meetings/after/minutes-store.ts'
import { signMinutes } from '../meetings/after/sign-minutes.ts'
import { signersOf } from '../meetings/after/signers.ts'
import { minutesDoc } from '../meetings/documents/minutes-doc.ts'
import { loadRecord } from '../meetings/record/record-store.ts'
import { lastAppealDay } from '../rulebook/legal-force.ts'
import { type Happening, loader, must, order } from './event.ts'

const bySystem = { bySystem: true } as const

interface Adjusted {
  readonly key: string
  readonly meetingId: string
  readonly adjusted: string
  readonly announced: string
}

/** The minutes of a meeting that was held: frozen and signed on the day they were adjusted, announced, and the notice taken down in its time. */
export const minutesHappenings = ({ key, meetingId, adjusted, announced }: Adjusted, today: Day): readonly Happening[] => {
  const down = addDays(lastAppealDay(day(announced)), 1)
  const steps: readonly Happening[] = [
    { day: day(adjusted), order: order.closed, key, run: (deps) => adjust(deps, key, meetingId) },
    {
      day: day(announced),
      order: order.closed + 0.5,
      key,
      run: async (deps) => {
        must(key, await announceAdjustment(deps, loader, { meetingId, keptAt: 'Stadskansliet, Rådhuset' }, bySystem))
      },
    },
    {
      day: down,
      order: order.closed + 0.6,
      key,
      run: async (deps) => {
        const { id } = await deps.store.selectFrom('board_notice').select('id').where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
        must(key, await takeDown(deps, loader, id, bySystem))
      },
    },
  ]
  return steps.filter((h) => h.day <= today)
}

const adjust = async (deps: Deps, key: string, meetingId: string): Promise<void> => {
  const compose: Parameters<typeof freezeMinutes>[3] = (record, wording) => minutesDoc({ record, wording, locale: 'sv' })
  must(key, await freezeMinutes(deps, loader, { meetingId, seen: 0 }, compose, bySystem))
  const { digest } = await loadMinutes(deps.store, meetingId)
  const record = await loadRecord(deps.store, meetingId)
  const signers = record ? signersOf(record).filter((s) => s.place === 'regular') : []
  for (const personId of new Set(signers.map((s) => s.personId)))
    must(key, await signMinutes(deps, loader, { meetingId, personId, digest: digest ?? '' }, bySystem))
}
