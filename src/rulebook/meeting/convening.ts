import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, countShape, type Of, seatsShape } from '../shapes.ts'
import { thirdOf } from '../voting/postponement.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  seats: seatsShape.meta({ description: 'seats of the body: the members of whom a third is needed' }),
  members: countShape.meta({ description: 'members who ask for the meeting' }),
  chair: z.boolean().meta({ description: 'does the chair want it?' }),
  executiveBoard: z.boolean().optional().meta({ description: 'does the executive board ask for it? counts in the council only; default false' }),
})
const valueShape = z.strictObject({
  required: z.int().meta({ description: 'members who can force it: a third of the seats, rounded up' }),
  mustConvene: z.boolean().meta({ description: 'must the meeting be held?' }),
})

/** Must an extra meeting be held? When a third of the members or the chair wants it (KL 5:12, 6:23); the council's also when the executive board asks for it. */
export const convening = ({ body, seats, members, chair, executiveBoard = false }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const law = body === 'council' ? 'KL 5:12' : 'KL 6:23'
  if (members > seats)
    return contradiction([refusal('convening.sum', law, `${members} är fler än ${seats} platser.`, `${members} are more than ${seats} seats.`, 'members')])
  const required = thirdOf(seats)
  const mustConvene = chair || members >= required || (body === 'council' && executiveBoard)
  return ruling(
    { required, mustConvene },
    [],
    [
      because(
        law,
        `${members} av ${seats} begär det, en tredjedel är ${required}. Ordföranden: ${chair ? 'ja' : 'nej'}.`,
        `${members} of ${seats} ask for it, a third is ${required}. The chair: ${chair ? 'yes' : 'no'}.`,
      ),
      mustConvene
        ? because(law, 'Mötet ska hållas.', 'The meeting must be held.')
        : because(law, 'Ingen kan kräva mötet: det behöver inte hållas.', 'Nobody can demand the meeting: it need not be held.'),
    ],
  )
}

/** The rule `convening`: must an extra meeting be held? KL 5:12, 6:23. Facts: body, seats, members, chair, executiveBoard. Value: required, mustConvene. */
export const conveningRule = rule({
  name: 'convening',
  law: 'KL 5:12, 6:23',
  words: { sv: 'måste ett extra möte hållas?', en: 'must an extra meeting be held?' },
  okMeans: 'the facts can be true; whether the meeting must be held is `mustConvene`',
  facts: factsShape,
  value: valueShape,
  example: { body: 'board', seats: 13, members: 5, chair: false },
  judge: convening,
})
