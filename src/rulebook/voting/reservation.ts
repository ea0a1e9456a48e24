import { z } from 'zod'
import { between } from '../moment.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { momentShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const factsShape = z.strictObject({
  tookPart: z.enum(['yes', 'abstained', 'no']).meta({ description: 'in deciding the item; abstained: present, but abstained in the vote' }),
  notified: momentShape.meta({ description: 'when the reservation was notified: before the meeting ended, the same minute is late' }),
  meetingEnds: momentShape.nullable().meta({ description: 'when the meeting ended; null while it goes on' }),
})
const valueShape = z.strictObject({ allowed: z.boolean().meta({ description: 'is the reservation valid?' }) })

/**
 * May a member reserve against a decision? Who took part in deciding it, and notifies before the meeting ends (KL 4:27). Only the
 * written motivation may come later. Whether abstaining is taking part is disputed: a variant.
 */
export const reservation = (
  { tookPart, notified, meetingEnds }: Of<typeof factsShape>,
  { abstainerMayReserve }: Pick<Variants, 'abstainerMayReserve'>,
): Ruling<Of<typeof valueShape>> => {
  const left = meetingEnds === null ? 1 : between(notified, meetingEnds)
  if (left === null)
    return contradiction([
      refusal(
        'reservation.times',
        'KL 4:27',
        'Skriv båda tiderna på samma sätt: med dag eller utan.',
        'Write both times the same way: with a day or without.',
        'notified',
      ),
    ])
  const refusals = [
    ...when(left <= 0, () =>
      refusal(
        'reservation.late',
        'KL 4:27',
        'Reservationen anmäldes inte innan mötet slutade.',
        'The reservation was not notified before the meeting ended.',
        'notified',
      ),
    ),
    ...when(tookPart === 'no', () =>
      refusal(
        'reservation.no_part',
        'KL 4:27',
        'Bara den som har deltagit i avgörandet får reservera sig.',
        'Only one who took part in the decision may reserve.',
        'tookPart',
      ),
    ),
    ...when(tookPart === 'abstained' && !abstainerMayReserve, () =>
      refusal(
        'reservation.abstained',
        'KL 4:27',
        'Den som avstod i omröstningen räknas här inte som deltagande i avgörandet.',
        'One who abstained in the vote does not here count as having taken part in the decision.',
        'tookPart',
      ),
    ),
  ]
  const told =
    meetingEnds === null
      ? because('KL 4:27', `Anmäld ${notified}, mötet pågår.`, `Notified ${notified}, the meeting goes on.`)
      : because('KL 4:27', `Anmäld ${notified}, mötet slutade ${meetingEnds}.`, `Notified ${notified}, the meeting ended ${meetingEnds}.`)
  return ruling({ allowed: refusals.length === 0 }, refusals, [told])
}

/** The rule `reservation`: is the reservation made by the right person and in time? KL 4:27. Facts: tookPart, notified, meetingEnds. Value: allowed. */
export const reservationRule = rule({
  name: 'reservation',
  law: 'KL 4:27',
  words: { sv: 'är reservationen gjord av rätt person och i tid?', en: 'is the reservation made by the right person and in time?' },
  okMeans: 'the reservation is valid',
  facts: factsShape,
  value: valueShape,
  variants: ['abstainerMayReserve'],
  example: { tookPart: 'yes', notified: '21:38', meetingEnds: '21:40' },
  judge: reservation,
})
