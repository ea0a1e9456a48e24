import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** What a register of public documents must tell of a document. Null is what has not been told. */
export interface Registration {
  readonly day: Day | null
  readonly number: string | null
  readonly party: string | null
  readonly subject: string | null
}

const law = 'OSL 5:2'

/**
 * Everything that a registration lacks: the day it was received or drawn up, a number, from whom or to whom, and in short what
 * it is about (OSL 5:2). `today` since nothing can be registered before it has come. `number` is null while the register is
 * still to give one, and is then not asked for. Does not judge whether a party must be hidden (OSL 5:2 st. 2).
 */
export const registrationLacks = ({ day, party, subject, number }: Registration, today: Day): readonly Refusal[] => [
  ...(day === null
    ? [
        {
          code: 'registration.day',
          field: 'day',
          law,
          text: { sv: 'Skriv dagen då ärendet kom in eller upprättades.', en: 'Write the day it was received or drawn up.' },
        },
      ]
    : []),
  ...(day !== null && day > today
    ? [
        {
          code: 'registration.future',
          field: 'day',
          law,
          text: {
            sv: `Dagen har inte varit. Skriv ${longDay(today, 'sv')} eller tidigare.`,
            en: `The day has not been. Write ${longDay(today, 'en')} or earlier.`,
          },
        },
      ]
    : []),
  ...(number !== null && number.trim() === ''
    ? [{ code: 'registration.number', field: 'number', law, text: { sv: 'Skriv numret.', en: 'Write the number.' } }]
    : []),
  ...((party ?? '').trim() === ''
    ? [
        {
          code: 'registration.party',
          field: 'party',
          law,
          text: { sv: 'Skriv från vem det kom, eller till vem det har gått.', en: 'Write from whom it came, or to whom it has gone.' },
        },
      ]
    : []),
  ...((subject ?? '').trim() === ''
    ? [{ code: 'registration.subject', field: 'title', law, text: { sv: 'Skriv i korthet vad det rör.', en: 'Write in short what it is about.' } }]
    : []),
]
