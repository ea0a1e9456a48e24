import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, refusal, type Ruling, ruling } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

/** Whom a council matter may concern so that a member is in conflict (KL 5:47). */
const closeOnes = {
  self: { sv: 'ledamoten själv', en: 'the member' },
  spouse: { sv: 'make eller maka', en: 'a spouse' },
  partner: { sv: 'sambo', en: 'a partner' },
  parent: { sv: 'förälder', en: 'a parent' },
  child: { sv: 'barn', en: 'a child' },
  sibling: { sv: 'syskon', en: 'a sibling' },
  other_close: { sv: 'annan närstående', en: 'another close person' },
} as const satisfies Record<string, Text>
type Close = keyof typeof closeOnes

const itemKinds = ['ordinary', 'auditor_election', 'discharge'] as const
const factsShape = z.strictObject({
  item: z.enum(itemKinds).meta({ description: 'auditor_election: of auditors who review what the member answers for; discharge: from that responsibility' }),
  personallyConcerns: z.array(z.enum(Object.keys(closeOnes) as [Close, ...Close[]])).meta({ description: 'whom the matter personally concerns' }),
  accountable: z.boolean().meta({ description: 'does the member answer for the activity (redovisningsskyldig)?' }),
  takesPart: z.boolean().optional().meta({ description: 'does the member take part in handling the item? default true' }),
})
const valueShape = z.strictObject({
  conflict: z.boolean().meta({ description: 'is the member in conflict of interest?' }),
  mayTakePart: z.boolean().meta({ description: 'in handling the item' }),
  mayBePresent: z.boolean().meta({ description: 'always: the council’s meetings are public' }),
})
type Facts = Of<typeof factsShape>

/**
 * Conflict of interest in the council: a matter that personally concerns the member or someone close (KL 5:47); one who is
 * accountable may neither elect the auditors of the activity nor decide on discharge from it (KL 5:48). A member in conflict takes
 * no part in handling the item, but may be in the room, since the council is public.
 */
export const councilConflict = ({ item, personallyConcerns, accountable, takesPart = true }: Facts): Ruling<Of<typeof valueShape>> => {
  const grounds = [
    ...personallyConcerns.map((who) =>
      because('KL 5:47', `Ärendet rör personligen ${closeOnes[who].sv}.`, `The matter personally concerns ${closeOnes[who].en}.`),
    ),
    ...(accountable && item !== 'ordinary'
      ? [
          item === 'discharge'
            ? because(
                'KL 5:48',
                'Den som är redovisningsskyldig beslutar inte om ansvarsfrihet för sin verksamhet.',
                'One who is accountable does not decide on discharge for the activity.',
              )
            : because(
                'KL 5:48',
                'Den som är redovisningsskyldig väljer inte den som ska granska verksamheten.',
                'One who is accountable does not elect those who review the activity.',
              ),
        ]
      : []),
  ]
  const conflict = grounds.length > 0
  const refusals =
    conflict && takesPart
      ? [
          refusal(
            'conflict.takes_part',
            'KL 5:47–48',
            'Den som är jävig får inte delta i handläggningen av ärendet.',
            'One in conflict of interest may not take part in handling the item.',
            'takesPart',
          ),
        ]
      : []
  const reasons = conflict
    ? grounds
    : [because('KL 5:47–48', 'Inget av fallen av jäv i fullmäktige föreligger.', 'None of the council’s cases of conflict is at hand.')]
  return ruling({ conflict, mayTakePart: !conflict, mayBePresent: true }, refusals, reasons)
}

/** The rule `council-conflict`: is a member of the council in conflict of interest? KL 5:47–48. Facts: item, personallyConcerns, accountable, takesPart. Value: conflict, mayTakePart, mayBePresent. */
export const councilConflictRule = rule({
  name: 'council-conflict',
  law: 'KL 5:47–48',
  words: { sv: 'är en ledamot jävig i fullmäktige?', en: 'is a member of the council in conflict of interest?' },
  okMeans: 'nobody in conflict takes part; not the same as `conflict`',
  facts: factsShape,
  value: valueShape,
  example: { item: 'discharge', personallyConcerns: [], accountable: true, takesPart: false },
  judge: councilConflict,
})
