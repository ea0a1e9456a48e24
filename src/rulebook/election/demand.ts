import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rational, written } from '../rational.ts'
import { rule } from '../rule.ts'
import { countShape, fractionShape, type Of, seatsShape } from '../shapes.ts'

const factsShape = z.strictObject({
  present: countShape.meta({ description: 'those who take part in the election' }),
  seats: seatsShape.meta({ description: 'persons the election is of' }),
  demanding: countShape.meta({ description: 'those who demand it' }),
  forSubstitutes: z.boolean().optional().meta({ description: 'is it an election of substitutes? default false' }),
  membersProportional: z.boolean().optional().meta({ description: 'for substitutes: were the members elected proportionally? default true' }),
})
const valueShape = z.strictObject({
  quotient: fractionShape.meta({ description: 'present divided by seats + 1' }),
  required: z.int().meta({ description: 'the quotient, a fraction rounded up' }),
  proportional: z.boolean().meta({ description: 'must the election be proportional?' }),
})

/** Must the election be proportional? If as many demand it as those taking part divided by one more than the seats, a fraction rounded up (lag 2022:629 2 §). Substitutes only if the members were so elected (3 §). */
export const proportionalDemand = ({
  present,
  seats,
  demanding,
  forSubstitutes = false,
  membersProportional = true,
}: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const law = 'Lag 2022:629 2 §'
  if (demanding > present)
    return contradiction([
      refusal('demand.sum', law, `${demanding} är fler än ${present} närvarande.`, `${demanding} are more than ${present} present.`, 'demanding'),
    ])
  const quotient = written(rational(present, seats + 1))
  const required = Math.ceil(present / (seats + 1))
  const enough = demanding > 0 && demanding >= required
  const refusals = [
    ...when(!enough, () =>
      refusal('demand.few', law, `${demanding} räcker inte: ${required} krävs.`, `${demanding} are not enough: ${required} are required.`, 'demanding'),
    ),
    ...when(forSubstitutes && !membersProportional, () =>
      refusal(
        'demand.substitutes',
        'Lag 2022:629 3 §',
        'Ersättare väljs proportionellt bara om ledamöterna valdes så.',
        'Substitutes are elected proportionally only if the members were.',
        'membersProportional',
      ),
    ),
  ]
  return ruling({ quotient, required, proportional: refusals.length === 0 }, refusals, [
    because(
      law,
      `${present} delade med ${seats} + 1 är ${quotient.exact}: minst ${required} krävs, ${demanding} begär det.`,
      `${present} divided by ${seats} + 1 is ${quotient.exact}: at least ${required} are required, ${demanding} demand it.`,
    ),
  ])
}

/** The rule `proportional-demand`: must the election be proportional? Lag 2022:629 2–3 §§. Facts: present, seats, demanding, forSubstitutes, membersProportional. Value: quotient, required, proportional. */
export const demandRule = rule({
  name: 'proportional-demand',
  law: 'Lag 2022:629 2–3 §§',
  words: { sv: 'måste valet ske proportionellt?', en: 'must the election be proportional?' },
  okMeans: 'the election must be proportional',
  facts: factsShape,
  value: valueShape,
  example: { present: 57, seats: 11, demanding: 5 },
  judge: proportionalDemand,
})
