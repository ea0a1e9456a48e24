import type { Refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/number.ts'

/** The smallest council by the number of people with the right to vote, largest first (KL 5:5). */
const councilMinimum = [
  { over: 600_000, seats: 101 },
  { over: 36_000, seats: 61 },
  { over: 24_000, seats: 51 },
  { over: 16_000, seats: 41 },
  { over: 8_000, seats: 31 },
] as const
const smallestCouncil = 21
const smallestExecutiveBoard = 5

/** How many seats a council must have at least, by the voters on 1 March of the year before the election. KL 5:5–6. */
export const minimumCouncilSeats = (voters: number): number => councilMinimum.find((step) => voters > step.over)?.seats ?? smallestCouncil

/**
 * What is wrong with a number of seats: a council's must be odd and large enough for its voters (KL 5:5); an executive
 * board has at least five members (KL 6:16). Other bodies choose freely. `voters` is null when the instance has not been told;
 * then the smallest council of all is the limit. Does not check from which election a new number applies (KL 5:7).
 */
export const seatsHindrances = (kind: string, seats: number | null, voters: number | null): readonly Refusal[] => {
  if (kind === 'council') {
    const least = minimumCouncilSeats(voters ?? 0)
    return [
      ...(seats === null || seats < least ? [tooFew(least, 'KL 5:5', voters)] : []),
      ...(seats !== null && seats % 2 === 0
        ? [
            {
              code: 'seats.even',
              field: 'seats',
              law: 'KL 5:5',
              text: { sv: `Antalet platser i fullmäktige ska vara udda. Du skrev ${seats}.`, en: `A council has an odd number of seats. You wrote ${seats}.` },
            },
          ]
        : []),
    ]
  }
  return kind === 'executive_board' && (seats === null || seats < smallestExecutiveBoard) ? [tooFew(smallestExecutiveBoard, 'KL 6:16', null)] : []
}

const tooFew = (least: number, law: string, voters: number | null): Refusal => ({
  code: 'seats.few',
  field: 'seats',
  law,
  text: {
    sv: `Det ska vara minst ${least} platser${voters === null ? '' : ` med ${formatNumber(voters, 0, 'sv')} röstberättigade`}.`,
    en: `There must be at least ${least} seats${voters === null ? '' : ` with ${formatNumber(voters, 0, 'en')} voters`}.`,
  },
})
