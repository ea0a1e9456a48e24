import { compare, type Rational, rational } from '../rational.ts'

/** The comparative number of the adjusted odd-number method: votes divided by 1.2 before the first seat, then by 3, 5, 7 … Vallag 14:3. */
export const oddQuotient = (votes: number, seats: number): Rational => (seats === 0 ? rational(votes * 10, 12) : rational(votes, 2 * seats + 1))

/** Those with the largest comparative number, in the order given; none when there are none. */
export const largest = <T extends { readonly quotient: Rational }>(taking: readonly T[]): readonly T[] => {
  let best: T[] = []
  for (const one of taking) {
    const than = best[0] === undefined ? 1 : compare(one.quotient, best[0].quotient)
    if (than > 0) best = [one]
    else if (than === 0) best.push(one)
  }
  return best
}
