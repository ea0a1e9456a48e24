import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, type Of } from '../shapes.ts'

const moreThanPresent = (code: string, law: string, agree: number, present: number) =>
  refusal(code, law, `${agree} är fler än ${present} närvarande.`, `${agree} are more than ${present} present.`, 'agree')

/** What the council may decide without preparation, by its code (KL 5:29–32). */
export const exemptWords = {
  election: { sv: 'val', en: 'an election' },
  resignation: { sv: 'avsägelse', en: 'a resignation' },
  board_after_election: { sv: 'en nämnds storlek eller mandattid efter ett val', en: 'a board’s size or term after an election' },
  extra_election: { sv: 'extra val', en: 'an extra election' },
  audit_report: { sv: 'revisionsberättelsen', en: 'the audit report' },
} as const satisfies Record<string, Text>
/** A ground on which the council may decide without preparation. */
export type Exempt = keyof typeof exemptWords

const factsShape = z.strictObject({
  item: z.enum(['ordinary', ...(Object.keys(exemptWords) as Exempt[])]).meta({
    description:
      'resignation: from a post; board_after_election: a board’s size or term, decided by the newly elected council in an election year; extra_election: a decision to hold one',
  }),
  preparedBy: z
    .array(z.enum(['board', 'drafting_committee', 'executive_board']))
    .meta({ description: 'who has prepared it: an affected board, a committee of the council, the executive board' }),
  executiveBoardHeard: z.boolean().meta({ description: 'has the executive board had the opportunity to state its opinion?' }),
  explanations: z.boolean().optional().meta({ description: 'audit_report: are the explanations of those criticised obtained? default true' }),
  boardHeard: z.boolean().optional().meta({
    description: 'prepared by a committee of the council alone: has an affected board had the opportunity to state its opinion (KL 5:27)? default true',
  }),
  urgent: z.boolean().meta({ description: 'is it urgent?' }).optional().meta({ description: 'is it urgent? default false' }),
  present: countShape
    .meta({ description: 'members and serving substitutes present' })
    .optional()
    .meta({ description: 'urgent: how many are present; default 0' }),
  agree: countShape.optional().meta({ description: 'urgent: those present who agree on the decision; default 0' }),
})
const valueShape = z.strictObject({
  mayDecide: z.boolean().meta({ description: 'may the council decide the item?' }),
  because: z.enum(['prepared', 'exempt', 'urgent_unanimous']).nullable().meta({ description: 'why it may; exempt: needs no preparation; null: it may not' }),
})

/**
 * May the council decide the item? It must be prepared by the affected board or a drafting committee, and the executive board always
 * heard (KL 5:26, 5:28), as is an affected board where a committee alone has prepared it (5:27). Free: elections, resignations, boards after an election, extra elections, the audit report with its explanations
 * (5:29–32), and an urgent item when all who are present agree on the decision (5:33).
 */
export const preparation = (facts: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const { item, preparedBy, urgent = false, present = 0, agree = 0, explanations = true, boardHeard = true } = facts
  if (agree > present) return contradiction([moreThanPresent('preparation.sum', 'KL 5:33', agree, present)])
  const unheardBoard = preparedBy.length > 0 && preparedBy.every((by) => by === 'drafting_committee') && !boardHeard
  const heard = facts.executiveBoardHeard || preparedBy.includes('executive_board')
  if (item !== 'ordinary') {
    const lacks = when(item === 'audit_report' && !explanations, () =>
      refusal(
        'preparation.explanations',
        'KL 5:32',
        'Förklaringar över anmärkningarna ska ha hämtats in.',
        'Explanations of the remarks must have been obtained.',
        'explanations',
      ),
    )
    return ruling({ mayDecide: lacks.length === 0, because: lacks.length === 0 ? 'exempt' : null }, lacks, [
      because('KL 5:29–32', `Behöver inte beredas: ${exemptWords[item].sv}.`, `Needs no preparation: ${exemptWords[item].en}.`),
    ])
  }
  if (preparedBy.length > 0 && heard && !unheardBoard)
    return ruling(
      { mayDecide: true, because: 'prepared' },
      [],
      [because('KL 5:26–28', 'Ärendet är berett, och styrelsen har fått yttra sig.', 'The item is prepared, and the executive board has been heard.')],
    )
  const reason = because(
    'KL 5:33',
    `Brådskande: ${urgent ? 'ja' : 'nej'}. ${agree} av ${present} närvarande är ense om beslutet.`,
    `Urgent: ${urgent ? 'yes' : 'no'}. ${agree} of ${present} present agree on the decision.`,
  )
  if (urgent && present > 0 && agree === present) return ruling({ mayDecide: true, because: 'urgent_unanimous' }, [], [reason])
  return ruling(
    { mayDecide: false, because: null },
    [
      ...when(preparedBy.length === 0, () =>
        refusal(
          'preparation.none',
          'KL 5:26',
          'Ärendet är inte berett av en nämnd eller fullmäktigeberedning.',
          'The item is not prepared by a board or a committee of the council.',
          'preparedBy',
        ),
      ),
      ...when(!heard, () =>
        refusal(
          'preparation.unheard',
          'KL 5:28',
          'Styrelsen ska alltid få tillfälle att yttra sig.',
          'The executive board must always have the opportunity to be heard.',
          'executiveBoardHeard',
        ),
      ),
      ...when(unheardBoard, () =>
        refusal(
          'preparation.board_unheard',
          'KL 5:27',
          'En nämnd som ärendet berör ska alltid få tillfälle att yttra sig.',
          'A board that the item affects must always have the opportunity to be heard.',
          'boardHeard',
        ),
      ),
      ...when(urgent, () =>
        refusal(
          'preparation.not_all',
          'KL 5:33',
          `Ett oberett brådskande ärende får avgöras bara om alla är ense: ${agree} av ${present}.`,
          `An unprepared urgent item may be decided only if all agree: ${agree} of ${present}.`,
          'agree',
        ),
      ),
    ],
    [reason],
  )
}

