import { because, contradiction, type Reason, refusal, type Ruling, rulingToldLater, when } from '../reason.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { rule } from '../rule.ts'
import { level, type Party, seatsOf } from './level.ts'
import { type LevellingFacts, levellingFacts, type LevellingLot, type LevellingStep, type LevellingValue, levellingValue } from './levelling-shapes.ts'

const impossible = ({ constituencies, parties }: LevellingFacts, sum: number, total: number): readonly Refusal[] => {
  const names = constituencies.map(({ name }) => name)
  return [
    ...when(new Set(names).size < names.length || new Set(parties.map(({ name }) => name)).size < parties.length, () =>
      refusal('levelling.twice', 'Vallag 14:3', 'Samma valkrets eller parti står två gånger.', 'The same constituency or party stands twice.', 'parties'),
    ),
    ...when(sum > total, () =>
      refusal(
        'levelling.sum',
        'Vallag 14:6',
        `Partiernas röster ${sum} är fler än ${total} giltiga.`,
        `The parties’ votes ${sum} are more than ${total} valid ones.`,
        'validVotes',
      ),
    ),
    ...parties.flatMap(({ name, votes }, i) => [
      ...names
        .filter((constituency) => !Object.hasOwn(votes, constituency))
        .map((constituency) =>
          refusal(
            'levelling.missing',
            'Vallag 14:3',
            `${name}: röster i ${constituency} saknas.`,
            `${name}: votes in ${constituency} are missing.`,
            `parties[${i}].votes`,
          ),
        ),
      ...Object.keys(votes)
        .filter((constituency) => !names.includes(constituency))
        .map((constituency) =>
          refusal('levelling.stranger', 'Vallag 14:3', `${constituency} är ingen valkrets.`, `${constituency} is no constituency.`, `parties[${i}].votes`),
        ),
    ]),
  ]
}

/**
 * How the seats of a divided council fall: fixed seats by constituency (vallag 14:3, 14:7), each party's share in the whole (14:4), seats beyond
 * it given back and moved (14:4 a–b), levelling seats to those who lack and to the constituencies where their numbers are largest (14:4 c–5),
 * for parties with at least 3 per cent (14:6). A seat that no party short of its share has votes for is not given back. For checking only: the
 * county administrative board decides.
 */
export const levelling = (facts: LevellingFacts): Ruling<LevellingValue> => {
  const sums = facts.parties.map(({ votes }) => Object.values(votes).reduce((sum, n) => sum + n, 0))
  const sum = sums.reduce((all, n) => all + n, 0)
  const total = facts.validVotes ?? sum
  const wrong = impossible(facts, sum, total)
  if (wrong.length > 0) return contradiction(wrong)
  const threshold = Math.ceil((total * 3) / 100)
  const parties = facts.parties.map(({ name, votes }, i): Party & { readonly below: boolean } => ({
    name,
    votes: sums[i] ?? 0,
    below: sums[i] === 0 || (sums[i] ?? 0) < threshold,
    in: new Map(facts.constituencies.map((c) => [c.name, { votes: votes[c.name] ?? 0, fixed: 0, levelling: 0, won: [] }])),
    share: 0,
    first: 0,
    returned: 0,
    moved: 0,
    levelling: 0,
  }))
  const steps: LevellingStep[] = []
  const course = level({ facts, taking: parties.filter(({ below }) => !below), steps })
  const lots = facts.lots ?? []
  let drawn = 0
  let next = course.next()
  for (; !next.done; drawn++) {
    const given = lots[drawn]
    if (given === undefined || !next.value.among.includes(given)) break
    next = course.next(given)
  }
  const lot = next.done ? null : next.value
  const value: LevellingValue = {
    status: lot === null ? 'done' : 'lot',
    threshold,
    parties: parties.map((party) => {
      const { name, votes, below, share, first, returned, moved, levelling: extra } = party
      return { name, votes, below, share, fixed: first, returned, moved, levelling: extra, seats: seatsOf(party) }
    }),
    constituencies: facts.constituencies.map(({ name }) => ({
      name,
      seats: parties.map((party) => ({ party: party.name, fixed: party.in.get(name)?.fixed ?? 0, levelling: party.in.get(name)?.levelling ?? 0 })),
    })),
    steps,
    lot,
  }
  return rulingToldLater(value, lotRefusal(lot, lots[drawn], drawn), () => reasonsOf(value, total))
}

const lotRefusal = (lot: LevellingLot | null, given: string | undefined, at: number): readonly Refusal[] =>
  when(lot !== null && given !== undefined, () =>
    refusal(
      'levelling.lot',
      'Vallag 14:2',
      `Lotten ska dras bland ${lot?.among.join('; ')}.`,
      `The lot is drawn among ${lot?.among.join('; ')}.`,
      `lots[${at}]`,
    ),
  )

const reasonsOf = ({ threshold, parties, lot }: LevellingValue, total: number): readonly Reason[] => [
  because('Vallag 14:6', `Spärren är 3 % av ${total} giltiga röster: ${threshold}.`, `The threshold is 3 % of ${total} valid votes: ${threshold}.`),
  ...parties.map(({ name, votes, below, fixed, returned, moved, levelling: extra, seats }) =>
    below
      ? because('Vallag 14:6', `${name} ${votes}: under spärren.`, `${name} ${votes}: below the threshold.`)
      : because(
          'Vallag 14:3–5, 14:8',
          `${name} ${votes}: ${fixed} fasta, ${returned} återförda, ${moved} mottagna, ${extra} utjämning, summa ${seats}.`,
          `${name} ${votes}: ${fixed} fixed, ${returned} given back, ${moved} received, ${extra} levelling, ${seats} in all.`,
        ),
  ),
  ...when(lot !== null, () =>
    because(
      'Vallag 14:2',
      `Lika tal ${lot?.quotient.exact}: dra lott mellan ${lot?.among.join('; ')}.`,
      `Equal numbers ${lot?.quotient.exact}: draw a lot among ${lot?.among.join('; ')}.`,
    ),
  ),
]

/** `levelling`: how the seats of a council divided into constituencies fall on parties and constituencies, seat by seat. Vallag 14:2–8. */
export const levellingRule = rule({
  name: 'levelling',
  law: 'Vallag 14:2–8',
  words: {
    sv: 'hur faller fasta mandat och utjämningsmandat när kommunen är delad i valkretsar?',
    en: 'how do fixed and levelling seats fall where the municipality is divided into constituencies?',
  },
  okMeans: 'the votes and lots given can stand: there is a result, or a lot is called for',
  facts: levellingFacts,
  value: levellingValue,
  example: {
    constituencies: [
      { name: 'Norr', seats: 5 },
      { name: 'Söder', seats: 4 },
    ],
    levelling: 2,
    parties: [
      { name: 'A', votes: { Norr: 5000, Söder: 3000 } },
      { name: 'B', votes: { Norr: 2500, Söder: 3500 } },
      { name: 'C', votes: { Norr: 700, Söder: 900 } },
    ],
  },
  judge: levelling,
})
