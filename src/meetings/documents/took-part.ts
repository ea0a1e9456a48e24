import type { ItemRecord, MeetingRecord, Participant } from '../record/record.ts'

type Minuted = Pick<MeetingRecord, 'items'>

/** The items that were taken up, of which the reader may know who took part; those of a secret one are nobody's to tell. */
const minuted = ({ items }: Minuted): readonly ItemRecord[] => items.filter((i) => i.state !== 'waiting' && i.participants.length > 0)

/** '§ 101–103, 105': paragraphs as they follow each other on the agenda. */
const listed = (items: readonly ItemRecord[], chosen: readonly ItemRecord[]): string => {
  const runs: ItemRecord[][] = []
  for (const [i, item] of items.entries()) {
    if (!chosen.includes(item)) continue
    const run = runs.at(-1)
    if (run && items[i - 1] === run.at(-1)) run.push(item)
    else runs.push([item])
  }
  const sign = (item: ItemRecord | undefined): string => item?.paragraph ?? String(item?.order ?? '')
  return `§\u00a0${runs.map((run) => (run.length === 1 ? sign(run[0]) : `${sign(run[0])}–${sign(run.at(-1))}`)).join(', ')}`
}

/**
 * In which paragraphs somebody did something: null in all of them, '' in none, else '§ 102–107'. Who came late, left or was in conflict
 * of interest has not taken part in what was decided meanwhile, and the minutes tell so (KL 5:66).
 */
export const paragraphsOf = (record: Minuted, did: (item: ItemRecord) => boolean): string | null => {
  const all = minuted(record)
  const chosen = all.filter(did)
  if (chosen.length === all.length) return null
  return chosen.length === 0 ? '' : listed(all, chosen)
}

/** The same, with all of them told too. */
export const paragraphsTold = (record: Minuted, did: (item: ItemRecord) => boolean): string => {
  const all = minuted(record)
  return paragraphsOf(record, did) ?? (all.length === 0 ? '' : listed(all, all))
}

/** For whom each substitute served, each pair once, in the order of the agenda. */
export const servedPairs = (record: Minuted): readonly (Pick<Participant, 'personId'> & { readonly forId: string })[] => {
  const pairs = minuted(record).flatMap((item) => item.participants.flatMap(({ personId, forId }) => (forId === null ? [] : [{ personId, forId }])))
  return pairs.filter((pair, i) => pairs.findIndex((other) => other.personId === pair.personId && other.forId === pair.forId) === i)
}

/** Who presided when the item was settled; null of one that is not. */
export const presidedAt = (record: Pick<MeetingRecord, 'presiding'>, { closed }: Pick<ItemRecord, 'closed'>): string | null =>
  closed === null ? null : (record.presiding.findLast((held) => held.from.no < closed.no)?.personId ?? null)
