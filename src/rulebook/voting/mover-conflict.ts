import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  movers: z
    .array(z.strictObject({ id: z.string(), conflict: z.boolean().meta({ description: 'is the person kept from the item by conflict of interest?' }) }))
    .meta({ description: 'who moved it, and who have joined it since' }),
  parties: z.int().min(0).meta({ description: 'parties that move it, where no persons are named' }),
  put: z.boolean().meta({ description: 'had the chair put it to the meeting before the last of them was found in conflict?' }),
})
const valueShape = z.strictObject({
  stands: z.boolean().meta({ description: 'is the motion still put?' }),
  upheldBy: z.array(z.string()).meta({ description: 'the persons who uphold it, without those in conflict' }),
})
export type MoverConflictFacts = Of<typeof factsShape>

/**
 * Does a motion stand when somebody who moved it is in conflict of interest? One in conflict may not take part in the handling of the item
 * (KL 5:47, 6:30), and a motion is part of it: it falls unless somebody else upholds it. What has been put is the meeting's, and is answered.
 */
export const moverConflict = ({ body, movers, parties, put }: MoverConflictFacts): Ruling<Of<typeof valueShape>> => {
  const law = body === 'council' ? 'KL 5:47' : 'KL 6:30'
  const upheldBy = movers.filter((m) => !m.conflict).map((m) => m.id)
  const conflicts = movers.length - upheldBy.length
  const alone = conflicts > 0 && upheldBy.length === 0 && parties === 0
  const refusals = when(alone && !put, () =>
    refusal(
      'motion.fallen',
      law,
      'Yrkandet faller: den som är jävig deltar inte i handläggningen, och ingen annan har upprätthållit yrkandet.',
      'The motion falls: one in conflict of interest takes no part in the handling, and nobody else has upheld the motion.',
      'movers',
    ),
  )
  return ruling({ stands: !alone || put, upheldBy }, refusals, [
    conflicts === 0
      ? because(law, 'Ingen av dem som yrkar är jävig: yrkandet står.', 'None of those who move it is in conflict of interest: the motion stands.')
      : !alone
        ? because(law, 'Andra än den som är jävig upprätthåller yrkandet: det står.', 'Others than the one in conflict uphold the motion: it stands.')
        : put
          ? because(law, 'Yrkandet var redan ställt till mötet: det besvaras.', 'The motion had already been put to the meeting: it is answered.')
          : because(law, 'Bara den som är jävig står bakom yrkandet: det ställs inte.', 'Only the one in conflict is behind the motion: it is not put.'),
  ])
}

/** The rule `mover-conflict`: does a motion stand when its mover is in conflict of interest? KL 5:47, 6:30 and practice. Facts: body, movers, parties, put. Value: stands, upheldBy. */
export const moverConflictRule = rule({
  name: 'mover-conflict',
  law: 'KL 5:47, 6:30',
  words: { sv: 'står ett yrkande när den som har lagt det är jävig?', en: 'does a motion stand when its mover is in conflict of interest?' },
  okMeans: 'the motion is put',
  facts: factsShape,
  value: valueShape,
  example: {
    body: 'board',
    movers: [
      { id: 'A', conflict: true },
      { id: 'B', conflict: false },
    ],
    parties: 0,
    put: false,
  },
  judge: moverConflict,
})
