import type { Refusal } from '../../kernel/refusal.ts'
import { quorum } from '../../rulebook/meeting/quorum.ts'
import { serving } from '../../rulebook/meeting/serving.ts'
import type { ServingFacts } from '../../rulebook/meeting/serving-shapes.ts'
import type { BodyKind } from '../../rulebook/shapes.ts'
import { bodyKinds } from '../../rulebook/shapes.ts'
import type { ItemRecord, MeetingRecord, Seat } from '../record/record.ts'
import { conflictsOf, keepsAway, participantsAt, presentAt } from './attendance.ts'

/** The body as the rulebook knows bodies: what is neither council, executive board nor committee follows the rules of boards. */
export const ruledAs = (record: Pick<MeetingRecord, 'body'>): BodyKind => bodyKinds.find((kind) => kind === record.body.kind) ?? 'board'

/** The seat that a person has at the meeting; undefined for others who are there. */
export const seatOf = (record: Pick<MeetingRecord, 'roster'>, personId: string): Seat | undefined => record.roster.find((s) => s.personId === personId)
/** A name as the record knows it; empty where it does not. */
export const nameOf = (record: Pick<MeetingRecord, 'names'>, personId: string): string => record.names[personId] ?? ''

/** Who is there now. */
export const presentNow = (record: MeetingRecord) => presentAt(record, record.seq)

/** Who presides now: the last who took the chair. */
export const presidingNow = (record: Pick<MeetingRecord, 'presiding'>): string | null => record.presiding.at(-1)?.personId ?? null

/** Who are kept away from an item by conflict of interest. */
export const awayFrom = (item: Pick<ItemRecord, 'conflicts'>): ReadonlySet<string> => new Set(item.conflicts.filter(keepsAway).map((c) => c.personId))

/** Who take part now: in the item, or in the meeting where no item is named. */
export const takingPart = (record: MeetingRecord, item: ItemRecord | null) =>
  participantsAt(record, record.seq, item ? awayFrom(item) : new Set(), item?.id ?? null)

/** Is the body quorate in the item now? The rulebook's own answer, with its reasons (KL 5:45–46, 6:27). */
export const quorumNow = (record: MeetingRecord, item: ItemRecord | null) => {
  const present = takingPart(record, item).length
  const held = new Set(takingPart(record, item).flatMap((p) => (p.forId && p.forId !== 'vacant' ? [p.forId] : [])))
  const here = new Set(presentNow(record).map((p) => p.personId))
  const away = item ? [...awayFrom(item)].filter((id) => seatOf(record, id)?.place === 'member' && here.has(id) && !held.has(id)).length : 0
  return quorum({
    body: ruledAs(record),
    seats: record.seats,
    present: Math.min(present, record.seats),
    awayForConflict: Math.min(away, Math.max(0, record.seats - present)),
  })
}

const person = ({ personId, party, constituency, list }: Seat): ServingFacts['members'][number] => ({
  id: personId,
  party: list?.label ?? party,
  ...(constituency ? { constituency } : {}),
})

/** Where the body is elected proportionally, substitutes of the other lists serve after the member's own, most ballots first (lag 2022:629 22 §). */
const byLists = (record: Pick<MeetingRecord, 'roster' | 'body'>): Pick<ServingFacts, 'partyFallback'> => {
  const ranked = record.roster.flatMap((s) => s.list ?? []).toSorted((a, b) => a.rank - b.rank)
  const labels = [...new Set(ranked.map((l) => l.label))]
  if (labels.length === 0 || record.body.kind === 'council') return {}
  const groups = new Set(record.roster.map((s) => s.list?.label ?? s.party ?? ''))
  return { partyFallback: Object.fromEntries([...groups].map((group) => [group, labels.filter((label) => label !== group)])) }
}

/** The meeting so far as the rulebook's course of it, ending with the item at hand (or the next); `claims` are checked there. */
const courseOf = (record: MeetingRecord, item: ItemRecord | null, claims: readonly { readonly seat: string; readonly who: string }[]): ServingFacts => {
  const onRoster = (id: string | null): id is string => id !== null && seatOf(record, id) !== undefined
  const past = record.journal.flatMap((fact): ServingFacts['course'] => {
    if (fact.kind === 'arrived' && onRoster(fact.personId)) return [{ kind: 'arrive', who: fact.personId }]
    if (fact.kind === 'left' && onRoster(fact.personId)) return [{ kind: 'leave', who: fact.personId, reason: fact.data.reason }]
    if (fact.kind === 'item_opened' && fact.itemId && fact.itemId !== item?.id) {
      const conflicts = conflictsOf(record.journal.filter((f) => f.itemId === fact.itemId)).filter(keepsAway)
      return [{ kind: 'item', item: fact.itemId, conflicts: conflicts.map((c) => c.personId).filter(onRoster) }]
    }
    return []
  })
  // Without picture one is away for the time being, and may come back at once (KL 5:16).
  const lost = presentNow(record).filter((p) => !p.seen && onRoster(p.personId))
  const now = { kind: 'item' as const, item: item?.id ?? '–', conflicts: item ? [...awayFrom(item)].filter(onRoster) : [], serving: claims }
  return {
    body: ruledAs(record),
    members: record.roster.filter((s) => s.place === 'member').map(person),
    substitutes: record.roster.filter((s) => s.place === 'substitute').map(person),
    ...byLists(record),
    present: [],
    course: [...past, ...lost.map((p) => ({ kind: 'leave' as const, who: p.personId, reason: 'conflict' as const })), now],
  }
}

/** Somebody who ought to serve, for whom, and whether for this item only. */
export interface ServingProposed {
  readonly personId: string
  readonly forId: string
  readonly forConflict: boolean
}

/** Who ought to serve now by the order of substitutes, and does not yet (KL 5:17–21, 6:16). */
export const servingProposed = (record: MeetingRecord, item: ItemRecord | null): readonly ServingProposed[] => {
  const ruled = serving(courseOf(record, item, []), record.variants)
  const here = new Set(presentNow(record).flatMap((p) => (p.seen ? [p.personId] : [])))
  const already = takingPart(record, item)
  return (ruled.value?.items.at(-1)?.serving ?? []).flatMap(({ seat, who, as }) =>
    as === 'substitute' && !already.some((p) => p.personId === who && p.forId === seat) ? [{ personId: who, forId: seat, forConflict: here.has(seat) }] : [],
  )
}

/** Why a substitute may not serve on a seat, in the rulebook's words with people's names; empty when nothing hinders. */
export const servingHinders = (record: MeetingRecord, item: ItemRecord | null, personId: string, forId: string): readonly Refusal[] => {
  const ruled = serving(courseOf(record, item, [{ seat: forId, who: personId }]), record.variants)
  if (ruled.ok) return []
  const named = (text: string): string => Object.entries(record.names).reduce((words, [id, name]) => words.replaceAll(id, name), text)
  return ruled.refusals
    .filter((r) => r.code === 'serving.wrong' || r.code === 'serving.again')
    .filter((r) => r.code === 'serving.wrong' || r.text.sv.includes(personId))
    .map((r) => ({ ...r, field: 'personId', text: { sv: named(r.text.sv), en: named(r.text.en) } }))
}
