import type { Refusal } from '../../kernel/refusal.ts'
import { because, contradiction, type Reason, refusal, type Ruling, ruling } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'
import { callableOf, callSubstitutes } from './call-substitutes.ts'
import { quorum } from './quorum.ts'
import { type ServingFacts, servingFacts, type ServingItem, servingValue } from './serving-shapes.ts'

type Person = ServingFacts['members'][number]
type Step = ServingFacts['course'][number]
type ItemStep = Extract<Step, { kind: 'item' }>
type Where = 'here' | 'away' | 'conflict'

/** Who is there, as it changes while the course is walked. Local to one call of `serving`. */
class Room {
  readonly where = new Map<string, Where>()
  /** Those who left for another reason than conflict while they served: not again the same day. */
  readonly left = new Set<string>()
  readonly served = new Set<string>()
  /** The substitutes who served on the item handled last. */
  last: ReadonlySet<string> = new Set()
  /** The substitute who holds a member's seat, by member. */
  readonly holder = new Map<string, string>()
  is(who: string, where: Where): boolean {
    return (this.where.get(who) ?? 'away') === where && !this.left.has(who)
  }
  belongs(who: string): boolean {
    return this.is(who, 'here') || this.is(who, 'conflict')
  }
}

const strangers = (facts: ServingFacts): readonly Refusal[] => {
  const ids = [...facts.members, ...facts.substitutes].map(({ id }) => id)
  const known = new Set(ids)
  const stranger = (who: string, field: string): Refusal[] =>
    known.has(who)
      ? []
      : [refusal('serving.stranger', 'KL 5:17', `${who} är varken ledamot eller ersättare.`, `${who} is neither a member nor a substitute.`, field)]
  return [
    ...(known.size < ids.length
      ? [
          refusal(
            'serving.twice',
            'KL 5:17',
            'Samma person står två gånger bland ledamöter och ersättare.',
            'The same person stands twice among members and substitutes.',
            'members',
          ),
        ]
      : []),
    ...facts.present.flatMap((who, i) => stranger(who, `present[${i}]`)),
    ...facts.members.flatMap(({ order = [] }, i) =>
      order.filter((who) => !facts.substitutes.some(({ id }) => id === who)).map((who) => noSubstitute(who, `members[${i}].order`)),
    ),
    ...facts.course.flatMap((step, i) =>
      step.kind === 'item' ? (step.conflicts ?? []).flatMap((who, k) => stranger(who, `course[${i}].conflicts[${k}]`)) : stranger(step.who, `course[${i}].who`),
    ),
  ]
}

const noSubstitute = (who: string, field: string): Refusal =>
  refusal('serving.no_substitute', 'KL 5:18', `${who} är ingen ersättare.`, `${who} is no substitute.`, field)

/**
 * Who serves on each item of a meeting, and for whom. A member who is there takes the own seat, also from a substitute (KL 5:19);
 * the seat of one who is not goes to a substitute (5:17) in the fixed order, one who already serves before the order (5:18); after conflict
 * of interest one may come back (5:18), after leaving for another reason not the same day (5:20); own constituency first (5:21). Each item is also
 * held against the quorum. `serving` on an item is what somebody claims: it is checked seat by seat.
 */
export const serving = (facts: ServingFacts, variants: Variants): Ruling<Of<typeof servingValue>> => {
  const wrong = strangers(facts)
  if (wrong.length > 0) return contradiction(wrong)
  const members = new Map(facts.members.map((member) => [member.id, member]))
  const callable = callableOf(facts)
  const room = new Room()
  const [items, refusals, reasons]: [ServingItem[], Refusal[], Reason[]] = [[], [], []]
  for (const who of facts.present) room.where.set(who, 'here')
  for (const [i, step] of facts.course.entries()) {
    if (step.kind === 'item') {
      const done = handle(facts, step, i, room, callable)
      items.push(done.item)
      refusals.push(...done.refusals)
      reasons.push(...done.reasons)
    } else if (step.kind === 'arrive') {
      room.where.set(step.who, 'here')
      if (members.has(step.who) && room.left.has(step.who)) refusals.push(notAgain(step.who, `course[${i}]`))
    } else {
      room.where.set(step.who, step.reason === 'conflict' ? 'conflict' : 'away')
      if (step.reason === 'other') leaveForGood(step.who, members.has(step.who), room, variants)
    }
  }
  return ruling({ items }, refusals, reasons)
}

const leaveForGood = (who: string, isMember: boolean, room: Room, { substituteMayReturn }: Variants): void => {
  if (isMember || (room.last.has(who) && !substituteMayReturn)) room.left.add(who)
  for (const [seat, holder] of room.holder) if (holder === who) room.holder.delete(seat)
}

const notAgain = (who: string, field: string): Refusal =>
  refusal(
    'serving.again',
    'KL 5:20',
    `${who} har avbrutit tjänstgöringen av annat skäl än jäv och får inte tjänstgöra igen samma dag.`,
    `${who} left for another reason than conflict of interest and may not serve again the same day.`,
    field,
  )

