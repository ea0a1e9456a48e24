import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

/** The grounds on which a court annuls (KL 13:8). */
const grounds = {
  process: { sv: 'det har inte kommit till på lagligt sätt', en: 'it has not come about lawfully' },
  not_municipal: { sv: 'det rör inte en kommunal angelägenhet', en: 'it is no municipal matter' },
  wrong_body: { sv: 'organet hade inte rätt att fatta det', en: 'the body had no right to take it' },
  contrary_to_law: { sv: 'det strider annars mot lag', en: 'it is otherwise contrary to law' },
} as const satisfies Record<string, Text>
type Ground = keyof typeof grounds
const groundShape = z.enum(Object.keys(grounds) as [Ground, ...Ground[]])

const reviewFacts = z.strictObject({
  faults: z.array(groundShape).meta({ description: 'what is wrong with the decision (KL 13:8)' }),
  invoked: z
    .array(groundShape)
    .optional()
    .meta({ description: 'the faults the appellant pointed to before the time to appeal ended; others are not looked at (KL 13:7); default all' }),
  economicException: z.boolean().optional().meta({
    description:
      'is it a decision by KL 11:5 second or third paragraph, 11:12, 11:13, or to use a result reserve (11:14)? then wrong_body and contrary_to_law are no grounds; default false',
  }),
  withoutImportance: z.boolean().optional().meta({ description: 'had the fault no importance for the outcome (KL 13:9)? default false' }),
  lostMeaning: z.boolean().optional().meta({ description: 'has the decision lost its meaning since (KL 13:9)? default false' }),
})
const reviewValue = z.strictObject({
  mustAnnul: z.boolean().meta({ description: 'must the court annul the decision? it may not put another in its place' }),
  counted: z.array(groundShape).meta({ description: 'the faults that are grounds here' }),
})

/**
 * Must an appealed decision be annulled? On four grounds (KL 13:8), two of which do not count for certain economic decisions; only what was
 * pointed to in time is looked at (13:7), and a fault without importance, or a decision that has lost its meaning, need not lead to it (13:9).
 */
export const review = (facts: Of<typeof reviewFacts>): Ruling<Of<typeof reviewValue>> => {
  const { faults, invoked = faults, economicException = false, withoutImportance = false, lostMeaning = false } = facts
  const looked = [...new Set(faults)].filter((fault) => invoked.includes(fault))
  const counted = looked.filter((fault) => !economicException || (fault !== 'wrong_body' && fault !== 'contrary_to_law'))
  const spared = withoutImportance || lostMeaning
  return ruling(
    { mustAnnul: counted.length > 0 && !spared, counted },
    spared
      ? []
      : counted.map((fault) =>
          refusal(`review.${fault}`, 'KL 13:8', `Det ska upphävas: ${grounds[fault].sv}.`, `It is annulled: ${grounds[fault].en}.`, 'faults'),
        ),
    [
      ...when(counted.length === 0, () => because('KL 13:8', 'Ingen grund för upphävande finns.', 'There is no ground to annul.')),
      ...when(counted.length > 0 && !spared, () =>
        because('KL 13:8', 'Domstolen får inte sätta ett annat beslut i stället.', 'The court may not put another decision in its place.'),
      ),
      ...when(counted.length > 0 && spared, () =>
        because('KL 13:9', 'Felet behöver inte leda till att beslutet upphävs.', 'The fault need not lead to the decision being annulled.'),
      ),
    ],
  )
}

/** `review`: must the court annul (`mustAnnul`), on which grounds (`counted`)? KL 13:7–9. */
export const reviewRule = rule({
  name: 'review',
  law: 'KL 13:7–9',
  words: { sv: 'ska det överklagade beslutet upphävas?', en: 'must the appealed decision be annulled?' },
  okMeans: 'the decision stands',
  facts: reviewFacts,
  value: reviewValue,
  example: { faults: ['process'], withoutImportance: true },
  judge: review,
})
