import type { Fact } from '../record/fact.ts'
import { momentOf } from '../record/journal.ts'
import type { Variants } from '../../rulebook/variants.ts'
import type { Conflict, Moment, Participant, Presence, Seat, Serving } from '../record/record.ts'

/** Each time somebody was there, in the order they came. */
export const presenceOf = (journal: readonly Fact[]): readonly Presence[] => {
  const spans: Presence[] = []
  const change = (personId: string | null, to: (span: Presence) => Presence): void => {
    const i = spans.findLastIndex((s) => s.personId === personId && s.to === null)
    const span = spans[i]
    if (span) spans[i] = to(span)
  }
  for (const fact of journal) {
    const at = momentOf(fact)
    if (fact.kind === 'arrived' && fact.personId) {
      change(fact.personId, (s) => ({ ...s, to: at, lost: ended(s.lost, at) }))
      spans.push({ personId: fact.personId, mode: fact.data.mode, from: at, to: null, leftFor: null, lost: [] })
    }
    if (fact.kind === 'left')
      change(fact.personId, (s) => ({ ...s, to: at, leftFor: { reason: fact.data.reason, why: fact.data.why ?? null }, lost: ended(s.lost, at) }))
    if (fact.kind === 'picture_lost')
      change(fact.personId, (s) => (s.lost.some((l) => l.to === null) ? s : { ...s, lost: [...s.lost, { from: at, to: null }] }))
    if (fact.kind === 'picture_back') change(fact.personId, (s) => ({ ...s, lost: ended(s.lost, at) }))
  }
  return spans
}

const ended = (lost: Presence['lost'], at: Moment): Presence['lost'] => lost.map((l) => (l.to === null ? { ...l, to: at } : l))

/** Each time a substitute served. It ends when it is ended, when the substitute leaves, and of one item with the item. */
export const servingOf = (journal: readonly Fact[]): readonly Serving[] => {
  const spans: Serving[] = []
  const end = (which: (s: Serving) => boolean, at: Moment, why: string | null): void => {
    for (const [i, s] of spans.entries()) if (s.to === null && which(s)) spans[i] = { ...s, to: at, endedFor: why }
  }
  for (const fact of journal) {
    const at = momentOf(fact)
    if (fact.kind === 'serves' && fact.personId) {
      end((s) => s.personId === fact.personId, at, null)
      spans.push({
        factId: fact.id,
        personId: fact.personId,
        forId: fact.data.forId,
        why: fact.data.why,
        law: fact.data.law ?? null,
        itemId: fact.itemId,
        from: at,
        to: null,
        endedFor: null,
      })
    }
    if (fact.kind === 'serving_ended') end((s) => s.personId === fact.personId, at, fact.data.why ?? null)
    if (fact.kind === 'left') end((s) => s.personId === fact.personId, at, fact.data.why ?? null)
    // Whoever takes part oneself needs nobody in one's place: an arriving member may always take the seat (KL 5:21).
    if (fact.kind === 'arrived') end((s) => s.forId === fact.personId, at, null)
    if (fact.kind === 'item_closed') end((s) => s.itemId !== null && s.itemId === fact.itemId, at, null)
  }
  return spans
}

/** What was declared or decided of conflict of interest in an item. */
export const conflictsOf = (facts: readonly Fact[]): readonly Conflict[] =>
  facts.flatMap((fact): Conflict[] => {
    if (fact.kind !== 'conflict' || !fact.personId) return []
    const decided = facts.findLast((f) => f.kind === 'conflict_decided' && f.aboutId === fact.id)
    const outcome = decided?.kind === 'conflict_decided' ? decided.data.outcome : null
    return [{ factId: fact.id, personId: fact.personId, ground: fact.data.ground, by: fact.data.by, outcome, from: momentOf(fact) }]
  })

/** Does the conflict keep the person from the item? A declared one does until it is decided to be none. */
export const keepsAway = (conflict: Conflict): boolean => conflict.outcome !== 'none'

interface There {
  readonly roster: readonly Seat[]
  readonly presence: readonly Presence[]
  readonly serving: readonly Serving[]
  readonly variants: Pick<Variants, 'lostPictureIsAbsent'>
}

const holds = (span: { readonly from: Moment; readonly to: Moment | null }, no: number): boolean => span.from.no <= no && (span.to === null || no < span.to.no)

/**
 * Who is in the room or on the line at a moment of the journal; `linked` is false for a remote one without picture or sound, and `seen`
 * where that is to be absent (KL 5:16, as the municipality reads it).
 */
export const presentAt = (
  { presence, variants }: Pick<There, 'presence' | 'variants'>,
  no: number,
): readonly { readonly personId: string; readonly mode: 'room' | 'remote'; readonly seen: boolean; readonly linked: boolean }[] =>
  presence
    .filter((p) => holds(p, no))
    .map((p) => {
      const linked = !p.lost.some((l) => holds(l, no))
      return { personId: p.personId, mode: p.mode, seen: linked || !variants.lostPictureIsAbsent, linked }
    })

/**
 * Who take part at a moment: members there, and substitutes serving, in the order of the roster; without those in `away` (kept
 * from the item by conflict) and those without picture. A seat has one holder: its member where they take part, else whoever serves
 * for them in this item, else who began last (KL 5:17–21).
 */
export const participantsAt = (there: There, no: number, away: ReadonlySet<string>, itemId: string | null): readonly Participant[] => {
  const able = new Map(presentAt(there, no).flatMap((p) => (p.seen && !away.has(p.personId) ? [[p.personId, p.mode] as const] : [])))
  const serving = there.serving.filter((s) => holds(s, no) && able.has(s.personId) && (s.itemId === null || s.itemId === itemId))
  const members = new Set(there.roster.flatMap((seat) => (seat.place === 'member' && able.has(seat.personId) ? [seat.personId] : [])))
  const holder = (forId: string): Serving | undefined =>
    members.has(forId) ? undefined : (serving.findLast((s) => s.forId === forId && s.itemId !== null) ?? serving.findLast((s) => s.forId === forId))
  return there.roster.flatMap((seat): Participant[] => {
    const mode = able.get(seat.personId)
    if (!mode) return []
    if (seat.place === 'member') return [{ personId: seat.personId, forId: null, mode }]
    const serves = serving.find((s) => s.personId === seat.personId && (s.forId === null || holder(s.forId) === s))
    return serves ? [{ personId: seat.personId, forId: serves.forId ?? 'vacant', mode }] : []
  })
}
