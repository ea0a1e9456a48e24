import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const caseFacts = z.strictObject({
  outcome: z.enum(['granted', 'partly', 'refused']).meta({ description: 'partly: some of it refused' }),
  investigated: z.boolean().meta({ description: 'as far as the case needs' }),
  communicated: z.boolean().meta({ description: 'has the party been told of what was brought in, and could answer?' }),
  communicationObviouslyNeedless: z.boolean().optional().meta({ description: 'FL 25: obviously needless? default true where all is granted, else false' }),
  reasons: z.boolean().meta({ description: 'are clear reasons given?' }),
  reasonsNeedless: z
    .boolean()
    .optional()
    .meta({ description: 'FL 32: obviously needless, or one of its exceptions? default true where all is granted, else false' }),
  appealInformation: z.boolean().meta({ description: 'is the party told how to appeal?' }),
})
const caseValue = z.strictObject({
  needsReasons: z.boolean().meta({ description: 'must reasons be given?' }),
  needsAppealInformation: z.boolean().meta({ description: 'must the party be told how to appeal?' }),
})

/** Is a decision towards an individual rightly made? Investigated (FL 23), communicated (25), with clear reasons (32) and how to appeal (33) where it goes against the party, also in part. SoL 14:10 extends parts of it. */
export const individualCase = ({
  outcome,
  investigated,
  communicated,
  communicationObviouslyNeedless = outcome === 'granted',
  reasons,
  reasonsNeedless = outcome === 'granted',
  appealInformation,
}: Of<typeof caseFacts>): Ruling<Of<typeof caseValue>> => {
  const against = outcome !== 'granted'
  return ruling(
    { needsReasons: !reasonsNeedless, needsAppealInformation: against },
    [
      ...when(!investigated, () =>
        refusal(
          'case.investigation',
          'FL 23 §',
          'Ärendet är inte utrett i den omfattning det kräver.',
          'The case is not investigated as far as it needs.',
          'investigated',
        ),
      ),
      ...when(!communicated && !communicationObviouslyNeedless, () =>
        refusal(
          'case.communication',
          'FL 25 §',
          'Parten har inte fått ta del av materialet och yttra sig.',
          'The party has not been shown the material and heard.',
          'communicated',
        ),
      ),
      ...when(!reasonsNeedless && !reasons, () =>
        refusal('case.reasons', 'FL 32 §', 'Beslutet ska innehålla en klargörande motivering.', 'The decision needs clear reasons.', 'reasons'),
      ),
      ...when(against && !appealInformation, () =>
        refusal('case.appeal', 'FL 33 §', 'Parten ska få veta hur man överklagar.', 'The party is told how to appeal.', 'appealInformation'),
      ),
    ],
    [
      against
        ? because('FL 32–33 §§', 'Beslutet går parten emot, helt eller delvis.', 'The decision goes against the party, wholly or partly.')
        : because(
            'FL 33 §',
            'Beslutet går inte parten emot: det behöver inte talas om hur man överklagar.',
            'The decision does not go against the party, who need not be told how to appeal.',
          ),
    ],
  )
}

/** The rule `individual-case`: what is needed of the decision towards an individual? FL 23–34 §§, SoL 14:10. Facts: outcome, investigated, communicated, communicationObviouslyNeedless, reasons, reasonsNeedless, appealInformation. Value: needsReasons, needsAppealInformation. */
export const individualCaseRule = rule({
  name: 'individual-case',
  law: 'FL 23–34 §§, SoL 14:10',
  words: { sv: 'vad krävs av beslutet mot en enskild?', en: 'what is needed of the decision towards an individual?' },
  okMeans: 'the decision is rightly made',
  facts: caseFacts,
  value: caseValue,
  example: { outcome: 'partly', investigated: true, communicated: true, reasons: true, appealInformation: true },
  judge: individualCase,
})
