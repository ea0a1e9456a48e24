import { type Deps, transact } from '../database/transact.ts'
import { type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { actOnEntry } from './act-on-entry.ts'
import { commentProblems } from './comment.ts'
import { unknownReferences } from './choices.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { words } from './words.ts'

export interface DoAct {
  readonly entryId: string
  readonly act: string
  /** The version that the person saw. */
  readonly seen: number
  readonly comment?: string
  /** New values of the free fields that the act asks for; null clears one. */
  readonly data?: EntryData
}

/** A person does an act of the lifecycle, from the page or the API. Every reason against it at once; nothing is written if any. */
export const doAct = (deps: Deps, who: Who, definition: AnyDefinition, { entryId, act, seen, comment = '', data = {} }: DoAct): Promise<Verdict<Entry>> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: ${act}` }, async (tx) => {
    const tree = await loadTree(tx, deps.clock.today())
    const asks = (Object.hasOwn(definition.lifecycle.acts, act) && definition.lifecycle.acts[act]?.asks) || []
    const unasked = Object.keys(data).filter((name) => !asks.includes(name))
    const problems = [
      ...commentProblems(comment),
      ...unasked.map((field): Refusal => ({ code: 'field.unknown', field, text: words.unknownField(field) })),
      ...(await unknownReferences(tx, definition, data, tree)),
    ]
    if (problems.length > 0) return refused(...problems)
    return actOnEntry(tx, deps, definition, { entryId, act, who, seen, doing: { by: 'person', comment }, data })
  })
