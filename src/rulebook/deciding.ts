import { addDays, type Day, daysBetween, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { latestAnnouncement } from './minutes/adjustment.ts'
import type { Variants } from './variants.ts'

/** The days of a decision. `bodyFrom` is the first day that the body existed, null when it never did. */
export interface DecisionDays {
  readonly day: Day
  readonly adjusted: Day | null
  readonly announced: Day | null
  readonly bodyFrom: Day | null
  /** Had the body ended before the day? */
  readonly bodyEnded: boolean
}

/** Everything that is impossible in the days of a decision: it cannot be ahead of its time, of its body, or of its own adjustment. */
export const daysHinder = ({ day, adjusted, announced, bodyFrom, bodyEnded }: DecisionDays, today: Day): readonly Refusal[] => [
  ...(day > today
    ? [
        {
          code: 'decision.future',
          field: 'day',
          text: {
            sv: `Beslutsdagen har inte varit. I dag är det ${longDay(today, 'sv')}.`,
            en: `The day of decision has not been. Today is ${longDay(today, 'en')}.`,
          },
        },
      ]
    : []),
  ...(bodyFrom === null || day < bodyFrom
    ? [
        {
          code: 'decision.no_body',
          field: 'day',
          text: { sv: `Organet fanns inte ${longDay(day, 'sv')}.`, en: `The body did not exist on ${longDay(day, 'en')}.` },
        },
      ]
    : []),
  ...(bodyEnded
    ? [
        {
          code: 'decision.body_ended',
          field: 'day',
          text: { sv: `Organet hade upphört före ${longDay(day, 'sv')}.`, en: `The body had ended before ${longDay(day, 'en')}.` },
        },
      ]
    : []),
  ...(adjusted !== null && adjusted < day
    ? [
        {
          code: 'decision.adjusted',
          field: 'adjusted',
          law: 'KL 5:69',
          text: { sv: 'Protokollet justeras efter beslutet, inte före.', en: 'Minutes are adjusted after the decision, not before.' },
        },
      ]
    : []),
  ...(adjusted !== null && adjusted > today
    ? [{ code: 'decision.adjusted_future', field: 'adjusted', text: { sv: 'Justeringsdagen har inte varit.', en: 'The day of adjustment has not been.' } }]
    : []),
  ...(announced !== null && (adjusted === null || announced < adjusted)
    ? [
        {
          code: 'decision.announced',
          field: 'announced',
          law: 'KL 8:12',
          text: {
            sv: 'Justeringen tillkännages när den är gjord. Skriv justeringsdagen, och tillkännagivandet samma dag eller senare.',
            en: 'The adjustment is announced when it is done. Write the day of adjustment, and the announcement the same day or later.',
          },
        },
      ]
    : []),
  ...(announced !== null && announced > today
    ? [{ code: 'decision.announced_future', field: 'announced', text: { sv: 'Tillkännagivandet har inte varit.', en: 'The announcement has not been.' } }]
    : []),
]

/** What did not follow the times of the law, to be pointed out but not hindered: what has happened has happened. KL 5:69, 8:12. */
export const daysRemarks = (
  { day, adjusted, announced }: Pick<DecisionDays, 'day' | 'adjusted' | 'announced'>,
  variants: Pick<Variants, 'announcementRolls'>,
): readonly Refusal[] => [
  ...(adjusted !== null && adjusted > addDays(day, 14)
    ? [
        {
          code: 'decision.adjusted_late',
          field: 'adjusted',
          law: 'KL 5:69',
          text: {
            sv: `Protokollet justerades ${daysBetween(day, adjusted)} dagar efter beslutet. Lagen säger högst 14.`,
            en: `The minutes were adjusted ${daysBetween(day, adjusted)} days after the decision. The law says 14 at most.`,
          },
        },
      ]
    : []),
  ...(adjusted !== null && announced !== null && announced > latestAnnouncement(adjusted, variants)
    ? [
        {
          code: 'decision.announced_late',
          field: 'announced',
          law: 'KL 8:12',
          text: { sv: 'Justeringen tillkännagavs senare än andra dagen efter.', en: 'The adjustment was announced later than the second day after.' },
        },
      ]
    : []),
]
