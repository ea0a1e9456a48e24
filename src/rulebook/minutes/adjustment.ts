import { z } from 'zod'
import { addDays, type Day, longDay } from '../../kernel/day.ts'
import { nextWorkingDay } from '../holidays.ts'
import { lastAppealDay } from '../legal-force.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const adjustmentFacts = z.strictObject({
  meeting: dayShape.meta({ description: 'the last day of the meeting' }),
  adjusted: dayShape.nullable().meta({ description: 'null while it is not' }),
  today: dayShape.optional().meta({ description: 'to tell when a missing adjustment is late' }),
})
const adjustmentValue = z.strictObject({
  latest: z.string().meta({ description: 'the fourteenth day after' }),
  inTime: z.boolean().nullable().meta({ description: 'null while it is not adjusted and not late' }),
})

/** Are the minutes adjusted in time? Within 14 days after the meeting (KL 5:69, boards 6:35), and not before it. */
export const adjustment = ({ meeting, adjusted, today }: Of<typeof adjustmentFacts>): Ruling<Of<typeof adjustmentValue>> => {
  const latest = addDays(meeting, 14)
  const late = adjusted === null ? today !== undefined && today > latest : adjusted > latest
  const inTime = adjusted === null ? (late ? false : null) : !late && adjusted >= meeting
  return ruling(
    { latest, inTime },
    [
      ...when(late, () =>
        refusal(
          'adjustment.late',
          'KL 5:69',
          adjusted === null ? `Inte justerat. Senast ${latest} gällde.` : `Justerat ${adjusted}, senast ${latest} gällde.`,
          adjusted === null ? `Not adjusted. ${latest} was the latest.` : `Adjusted ${adjusted}, ${latest} was the latest.`,
          'adjusted',
        ),
      ),
      ...when(adjusted !== null && adjusted < meeting, () =>
        refusal(
          'adjustment.early',
          'KL 5:69',
          'Protokollet justeras efter mötet, inte före.',
          'Minutes are adjusted after the meeting, not before.',
          'adjusted',
        ),
      ),
    ],
    [
      because(
        'KL 5:69',
        `14 dagar efter ${longDay(meeting, 'sv')}: senast ${longDay(latest, 'sv')}.`,
        `14 days after ${longDay(meeting, 'en')}: ${longDay(latest, 'en')} at the latest.`,
      ),
    ],
  )
}

/** The rule `adjustment`: are the minutes adjusted in time? KL 5:69, 6:35. Facts: meeting, adjusted, today. Value: latest, inTime. */
export const adjustmentRule = rule({
  name: 'adjustment',
  law: 'KL 5:69, 6:35',
  words: { sv: 'är protokollet justerat i tid?', en: 'are the minutes adjusted in time?' },
  okMeans: 'nothing is late: adjusted in time, or not yet adjusted',
  facts: adjustmentFacts,
  value: adjustmentValue,
  example: { meeting: '2026-11-30', adjusted: '2026-12-14' },
  judge: adjustment,
})

const announcementFacts = z.strictObject({
  adjusted: dayShape,
  announced: dayShape.nullable().meta({ description: 'the day it was put on the notice board; null to ask for the latest' }),
  removed: dayShape.nullable().meta({ description: 'the day it was taken down; null while it is up' }),
  statesPlace: z.boolean().optional().meta({ description: 'does it tell where the minutes are? default true' }),
  statesDay: z.boolean().optional().meta({ description: 'does it tell the day of announcement? default true' }),
})
const announcementValue = z.strictObject({
  target: z.string().meta({ description: 'the second day after' }),
  latest: z.string().meta({ description: 'the second day, or the next working day where the municipality lets it roll' }),
  lastAppealDay: z
    .string()
    .nullable()
    .meta({ description: 'three weeks from the announcement, rolled past Saturdays, Sundays and holidays; null when not announced' }),
  earliestRemoval: z.string().nullable().meta({ description: 'the day after that' }),
})

