import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { hiddenFields, withoutFields } from '../registers/mask.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import type { Ctx } from '../web/view.ts'
import { type Change, changesOf } from './history-store.ts'

/** The history of a thing that the reader may see, without the fields that they may not read. */
interface OpenHistory {
  readonly title: string
  readonly register: string | null
  /** Secret fields of the thing by name. */
  readonly masked: Readonly<Record<string, string>>
  /** Changes from `before` (exclusive) on, latest first. */
  load(before: number | null, limit: number): Promise<readonly Change[]>
}

/** Opens the history of a thing for this reader; null where there is no such thing. */
export const openHistory = async (c: Ctx, { store }: Deps, id: string): Promise<Verdict<OpenHistory> | null> => {
  const thing = isId(id) ? await store.selectFrom('thing').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!thing) return null
  const { who, today } = c.get('view')
  const entry = await store.selectFrom('entry').select('owner_id').where('id', '=', id).executeTakeFirst()
  const subject = subjectOf({ nodeId: thing.node_id, ownerId: entry?.owner_id ?? null, secrecy: thing.secrecy }, await loadTree(store, today))
  const hidden = may(who, 'see', subject, today)
  if (hidden.length > 0) return refused(...hidden)
  const definition = thing.register ? definitionOf(thing.register) : undefined
  const masked = definition ? hiddenFields(definition, subject, who, today) : {}
  return granted({
    title: thing.title,
    register: thing.register,
    masked,
    load: async (before, limit) => (await changesOf(store, id, before, limit)).map((change) => maskedChange(change, masked)),
  })
}

/** Why the reader may not read the whole history. */
export const wholeBarred = (who: Who, today: Day): readonly Refusal[] => may(who, 'history.read', { belongsTo: [], secrecy: null }, today)

/** A change of an entry without the secret fields that this reader may not read. */
const maskedChange = (change: Change, hidden: Readonly<Record<string, string>>): Change => {
  const row = (r: Change['after']): Change['after'] =>
    r && typeof r['data'] === 'object' && r['data'] !== null ? { ...r, data: withoutFields(r['data'] as Readonly<Record<string, unknown>>, hidden) } : r
  return { ...change, before: row(change.before), after: row(change.after) }
}
