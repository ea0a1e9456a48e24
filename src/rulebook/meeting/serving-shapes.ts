import { z } from 'zod'
import { bodyShape, nameShape, type Of } from '../shapes.ts'

const personShape = z.strictObject({
  id: nameShape,
  party: nameShape.nullable().meta({ description: 'null: outside the parties; in a council then without substitutes' }),
  constituency: nameShape.optional().meta({ description: 'council: the constituency elected from; has no meaning in other bodies (KL 5:21)' }),
})

const memberShape = personShape.extend({
  order: z.array(nameShape).optional().meta({
    description:
      'council: the member’s own substitutes in the order decided for that member; when none of them can, those of the party’s other members, in the order of `members` (KL 5:21). Default the order of `substitutes`',
  }),
})

const stepShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrive'), who: nameShape }),
  z.strictObject({
    kind: z.literal('leave'),
    who: nameShape,
    reason: z
      .enum(['conflict', 'other'])
      .meta({ description: 'conflict: steps out for conflict of interest and may come back; other: may not serve again the same day' }),
  }),
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
  members: z
    .array(memberShape)
    .min(1)
    .max(1001)
    .meta({ description: 'in the order of seats, for each party the one who got its first place first; one for each seat' }),
  substitutes: z.array(personShape).max(2002).meta({ description: 'in the order in which they are called within their party' }),
  constituencies: z.array(nameShape).optional().meta({
    description:
      'council: the order in which constituencies fall back on each other, the one where the party has most votes first (KL 5:21); default as they appear among members, then among substitutes',
  }),
  fallback: z.record(nameShape, z.array(nameShape)).optional().meta({ description: 'council, by constituency: its own order of fallback instead' }),
  partyFallback: z.record(nameShape, z.array(nameShape)).optional().meta({ description: 'boards only: other groups’ substitutes that may serve, in order' }),
  present: z.array(nameShape).meta({ description: 'members and substitutes in the room when the meeting opened' }),
  course: z.array(stepShape).max(20_000).meta({
    description: 'what happened, in order; leave: reason conflict for one who goes out for an item, other for all else; an item answers who serves on it',
  }),
})
/** The facts of the rule `substitutes`: the body’s members and substitutes by id, who was there, and the course. KL 5:17–21. */
export type ServingFacts = Of<typeof servingFacts>

const itemShape = z.strictObject({
  item: z.string().meta({ description: 'as in the course' }),
  serving: z
    .array(z.strictObject({ seat: z.string(), who: z.string(), as: z.enum(['member', 'substitute']) }))
    .meta({ description: 'in the order of members; seats of those absent are filled before seats of those in conflict on just this item' }),
  vacant: z.array(z.string()).meta({ description: 'seats (by member) that nobody fills' }),
  present: z.int().meta({ description: 'how many serve' }),
  awayForConflict: z.int().meta({ description: 'seats empty because the one who would serve is in conflict' }),
  required: z.int().meta({ description: 'the quorum' }),
  quorate: z.boolean().meta({ description: 'may the item be handled?' }),
})
/** Who serves on each item. */
export const servingValue = z.strictObject({ items: z.array(itemShape) })
/** Who serves on one item, seat by seat, with the quorum. */
export type ServingItem = Of<typeof itemShape>