/** One item: first who holds the seats, then who steps in for those in conflict on just this item. */
const handle = (facts: ServingFacts, step: ItemStep, at: number, room: Room, callable: ReturnType<typeof callableOf>) => {
  const inConflict = new Set(step.conflicts)
  const able = (who: string): boolean => room.is(who, 'here') && !inConflict.has(who)
  const hasServed = (who: string): boolean => room.served.has(who)
  const absent = facts.members.filter(({ id }) => !room.belongs(id))
  for (const { id } of facts.members) if (room.belongs(id)) room.holder.delete(id)
  for (const [seat, who] of room.holder) if (!room.belongs(who)) room.holder.delete(seat)
  const holding = new Set(room.holder.values())
  for (const [seat, who] of callSubstitutes(
    absent.filter(({ id }) => !room.holder.has(id)),
    callable,
    (s) => able(s) && !holding.has(s),
    hasServed,
  ))
    room.holder.set(seat, who)

  const regular = (member: Person): string | undefined => room.holder.get(member.id) ?? (room.belongs(member.id) ? member.id : undefined)
  const busy = new Set(room.holder.values())
  const inPlace = facts.members.filter((member) => {
    const who = regular(member)
    return who !== undefined && !able(who)
  })
  const stepsIn = callSubstitutes(inPlace, callable, (s) => able(s) && !busy.has(s), hasServed)

  const seats = facts.members.map((member) => {
    const who = regular(member)
    return { seat: member.id, who: who !== undefined && able(who) ? who : stepsIn.get(member.id) }
  })
  const filled = seats.flatMap(({ seat, who }) => (who === undefined ? [] : [{ seat, who, as: who === seat ? ('member' as const) : ('substitute' as const) }]))
  room.last = new Set(filled.flatMap(({ who, as }) => (as === 'substitute' ? [who] : [])))
  for (const who of room.last) room.served.add(who)
  const awayForConflict = inPlace.filter(({ id }) => !stepsIn.has(id)).length
  const counted = quorum({ body: facts.body, seats: facts.members.length, present: filled.length, awayForConflict })
  const item: ServingItem = {
    item: step.item,
    serving: filled,
    vacant: seats.filter(({ who }) => who === undefined).map(({ seat }) => seat),
    present: filled.length,
    awayForConflict,
    required: counted.value?.required ?? 0,
    quorate: counted.ok,
  }
  const named = new Map(seats.map(({ seat, who }) => [seat, who]))
  const claims = (step.serving ?? []).flatMap(({ seat, who }, k) =>
    named.get(seat) === who ? [] : [wrongOne(seat, who, named.get(seat), room, `course[${at}].serving[${k}]`)],
  )
  const short = counted.ok ? [] : counted.refusals.map((r) => ({ ...r, field: `course[${at}]` }))
  return {
    item,
    refusals: [...claims, ...short],
    reasons: filled.filter(({ as }) => as === 'substitute').map(({ seat, who }) => servesFor(step.item, seat, who, stepsIn.has(seat))),
  }
}

const wrongOne = (seat: string, who: string, right: string | undefined, room: Room, field: string): Refusal =>
  room.left.has(who)
    ? notAgain(who, field)
    : refusal(
        'serving.wrong',
        'KL 5:17–21',
        right === undefined ? `Ingen kan tjänstgöra på platsen för ${seat}, inte heller ${who}.` : `På platsen för ${seat} tjänstgör ${right}, inte ${who}.`,
        right === undefined ? `Nobody can serve on the seat of ${seat}, nor can ${who}.` : `On the seat of ${seat} it is ${right} who serves, not ${who}.`,
        field,
      )

const servesFor = (item: string, seat: string, who: string, forConflict: boolean): Reason =>
  because(
    'KL 5:17–21',
    `${item}: ${who} tjänstgör för ${seat}, ${forConflict ? 'på detta ärende på grund av jäv' : 'den som står på tur'}.`,
    `${item}: ${who} serves for ${seat}, ${forConflict ? 'on this item for conflict of interest' : 'the next in the order'}.`,
  )

/** The rule `substitutes`: who serves for whom, item by item? KL 5:17–21, 6:16–17. Facts: body, members, substitutes, constituencies, fallback, partyFallback, present, course. Value: items. */
export const servingRule = rule({
  name: 'substitutes',
  law: 'KL 5:17–21, 6:16–17',
  words: { sv: 'vem tjänstgör för vem, ärende för ärende?', en: 'who serves for whom, item by item?' },
  okMeans: 'every item has its quorum, nobody has come back who may not, and every claim in `serving` is right; who serves is told either way',
  note: 'On each item the seats of those absent are filled first, in the order of `members`: every seat from its first list before any from its second (own order and constituency, then the party’s others; in boards then other groups’). Within a list one who has served before at the meeting comes first (KL 5:18), then the order. A substitute keeps the seat until its member comes or the substitute leaves for another reason than conflict; one kept away by conflict has it back afterwards. Then those who would serve but are in conflict are replaced, on this item only. To compare, take who serves (`serving[].who`): which of several empty seats somebody sits on follows from `members`.',
  facts: servingFacts,
  value: servingValue,
  variants: ['substituteMayReturn'],
  example: {
    body: 'council',
    members: ['a', 'b', 'c'].map((id) => ({ id, party: 'X' })),
    substitutes: ['s1', 's2'].map((id) => ({ id, party: 'X' })),
    present: ['a', 'b', 's1', 's2'],
    course: [
      { kind: 'item', item: '§ 6' },
      { kind: 'item', item: '§ 7', conflicts: ['a'] },
      { kind: 'arrive', who: 'c' },
      { kind: 'item', item: '§ 8' },
    ],
  },
  judge: serving,
})
