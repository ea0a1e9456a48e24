import { type Fact, factShapes } from './fact.ts'
import type { Correction, Moment } from './record.ts'

/** The moment of a fact. */
export const momentOf = ({ no, at, itemId }: Fact): Moment => ({ no, at, itemId })

/**
 * The journal as it counts, in order: what was undone is left out together with the undoing, and corrections stand in what they
 * correct. Each correction is told beside, with what stood before.
 */
export const readJournal = (facts: readonly Fact[]): { readonly journal: readonly Fact[]; readonly corrections: readonly Correction[] } => {
  const inOrder = facts.toSorted((a, b) => a.no - b.no)
  const undone = new Set(inOrder.flatMap((f) => (f.kind === 'undone' && f.aboutId ? [f.aboutId] : [])))
  const counted = new Map<string, Fact>()
  const corrections: Correction[] = []
  for (const fact of inOrder) {
    if (undone.has(fact.id) || fact.kind === 'undone') continue
    const wrong = fact.kind === 'correction' && fact.aboutId ? counted.get(fact.aboutId) : undefined
    if (fact.kind !== 'correction') counted.set(fact.id, fact)
    else if (wrong) {
      const before = wrong.data as Readonly<Record<string, unknown>>
      const right = factShapes[wrong.kind].safeParse({ ...before, ...fact.data.data })
      if (!right.success) continue
      const { personId = wrong.personId, at = wrong.at } = fact.data
      counted.set(wrong.id, { ...wrong, personId, at, data: right.data } as Fact)
      const changed = Object.keys(fact.data.data)
      const part = (whole: Readonly<Record<string, unknown>>) => Object.fromEntries(changed.map((name) => [name, whole[name] ?? null]))
      corrections.push({
        factId: fact.id,
        aboutId: wrong.id,
        itemId: wrong.itemId,
        before: part(before),
        after: part(right.data as Readonly<Record<string, unknown>>),
        told: fact.data.told ?? [],
        law: fact.data.law ?? null,
        why: fact.data.why,
        byId: fact.byId,
        at: momentOf(fact),
      })
    }
  }
  return { journal: [...counted.values()], corrections }
}
