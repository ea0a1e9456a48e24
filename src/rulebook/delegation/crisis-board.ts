import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, nameShape, type Of } from '../shapes.ts'

const crisisFacts = z.strictObject({
  extraordinary: z.boolean().meta({ description: 'is it an extraordinary event?' }),
  activatedBy: z.enum(['chair', 'vice_chair', 'other']).nullable().meta({ description: 'vice_chair: when the chair is hindered; null: nobody' }),
  activated: dayShape.nullable().meta({ description: 'the day it was made active; null: never' }),
  ended: dayShape.nullable().meta({ description: 'the day it ceased, by itself, the executive board or the council' }),
  acts: z.array(dayShape).max(10_000).meta({ description: 'the days on which the crisis board decided' }),
  chairDecisions: z
    .array(
      z.strictObject({ on: dayShape, reported: dayShape.nullable().meta({ description: 'when it was told to the crisis board; null when it has not been' }) }),
    )
    .max(10_000)
    .optional()
    .meta({
      description:
        'urgent decisions of its chair alone, told to the board promptly (LEH 2:3): at the latest when the board has met again by today; default none',
    }),
  takenOver: z
    .array(
      z.strictObject({
        area: nameShape,
        necessary: z.boolean().meta({ description: 'as far as the event makes it necessary?' }),
        returned: dayShape.nullable().meta({ description: 'when it was given back; null while it is not' }),
      }),
    )
    .max(1000)
    .optional()
    .meta({ description: 'areas taken over from other boards (LEH 2:4); default none' }),
  allowsReturn: z.boolean().optional().meta({ description: 'do the circumstances allow that areas taken over are given back (LEH 2:4)? default false' }),
  nextCouncil: dayShape.nullable().meta({ description: 'the council’s first meeting after' }),
  reported: dayShape.nullable().meta({ description: 'when the decisions were told to the council' }),
  today: dayShape,
})
const crisisValue = z.strictObject({
  active: z.boolean().meta({ description: 'is it active today? only where the chair, or the vice chair in that place, has made it so' }),
  actsOutside: z.int().meta({ description: 'acts on days it was not active, its own and its chair’s' }),
  toTell: z.int().meta({ description: 'urgent decisions of the chair not yet told to the board' }),
  toReturn: z
    .array(z.string())
    .meta({ description: 'areas to be given back: the circumstances allow it, and they are not. When the board has ceased they are back by law (LEH 2:6)' }),
})

/**
 * Does the crisis board act lawfully? It exists always but is active only when its chair has decided so, because of an extraordinary event (LEH 2:2–3); the chair alone in what cannot wait, told to the board promptly (2:3); it takes over areas of other boards as far as necessary, and gives them back
 * when it can (2:4); all its decisions are told at the council's next meeting (2:5–6).
 */