/** The rule `preparation`: is the item prepared so that the council may decide it? KL 5:26–33. Facts: item, preparedBy, executiveBoardHeard, explanations, boardHeard, urgent, present, agree. Value: mayDecide, because. */
export const preparationRule = rule({
  name: 'preparation',
  law: 'KL 5:26–33',
  words: { sv: 'är ärendet berett så att fullmäktige får avgöra det?', en: 'is the item prepared so that the council may decide it?' },
  okMeans: 'the council may decide the item',
  facts: factsShape,
  value: valueShape,
  example: { item: 'ordinary', preparedBy: ['board'], executiveBoardHeard: true, urgent: false, present: 57, agree: 0 },
  judge: preparation,
})

const unannouncedFacts = z.strictObject({
  announced: z.boolean().meta({ description: 'was it announced before the meeting (KL 5:13–14)?' }),
  urgent: z.boolean(),
  present: countShape,
  agree: countShape.meta({ description: 'those present who decide to take it up' }),
})
const unannouncedValue = z.strictObject({ mayDecide: z.boolean().meta({ description: 'may the council decide it?' }) })

/** May the council decide an item that was not announced? Only an urgent one, if all who are present decide so (KL 5:52). */
export const unannouncedItem = ({ announced, urgent, present, agree }: Of<typeof unannouncedFacts>): Ruling<Of<typeof unannouncedValue>> => {
  if (agree > present) return contradiction([moreThanPresent('unannounced.sum', 'KL 5:52', agree, present)])
  const refusals = announced
    ? []
    : [
        ...when(!urgent, () =>
          refusal('unannounced.not_urgent', 'KL 5:52', 'Ärendet är inte kungjort och inte brådskande.', 'The item is neither announced nor urgent.', 'urgent'),
        ),
        ...when(present === 0 || agree !== present, () =>
          refusal(
            'unannounced.not_all',
            'KL 5:52',
            `Alla närvarande måste vara med på det: ${agree} av ${present}.`,
            `All who are present must decide so: ${agree} of ${present}.`,
            'agree',
          ),
        ),
      ]
  return ruling({ mayDecide: refusals.length === 0 }, refusals, [
    announced
      ? because('KL 5:52', 'Ärendet är kungjort.', 'The item is announced.')
      : because(
          'KL 5:52',
          `Inte kungjort. ${agree} av ${present} närvarande vill ta upp det.`,
          `Not announced. ${agree} of ${present} present want to take it up.`,
        ),
  ])
}

/** The rule `unannounced-item`: may an item that was not announced be decided? KL 5:52. Facts: announced, urgent, present, agree. Value: mayDecide. */
export const unannouncedItemRule = rule({
  name: 'unannounced-item',
  law: 'KL 5:52',
  words: { sv: 'får ett ärende som inte är kungjort avgöras?', en: 'may an item that was not announced be decided?' },
  okMeans: 'the item may be decided',
  facts: unannouncedFacts,
  value: unannouncedValue,
  example: { announced: false, urgent: true, present: 57, agree: 57 },
  judge: unannouncedItem,
})
