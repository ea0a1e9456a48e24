import type { Deps } from '../database/transact.ts'
import { type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { keyOf } from './change-draft.ts'
import type { DecisionDraft } from './draft.ts'
import type { ReadDraft } from './read-draft.ts'
import { registerDecision } from './register-decision.ts'

/** Where on the draft's page a refusal belongs: the head first, then the clauses in order, then the receivers. */
const place = ({ field = '' }: Refusal): number => {
  const no = /^clauses\.(\d+)\./.exec(field)?.[1]
  return no === undefined ? (field.startsWith('receivers') ? Number.MAX_SAFE_INTEGER : 0) : Number(no)
}

/**
 * Registers a draft as it was read. What could not be read is told together with what the readable clauses are refused for, each
 * with the clause's place in the draft. The draft goes in the same transaction as the decision comes, and stays when refused.
 */
export const registerDraft = async (deps: Deps, who: Who, draft: DecisionDraft, read: ReadDraft): Promise<Verdict<{ readonly id: string }>> => {
  if (!read.input) return refused(...read.refusals)
  const places = read.clauses.flatMap((c, i) => (c.input ? [i + 1] : []))
  const placed = (r: Refusal): Refusal => {
    const [, no, rest] = /^clauses\.(\d+)\.(.*)$/.exec(r.field ?? '') ?? []
    return no === undefined || read.refusals.includes(r) ? r : { ...r, field: `clauses.${places[Number(no) - 1]}.${rest}` }
  }
  const done = await registerDecision(deps, who, read.input, {
    beside: read.refusals,
    ...(who.personId ? { draft: { personId: who.personId, key: keyOf(draft.id) } } : {}),
  })
  return done.ok ? done : refused(...done.refusals.map(placed).toSorted((a, b) => place(a) - place(b)))
}
