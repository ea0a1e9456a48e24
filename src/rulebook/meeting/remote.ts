import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const remoteFacts = z.strictObject({
  councilPermits: z.boolean().meta({ description: 'has the council decided that members may take part from a distance?' }),
  sound: z.boolean(),
  picture: z.boolean(),
  allSeeAndHear: z.boolean().meta({ description: 'do all see and hear each other, at the same time?' }),
  equalTerms: z.boolean().meta({ description: 'do all take part on equal terms?' }),
})
const remoteValue = z.strictObject({ countsAsPresent: z.boolean() })

/** Does a member at a distance count as present? If the council has allowed it, with sound and picture in real time so that all see and hear each other on equal terms (KL 5:16, 6:24). */
export const remote = (facts: Of<typeof remoteFacts>, { lostPictureIsAbsent }: Pick<Variants, 'lostPictureIsAbsent'>): Ruling<Of<typeof remoteValue>> => {
  const { councilPermits, sound, picture, allSeeAndHear, equalTerms } = facts
  const link = sound && picture && allSeeAndHear
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
    ...when(sound && picture && !allSeeAndHear && lostPictureIsAbsent, () =>
      refusal('remote.all', 'KL 5:16', 'Alla ser och hör inte varandra.', 'Not all see and hear each other.', 'allSeeAndHear'),
    ),
    ...when(!equalTerms, () =>
      refusal('remote.terms', 'KL 5:16', 'Deltagandet är inte på lika villkor.', 'The participation is not on equal terms.', 'equalTerms'),
    ),
  ]
  return ruling({ countsAsPresent: refusals.length === 0 }, refusals, [
    because(
      'KL 5:16',
      `Ljud ${sound ? 'ja' : 'nej'}, bild ${picture ? 'ja' : 'nej'}: ${link ? 'deltar i realtid' : 'förbindelsen är inte hel'}.`,
      `Sound ${sound ? 'yes' : 'no'}, picture ${picture ? 'yes' : 'no'}: ${link ? 'takes part in real time' : 'the link is not whole'}.`,
    ),
  ])
}

export const remoteRule = rule({
  name: 'remote',
  law: 'KL 5:16, 6:24',
  words: { sv: 'räknas en ledamot på distans som närvarande?', en: 'does a member at a distance count as present?' },
  facts: remoteFacts,
  value: remoteValue,
  variants: ['lostPictureIsAbsent'],
  example: { councilPermits: true, sound: true, picture: true, allSeeAndHear: true, equalTerms: true },
  judge: remote,
})
