import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, type Of } from '../shapes.ts'

const openFacts = z.strictObject({
  body: bodyShape,
  open: z.boolean().meta({ description: 'is the item handled with the public present or listening?' }),
  councilPermitsOpen: z.boolean().optional().meta({ description: 'boards: has the council let the board open its meetings? default false' }),
  authorityExercise: z.boolean().meta({ description: 'is it the exercise of authority?' }),
  secrecy: z.boolean().meta({ description: 'does the item hold what is secret by law?' }),
  closedByDecision: z.boolean().optional().meta({ description: 'council: has it decided to deliberate this item behind closed doors? default false' }),
})
const openValue = z.strictObject({
  mayBeOpen: z.boolean().meta({ description: 'may it be handled with the public there?' }),
  mayBeClosed: z.boolean().meta({ description: 'may it be handled behind closed doors?' }),
})

/** Open or closed? The council is public, but may close the deliberation of an item (KL 5:42). Boards are closed unless the council lets them open, and always in authority exercise and secrecy (6:25). */
export const openness = (facts: Of<typeof openFacts>): Ruling<Of<typeof openValue>> => {
  const { body, open, authorityExercise, secrecy, councilPermitsOpen = false, closedByDecision = false } = facts
  if (body === 'council')
    return ruling(
      { mayBeOpen: !closedByDecision, mayBeClosed: closedByDecision },
      [
        ...when(!open && !closedByDecision, () =>
          refusal(
            'openness.closed',
            'KL 5:42',
            'Fullmäktige är offentligt. Överläggningen i ett ärende får stängas bara genom beslut.',
            'The council is public. The deliberation of an item is closed by decision only.',
            'open',
          ),
        ),
        ...when(open && closedByDecision, () =>
          refusal(
            'openness.opened',
            'KL 5:42',
            'Fullmäktige har beslutat om stängda dörrar i ärendet.',
            'The council has decided on closed doors for the item.',
            'open',
          ),
        ),
      ],
      [because('KL 5:42', 'Fullmäktiges sammanträden är offentliga.', 'Meetings of the council are public.')],
    )
  const mayBeOpen = councilPermitsOpen && !authorityExercise && !secrecy
  return ruling(
    { mayBeOpen, mayBeClosed: true },
    open
      ? [
          ...when(!councilPermitsOpen, () =>
            refusal(
              'openness.not_permitted',
              'KL 6:25',
              'Fullmäktige har inte medgett öppna möten.',
              'The council has not permitted open meetings.',
              'councilPermitsOpen',
            ),
          ),
          ...when(authorityExercise, () =>
            refusal(
              'openness.authority',
              'KL 6:25',
              'Myndighetsutövning behandlas alltid inom stängda dörrar.',
              'Authority exercise is always handled behind closed doors.',
              'authorityExercise',
            ),
          ),
          ...when(secrecy, () =>
            refusal('openness.secrecy', 'KL 6:25', 'Sekretess i ärendet: stängda dörrar.', 'Secrecy in the item: closed doors.', 'secrecy'),
          ),
        ]
      : [],
    [
      because(
        'KL 6:25',
        'Nämnder sammanträder inom stängda dörrar om inte fullmäktige har medgett annat.',
        'Boards meet behind closed doors unless the council has permitted otherwise.',
      ),
    ],
  )
}

/** The rule `openness`: may or must the item be handled in public? KL 5:42, 6:25. Facts: body, open, councilPermitsOpen, authorityExercise, secrecy, closedByDecision. Value: mayBeOpen, mayBeClosed. */
export const opennessRule = rule({
  name: 'openness',
  law: 'KL 5:42, 6:25',
  words: { sv: 'får eller ska ärendet behandlas öppet?', en: 'may or must the item be handled in public?' },
  okMeans: 'the item is handled as open, or as closed, as it may be',
  facts: openFacts,
  value: openValue,
  example: { body: 'board', open: false, authorityExercise: true, secrecy: true },
  judge: openness,
})
