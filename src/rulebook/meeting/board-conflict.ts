import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

/** The grounds of conflict in boards and among staff (KL 6:28), each with its words. */
const grounds = {
  party: {
    sv: 'är själv part, eller ärendets utgång påverkar i en inte oväsentlig utsträckning',
    en: 'is a party, or is affected to a not insignificant extent',
  },
  close_party: {
    sv: 'en närstående är part eller påverkas i en inte oväsentlig utsträckning',
    en: 'someone close is a party or affected to a not insignificant extent',
  },
  representative: { sv: 'företräder eller har företrätt någon som är part eller påverkas', en: 'represents or has represented one who is a party or affected' },
  supervision: {
    sv: 'ärendet rör tillsyn över verksamhet som personen själv är knuten till',
    en: 'the matter is supervision of an activity the person is bound to',
  },
  other: { sv: 'en annan särskild omständighet gör att opartiskheten kan ifrågasättas', en: 'another circumstance calls the impartiality into question' },
  municipal_company: { sv: 'har uppdrag i ett kommunalt företag som ärendet rör', en: 'holds a post in a municipal company that the matter concerns' },
} as const satisfies Record<string, Text>
type Ground = keyof typeof grounds

const factsShape = z.strictObject({
  grounds: z.array(z.enum(Object.keys(grounds) as [Ground, ...Ground[]])).meta({
    description:
      'KL 6:28: party or affected (1), the same of someone close (1), representative (2), supervision of the own activity (3), other circumstance (4); municipal_company: a post in a company or foundation of which the municipality holds at least half (6:31)',
  }),
  authorityExercise: z.boolean().meta({ description: 'does the item exercise authority towards someone?' }),
  obviouslyIrrelevant: z.boolean().meta({ description: 'is impartiality obviously of no importance (KL 6:29)?' }),
  takesPart: z.boolean().optional().meta({ description: 'in handling the item; default as present, else true' }),
  present: z.boolean().optional().meta({ description: 'is the person in the room? default as takesPart' }),
  disclosed: z.boolean().optional().meta({ description: 'has the person told of it unasked? default true' }),
})
const valueShape = z.strictObject({
  conflict: z.boolean().meta({ description: 'is the person in conflict of interest?' }),
  mayTakePart: z.boolean().meta({ description: 'in handling the item' }),
  mayBePresent: z.boolean().meta({ description: 'while it is handled' }),
  mustDisclose: z.boolean().meta({ description: 'is there something to tell unasked, also where it is disregarded?' }),
})
type Facts = Of<typeof factsShape>

/**
 * Conflict of interest in boards (KL 6:28–32) and among staff (KL 7:4). One in conflict may neither take part nor be present, and
 * tells of it unasked; it is disregarded when impartiality obviously has no importance. A post in a municipal company is no ground
 * by itself, unless the item exercises authority.
 */
export const boardConflict = (facts: Facts): Ruling<Of<typeof valueShape>> => {
  const { authorityExercise, obviouslyIrrelevant, disclosed = true } = facts
  const takesPart = facts.takesPart ?? facts.present ?? true
  const present = facts.present ?? takesPart
  if (takesPart && !present)
    return contradiction([
      refusal(
        'conflict.absent',
        'KL 6:30',
        'Den som inte är närvarande kan inte delta i handläggningen.',
        'One who is not present cannot take part in the handling.',
        'present',
      ),
    ])
  const counted = facts.grounds.filter((ground) => ground !== 'municipal_company' || authorityExercise)
  const conflict = counted.length > 0 && !obviouslyIrrelevant
  const reasons = [
    ...counted.map((ground) => because('KL 6:28', `Grund: ${grounds[ground].sv}.`, `Ground: ${grounds[ground].en}.`)),
    ...when(facts.grounds.includes('municipal_company') && !authorityExercise, () =>
      because(
        'KL 6:31',
        'Uppdraget i ett kommunalt företag är inte i sig jäv, eftersom ärendet inte är myndighetsutövning.',
        'The post in a municipal company is no conflict by itself, since the item does not exercise authority.',
      ),
    ),
    ...when(counted.length > 0 && obviouslyIrrelevant, () =>
      because('KL 6:29', 'Jävet bortses från: opartiskheten saknar uppenbart betydelse.', 'It is disregarded: impartiality obviously has no importance.'),
    ),
    ...when(facts.grounds.length === 0, () => because('KL 6:28', 'Ingen grund för jäv är uppgiven.', 'No ground of conflict is given.')),
  ]
  const refusals = [
    ...when(conflict && takesPart, () =>
      refusal(
        'conflict.takes_part',
        'KL 6:30',
        'Den som är jävig får inte delta i handläggningen.',
        'One in conflict may not take part in the handling.',
        'takesPart',
      ),
    ),
    ...when(conflict && present, () =>
      refusal(
        'conflict.present',
        'KL 6:30',
        'Den som är jävig får inte vara närvarande: lämna rummet.',
        'One in conflict may not be present: leave the room.',
        'present',
      ),
    ),
    ...when(counted.length > 0 && !disclosed, () =>
      refusal(
        'conflict.undisclosed',
        'KL 6:30',
        'Den som känner till en omständighet som kan vara jäv ska självmant uppge den.',
        'One who knows of what may be a conflict tells of it unasked.',
        'disclosed',
      ),
    ),
  ]
  return ruling({ conflict, mayTakePart: !conflict, mayBePresent: !conflict, mustDisclose: counted.length > 0 }, refusals, reasons)
}

/** The rule `board-conflict`: is someone in a board or on the staff in conflict of interest? KL 6:28–32, 7:4. Facts: grounds, authorityExercise, obviouslyIrrelevant, takesPart, present, disclosed. Value: conflict, mayTakePart, mayBePresent, mustDisclose. */
export const boardConflictRule = rule({
  name: 'board-conflict',
  law: 'KL 6:28–32, 7:4',
  words: { sv: 'är någon jävig i en nämnd eller bland de anställda?', en: 'is someone in a board or on the staff in conflict of interest?' },
  okMeans: 'nobody in conflict takes part or is present, and what may be a conflict is told; not the same as `conflict`',
  facts: factsShape,
  value: valueShape,
  example: { grounds: ['close_party'], authorityExercise: true, obviouslyIrrelevant: false, takesPart: false, present: false },
  judge: boardConflict,
})
