import { because, contradiction, type Reason, refusal, type Ruling, rulingToldLater, when } from '../reason.ts'
import { compare, over, plus, type Rational, rational, written } from '../rational.ts'
import { rule } from '../rule.ts'
import type { Variants } from '../variants.ts'
import { type BallotGroup, groupBallots } from './ballot-groups.ts'
import { type ElectionFacts, electionFacts, type ElectionValue, electionValue } from './election-shapes.ts'

const law = 'Lag 2022:629'
const one = rational(1)

/** A group while seats are given: how far down its list it is, whom it has seated, and its comparative number. Local to one count. */
interface Running extends BallotGroup {
  next: number
  load: Rational
  quotient: Rational
}

/** Which groups have given a person a seat. */
type Givers = Map<string, Running[]>

const seat = (group: Running, givers: Givers): { readonly name: string; readonly shared: number } => {
  const name = group.names[group.next] ?? ''
  const before = givers.get(name) ?? []
  const all = [...before, group]
  givers.set(name, all)
  group.next++
  const part = rational(1, all.length)
  // A person whom several groups have seated weighs less on each of them from then on: their numbers are counted anew (18 § third paragraph).
  for (const giver of before) giver.load = plus(giver.load, rational(-1, before.length * all.length))
  group.load = plus(group.load, part)
  for (const giver of all) giver.quotient = over(rational(giver.votes), plus(giver.load, one))
  return { name, shared: all.length }
}

/** Those with the largest comparative number among groups whose list has names left (20 §). */
const leaders = (running: readonly Running[]): readonly Running[] => {
  let best: Running[] = []
  for (const group of running) {
    if (group.next >= group.names.length) continue
    const than = best[0] === undefined ? 1 : compare(group.quotient, best[0].quotient)
    if (than > 0) best = [group]
    else if (than === 0) best.push(group)
  }
  return best
}

/**
 * A proportional election (lag 2022:629, for KL 5:58 and 6:42). Ballots are grouped by label and list (14 §); seats go one by one to the group
 * with the largest comparative number: its votes, or its votes divided by one more than the seats it has given (18 §), where a person that
 * k groups have given a seat counts 1/k on each. The next unused name of the list takes the seat, even if already elected (19 §); a group
 * whose list has ended leaves (20 §); ties go to the lot (21 §). It goes on until as many persons as seats are elected (a variant). Fractions are exact.
 */
export const election = (facts: ElectionFacts, variants: Pick<Variants, 'sharedSeats' | 'surplusNames'>): Ruling<ElectionValue> => {
  const cast = facts.ballots.reduce((sum, { count }) => sum + count, 0)
  if (facts.present !== undefined && cast > facts.present)
    return contradiction([
      refusal(
        'election.ballots',
        `${law} 5 §`,
        `${cast} valsedlar är fler än ${facts.present} närvarande.`,
        `${cast} ballots are more than ${facts.present} present.`,
        'ballots',
      ),
    ])
  const { groups, uncounted } = groupBallots(facts, variants)
  const running: readonly Running[] = groups.map((group) => ({ ...group, next: 0, load: rational(0), quotient: rational(group.votes) }))
  const givers: Givers = new Map()
  const steps: ElectionValue['steps'][number][] = []
  const lots = facts.lots ?? []
  let [drawn, lot, wrongLot]: [number, ElectionValue['lot'], boolean] = [0, null, false]
  const full = (): boolean => (variants.sharedSeats === 'until_all_seats' ? givers.size : steps.length) >= facts.seats
  while (!full()) {
    const tied = leaders(running)
    const [first] = tied
    if (first === undefined) break
    let winner = first
    if (tied.length > 1) {
      const chosen = tied.find(({ group }) => group === lots[drawn])
      if (chosen === undefined) {
        wrongLot = lots[drawn] !== undefined
        lot = { among: tied.map(({ group }) => group), quotient: written(first.quotient) }
        break
      }
      winner = chosen
      drawn++
    }
    const quotient = written(winner.quotient)
    steps.push({ group: winner.group, label: winner.label, quotient, byLot: tied.length > 1, ...seat(winner, givers) })
  }
  const elected = [...givers.keys()]
  const value: ElectionValue = {
    status: lot !== null ? 'lot' : full() ? 'done' : 'exhausted',
    elected,
    vacant: Math.max(0, facts.seats - elected.length),
    steps,
    groups: running.map(({ group, label, names, votes, next, load }) => ({ group, label, names, votes, seats: next, load: written(load) })),
    uncounted,
    lot,
  }
  return rulingToldLater(
    value,
    when(wrongLot, () =>
      refusal(
        'election.lot',
        `${law} 21 §`,
        `Lotten ska dras bland grupperna ${lot?.among.join(', ')}.`,
        `The lot is drawn among the groups ${lot?.among.join(', ')}.`,
        `lots[${drawn}]`,
      ),
    ),
    () => reasonsOf(value, cast),
  )
}

