import { byClause, type Deps, type Tx } from '../database/transact.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import type { GivenClause } from './clause.ts'
import type { DecisionHead } from './enactment.ts'
import { type AnyEnactment, enactments, isClauseKind, isRegisterKind } from './enactments.ts'
import { attempt } from './savepoint.ts'
import { words } from './words.ts'

interface EnactClause {
  readonly head: DecisionHead
  readonly tree: Tree
  readonly clause: GivenClause
  readonly no: number
}

/** Writes one clause and what it brings about, told to the history as done by the clause. Its refusals, if any, with nothing left behind. */
export const enactClause = async (tx: Tx, deps: Deps, who: Who, { head, tree, clause, no }: EnactClause): Promise<readonly Refusal[]> => {
  const within = (r: Refusal): Refusal => ({ ...r, field: `clauses.${no}.${r.field ?? ''}` })
  if (!isClauseKind(clause.kind)) return [within({ code: 'clause.kind', text: words.unknownKind })]
  const wording: readonly Refusal[] = clause.text.trim() === '' ? [{ code: 'clause.text', field: 'text', text: words.clauseText }] : []
  const enactment: AnyEnactment = enactments[clause.kind]
  const data = enactment.check(carriedBy(clause), head.day)
  if (!data.ok) return [...wording, ...data.refusals].map(within)
  const id = clause.id ?? deps.ids.next()
  const text = clause.text.trim() || '–'
  const done = await attempt(tx, async () => {
    await tx
      .insertInto('thing')
      .values({ id, kind: 'clause', register: null, number: null, title: text.slice(0, 300), node_id: head.body.id, day: head.day, secrecy: head.secrecy })
      .execute()
    const kept = { ...clause.data, ...(clause.target ? { target: clause.target } : {}) }
    await tx
      .insertInto('clause')
      .values({ id, decision_id: head.id, no, kind: clause.kind, text, data: JSON.stringify(kept) })
      .execute()
    await tx.insertInto('link').values({ id: deps.ids.next(), from_id: head.id, to_id: id, kind: 'part' }).execute()
    await byClause(tx, id)
    const enacted = await enactment.enact(
      tx,
      deps,
      { who, decision: head, clause: { id, no }, target: clause.target ?? null, creates: clause.creates ?? deps.ids.next(), tree },
      data.value,
    )
    await byClause(tx, null)
    return enacted
  })
  return [...wording, ...(done.ok ? [] : done.refusals)].map(within)
}

/** The data as the enactment takes it: registers' clauses carry their fields beside what continues. */
export const carriedBy = ({ kind, data, continued }: GivenClause): unknown => (isRegisterKind(kind) ? { fields: data, continued: continued ?? [] } : data)
