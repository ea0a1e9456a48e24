import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  hadVote: z
    .boolean()
    .meta({ description: 'could the person vote in the matter: a member, or a substitute serving? Also where they abstained or did not vote' }),
  present: z.boolean().meta({ description: 'was the person there when it was settled?' }),
  conflict: z.boolean().meta({ description: 'is the person kept from the item by conflict of interest?' }),
  closedBallot: z.boolean().meta({ description: 'was it settled by closed ballots?' }),
})
const valueShape = z.strictObject({ allowed: z.boolean().meta({ description: 'is it noted in the minutes?' }) })
export type WouldHaveVotedFacts = Of<typeof factsShape>

/**
 * May it be noted how somebody without vote would have voted? The law gives substitutes who do not serve the right to be there (KL 6:17) and is
 * silent on what they may have noted: the rules of procedure decide, and practice allows it. It is never a vote (KL 4:24), so whoever had
 * one has voted or abstained; nor is it noted of a closed ballot, whose secret it would begin to undo (KL 5:55).
 */
export const wouldHaveVoted = (
  { body, hadVote, present, conflict, closedBallot }: WouldHaveVotedFacts,
  { wouldHaveVotedNoted }: Pick<Variants, 'wouldHaveVotedNoted'>,
): Ruling<Of<typeof valueShape>> => {
  const [inConflict, byRules] = body === 'council' ? (['KL 5:47', 'KL 5:71'] as const) : (['KL 6:30', 'KL 6:44'] as const)
  const refusals = [
    ...when(!wouldHaveVotedNoted, () =>
      refusal(
        'would_vote.rules',
        byRules,
        'Här antecknas inte hur den som saknar rösträtt skulle ha röstat: så är det beslutat i arbetsordningen.',
        'How somebody without vote would have voted is not noted here: the rules of procedure say so.',
      ),
    ),
    ...when(closedBallot, () =>
      refusal(
        'would_vote.closed',
        'KL 5:55',
        'Omröstningen var sluten. Då antecknas inte heller hur någon annan skulle ha röstat.',
        'The ballot was closed. Then neither is it noted how somebody else would have voted.',
        'closedBallot',
      ),
    ),
    ...when(hadVote, () =>
      refusal(
        'would_vote.had_vote',
        'KL 4:24',
        'Den som hade rösträtt har röstat eller avstått. Här antecknas bara den som inte hade rösträtt.',
        'Whoever had a vote has voted or abstained. Only those who had none are noted here.',
        'hadVote',
      ),
    ),
    ...when(conflict, () =>
      refusal(
        'would_vote.conflict',
        inConflict,
        'Den som är jävig deltar inte i ärendet.',
        'One in conflict of interest takes no part in the item.',
        'conflict',
      ),
    ),
    ...when(!present, () =>
      refusal('would_vote.away', 'KL 4:24', 'Personen var inte där när det avgjordes.', 'The person was not there when it was settled.', 'present'),
    ),
  ]
  return ruling({ allowed: refusals.length === 0 }, refusals, [
    because(
      byRules,
      'Antecknas för sig i protokollet och räknas inte bland rösterna.',
      'It is noted by itself in the minutes and not counted among the votes.',
    ),
  ])
}

/** The rule `would-have-voted`: is it noted how somebody without vote would have voted? KL 4:24, 5:55, the rules of procedure and practice. Facts: body, hadVote, present, conflict, closedBallot. Value: allowed. */
export const wouldHaveVotedRule = rule({
  name: 'would-have-voted',
  law: 'KL 4:24, 5:55, 5:71, 6:44',
  words: { sv: 'antecknas hur den som saknar rösträtt skulle ha röstat?', en: 'is it noted how somebody without vote would have voted?' },
  okMeans: 'it is noted in the minutes, and never counted',
  facts: factsShape,
  value: valueShape,
  variants: ['wouldHaveVotedNoted'],
  example: { body: 'board', hadVote: false, present: true, conflict: false, closedBallot: false },
  judge: wouldHaveVoted,
})
