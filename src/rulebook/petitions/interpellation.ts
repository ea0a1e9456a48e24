import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const factsShape = z.strictObject({
  kind: z.enum(['interpellation', 'question']),
  addressee: z
    .enum(['board_chair', 'drafting_chair', 'named_by_council', 'other'])
    .meta({ description: 'the chair of a board, of a committee of the council, one the council has named, or anyone else' }),
  definite: z.boolean().meta({ description: 'has it a definite content?' }),
  reasoned: z.boolean().meta({ description: 'is it provided with reasons? asked of interpellations' }),
  authorityTowardsIndividual: z.boolean().meta({ description: 'is it about the exercise of authority towards an individual?' }),
  admissionDebated: z.boolean().optional().meta({ description: 'was there a debate on whether it may be put? default false' }),
  speakers: z
    .array(z.enum(['asker', 'answerer', 'other']))
    .optional()
    .meta({ description: 'who spoke in the deliberation' }),
})
const valueShape = z.strictObject({
  admitted: z.boolean().meta({ description: 'may it be put?' }),
  mayDebate: z.enum(['all', 'asker_and_answerer']).meta({ description: 'who may take part in the deliberation' }),
})

/** May an interpellation or question be put, and who speaks? To chairs and those the council names, on matters of the council, a board or drafting committee, but not authority exercise towards an individual (KL 5:59, 5:61), with a definite content and, in an interpellation, reasons (5:60); admitted without debate (5:62). Questions likewise; in them only asker and answerer speak (5:64). */
export const interpellation = ({
  kind,
  addressee,
  definite,
  reasoned,
  authorityTowardsIndividual,
  admissionDebated = false,
  speakers = [],
}: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const content = [
    ...when(addressee === 'other', () =>
      refusal(
        'interpellation.addressee',
        'KL 5:59',
        'Den ställs till en ordförande eller till någon som fullmäktige har bestämt.',
        'It is put to a chair, or to one the council has named.',
        'addressee',
      ),
    ),
    ...when(!definite, () =>
      refusal(
        'interpellation.definite',
        kind === 'question' ? 'KL 5:64' : 'KL 5:60',
        'Den ska ha ett bestämt innehåll.',
        'It has a definite content.',
        'definite',
      ),
    ),
    ...when(kind === 'interpellation' && !reasoned, () =>
      refusal(
        'interpellation.reasons',
        'KL 5:60',
        'En interpellation ska vara försedd med motivering.',
        'An interpellation is provided with reasons.',
        'reasoned',
      ),
    ),
    ...when(authorityTowardsIndividual, () =>
      refusal(
        'interpellation.authority',
        'KL 5:61',
        'Den får inte gälla myndighetsutövning mot någon enskild.',
        'It may not concern the exercise of authority towards an individual.',
        'authorityTowardsIndividual',
      ),
    ),
  ]
  const conduct = [
    ...when(admissionDebated, () =>
      refusal(
        'interpellation.debated',
        'KL 5:62',
        'Fullmäktige beslutar utan överläggning om den får ställas.',
        'The council decides without debate whether it may be put.',
        'admissionDebated',
      ),
    ),
    ...when(kind === 'question' && speakers.includes('other'), () =>
      refusal(
        'interpellation.speakers',
        'KL 5:64',
        'I en fråga får bara den som frågar och den som svarar delta.',
        'In a question only the asker and the answerer take part.',
        'speakers',
      ),
    ),
  ]
  return ruling(
    { admitted: content.length === 0, mayDebate: kind === 'question' ? 'asker_and_answerer' : 'all' },
    [...content, ...conduct],
    [
      kind === 'question'
        ? because('KL 5:64', 'En fråga: bara den som frågar och den som svarar talar.', 'A question: only the asker and the answerer speak.')
        : because(
            'KL 5:59–62',
            'En interpellation: alla ledamöter får delta i överläggningen.',
            'An interpellation: all members may take part in the deliberation.',
          ),
    ],
  )
}

/** The rule `interpellation`: may the interpellation or question be put? KL 5:59–64. Facts: kind, addressee, definite, reasoned, authorityTowardsIndividual, admissionDebated, speakers. Value: admitted, mayDebate. */
export const interpellationRule = rule({
  name: 'interpellation',
  law: 'KL 5:59–64',
  words: { sv: 'får interpellationen eller frågan ställas?', en: 'may the interpellation or question be put?' },
  okMeans: 'it may be put, and the debate was held as it may',
  facts: factsShape,
  value: valueShape,
  example: { kind: 'interpellation', addressee: 'board_chair', definite: true, reasoned: true, authorityTowardsIndividual: false },
  judge: interpellation,
})
