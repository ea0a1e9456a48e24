import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
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
  accountableClose: z.boolean().optional().meta({ description: 'does someone close to the member answer for it (KL 5:48 second paragraph)? default false' }),
  answersAsElected: z.boolean().optional().meta({
    description:
      'discharge: is the member one of the elected against whom criticism can be directed, or chair or vice chair of the board it is about (KL 5:49)? default as accountable',
  }),
  takesPart: z.boolean().optional().meta({
    description: 'does the member take part in handling the item, more than in deliberating on it? default true, but false where deliberates is true',
  }),
  deliberates: z.boolean().optional().meta({ description: 'does the member take part in deliberating on it? default as takesPart' }),
})
const valueShape = z.strictObject({
  conflict: z.boolean().meta({ description: 'is the member in conflict of interest?' }),
  mayTakePart: z.boolean().meta({ description: 'in handling the item' }),
  mayDeliberate: z.boolean().meta({ description: 'take part in deliberating on the item, though not in deciding it' }),
  mayBePresent: z.boolean().meta({ description: 'always: the council’s meetings are public' }),
})
type Facts = Of<typeof factsShape>

/**
 * Conflict of interest in the council: a matter that personally concerns the member or someone close (KL 5:47); one who is
 * accountable, or close to one who is, may neither elect the auditors of the activity nor decide on discharge from it (KL 5:48). A member in
 * conflict takes no part in handling the item, but may be in the room, since the council is public; the elected who answer for the activity
 * may deliberate on the audit report (5:49).
 */
export const councilConflict = (facts: Facts): Ruling<Of<typeof valueShape>> => {
  const { item, personallyConcerns, accountable, accountableClose = false, answersAsElected = accountable } = facts
  const takesPart = facts.takesPart ?? facts.deliberates !== true
  const deliberates = facts.deliberates ?? takesPart
  const grounds = [
    ...personallyConcerns.map((who) =>
      because('KL 5:47', `Ärendet rör personligen ${closeOnes[who].sv}.`, `The matter personally concerns ${closeOnes[who].en}.`),
    ),
    ...((accountable || accountableClose) && item !== 'ordinary'
      ? [
          item === 'discharge'
            ? because(
                'KL 5:48',
                'Den som är redovisningsskyldig, eller närstående till den som är det, beslutar inte om ansvarsfrihet för verksamheten.',
                'One who is accountable, or close to one who is, does not decide on discharge for the activity.',
              )
            : because(
                'KL 5:48',
                'Den som är redovisningsskyldig, eller närstående till den som är det, väljer inte den som ska granska verksamheten.',
                'One who is accountable, or close to one who is, does not elect those who review the activity.',
              ),
        ]
      : []),
  ]
  const conflict = grounds.length > 0
  // KL 5:49 sets aside 5:48 only: one whom the matter personally concerns stays out of it all.
  const mayDeliberate = !conflict || (personallyConcerns.length === 0 && item === 'discharge' && answersAsElected)
  const refusals = [
    ...when(conflict && takesPart, () =>
      refusal(
        'conflict.takes_part',
        'KL 5:47–48',
        'Den som är jävig får inte delta i handläggningen av ärendet.',
        'One in conflict of interest may not take part in handling the item.',
        'takesPart',
      ),
    ),
    ...when(!mayDeliberate && deliberates && !takesPart, () =>
      refusal(
        'conflict.deliberates',
        'KL 5:47–49',
        'Den som är jävig får inte heller delta i överläggningen.',
        'One in conflict of interest may not deliberate on the item either.',
        'deliberates',
      ),
    ),
  ]
  const reasons = conflict
    ? [
        ...grounds,
        ...when(conflict && mayDeliberate, () =>
          because(
            'KL 5:49',
            'Den som kan få anmärkning, eller leder nämnden, får ändå delta i överläggningen om revisionsberättelsen.',
            'One who may be criticised, or chairs the board, may still deliberate on the audit report.',
          ),
        ),
      ]
    : [because('KL 5:47–48', 'Inget av fallen av jäv i fullmäktige föreligger.', 'None of the council’s cases of conflict is at hand.')]
  return ruling({ conflict, mayTakePart: !conflict, mayDeliberate, mayBePresent: true }, refusals, reasons)
}

/** The rule `council-conflict`: is a member of the council in conflict of interest? KL 5:47–49. Facts: item, personallyConcerns, accountable, accountableClose, answersAsElected, takesPart, deliberates. Value: conflict, mayTakePart, mayDeliberate, mayBePresent. */
export const councilConflictRule = rule({
  name: 'council-conflict',
  law: 'KL 5:47–49',
  words: { sv: 'är en ledamot jävig i fullmäktige?', en: 'is a member of the council in conflict of interest?' },
  okMeans: 'nobody in conflict takes part; not the same as `conflict`',
  facts: factsShape,
  value: valueShape,
  example: { item: 'discharge', personallyConcerns: [], accountable: true, takesPart: false },
  judge: councilConflict,
})
