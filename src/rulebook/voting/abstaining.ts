import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  presides: z.boolean().meta({ description: 'is it the one who presides?' }),
  needed: z.boolean().meta({ description: 'is the vote needed for the item to be decided, as at a tie?' }),
  authorityExercise: z.boolean().meta({ description: 'does the item exercise authority towards an individual?' }),
  handled: z.boolean().meta({ description: 'has the member taken part in handling the item?' }),
  hasVoted: z
    .boolean()
    .optional()
    .meta({ description: 'has the member already voted for one proposal in the item? nobody must vote for more than one; default false' }),
  abstains: z.boolean().optional().meta({ description: 'does the member abstain? default true' }),
})
const valueShape = z.strictObject({
  votes: z.int().meta({ description: 'how many votes a member has: one' }),
  mayAbstain: z.boolean().meta({ description: 'may this member abstain?' }),
})

/**
 * May a member abstain? Each has one vote (KL 4:24) and may abstain from a ballot or a decision, but not the one who presides where the vote
 * is needed (4:25), nor a member of a board who has handled an item that exercises authority towards an individual, though none must vote for
 * more than one proposal (4:26).
 */
export const abstaining = ({
  body,
  presides,
  needed,
  authorityExercise,
  handled,
  hasVoted = false,
  abstains = true,
}: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const mustAsChair = presides && needed
  const mustAsHandler = body !== 'council' && authorityExercise && handled && !hasVoted
  return ruling(
    { votes: 1, mayAbstain: !mustAsChair && !mustAsHandler },
    [
      ...when(abstains && mustAsChair, () =>
        refusal(
          'abstaining.chair',
          'KL 4:25',
          'Ordföranden är skyldig att rösta när det behövs för att ärendet ska avgöras.',
          'The chair must vote when that is needed for the item to be decided.',
          'abstains',
        ),
      ),
      ...when(abstains && mustAsHandler, () =>
        refusal(
          'abstaining.authority',
          'KL 4:26',
          'Den som har handlagt ett ärende om myndighetsutövning mot en enskild ska delta i avgörandet.',
          'One who has handled an item of authority towards an individual takes part in deciding it.',
          'abstains',
        ),
      ),
    ],
    [because('KL 4:24–25', 'En ledamot har en röst och har rätt att avstå.', 'A member has one vote and may abstain.')],
  )
}

/** `abstaining`: may this member abstain (`mayAbstain`)? KL 4:24–26. */
export const abstainingRule = rule({
  name: 'abstaining',
  law: 'KL 4:24–26',
  words: { sv: 'får ledamoten avstå?', en: 'may the member abstain?' },
  okMeans: 'the member does not abstain, or may',
  facts: factsShape,
  value: valueShape,
  example: { body: 'board', presides: false, needed: false, authorityExercise: true, handled: true, abstains: false },
  judge: abstaining,
})
