import { z } from 'zod'
import { addDays, type Day, day, longDay } from '../../kernel/day.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { minimumCouncilSeats, seatsHindrances } from '../seats.ts'
import { bodyShape, countShape, dayShape, nameShape, type Of, seatsShape } from '../shapes.ts'

const electionYearShape = z.int().min(1914).max(2185)
/** The last day to decide what is to hold from an election: the last of February that year. KL 5:7–8. */
const lastOfFebruary = (electionYear: number): Day => addDays(day(`${electionYear}-03-01`), -1)

const sizeFacts = z.strictObject({
  voters: countShape.meta({ description: 'people with the right to vote on 1 March of the year before the election' }),
  seats: seatsShape,
  electionYear: electionYearShape.meta({ description: 'the election from which the number is to hold' }).optional(),
  decided: dayShape.optional().meta({ description: 'when a changed number was decided; with electionYear the time is checked' }),
})
const sizeValue = z.strictObject({
  least: z.int().meta({ description: 'the least number of seats' }),
  latest: z.string().nullable().meta({ description: 'with electionYear: the last day of February that year' }),
})

/** May a council have so many seats? An odd number, at least 21, 31, 41, 51, 61 or 101 (KL 5:5) by the voters of 1 March the year before (5:6), decided before the end of February of the election year (5:7). */
export const councilSize = ({ voters, seats, electionYear, decided }: Of<typeof sizeFacts>): Ruling<Of<typeof sizeValue>> => {
  const least = minimumCouncilSeats(voters)
  const latest = electionYear === undefined ? null : lastOfFebruary(electionYear)
  return ruling(
    { least, latest },
    [
      ...seatsHindrances('council', seats, voters),
      ...when(latest !== null && decided !== undefined && decided > latest, () =>
        refusal(
          'council.late',
          'KL 5:7',
          `Antalet ska vara beslutat före februaris utgång valåret, senast ${latest}.`,
          `The number is decided before the end of February of the election year, ${latest} at the latest.`,
          'decided',
        ),
      ),
    ],
    [
      because('KL 5:5–6', `${voters} röstberättigade: minst ${least} platser.`, `${voters} voters: at least ${least} seats.`),
      ...(latest === null ? [] : [because('KL 5:7', `Beslutas senast ${longDay(latest, 'sv')}.`, `Decided on ${longDay(latest, 'en')} at the latest.`)]),
    ],
  )
}

/** The rule `council-size`: may the council have so many seats? KL 5:5–7. Facts: voters, seats, electionYear, decided. Value: least, latest. */
export const councilSizeRule = rule({
  name: 'council-size',
  law: 'KL 5:5–7',
  words: { sv: 'får fullmäktige ha så många platser?', en: 'may the council have so many seats?' },
  okMeans: 'the number of seats may stand, and was decided in time',
  facts: sizeFacts,
  value: sizeValue,
  example: { voters: 16_001, seats: 41 },
  judge: councilSize,
})

const seatsFacts = z.strictObject({
  body: bodyShape,
  seats: seatsShape,
  voters: countShape.nullable().meta({ description: 'for a council; null when not known' }),
  substitutes: countShape.optional().meta({ description: 'executive board: number of substitutes' }),
})
const seatsValue = z.strictObject({
  least: z.int().meta({ description: 'the least number of seats: 1 for boards and committees' }),
  leastSubstitutes: z.int().nullable().meta({ description: 'executive board: five; null for others' }),
})

/** May a body have so many seats? Council KL 5:5–6, executive board at least five members and as many substitutes (6:16); others as the council decides. */
export const bodySeats = ({ body, seats, voters, substitutes }: Of<typeof seatsFacts>): Ruling<Of<typeof seatsValue>> => {
  const executive = body === 'executive_board'
  const least = body === 'council' ? minimumCouncilSeats(voters ?? 0) : executive ? 5 : 1
  return ruling(
    { least, leastSubstitutes: executive ? 5 : null },
    [
      ...seatsHindrances(body, seats, voters),
      ...when(executive && substitutes !== undefined && substitutes < 5, () =>
        refusal(
          'seats.substitutes',
          'KL 6:16',
          `Styrelsen ska ha minst fem ersättare, inte ${substitutes}.`,
          `The executive board has at least five substitutes, not ${substitutes}.`,
          'substitutes',
        ),
      ),
    ],
    [because(body === 'council' ? 'KL 5:5–6' : 'KL 6:16', `${seats} platser, minst ${least} krävs.`, `${seats} seats, at least ${least} are required.`)],
  )
}

