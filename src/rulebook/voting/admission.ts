import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const factsShape = z.strictObject({
  opensNewMatter: z.boolean().meta({ description: 'would it bring in a matter that was not announced?' }),
  unlawful: z.boolean().meta({ description: 'would it lead to a decision contrary to law?' }),
  chairRefuses: z.boolean().meta({ description: 'does the chair refuse to put it?' }),
  bodyOverrules: z.boolean().optional().meta({ description: 'has the body decided that it is put all the same? default false' }),
})
const valueShape = z.strictObject({
  put: z.boolean().meta({ description: 'is the proposal put to the meeting?' }),
  chairMust: z.boolean().meta({ description: 'must the chair refuse it?' }),
  chairMay: z.boolean().meta({ description: 'may the chair refuse it?' }),
})

/**
 * Is a proposal put to the meeting? The chair must refuse one that opens a new matter, and may refuse an unlawful one, which the
 * body can overrule (KL 5:57). On any other ground the chair may not refuse.
 */
export const proposalAdmission = ({ opensNewMatter, unlawful, chairRefuses, bodyOverrules = false }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const value = { put: !opensNewMatter && (!chairRefuses || bodyOverrules), chairMust: opensNewMatter, chairMay: opensNewMatter || unlawful }
  const refusals = [
    ...when(opensNewMatter && !chairRefuses, () =>
      refusal(
        'proposal.new_matter',
        'KL 5:57',
        'Ordföranden ska vägra att ställa ett förslag som väcker ett nytt ärende.',
        'The chair refuses to put a proposal that opens a new matter.',
        'chairRefuses',
      ),
    ),
    ...when(opensNewMatter && bodyOverrules, () =>
      refusal(
        'proposal.new_matter_overruled',
        'KL 5:57',
        'Ett nytt ärende får inte tas upp genom att ordföranden körs över.',
        'A new matter may not be taken up by overruling the chair.',
        'bodyOverrules',
      ),
    ),
    ...when(chairRefuses && !opensNewMatter && !unlawful, () =>
      refusal(
        'proposal.no_ground',
        'KL 5:57',
        'Det finns ingen laglig grund att vägra förslaget.',
        'There is no ground in law to refuse the proposal.',
        'chairRefuses',
      ),
    ),
  ]
  return ruling(value, refusals, [
    opensNewMatter
      ? because('KL 5:57', 'Förslaget väcker ett nytt ärende: det ställs inte.', 'The proposal opens a new matter: it is not put.')
      : unlawful
        ? because(
            'KL 5:57',
            'Ordföranden får vägra ett lagstridigt förslag, men församlingen kan besluta att det ställs.',
            'The chair may refuse an unlawful proposal, but the body can decide that it is put.',
          )
        : because('KL 5:57', 'Förslaget hör till ärendet och är lagligt: det ställs.', 'The proposal belongs to the item and is lawful: it is put.'),
  ])
}

/** The rule `proposal`: may or must the chair refuse a proposal? KL 5:57. Facts: opensNewMatter, unlawful, chairRefuses, bodyOverrules. Value: put, chairMust, chairMay. */
export const proposalAdmissionRule = rule({
  name: 'proposal',
  law: 'KL 5:57',
  words: { sv: 'får eller ska ordföranden vägra ett förslag?', en: 'may or must the chair refuse a proposal?' },
  okMeans: 'the chair has acted as the law says; whether the proposal is put is `put`',
  note: '`put` is false where the chair must refuse, also if nobody did: then it is put unlawfully, and `ok` is false.',
  facts: factsShape,
  value: valueShape,
  example: { opensNewMatter: false, unlawful: true, chairRefuses: true },
  judge: proposalAdmission,
})
