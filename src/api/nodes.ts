import { z } from 'zod'
import type { Deps } from '../database/transact.ts'
import { isDay } from '../kernel/day.ts'
import { loadTree, nodeKinds } from '../organisation/tree.ts'
import { words as registerWords } from '../registers/words.ts'
import type { Ctx } from '../web/view.ts'
import { refuse, textShape } from './answers.ts'

export const nodesShape = z.object({
  day: z.iso.date(),
  items: z.array(z.object({ id: z.uuid(), slug: z.string(), kind: z.enum(nodeKinds), name: textShape, short: z.string(), parentId: z.uuid().nullable() })),
})

/** The organisation as it was on `?day=`, or today: the ids that registers' fields name. */
export const listNodes = async (c: Ctx, deps: Deps): Promise<Response> => {
  const day = c.req.query('day') ?? c.get('view').today
  if (!isDay(day)) return refuse(c, [{ code: 'field.unreadable', field: 'day', text: registerWords.badDay(day.slice(0, 100)) }])
  const tree = await loadTree(deps.store, day)
  return c.json({ day, items: tree.nodes.map(({ id, slug, kind, name, short, parentId }) => ({ id, slug, kind, name, short, parentId })) })
}
