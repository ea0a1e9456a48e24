import { z } from 'zod'

/**
 * Where the law leaves room, or its reading is disputed, a municipality settles it in its own rules of procedure. Each variant
 * says what is chosen between, and what holds when nothing is said.
 */
export const variantsShape = z.strictObject({
  weekBefore: z.enum(['seven_days', 'seven_clear_days']).meta({
    description:
      'KL 5:13, 5:15 "minst en vecka före": seven_days (default) allows the same weekday a week before, seven_clear_days asks for seven whole days between.',
  }),
  saturdayIsWeekday: z.boolean().meta({
    description: 'KL 5:14–15 "vardagen närmast före": is Saturday a weekday? Default false, the safe reading.',
  }),
  eveIsWeekday: z.boolean().meta({
    description:
      'KL 5:14–15 "vardagen närmast före": are Midsummer’s, Christmas and New Year’s Eve weekdays when they fall on one? Default false, the safe reading (lag 1930:173 2 § equals them with Sundays).',
  }),
  announcementRolls: z.boolean().meta({
    description: 'KL 8:12: may the second day after adjustment roll to the next working day (lag 1930:173 2 §)? Default false.',
  }),
  legalForceFrom: z.enum(['day_after', 'confirmed']).meta({
    description:
      'KL 13:5, 13:14: an unappealed decision gains legal force the day after the last day to appeal (day_after, default, held by practice), or is treated so only when it is confirmed that nobody has appealed (confirmed).',
  }),
  chairVotesLast: z.boolean().meta({ description: 'KL 5:53–54, practice: does the one who presides vote last in a roll call? Default true.' }),
  abstainerMayReserve: z.boolean().meta({
    description: 'KL 4:27: has one who abstained in the vote taken part in the decision, and may reserve? Disputed. Default false.',
  }),
  wouldHaveVotedNoted: z.boolean().meta({
    description: 'KL is silent, practice: is it noted in the minutes how one who was there without vote would have voted, where that is asked? Default true.',
  }),
  postponementClass: z.enum(['minority_first', 'majority_first']).meta({
    description:
      'KL 5:50: is a postponement that a third asked for, and that also won the vote, one by the minority (minority_first, default) or by the majority (majority_first: the right remains unused)?',
  }),
  postponementYes: z.enum(['decide_today', 'postpone']).meta({
    description: 'What Yes means when tabling or referral is put to the vote. Practice: decide_today (default).',
  }),
  sharedSeats: z.enum(['until_all_seats', 'one_round_a_seat']).meta({
    description:
      'Lag 2022:629 18–19 §§, a person elected from several groups: go on until as many persons as seats are elected (until_all_seats, default), or stop after as many rounds as seats (one_round_a_seat).',
  }),
  surplusNames: z.enum(['after_uncounted', 'as_written']).meta({
    description:
      'Lag 2022:629 10 §, names beyond what the election is of: counted among the names that count (after_uncounted, default), or among all that are written (as_written).',
  }),
  namesInClosedBallot: z.boolean().meta({
    description: 'KL 5:67: may the minutes tell how each voted in a closed ballot? Default false.',
  }),
  lostPictureIsAbsent: z.boolean().meta({
    description: 'KL 5:16: is a remote member whose sound or picture is lost counted as absent at once? Default true.',
  }),
  substituteMayReturn: z.boolean().meta({
    description:
      'KL 5:20: may a substitute who served on the latest item, and left for another reason than conflict of interest, serve again the same day? Default false, as for members.',
  }),
  membersJointly: z.boolean().meta({
    description: 'KL 6:37: may a board delegate to two members jointly without making them a committee? Default false.',
  }),
  urgentWithinDelegationBan: z.boolean().meta({
    description: 'Does the ban on delegating certain matters (KL 6:38) also bind urgent decisions (KL 6:39)? Commonly held not. Default false.',
  }),
})

/** The municipality's choices. */
export type Variants = Readonly<z.infer<typeof variantsShape>>

/** What holds when a municipality has said nothing. */
export const defaultVariants: Variants = {
  weekBefore: 'seven_days',
  saturdayIsWeekday: false,
  eveIsWeekday: false,
  announcementRolls: false,
  legalForceFrom: 'day_after',
  chairVotesLast: true,
  abstainerMayReserve: false,
  wouldHaveVotedNoted: true,
  postponementClass: 'minority_first',
  postponementYes: 'decide_today',
  sharedSeats: 'until_all_seats',
  surplusNames: 'after_uncounted',
  namesInClosedBallot: false,
  lostPictureIsAbsent: true,
  substituteMayReturn: false,
  membersJointly: false,
  urgentWithinDelegationBan: false,
}

/** The name of a variant. */
export type VariantName = keyof Variants
/** The variants in their order. */
export const variantNames = Object.keys(variantsShape.shape) as readonly VariantName[]

/** Those that a municipality can choose: the acts of the system ask them. The other is asked only of the rules from outside. */
export const choosableVariants: readonly VariantName[] = variantNames.filter((name) => name !== 'membersJointly')

/** Chosen values over the defaults. What is no answer to its variant, or no variant, is left out: then the default holds. */
export const variantsWith = (chosen: readonly { readonly variant: string; readonly value: unknown }[]): Variants => {
  const answered = chosen.filter(
    ({ variant, value }) => Object.hasOwn(variantsShape.shape, variant) && variantsShape.shape[variant as VariantName].safeParse(value).success,
  )
  return answered.length === 0 ? defaultVariants : { ...defaultVariants, ...Object.fromEntries(answered.map(({ variant, value }) => [variant, value])) }
}
