/** One item as a version of an agenda has it. */
export interface Listing {
  readonly id: string
  readonly order: number
  readonly title: string
  readonly kind: string
  readonly clauses: readonly string[]
  /** What it lists (notified matters, delegated decisions); left out where that is not known. */
  readonly listed?: readonly unknown[]
}

/** What became of an item between two versions. `from` and `to` are its places; null where it was or is not there. */
export interface AgendaChange<L extends Listing> {
  readonly item: L
  readonly what: 'added' | 'removed' | 'moved' | 'changed'
  readonly from: number | null
  readonly to: number | null
}

/** The longest run of items that kept their order: those beside it have moved. Patience by binary search, O(n log n). */
const steady = (places: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = []
  const before = new Map<number, number | undefined>()
  for (const place of places) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] as number) < place) low = middle + 1
      else high = middle
    }
    before.set(place, tails[low - 1])
    tails[low] = place
  }
  const kept = new Set<number>()
  for (let place = tails.at(-1); place !== undefined; place = before.get(place)) kept.add(place)
  return kept
}

const same = (a: Listing, b: Listing): boolean =>
  a.title === b.title &&
  a.kind === b.kind &&
  JSON.stringify(a.clauses) === JSON.stringify(b.clauses) &&
  (a.listed === undefined || b.listed === undefined || JSON.stringify(a.listed) === JSON.stringify(b.listed))

/**
 * What differs between two versions of an agenda, in the order of the later one, with what was taken away last. Moved are as few items
 * as explain the new order; an item that has both moved and changed is told as changed.
 */
export const agendaChanges = <L extends Listing>(earlier: readonly L[], later: readonly L[]): readonly AgendaChange<L>[] => {
  const was = new Map(earlier.map((item) => [item.id, item]))
  const is = new Set(later.map((item) => item.id))
  const kept = steady(later.flatMap((item) => was.get(item.id)?.order ?? []))
  return [
    ...later.flatMap((item): readonly AgendaChange<L>[] => {
      const before = was.get(item.id)
      if (!before) return [{ item, what: 'added', from: null, to: item.order }]
      const places = { from: before.order, to: item.order }
      if (!same(before, item)) return [{ item, what: 'changed', ...places }]
      return kept.has(before.order) ? [] : [{ item, what: 'moved', ...places }]
    }),
    ...earlier.filter((item) => !is.has(item.id)).map((item): AgendaChange<L> => ({ item, what: 'removed', from: item.order, to: null })),
  ]
}
