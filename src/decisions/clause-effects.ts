import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import { loadEntry } from '../registers/entry-store.ts'
import type { GivenClause } from './clause.ts'
import { suggestReceivers } from './dispatch.ts'
import { carriedBy } from './enact-clause.ts'
import type { Suggestion } from './enactment.ts'
import { type AnyEnactment, enactments, isClauseKind } from './enactments.ts'
import { namesFor } from './names.ts'

/** What clauses would bring about: each in words, null where its data does not hold; and whom they give money, duty or ownership. */
export interface ClauseEffects {
  readonly effects: readonly (Text | null)[]
  readonly receivers: readonly Suggestion[]
}

/** What the clauses would do if the body decided them on the day, without trying it. */
export const effectsOf = async (store: Store | Tx, tree: Tree, day: Day, bodyId: string, clauses: readonly GivenClause[]): Promise<ClauseEffects> => {
  const names = await namesFor(store, tree, day, clauses)
  const effects: (Text | null)[] = []
  const told: Parameters<typeof suggestReceivers>[0][number][] = []
  for (const clause of clauses) {
    const { kind } = clause
    const enactment: AnyEnactment | undefined = isClauseKind(kind) ? enactments[kind] : undefined
    const data = enactment?.check(carriedBy(clause), day)
    effects.push(enactment && data?.ok ? enactment.describe(data.value, names, clause.target ?? null) : null)
    if (!isClauseKind(kind) || !enactment || !data?.ok) continue
    const entry = clause.target && enactment.target?.kind === 'entry' ? await loadEntry(store as Store, clause.target) : undefined
    told.push({ kind, data: data.value, owner: entry?.ownerId ?? null })
  }
  return { effects, receivers: suggestReceivers(told, bodyId) }
}
