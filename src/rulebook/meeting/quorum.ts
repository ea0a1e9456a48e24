import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, countShape, type Of, seatsShape } from '../shapes.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  seats: seatsShape.meta({ description: 'all seats of the body, also vacant ones' }),
  present: countShape.meta({ description: 'those who serve on the item, members and substitutes' }),
  awayForConflict: countShape
    .optional()
    .meta({ description: 'members kept away from the item by conflict of interest, whose seat no substitute has taken; default 0' }),
  answering: z.boolean().optional().meta({
    description: 'council: is it only to answer an interpellation or question, and has the council decided that fewer may be there (KL 5:45)? default false',
  }),
})
const valueShape = z.strictObject({
  required: z.int().meta({ description: 'the quorum: more than half of the seats' }),
  present: z.int().meta({ description: 'as given' }),
  /** True when the item may be handled only because the missing are away for conflict (council). */
  byConflictException: z.boolean().meta({ description: 'council: may it be handled only because those missing are away for conflict of interest (KL 5:46)?' }),
  byAnsweringException: z.boolean().meta({ description: 'council: may it be handled only because an interpellation or question is answered (KL 5:45)?' }),
})
type Facts = Of<typeof factsShape>

/** The smallest number that is more than half of the seats. KL 5:45, 6:27. */
export const quorumOf = (seats: number): number => Math.floor(seats / 2) + 1

/**
 * May the body handle the item? More than half of the seats must be filled by someone who serves (KL 5:45; boards 6:27). The
 * council may handle an item although conflict of interest leaves it short (KL 5:46), and answer interpellations and questions with fewer where it has so decided (5:45);
 * boards have no such exceptions.
 */
export const quorum = ({ body, seats, present, awayForConflict = 0, answering = false }: Facts): Ruling<Of<typeof valueShape>> => {
  const law = body === 'council' ? 'KL 5:45' : 'KL 6:27'
  if (present + awayForConflict > seats)
    return contradiction([
      refusal(
        'quorum.more_than_seats',
        law,
        `${present} närvarande och ${awayForConflict} jäviga är fler än ${seats} platser.`,
        `${present} present and ${awayForConflict} in conflict are more than ${seats} seats.`,
        'present',
      ),
    ])
  const required = quorumOf(seats)
  const enough = present >= required
  const byConflictException = !enough && body === 'council' && present + awayForConflict >= required
  const byAnsweringException = !enough && !byConflictException && body === 'council' && answering
  const counted = because(
    law,
    `${present} av ${seats} närvarande. Mer än hälften av ${seats} platser krävs: ${required}.`,
    `${present} of ${seats} present. More than half of ${seats} seats are required: ${required}.`,
  )
  const reasons = byConflictException
    ? [
        counted,
        because(
          'KL 5:46',
          `${awayForConflict} är borta på grund av jäv. Fullmäktige får ändå handlägga ärendet.`,
          `${awayForConflict} are away for conflict of interest. The council may handle the item all the same.`,
        ),
      ]
    : byAnsweringException
      ? [
          counted,
          because(
            'KL 5:45',
            'En interpellation eller fråga besvaras: fullmäktige har bestämt att färre får vara närvarande.',
            'An interpellation or question is answered: the council has decided that fewer may be present.',
          ),
        ]
      : [counted]
  const refusals =
    enough || byConflictException || byAnsweringException
      ? []
      : [
          refusal(
            'quorum.short',
            law,
            `Ärendet får inte handläggas: ${present} närvarande, ${required} krävs.`,
            `The item may not be handled: ${present} present, ${required} required.`,
            'present',
          ),
        ]
  return ruling({ required, present, byConflictException, byAnsweringException }, refusals, reasons)
}

/** The rule `quorum`: may the body handle the item? KL 5:45–46, 6:27. Facts: body, seats, present, awayForConflict, answering. Value: required, present, byConflictException, byAnsweringException. */
export const quorumRule = rule({
  name: 'quorum',
  law: 'KL 5:45–46, 6:27',
  words: { sv: 'är organet beslutfört i ärendet?', en: 'may the body handle the item?' },
  okMeans: 'the item may be handled',
  facts: factsShape,
  value: valueShape,
  example: { body: 'council', seats: 57, present: 29 },
  judge: quorum,
})