const reasonsOf = ({ status, steps, groups, lot, vacant }: ElectionValue, cast: number): readonly Reason[] => [
  because(
    `${law} 14 §`,
    `${cast} valsedlar i ${groups.length} grupper: ${groups.map(({ label, votes }) => `${label} ${votes}`).join(', ')}.`,
    `${cast} ballots in ${groups.length} groups: ${groups.map(({ label, votes }) => `${label} ${votes}`).join(', ')}.`,
  ),
  ...steps.map(({ label, name, quotient, byLot, shared }, i) =>
    because(
      `${law} 18–19 §§`,
      `${i + 1}. ${label} ${quotient.exact}: ${name}${byLot ? ' (lott)' : ''}${shared > 1 ? `, delad av ${shared} grupper` : ''}.`,
      `${i + 1}. ${label} ${quotient.exact}: ${name}${byLot ? ' (lot)' : ''}${shared > 1 ? `, shared by ${shared} groups` : ''}.`,
    ),
  ),
  ...when(lot !== null, () =>
    because(
      `${law} 21 §`,
      `Lika jämförelsetal ${lot?.quotient.exact}: dra lott mellan grupperna ${lot?.among.join(', ')}.`,
      `Equal comparative numbers ${lot?.quotient.exact}: draw a lot among the groups ${lot?.among.join(', ')}.`,
    ),
  ),
  ...when(status === 'exhausted', () =>
    because(`${law} 20 §`, `Listorna är slut: ${vacant} platser blir tomma.`, `The lists have ended: ${vacant} seats stay empty.`),
  ),
]

/** The rule `election`: who are elected in a proportional election? Lag 2022:629, KL 5:58, 6:42. Facts: seats, present, ballots, ineligible, maxNames, lots. Value: status, elected, vacant, steps, groups, uncounted, lot. */
export const electionRule = rule({
  name: 'election',
  law: 'Lag 2022:629, KL 5:58, 6:42',
  words: { sv: 'vilka är valda i ett proportionellt val?', en: 'who are elected in a proportional election?' },
  okMeans: 'the ballots and lots given can stand: there is a result, or a lot is called for',
  note: 'Ballots of the same label with the same counted names in the same order make a group. Of one seat: the first name of the group with most votes (16 §). Of more: the group with the largest comparative number, votes divided by load + 1, gives a seat to its next name, even if that person has one; a seat that k groups have given weighs 1/k in each (18 §); a group without names left is out (20 §).',
  facts: electionFacts,
  value: electionValue,
  variants: ['sharedSeats', 'surplusNames'],
  example: {
    seats: 3,
    ballots: [
      { label: 'X', names: ['a', 'b', 'c'], count: 6 },
      { label: 'Y', names: ['b', 'd', 'e'], count: 5 },
    ],
  },
  judge: election,
})
