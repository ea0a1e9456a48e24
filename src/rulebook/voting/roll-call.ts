import type { Variants } from '../variants.ts'

/** The order of a roll call: as the voters stand, the one who presides last where the body reads it so. Practice, KL 5:53–54. */
export const rollCall = (voters: readonly string[], chair: string | null, { chairVotesLast }: Pick<Variants, 'chairVotesLast'>): readonly string[] =>
  chair !== null && chairVotesLast && voters.includes(chair) ? [...voters.filter((id) => id !== chair), chair] : voters
