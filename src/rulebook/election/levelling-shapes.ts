import { z } from 'zod'
import { countShape, fractionShape, nameShape, type Of, seatsShape } from '../shapes.ts'

/** The facts of the rule `levelling`: fixed seats by constituency, levelling seats, the parties’ votes by constituency, and the lots drawn. Vallag 4:14–15, 14:3–8. */
export const levellingFacts = z.strictObject({
  constituencies: z
    .array(z.strictObject({ name: nameShape, seats: seatsShape.meta({ description: 'its fixed seats, as the rule `constituencies` gives them' }) }))
    .min(2)
    .max(100),
  levelling: countShape.max(1001).meta({ description: 'levelling seats of the whole municipality' }),
  validVotes: countShape.optional().meta({ description: 'all valid votes, also of parties not listed; default the sum' }),
  parties: z
    .array(z.strictObject({ name: nameShape, votes: z.record(nameShape, countShape).meta({ description: 'by constituency, every one of them' }) }))
    .max(200),
  lots: z.array(nameShape).optional().meta({ description: 'the parties or constituencies that the lots gave, in the order drawn' }),
})
/** As `levellingFacts` tells. */
export type LevellingFacts = Of<typeof levellingFacts>

const stepKinds = ['fixed', 'returned', 'moved', 'levelling'] as const
const stepShape = z.strictObject({
  kind: z.enum(stepKinds).meta({
    description:
      'fixed: a fixed seat (14:3, 14:7); returned: one beyond the party’s share, given back (14:4 a); moved: to whom it went; levelling: a levelling seat placed (14:5)',
  }),
  constituency: z.string(),
  party: z.string(),
  quotient: fractionShape.meta({ description: 'the comparative number by which it was won, or, for a returned seat, had been won' }),
  byLot: z.boolean().meta({ description: 'did a lot settle it?' }),
})
/** One seat given, given back, moved or placed, with its exact number. */
export type LevellingStep = Of<typeof stepShape>

const lotShape = z.strictObject({
  step: z.enum(['fixed', 'share', 'returned', 'moved', 'levelling']).meta({ description: 'share: the last seats of the whole municipality' }),
  constituency: z.string().nullable(),
  party: z.string().nullable(),
  among: z.array(z.string()).meta({ description: 'parties, or constituencies where `party` is told; for moved "party, constituency"' }),
  quotient: fractionShape,
})
/** A lot to draw, and at which step. */
export type LevellingLot = Of<typeof lotShape>

/** The value of the rule `levelling`: seats by party and by constituency, and every step. Vallag 14:2–8. */
export const levellingValue = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn; what is told is as far as it goes' }),
  threshold: z.int().meta({ description: 'votes needed to take part: 3 per cent of the valid ones' }),
  parties: z.array(
    z.strictObject({
      name: z.string(),
      votes: z.int(),
      below: z.boolean().meta({ description: 'below the threshold, or without votes' }),
      share: z.int().meta({
        description:
          'seats with the municipality as one constituency (14:4); where a party keeps more than that, since nobody can take it over, counted again without that party and its seats (14:5)',
      }),
      fixed: z.int().meta({ description: 'fixed seats at first' }),
      returned: z.int().meta({ description: 'given back, beyond its share, and gone to another party' }),
      moved: z.int().meta({ description: 'seats received that others gave back' }),
      levelling: z.int().meta({ description: 'levelling seats' }),
      seats: z.int().meta({ description: 'all its seats' }),
    }),
  ),
  constituencies: z.array(
    z.strictObject({
      name: z.string(),
      seats: z.array(z.strictObject({ party: z.string(), fixed: z.int().meta({ description: 'after seats were given back' }), levelling: z.int() })),
    }),
  ),
  steps: z.array(stepShape),
  lot: lotShape.nullable().meta({ description: 'the lot to draw; one is called for only where not all that are equal get what it is about' }),
})
/** As `levellingValue` tells. */
export type LevellingValue = Of<typeof levellingValue>