/** The last day to announce an adjustment: the second after it (KL 8:12), or the next working day where the municipality lets it roll (lag 1930:173). */
export const latestAnnouncement = (adjusted: Day, { announcementRolls }: Pick<Variants, 'announcementRolls'>): Day => {
  const second = addDays(adjusted, 2)
  return announcementRolls ? nextWorkingDay(second) : second
}

/** Is the adjustment announced lawfully? On the notice board the second day after at the latest, telling where the minutes are and when it was put up, and kept until the time to appeal has ended (KL 8:12). */
export const announcement = (
  facts: Of<typeof announcementFacts>,
  { announcementRolls }: Pick<Variants, 'announcementRolls'>,
): Ruling<Of<typeof announcementValue>> => {
  const { adjusted, announced, removed, statesPlace = true, statesDay = true } = facts
  const target = addDays(adjusted, 2)
  const latest = latestAnnouncement(adjusted, { announcementRolls })
  const appeal = announced === null ? null : lastAppealDay(announced)
  const earliestRemoval = appeal === null ? null : addDays(appeal, 1)
  return ruling(
    { target, latest, lastAppealDay: appeal, earliestRemoval },
    [
      ...when(announced !== null && announced > latest, () =>
        refusal(
          'announcement.late',
          'KL 8:12',
          `Tillkännagavs ${announced}, senast ${latest} krävs.`,
          `Announced ${announced}, ${latest} at the latest is required.`,
          'announced',
        ),
      ),
      ...when(announced !== null && announced < adjusted, () =>
        refusal('announcement.early', 'KL 8:12', 'Justeringen tillkännages när den är gjord.', 'The adjustment is announced when it is done.', 'announced'),
      ),
      ...when(removed !== null && announced === null, () =>
        refusal('announcement.never_up', 'KL 8:12', 'Det som inte har satts upp kan inte tas ned.', 'What was not put up cannot be taken down.', 'removed'),
      ),
      ...when(removed !== null && earliestRemoval !== null && removed < earliestRemoval, () =>
        refusal(
          'announcement.removed_early',
          'KL 8:12',
          `Togs ned ${removed}, före överklagandetidens slut: tidigast ${earliestRemoval}.`,
          `Taken down ${removed}, before the time to appeal had ended: ${earliestRemoval} at the earliest.`,
          'removed',
        ),
      ),
      ...when(announced !== null && !statesPlace, () =>
        refusal(
          'announcement.place',
          'KL 8:12',
          'Var protokollet finns ska stå i tillkännagivandet.',
          'The announcement tells where the minutes are.',
          'statesPlace',
        ),
      ),
      ...when(announced !== null && !statesDay, () =>
        refusal('announcement.day', 'KL 8:12', 'Dagen för tillkännagivandet ska stå i det.', 'The announcement tells its day.', 'statesDay'),
      ),
    ],
    [
      because(
        'KL 8:12',
        `Andra dagen efter ${longDay(adjusted, 'sv')}: ${longDay(target, 'sv')}.`,
        `The second day after ${longDay(adjusted, 'en')}: ${longDay(target, 'en')}.`,
      ),
      ...when(latest !== target, () =>
        because('Lag 1930:173 2 §', `Rullar till närmaste vardag: ${longDay(latest, 'sv')}.`, `Rolls to the next working day: ${longDay(latest, 'en')}.`),
      ),
    ],
  )
}

/** The rule `announcement`: is the adjustment announced in time and for long enough? KL 8:12. Facts: adjusted, announced, removed, statesPlace, statesDay. Value: target, latest, lastAppealDay, earliestRemoval. */
export const announcementRule = rule({
  name: 'announcement',
  law: 'KL 8:12',
  words: { sv: 'är justeringen tillkännagiven i tid och tillräckligt länge?', en: 'is the adjustment announced in time and for long enough?' },
  okMeans: 'announced in time, rightly worded, and not taken down early; or not yet announced',
  facts: announcementFacts,
  value: announcementValue,
  variants: ['announcementRolls'],
  example: { adjusted: '2026-12-10', announced: '2026-12-10', removed: null },
  judge: announcement,
})
