import { type Day, isDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { ClauseKind } from './clause.ts'
import { isClauseKind } from './enactments.ts'

/** Fields as they are typed: what a draft keeps is what was written, read or not. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A clause being drafted: its kind, what it is about, and its form as it was typed. */
export interface DraftClause {
  readonly id: string
  readonly kind: ClauseKind
  /** The entry or report that it is about, or null where its kind has none. */
  readonly target: string | null
  readonly typed: Typed
}

export interface DraftReceiver {
  readonly nodeId: string
  readonly demandsAction: boolean
  readonly what: string
  readonly due?: Day | undefined
}

/** A decision being drafted. Its id is the one it will be registered under, so that a form sent twice gives one decision. */
export interface DecisionDraft {
  readonly id: string
  readonly head: Typed
  readonly clauses: readonly DraftClause[]
  /** null until somebody has chosen: then the suggestions stand. */
  readonly receivers: readonly DraftReceiver[] | null
}

const parsed = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => Array.isArray(v) && v.every((s) => typeof s === 'string'))

const clauseOf = (text: string): DraftClause[] => {
  const found = parsed(text)
  const { id, kind, target, typed } = found ?? {}
  if (typeof id !== 'string' || !isId(id) || typeof kind !== 'string' || !isClauseKind(kind) || !isTyped(typed)) return []
  return [{ id, kind, target: typeof target === 'string' && isId(target) ? target : null, typed }]
}

const receiverOf = (text: string): DraftReceiver[] => {
  const { nodeId, demandsAction, what, due } = parsed(text) ?? {}
  if (typeof nodeId !== 'string' || !isId(nodeId)) return []
  return [
    { nodeId, demandsAction: demandsAction === true, what: typeof what === 'string' ? what : '', ...(typeof due === 'string' && isDay(due) ? { due } : {}) },
  ]
}

const kept = { clause: '$clause', receiver: '$receiver', chosen: '$receivers' } as const

/** The draft as the table of drafts keeps it: fields of text. */
export const draftFields = ({ head, clauses, receivers }: DecisionDraft): Typed => ({
  ...head,
  [kept.clause]: clauses.map((c) => JSON.stringify(c)),
  [kept.receiver]: (receivers ?? []).map((r) => JSON.stringify(r)),
  [kept.chosen]: receivers === null ? [] : ['chosen'],
})

/** The draft of what was kept. A clause of a kind that no longer exists is left out. */
export const draftOf = (id: string, fields: Typed): DecisionDraft => ({
  id,
  head: Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('$'))),
  clauses: (fields[kept.clause] ?? []).flatMap(clauseOf),
  receivers: (fields[kept.chosen] ?? []).length === 0 ? null : (fields[kept.receiver] ?? []).flatMap(receiverOf),
})

/** With a clause added last, or written anew in its place. */
export const withClause = (draft: DecisionDraft, clause: DraftClause): DecisionDraft => ({
  ...draft,
  clauses: draft.clauses.some((c) => c.id === clause.id) ? draft.clauses.map((c) => (c.id === clause.id ? clause : c)) : [...draft.clauses, clause],
})

/** Without a clause. */
export const withoutClause = (draft: DecisionDraft, id: string): DecisionDraft => ({ ...draft, clauses: draft.clauses.filter((c) => c.id !== id) })

/** With a clause moved one step; unchanged at the ends. */
export const moveClause = (draft: DecisionDraft, id: string, by: 'up' | 'down'): DecisionDraft => {
  const from = draft.clauses.findIndex((c) => c.id === id)
  const to = by === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= draft.clauses.length) return draft
  const clauses = [...draft.clauses]
  const [clause] = clauses.splice(from, 1)
  clauses.splice(to, 0, clause as DraftClause)
  return { ...draft, clauses }
}
