import { z } from 'zod'
import type { Refusal } from '../../kernel/refusal.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const remoteFacts = z.strictObject({
  councilPermits: z.boolean().meta({ description: 'has the council decided that members may take part from a distance?' }),
  sound: z.boolean().meta({ description: 'does the sound work both ways, in real time?' }),
  picture: z.boolean().meta({ description: 'does the picture?' }),
  allSeeAndHear: z.boolean().meta({ description: 'do all see and hear each other, at the same time?' }),
  equalTerms: z.boolean().meta({ description: 'do all take part on equal terms?' }),
  meeting: dayShape.optional().meta({
    description:
      'the day of the meeting; from 2026-07-01 KL 5:16 asks no longer that all see and hear each other on equal terms, but for the three facts below. Without a day: the wording until then',
  }),
  chairKnowsWho: z.boolean().optional().meta({ description: 'from 2026-07-01: can the chair make sure who takes part? default true' }),
  canFollow: z
    .boolean()
    .optional()
    .meta({ description: 'from 2026-07-01: can the member follow the meeting and take part in handling the items? default true' }),
  presidium: z
    .boolean()
    .optional()
    .meta({ description: 'from 2026-07-01: is it one of the council’s own presidium, who may not take part from a distance? default false' }),
})
const newWordingFrom = '2026-07-01'
const remoteValue = z.strictObject({ countsAsPresent: z.boolean().meta({ description: 'is the member counted as present?' }) })

/** Does a member at a distance count as present? If the council has allowed it, with sound and picture in real time so that all see and hear each other on equal terms; from July 2026 so that the chair knows who takes part and the member can follow and act, and never the council's own presidium (KL 5:16, 6:24). */
export const remote = (facts: Of<typeof remoteFacts>, { lostPictureIsAbsent }: Pick<Variants, 'lostPictureIsAbsent'>): Ruling<Of<typeof remoteValue>> => {
  const { councilPermits, sound, picture } = facts
  const link = sound && picture
  const refusals = [
    ...when(!councilPermits, () =>
      refusal(
        'remote.not_permitted',
        'KL 5:16, 6:24',
        'Fullmäktige har inte beslutat om deltagande på distans.',
        'The council has not decided on taking part from a distance.',
        'councilPermits',
      ),
    ),
    ...when(!sound && lostPictureIsAbsent, () =>
      refusal('remote.sound', 'KL 5:16', 'Ljudet är borta: räknas som frånvarande.', 'The sound is lost: counted as absent.', 'sound'),
    ),
    ...when(!picture && lostPictureIsAbsent, () =>
      refusal('remote.picture', 'KL 5:16', 'Bilden är borta: räknas som frånvarande.', 'The picture is lost: counted as absent.', 'picture'),
    ),
    ...(facts.meeting !== undefined && facts.meeting >= newWordingFrom ? newTerms(facts) : oldTerms(facts, lostPictureIsAbsent)),
  ]
  return ruling({ countsAsPresent: refusals.length === 0 }, refusals, [
    because(
      'KL 5:16',
      `Ljud ${sound ? 'ja' : 'nej'}, bild ${picture ? 'ja' : 'nej'}: ${link ? 'deltar i realtid' : 'förbindelsen är inte hel'}.`,
      `Sound ${sound ? 'yes' : 'no'}, picture ${picture ? 'yes' : 'no'}: ${link ? 'takes part in real time' : 'the link is not whole'}.`,
    ),
  ])
}

const oldTerms = ({ sound, picture, allSeeAndHear, equalTerms }: Of<typeof remoteFacts>, lostPictureIsAbsent: boolean): readonly Refusal[] => [
  ...when(sound && picture && !allSeeAndHear && lostPictureIsAbsent, () =>
    refusal('remote.all', 'KL 5:16', 'Alla ser och hör inte varandra.', 'Not all see and hear each other.', 'allSeeAndHear'),
  ),
  ...when(!equalTerms, () =>
    refusal('remote.terms', 'KL 5:16', 'Deltagandet är inte på lika villkor.', 'The participation is not on equal terms.', 'equalTerms'),
  ),
]

/** The wording of SFS 2026:836, for meetings from 1 July 2026. */
const newTerms = ({ chairKnowsWho = true, canFollow = true, presidium = false }: Of<typeof remoteFacts>): readonly Refusal[] => [
  ...when(!chairKnowsWho, () =>
    refusal('remote.who', 'KL 5:16', 'Ordföranden kan inte säkerställa vem som deltar.', 'The chair cannot make sure who takes part.', 'chairKnowsWho'),
  ),
  ...when(!canFollow, () =>
    refusal(
      'remote.follow',
      'KL 5:16',
      'Den som deltar kan inte följa mötet och behandla ärendena.',
      'The member cannot follow the meeting and handle its items.',
      'canFollow',
    ),
  ),
  ...when(presidium, () =>
    refusal(
      'remote.presidium',
      'KL 5:16',
      'Fullmäktiges presidium får inte delta på distans.',
      'The presidium of the council may not take part from a distance.',
      'presidium',
    ),
  ),
]

/** The rule `remote`: does a member at a distance count as present? KL 5:16, 6:24. Facts: councilPermits, sound, picture, allSeeAndHear, equalTerms, meeting, chairKnowsWho, canFollow, presidium. Value: countsAsPresent. */
export const remoteRule = rule({
  name: 'remote',
  law: 'KL 5:16, 6:24',
  words: { sv: 'räknas en ledamot på distans som närvarande?', en: 'does a member at a distance count as present?' },
  okMeans: 'the member counts as present',
  facts: remoteFacts,
  value: remoteValue,
  variants: ['lostPictureIsAbsent'],
  example: { councilPermits: true, sound: true, picture: true, allSeeAndHear: true, equalTerms: true },
  judge: remote,
})
