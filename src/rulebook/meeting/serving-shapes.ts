import { z } from 'zod'
import { bodyShape, nameShape, type Of } from '../shapes.ts'

const personShape = z.strictObject({
  id: nameShape,
  party: nameShape.nullable().meta({ description: 'null: outside the parties; in a council then without substitutes' }),
  constituency: nameShape.optional().meta({ description: 'council: the constituency elected from; has no meaning in other bodies (KL 5:21)' }),
})

const stepShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrive'), who: nameShape }),
  z.strictObject({ kind: z.literal('leave'), who: nameShape, reason: z.enum(['conflict', 'other']) }),
  z.strictObject({
    kind: z.literal('item'),
    item: nameShape,
    conflicts: z.array(nameShape).optional().meta({ description: 'persons in the room who take no part in this item for conflict of interest' }),
    serving: z
      .array(z.strictObject({ seat: nameShape, who: nameShape }))
      .optional()
      .meta({ description: 'who is said to serve on which member’s seat, to be checked' }),
  }),
])

/** Who sits in the body, who was there from the beginning, and what happened in order. */
export const servingFacts = z.strictObject({
  body: bodyShape,
  members: z.array(personShape).min(1).max(1001),
  substitutes: z.array(personShape).max(2002).meta({ description: 'in the order in which they are called' }),
  constituencies: z.array(nameShape).optional().meta({ description: 'the order in which constituencies fall back on each other; default as they appear' }),
  fallback: z.record(nameShape, z.array(nameShape)).optional().meta({ description: 'by constituency: its own order of fallback' }),
  partyFallback: z.record(nameShape, z.array(nameShape)).optional().meta({ description: 'boards only: other groups’ substitutes that may serve, in order' }),
  present: z.array(nameShape).meta({ description: 'there when the meeting opened' }),
  course: z.array(stepShape).max(20_000),
})
export type ServingFacts = Of<typeof servingFacts>

const itemShape = z.strictObject({
  item: z.string(),
  serving: z.array(z.strictObject({ seat: z.string(), who: z.string(), as: z.enum(['member', 'substitute']) })),
  vacant: z.array(z.string()).meta({ description: 'seats (by member) that nobody fills' }),
  present: z.int(),
  awayForConflict: z.int(),
  required: z.int(),
  quorate: z.boolean(),
})
/** Who serves on each item. */
export const servingValue = z.strictObject({ items: z.array(itemShape) })
export type ServingItem = Of<typeof itemShape>
