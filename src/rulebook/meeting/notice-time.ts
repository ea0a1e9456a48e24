import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, nameShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'
import { weekBefore, weekdayBefore } from './weekday-before.ts'

type Chosen = Pick<Variants, 'weekBefore' | 'saturdayIsWeekday' | 'eveIsWeekday'>

const noticeFacts = z.strictObject({
  meeting: dayShape,
  urgent: z.boolean().meta({ description: 'is it the announcement of an urgent item, added after the notice?' }),
  announced: dayShape.nullable().meta({ description: 'when it was put on the notice board; null to ask for the latest day' }),
})
const latestShape = z.strictObject({
  latest: z.string().meta({ description: 'the last day' }),
  inTime: z.boolean().nullable().meta({ description: 'null when the day asked about is null' }),
})

const urgentLatest = (meeting: Of<typeof noticeFacts>['meeting'], variants: Chosen, law: string) => {
  const latest = weekdayBefore(meeting, variants)
  return {
    latest,
    reason: because(
      law,
      `Brådskande ärende: senast närmaste vardag före ${longDay(meeting, 'sv')}, det är ${longDay(latest, 'sv')}.`,
      `Urgent item: at the latest the nearest weekday before ${longDay(meeting, 'en')}, which is ${longDay(latest, 'en')}.`,
    ),
  }
}

/**
 * Is a council meeting announced in time? On the notice board at least a week before the day of meeting (KL 5:13); an urgent item the
 * nearest weekday before at the latest (5:14). Boards: no time in law, their regulations decide.
 */
export const noticeTime = ({ meeting, urgent, announced }: Of<typeof noticeFacts>, variants: Chosen): Ruling<Of<typeof latestShape>> => {
  const week = weekBefore(meeting, variants)
  const { latest, reason } = urgent
    ? urgentLatest(meeting, variants, 'KL 5:14')
    : {
        latest: week,
        reason: because(
          'KL 5:13',
          `Kungörelsen minst en vecka före ${longDay(meeting, 'sv')}: senast ${longDay(week, 'sv')}.`,
          `The notice at least a week before ${longDay(meeting, 'en')}: ${longDay(week, 'en')} at the latest.`,
        ),
      }
  const inTime = announced === null ? null : announced <= latest
  return ruling(
    { latest, inTime },
    announced === null || announced <= latest
      ? []
      : [
          refusal(
            'notice.late',
            urgent ? 'KL 5:14' : 'KL 5:13',
            `Kungörelsen sätts upp ${longDay(announced, 'sv')}, för sent: senast ${longDay(latest, 'sv')} krävs.`,
            `The notice is put up on ${longDay(announced, 'en')}, too late: ${longDay(latest, 'en')} at the latest is required.`,
            'announced',
          ),
        ],
    [reason],
  )
}

/** The rule `notice-time`: is the council’s meeting announced in time? KL 5:13–14. Facts: meeting, urgent, announced. Value: latest, inTime. */
export const noticeTimeRule = rule({
  name: 'notice-time',
  law: 'KL 5:13–14',
  words: { sv: 'är fullmäktiges möte kungjort i tid?', en: 'is the council’s meeting announced in time?' },
  okMeans: 'nothing is late: announced in time, or not yet announced',
  facts: noticeFacts,
  value: latestShape,
  variants: ['weekBefore', 'saturdayIsWeekday', 'eveIsWeekday'],
  example: { meeting: '2026-11-30', urgent: false, announced: '2026-11-23' },
  judge: noticeTime,
})

const summonsFacts = z.strictObject({
  meeting: dayShape,
  urgent: z.boolean().meta({ description: 'is it information of an urgent item, added after the summons?' }),
  sent: dayShape.nullable().meta({ description: 'when the summons with its items reached them; null to ask for the latest day' }),
  withItems: z.boolean().optional().meta({ description: 'does it tell time, place and every item? default true' }),
  missing: z.array(nameShape).optional().meta({ description: 'members and substitutes that it was not sent to' }),
})

/** Is everyone summoned in time? The summons with its items to all members and substitutes at least a week before (KL 5:15); information of an urgent item so that it reaches them the nearest weekday before at the latest. */
export const summonsTime = (
  { meeting, urgent, sent, withItems = true, missing = [] }: Of<typeof summonsFacts>,
  variants: Chosen,
): Ruling<Of<typeof latestShape>> => {
  const week = weekBefore(meeting, variants)
  const { latest, reason } = urgent
    ? urgentLatest(meeting, variants, 'KL 5:15')
    : {
        latest: week,
        reason: because(
          'KL 5:15',
          `Kallelsen minst en vecka före ${longDay(meeting, 'sv')}: senast ${longDay(week, 'sv')}.`,
          `The summons at least a week before ${longDay(meeting, 'en')}: ${longDay(week, 'en')} at the latest.`,
        ),
      }
  const inTime = sent === null ? null : sent <= latest
  return ruling(
    { latest, inTime },
    [
      ...(sent === null || sent <= latest
        ? []
        : [
            refusal(
              'summons.late',
              'KL 5:15',
              `Kallelsen skickas ${longDay(sent, 'sv')}, för sent: senast ${longDay(latest, 'sv')} krävs.`,
              `The summons is sent on ${longDay(sent, 'en')}, too late: ${longDay(latest, 'en')} at the latest is required.`,
              'sent',
            ),
          ]),
      ...when(sent !== null && !withItems, () =>
        refusal(
          'summons.items',
          'KL 5:15',
          'Kallelsen ska ange tid, plats och vilka ärenden som ska behandlas.',
          'The summons tells time, place and the items to be handled.',
          'withItems',
        ),
      ),
      ...(sent === null ? [] : missing).map((who, i) =>
        refusal('summons.missing', 'KL 5:15', `${who} har inte fått kallelsen.`, `${who} has not had the summons.`, `missing[${i}]`),
      ),
    ],
    [reason],
  )
}

/** The rule `summons-time`: are members and substitutes summoned in time? KL 5:15. Facts: meeting, urgent, sent, withItems, missing. Value: latest, inTime. */
export const summonsTimeRule = rule({
  name: 'summons-time',
  law: 'KL 5:15',
  words: { sv: 'är ledamöter och ersättare kallade i tid?', en: 'are members and substitutes summoned in time?' },
  okMeans: 'nothing is late or missing: sent in time with its items to everyone, or not yet sent',
  facts: summonsFacts,
  value: latestShape,
  variants: ['weekBefore', 'saturdayIsWeekday', 'eveIsWeekday'],
  example: { meeting: '2026-11-30', urgent: true, sent: '2026-11-27' },
  judge: summonsTime,
})