/** The rule `seats`: may the body have so many seats and substitutes? KL 5:5–6, 6:16. Facts: body, seats, voters, substitutes. Value: least, leastSubstitutes. */
export const bodySeatsRule = rule({
  name: 'seats',
  law: 'KL 5:5–6, 6:16',
  words: { sv: 'får organet ha så många platser och ersättare?', en: 'may the body have so many seats and substitutes?' },
  okMeans: 'the numbers may stand',
  facts: seatsFacts,
  value: seatsValue,
  example: { body: 'executive_board', seats: 13, voters: null, substitutes: 5 },
  judge: bodySeats,
})

const substitutesFacts = z.strictObject({
  share: z
    .string()
    .regex(/^\d{1,4}\/[1-9]\d{0,3}$/, 'a fraction such as 1/2')
    .meta({ description: 'substitutes as a share of each party’s seats: "1/2"; more than nothing, half at most' }),
  electionYear: electionYearShape.meta({ description: 'the election from which the share is to hold' }).optional(),
  decided: dayShape.optional().meta({ description: 'when a changed share was decided; with electionYear the time is checked' }),
  parties: z.array(z.strictObject({ name: nameShape, seats: countShape })).max(100),
})
const substitutesValue = z.strictObject({
  latest: z.string().nullable().meta({ description: 'with electionYear: the last day of February that year' }),
  parties: z.array(
    z.strictObject({
      name: z.string(),
      seats: z.int(),
      substitutes: z.int().meta({ description: 'the share rounded up, two at least; none without seats, or where the share is nothing' }),
    }),
  ),
})

/** How many substitutes each party of a council gets: the share the council decided, at most half of the party's seats and more than nothing, since there shall be substitutes, decided before the end of February of the election year (KL 5:8); a fraction rounded up (vallag 14:16), at least two where possible (14:17). */
export const councilSubstitutes = ({ share, parties, electionYear, decided }: Of<typeof substitutesFacts>): Ruling<Of<typeof substitutesValue>> => {
  const latest = electionYear === undefined ? null : lastOfFebruary(electionYear)
  const [n = 0, d = 1] = share.split('/').map(Number)
  const counted = parties.map(({ name, seats }) => ({ name, seats, substitutes: seats === 0 || n === 0 ? 0 : Math.max(2, Math.ceil((seats * n) / d)) }))
  return ruling(
    { latest, parties: counted },
    [
      ...when(n === 0, () =>
        refusal('substitutes.none', 'KL 5:8', 'Det ska finnas ersättare för ledamöterna.', 'There shall be substitutes for the members.', 'share'),
      ),
      ...when(2 * n > d, () =>
        refusal(
          'substitutes.share',
          'KL 5:8',
          `Ersättarna får vara högst hälften av platserna, inte ${share}.`,
          `Substitutes are half of the seats at most, not ${share}.`,
          'share',
        ),
      ),
      ...when(latest !== null && decided !== undefined && decided > latest, () =>
        refusal(
          'council.late',
          'KL 5:8',
          `Andelen ska vara beslutad före februaris utgång valåret, senast ${latest}.`,
          `The share is decided before the end of February of the election year, ${latest} at the latest.`,
          'decided',
        ),
      ),
    ],
    [
      because('KL 5:8', `Andelen är ${share} av varje partis platser.`, `The share is ${share} of each party’s seats.`),
      ...counted.map(({ name, seats, substitutes }) =>
        because('Vallag 14:16–17', `${name}: ${seats} platser, ${substitutes} ersättare.`, `${name}: ${seats} seats, ${substitutes} substitutes.`),
      ),
    ],
  )
}

/** The rule `council-substitutes`: how many substitutes does each party get? KL 5:8, vallag 14:16–17. Facts: share, parties, electionYear, decided. Value: latest, parties. */
export const councilSubstitutesRule = rule({
  name: 'council-substitutes',
  law: 'KL 5:8, vallag 14:16–17',
  words: { sv: 'hur många ersättare får varje parti?', en: 'how many substitutes does each party get?' },
  okMeans: 'the share may stand, and was decided in time',
  facts: substitutesFacts,
  value: substitutesValue,
  example: { share: '1/2', parties: [{ name: 'A', seats: 7 }] },
  judge: councilSubstitutes,
})
