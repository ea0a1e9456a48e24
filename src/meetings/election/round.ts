import { election } from '../../rulebook/election/election.ts'
import type { ElectionFacts, ElectionValue } from '../../rulebook/election/election-shapes.ts'
import { substituteOrder } from '../../rulebook/election/substitute-order.ts'
import type { Reason, Ruling } from '../../rulebook/reason.ts'
import type { Variants } from '../../rulebook/variants.ts'
import type { Fact, FactData } from '../record/fact.ts'
import type { ItemRecord, Vote } from '../record/record.ts'

export const roundsOf = ['members', 'substitutes'] as const
export type RoundOf = (typeof roundsOf)[number]
export type List = FactData<'lists_handed_in'>['lists'][number]
export type Ballots = FactData<'ballots_counted'>

type CountVariants = Pick<Variants, 'sharedSeats' | 'surplusNames'>

/** A proportional election in an item, as the journal has it: who demanded it, the lists handed in, the ballots, the lots drawn. */
export interface Round extends FactData<'proportional_demanded'> {
  readonly id: string
  readonly lists: readonly List[]
  readonly ballots: Ballots | null
  /** How long the count goes on where somebody is elected from several lists, and which names are too many. */
  readonly variants: CountVariants
  /** Names of the lists that the lots gave, in the order drawn. */
  readonly lots: readonly string[]
}

/** What lists are called where they must be told apart: by their label, with the names where two lists share it. */
export const listNames = (lists: readonly { readonly label: string; readonly names: readonly string[] }[]): readonly string[] =>
  lists.map(({ label, names }) => (lists.filter((l) => l.label === label).length > 1 ? `${label} (${names.join(', ')})` : label))

/** The proportional elections of an item. Ballots cast from devices are counted from what the urn held, a blank one as without label. Pure. */
export const readRounds = (facts: readonly Fact[], votes: readonly Vote[], variants: CountVariants): readonly Round[] =>
  facts.flatMap((fact) => {
    if (fact.kind !== 'proportional_demanded') return []
    const own = facts.filter((f) => f.aboutId === fact.id)
    const lists = own.findLast((f) => f.kind === 'lists_handed_in')?.data.lists ?? []
    const entered = own.findLast((f) => f.kind === 'ballots_counted')?.data
    const vote = votes.findLast((v) => v.questionId === fact.id && v.state !== 'void' && v.result)
    return [
      {
        ...fact.data,
        id: fact.id,
        lists,
        ballots: entered ?? (vote?.result ? fromUrn(lists, vote.result.urn ?? [], vote.result.present) : null),
        variants,
        lots: own.flatMap((f) => (f.kind === 'lot' ? f.data.drawn : [])),
      },
    ]
  })

const fromUrn = (lists: readonly List[], urn: readonly string[], present: number): Ballots => {
  const held = (text: string): number => urn.filter((b) => b === text).length
  const names = listNames(lists)
  const cast = lists.map((list, i) => ({ ...list, count: held(names[i] ?? '') })).filter((b) => b.count > 0)
  const blank = held('abstain')
  return { present, ballots: cast, invalid: blank > 0 ? [{ why: 'no_label', count: blank }] : [], ineligible: [] }
}

/** The ballots as the rule takes them. */
export const electionFactsOf = (seats: number, { ballots, invalid, ineligible, present }: Ballots): ElectionFacts => ({
  seats,
  present,
  ballots: [...ballots, ...invalid.map(({ why, count }) => ({ label: null, names: [], count, ...(why === 'no_label' ? {} : { fault: why }) }))],
  ineligible,
})

/** A count so far, and between what lists the next lot is drawn. */
export interface Counted {
  readonly value: ElectionValue
  readonly reasons: readonly Reason[]
  /** The groups' names, by number from 1 (as `value.groups`). */
  readonly names: readonly string[]
  readonly among: readonly string[] | null
  /** How many of the lots drawn the count has used. */
  readonly lotsUsed: number
}

/** Counts a round by the rule; null before there are ballots. A lot that the count does not ask for is left to what does (the order of substitutes). */
export const countRound = ({ seats, ballots, lots, variants }: Pick<Round, 'seats' | 'ballots' | 'lots' | 'variants'>): Counted | null => {
  if (!ballots) return null
  const facts = electionFactsOf(seats, ballots)
  const first = election(facts, variants)
  if (!first.value) return null
  const names = listNames(first.value.groups)
  const drawn: number[] = []
  let ruled: Ruling<ElectionValue> = first
  for (const lot of lots) {
    const group = names.indexOf(lot) + 1
    if (!ruled.value?.lot?.among.includes(group)) break
    drawn.push(group)
    ruled = election({ ...facts, lots: drawn }, variants)
  }
  const value = ruled.value ?? first.value
  return { value, reasons: ruled.reasons, names, among: value.lot?.among.map((group) => names[group - 1] ?? '') ?? null, lotsUsed: drawn.length }
}

/** In what order elected substitutes are called for a member (22 §), or between what lists of theirs a lot is drawn first. */
export interface Calling {
  readonly member: string
  readonly order: readonly string[]
  readonly among: readonly string[] | null
}

/** The order of substitutes for each elected member, by the groups that elected both. Lots after those of the count itself count here. */
export const callingOrder = (members: Round, substitutes: Round): readonly Calling[] => {
  const elected = countRound(members)
  const counted = countRound(substitutes)
  if (!elected || !counted || elected.among || counted.among) return []
  const groups = counted.value.groups.map(({ group, label, votes }) => ({
    label,
    votes,
    substitutes: counted.value.steps.filter((s) => s.group === group).map((s) => s.name),
  }))
  const firstFrom = Object.fromEntries(counted.value.steps.toReversed().map(({ name, group }) => [name, group]))
  const later = substitutes.lots.slice(counted.lotsUsed).map((name) => counted.names.indexOf(name) + 1)
  const order = (labels: readonly string[]) => {
    const lots: number[] = []
    for (;;) {
      const ruled = substituteOrder({ labels: [...labels], groups, firstFrom, lots })
      const among = ruled.value?.lot?.among
      if (!among) return { order: ruled.value?.order.map((o) => o.name) ?? [], among: null }
      const drawn = later.find((group) => among.includes(group) && !lots.includes(group))
      if (drawn === undefined) return { order: ruled.value?.order.map((o) => o.name) ?? [], among: among.map((group) => counted.names[group - 1] ?? '') }
      lots.push(drawn)
    }
  }
  return elected.value.elected.map((member) => ({
    member,
    ...order([...new Set(elected.value.steps.filter((s) => s.name === member).map((s) => s.label))]),
  }))
}

/** The lot that a round waits for: of the count, or of the order of substitutes; null when nothing is open. */
export const lotOf = (item: Pick<ItemRecord, 'rounds'>, round: Round): readonly string[] | null => {
  const counted = countRound(round)
  if (!counted || counted.among) return counted?.among ?? null
  const members = item.rounds.find((r) => r.of === 'members')
  if (round.of !== 'substitutes' || !members) return null
  return callingOrder(members, round).find((c) => c.among)?.among ?? null
}

/** The round at hand: the last one, while it is not counted to its end. */
export const roundAtHand = (item: Pick<ItemRecord, 'rounds'>): Round | null => {
  const last = item.rounds.at(-1)
  return last && (last.ballots === null || lotOf(item, last)) ? last : null
}

/** Is the vote one between the lists of a round? What it came to is the count's, not its own. */
export const isListVote = (item: Pick<ItemRecord, 'rounds'>, vote: Pick<Vote, 'questionId'>): boolean => item.rounds.some((r) => r.id === vote.questionId)
