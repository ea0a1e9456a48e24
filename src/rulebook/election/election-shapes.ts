import { z } from 'zod'
import { countShape, fractionShape, nameShape, type Of, seatsShape, someShape } from '../shapes.ts'

const ballotShape = z.strictObject({
  label: nameShape.nullable().meta({ description: 'the name of the group above the names; null when there is none' }),
  names: z
    .array(z.union([nameShape, z.strictObject({ name: nameShape, struck: z.boolean().optional(), unclear: z.boolean().optional() })]))
    .max(1001)
    .meta({ description: 'in order; unclear: who is meant, or the order, cannot be told; a name written again does not count' }),
  count: someShape.meta({ description: 'how many such ballots' }),
  fault: z.enum(['not_closed', 'form']).optional().meta({ description: 'makes the ballot invalid' }),
})

/** The facts of the rule `election`: seats, ballots by label and names with their count, and the lots drawn. Lag 2022:629 5–10 §§. */
export const electionFacts = z.strictObject({
  seats: seatsShape.meta({ description: 'how many the election is of' }),
  present: countShape.optional().meta({ description: 'with it the number of ballots is checked' }),
  ballots: z.array(ballotShape).max(10_000),
  ineligible: z.array(nameShape).optional().meta({ description: 'names that may not be elected' }),
  maxNames: someShape.optional().meta({ description: 'names that count on a ballot, the last beyond so many left out; default as many as seats (10 §)' }),
  lots: z.array(z.int().min(1)).optional().meta({ description: 'numbers of the groups that the lots gave, in the order drawn' }),
})
/** As `electionFacts` tells. */
export type ElectionFacts = Of<typeof electionFacts>

const stepShape = z.strictObject({
  group: z.int().meta({ description: 'groups are numbered from 1 as their first valid ballot comes among `ballots`' }),
  label: z.string(),
  name: z.string(),
  quotient: fractionShape.meta({ description: 'the comparative number it won by' }),
  byLot: z.boolean().meta({ description: 'did a lot settle it?' }),
  shared: z.int().meta({ description: 'how many groups have now given this person a seat; each bears 1/shared of it' }),
})

/** The value of the rule `election`: the elected in order, each seat with its exact comparative number, the groups, what did not count, and the lot to draw. Lag 2022:629 14–21 §§. */
export const electionValue = z.strictObject({
  status: z.enum(['done', 'lot', 'exhausted']).meta({ description: 'lot: one must be drawn; exhausted: the lists ended before the seats' }),
  elected: z.array(z.string()).meta({ description: 'in the order they got their first seat' }),
  vacant: z.int().meta({ description: 'seats that nobody holds yet' }),
  steps: z.array(stepShape).meta({ description: 'one for each seat given, shared seats too, in order' }),
  groups: z.array(
    z.strictObject({
      group: z.int(),
      label: z.string(),
      names: z.array(z.string()).meta({ description: 'the names that count, in order' }),
      votes: z.int(),
      seats: z.int().meta({ description: 'seats it has given, shared ones too' }),
      load: fractionShape.meta({ description: 'its seats, a shared one as its part: the comparative number is votes divided by load + 1' }),
    }),
  ),
  uncounted: z.array(
    z.strictObject({
      why: z
        .enum(['not_closed', 'form', 'no_label', 'ineligible', 'struck', 'unclear', 'surplus'])
        .meta({ description: 'not_closed, form, no_label: the whole ballot is invalid (9 §); else a name that does not count (10 §)' }),
      label: z.string().nullable(),
      name: z.string().nullable(),
      count: z.int(),
    }),
  ),
  lot: z
    .strictObject({ among: z.array(z.int()), quotient: fractionShape })
    .nullable()
    .meta({ description: 'the groups to draw among, by number, and their equal comparative number; a lot is drawn at every tie, since the order may matter' }),
})
/** As `electionValue` tells. */
export type ElectionValue = Of<typeof electionValue>