export const crisisBoard = ({
  extraordinary,
  activatedBy,
  activated,
  ended,
  acts,
  chairDecisions = [],
  takenOver = [],
  allowsReturn = false,
  nextCouncil,
  reported,
  today,
}: Of<typeof crisisFacts>): Ruling<Of<typeof crisisValue>> => {
  if (activated === null && (activatedBy !== null || ended !== null))
    return contradiction([
      refusal(
        'crisis.never',
        'LEH 2:3',
        'Det som inte har trätt i funktion kan inte upphöra eller ha beslutats av någon.',
        'What never began to act cannot have ceased, nor been begun by anyone.',
        'activated',
      ),
    ])
  if (activated !== null && ended !== null && ended < activated)
    return contradiction([
      refusal(
        'crisis.ended_before',
        'LEH 2:6',
        `Den kan inte upphöra ${ended} före ${activated}.`,
        `It cannot cease on ${ended} before ${activated}.`,
        'ended',
      ),
    ])
  const lawful = activatedBy === 'chair' || activatedBy === 'vice_chair'
  const within = (on: string): boolean => lawful && activated !== null && on >= activated && (ended === null || on <= ended)
  const outside = [
    ...acts.map((on, i) => ({ on, field: `acts[${i}]` })),
    ...chairDecisions.map(({ on }, i) => ({ on, field: `chairDecisions[${i}].on` })),
  ].filter(({ on }) => !within(on))
  const untoldToBoard = chairDecisions.flatMap(({ on, reported: told }, i) => (told === null && acts.some((met) => met > on && met <= today) ? [i] : []))
  const ceased = ended !== null && ended <= today
  const toReturn = allowsReturn && !ceased ? takenOver.filter(({ returned }) => returned === null || returned > today).map(({ area }) => area) : []
  const untold = acts.length + chairDecisions.length > 0 && nextCouncil !== null && (reported ?? today) > nextCouncil
  return ruling(
    { active: within(today), actsOutside: outside.length, toTell: untoldToBoard.length, toReturn },
    [
      ...when(activated !== null && !extraordinary, () =>
        refusal('crisis.event', 'LEH 2:3', 'Det är ingen extraordinär händelse.', 'It is no extraordinary event.', 'extraordinary'),
      ),
      ...when(activated !== null && (activatedBy === null || activatedBy === 'other'), () =>
        refusal(
          'crisis.by',
          'LEH 2:3',
          'Ordföranden, eller vid förfall vice ordföranden, beslutar att nämnden träder i funktion.',
          'The chair, or the vice chair when hindered, decides that the board begins to act.',
          'activatedBy',
        ),
      ),
      ...outside.map(({ on, field }) =>
        refusal('crisis.inactive', 'LEH 2:3', `Nämnden var inte i funktion ${on}.`, `The board was not active on ${on}.`, field),
      ),
      ...untoldToBoard.map((i) =>
        refusal(
          'crisis.chair_untold',
          'LEH 2:3',
          'Ordförandens brådskande beslut ska snarast anmälas till nämnden, som har sammanträtt sedan dess.',
          'The chair’s urgent decision is told to the board promptly, and the board has met since.',
          `chairDecisions[${i}].reported`,
        ),
      ),
      ...takenOver.flatMap(({ area, necessary }, i) =>
        when(!necessary, () =>
          refusal(
            'crisis.unnecessary',
            'LEH 2:4',
            `${area}: verksamhet får bara övertas så långt händelsen gör det nödvändigt.`,
            `${area}: an area is taken over only as far as the event makes it necessary.`,
            `takenOver[${i}].necessary`,
          ),
        ),
      ),
      ...when(toReturn.length > 0, () =>
        refusal(
          'crisis.return',
          'LEH 2:4',
          `Ska återgå till ordinarie nämnd: ${toReturn.join(', ')}.`,
          `To be given back to the ordinary board: ${toReturn.join(', ')}.`,
          'takenOver',
        ),
      ),
      ...when(untold, () =>
        refusal(
          'crisis.untold',
          'LEH 2:5',
          `Besluten ska anmälas vid fullmäktiges nästa sammanträde, ${nextCouncil}.`,
          `The decisions are told at the council’s next meeting, ${nextCouncil}.`,
          'reported',
        ),
      ),
    ],
    [
      activated === null
        ? because('LEH 2:3', 'Nämnden är inte i funktion.', 'The board is not active.')
        : because(
            'LEH 2:3',
            `I funktion från ${activated}${ended === null ? '' : ` till ${ended}`}.`,
            `Active from ${activated}${ended === null ? '' : ` to ${ended}`}.`,
          ),
    ],
  )
}

/** The rule `crisis-board`: does the crisis board act lawfully? LEH (2006:544) 2:2–6. Facts: extraordinary, activatedBy, activated, ended, acts, chairDecisions, takenOver, allowsReturn, nextCouncil, reported, today. Value: active, actsOutside, toTell, toReturn. */
export const crisisBoardRule = rule({
  name: 'crisis-board',
  law: 'LEH (2006:544) 2:2–6',
  words: { sv: 'handlar krisledningsnämnden lagligt?', en: 'does the crisis board act lawfully?' },
  okMeans: 'the board was lawfully made active, acted only while active, took over and gave back as it should, and told the council',
  facts: crisisFacts,
  value: crisisValue,
  example: {
    extraordinary: true,
    activatedBy: 'chair',
    activated: '2026-02-03',
    ended: null,
    acts: ['2026-02-03'],
    nextCouncil: '2026-02-23',
    reported: '2026-02-23',
    today: '2026-02-23',
  },
  judge: crisisBoard,
})
