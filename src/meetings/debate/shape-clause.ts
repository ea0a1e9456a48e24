import { seesSecretsOf } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import type { DraftClause, Typed } from '../../decisions/draft.ts'
import { readClause } from '../../decisions/read-draft.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { ProposedClause } from '../agenda/proposal.ts'
import type { ItemRecord } from '../record/record.ts'
import { words } from '../words.ts'

export interface ShapeClause {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Whose clause: the prepared proposal's, or a motion's by its id. */
  readonly of: string
  /** Its number there. */
  readonly no: number
  readonly kind: DraftClause['kind']
  /** The entry or report that it is about, where its kind has one. */
  readonly target: string | null
  /** Its form as it was typed. */
  readonly typed: Typed
}

/** A clause of the prepared proposal or of a motion that is not withdrawn, by its number there. */
export const clauseOf = (item: Pick<ItemRecord, 'proposal' | 'motions'>, of: string, no: number): ProposedClause | undefined => {
  const clauses = of === 'proposal' ? item.proposal.clauses : item.motions.find((m) => m.id === of && !m.withdrawn)?.clauses
  return clauses?.find((c) => c.no === no)
}

/** May its wording still be changed? That of the proposal was prepared, and that of a motion stands when the debate is closed. */
export const wordingStands = (item: Pick<ItemRecord, 'debateClosed'>, of: string): boolean => of === 'proposal' || item.debateClosed

/**
 * Says what a clause does when it is decided: its kind and what that asks for. The wording is the debate's; what a clause does follows
 * from its wording, and may be told until the gavel falls.
 */
export const shapeClause = (deps: Deps, who: Who, input: ShapeClause, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'shape clause' },
    async (record, tx) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const { itemId, of, no, kind, target } = input
      const clause = clauseOf(item.value, of, no)
      if (!clause) return refused({ code: 'clause.unknown', text: words.clauseUnknown })
      const today = deps.clock.today()
      const tree = await loadTree(tx, record.day)
      const typed = wordingStands(item.value, of) ? { ...input.typed, text: [clause.text] } : input.typed
      const reading = { store: tx, tree, today, secrets: seesSecretsOf(who, await loadTree(tx, today), today) }
      const read = await readClause(reading, { id: input.id, kind, target, typed }, record.day)
      if (read.refusals.length > 0 || !read.input) return refused(...read.refusals)
      const { id: _, ...kept } = read.input
      const shaped = { ...kept, no, data: kept.data as Record<string, unknown> } as ProposedClause
      return granted({
        facts: [{ kind: 'clause_shaped' as const, itemId, aboutId: of === 'proposal' ? null : of, data: { of, clause: shaped, typed: textsOf(typed) } }],
      })
    },
    options,
  )

const textsOf = (typed: Typed): Record<string, string[]> => Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, [...values]]))
