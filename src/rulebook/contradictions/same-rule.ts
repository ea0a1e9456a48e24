import type { Text } from '../../kernel/text.ts'
import type { Fact } from './facts.ts'
import { type Draft, type Found, surenesses } from './finding.ts'
import { sideIn } from './guess-roles.ts'
import { apart, gap, times } from './interval.ts'
import { differenceIn, rootOf, toldPrinted } from './place.ts'
import { sentences } from './sentences.ts'

const dimension = ({ printed }: Fact): string =>
  printed.unit.count !== null || printed.unit.dimension === '' || printed.unit.dimension === 'st' ? 'count' : printed.unit.dimension

/** 2, 3 or 6 where the two differ by a power of ten that units slip by; null else. Hundreds only where shares are printed as fractions. */
export const slip = (a: number, b: number, share: boolean): number | null => {
  if (a === 0 || b === 0 || Math.sign(a) !== Math.sign(b)) return null
  const size = Math.abs(Math.log10(Math.abs(a / b)))
  return [2, 3, 6].find((power) => Math.abs(size - power) < 0.005 && (power !== 2 || share)) ?? null
}

/** '5 000' in a sentence beside 5 039 in a table: within the zeros, and near enough that nobody would mind. */
const looksRounded = (fact: Fact, other: Fact): boolean => {
  const { value, unit } = fact.printed
  const shown = value.mid / unit.factor
  const zeros = Number.isInteger(shown) && shown !== 0 ? (/0*$/.exec(String(Math.abs(shown)))?.[0].length ?? 0) : 0
  const apartBy = Math.abs(value.mid - other.printed.value.mid)
  return fact.statement && zeros >= 2 && apartBy <= (10 ** zeros / 2) * unit.factor && apartBy <= 0.025 * Math.abs(value.mid)
}

/** A table that names no kind holds outcomes; a sentence may mean any kind. */
const kindsMeet = (a: Fact, b: Fact): boolean =>
  a.kind === b.kind || [[a, b] as const, [b, a] as const].some(([bare, other]) => bare.kind === '' && (bare.statement || other.kind.startsWith('outcome')))

/** A row of one word under a title may be a part of anything. */
const vague = (fact: Fact): boolean => !fact.statement && !fact.firm && fact.series === null && !(fact.identity ?? '').split('|').at(-1)?.includes(' ')

/** Why the two may both be right; null where nothing says so. */
const doubt = (a: Fact, b: Fact): Text | null => {
  if (a.definition !== b.definition) return a.definition !== '' && b.definition !== '' ? sentences.whyDefinition : sentences.whyOneDefinition
  if (a.series === null && a.body !== b.body && !a.statement && !b.statement) return sentences.whyBody
  if (a.source !== b.source && a.source !== '' && b.source !== '') return sentences.whyDefinition
  if (a.kind !== b.kind && !a.kind.startsWith('outcome') && !b.kind.startsWith('outcome')) return sentences.whyKind
  if (a.document !== b.document && /^(budget|forecast|target|preliminary)/.test(a.kind)) return sentences.whyRevised
  if (a.generic || b.generic) return sentences.whyVague
  if ((a.statement && vague(b)) || (b.statement && vague(a))) return sentences.whyVague
  if (looksRounded(a, b) || looksRounded(b, a)) return sentences.whyRounded
  return null
}

const draftOf = (a: Fact, b: Fact, others: readonly Fact[]): Draft => {
  const why = doubt(a, b)
  const power = slip(a.printed.value.mid, b.printed.value.mid, a.printed.unit.dimension === '%')
  const [printed, computed] = [toldPrinted(a.printed), toldPrinted(b.printed)]
  const at = [a.where, b.where] as const
  const all = [a, b, ...others]
  const text =
    power !== null
      ? sentences.unit(a.what, a.period, printed.text, at[0], computed.text, at[1], power)
      : why
        ? sentences.sameAsk(a.what, a.period, printed.text, at[0], computed.text, at[1], why)
        : sentences.same(a.what, a.period, printed.text, at[0], computed.text, at[1])
  return {
    rule: power === null ? 'same' : 'unit',
    sureness: why && power === null ? 'ask' : 'contradiction',
    cells: all.map(({ place }) => place),
    keys: all.map(({ key }) => key),
    printed,
    computed,
    difference: differenceIn(a.printed.value, b.printed.value, a.printed.unit),
    unit: a.printed.unit.text,
    text,
    root: rootOf(a.printed.value, b.printed.value, a.printed.unit),
  }
}

/** How far two tables that do not say what they measure agree where their labels do: parts of different wholes bear the same labels. */
interface Agreement {
  agree: number
  differ: number
}
type Agreements = ReadonlyMap<string, Agreement>
const pairName = (a: Fact, b: Fact): string => (a.origin < b.origin ? `${a.origin}|${b.origin}` : `${b.origin}|${a.origin}`)

const agreements = (groups: Iterable<readonly Fact[]>): Agreements => {
  const out = new Map<string, Agreement>()
  for (const group of groups) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        if (a.origin === b.origin || a.kind !== b.kind || a.statement || b.statement) continue
        const counted = out.get(pairName(a, b)) ?? { agree: 0, differ: 0 }
        if (apart(a.printed.value, b.printed.value)) counted.differ++
        else if (a.printed.value.mid !== 0) counted.agree++
        out.set(pairName(a, b), counted)
      }
    }
  }
  return out
}

/** May the labels be taken to name the same quantity? Both say what they measure, or are of one title, or agree in most else. */
const sameThing = (a: Fact, b: Fact, agreed: Agreements): boolean => {
  if (a.series !== null || (a.firm && b.firm) || a.statement || b.statement || (a.title === b.title && a.title !== '')) return true
  const counted = agreed.get(pairName(a, b))
  return counted !== undefined && counted.agree >= 2 && counted.agree >= counted.differ
}

/** Costs, and people who leave, may stand above or below zero: two tables that sign them otherwise say the same. */
const signedOtherwise = (a: Fact, b: Fact): boolean =>
  sideIn(a.place.row ?? '') === 'cost' && sideIn(b.place.row ?? '') === 'cost' && !apart(a.printed.value, times(b.printed.value, -1))

const comparable = (a: Fact, b: Fact, agreed: Agreements): boolean =>
  a.origin !== b.origin &&
  kindsMeet(a, b) &&
  (a.period !== '' || a.document === b.document) &&
  // Tables of two bodies tell of two things.
  (a.series !== null || a.body === '' || b.body === '' || a.body === b.body) &&
  apart(a.printed.value, b.printed.value) &&
  !signedOtherwise(a, b) &&
  // Tables repeat the words of every account; only a sentence that uses them may mean the same.
  (!(a.generic || b.generic) || a.series !== null || ((a.statement || b.statement) && (a.document === b.document || (a.statement && b.statement)))) &&
  sameThing(a, b, agreed)

/** A number without kind is set against others only where it agrees with none of them. */
const excused = (fact: Fact, group: readonly Fact[]): boolean =>
  fact.kind === '' && group.some((other) => other.origin !== fact.origin && other.kind !== '' && !apart(fact.printed.value, other.printed.value))

interface Judged {
  readonly pair: string
  readonly draft: Draft
}

const judge = (facts: readonly Fact[], agreed: Agreements): readonly Judged[] => {
  const left = facts.filter((fact) => !excused(fact, facts))
  const pairs = left.flatMap((a, i) => left.slice(i + 1).flatMap((b) => (comparable(a, b, agreed) ? [[a, b] as const] : [])))
  if (pairs.length === 0) return []
  const sure = pairs.filter(([a, b]) => doubt(a, b) === null)
  const [a, b] = (sure.length > 0 ? sure : pairs).reduce((most, pair) =>
    gap(pair[0].printed.value, pair[1].printed.value) > gap(most[0].printed.value, most[1].printed.value) ? pair : most,
  )
  const named = new Set(pairs.flat())
  const draft = draftOf(
    a,
    b,
    [...named].filter((fact) => fact !== a && fact !== b),
  )
  return [{ pair: [draft.rule, a.series ?? a.identity, a.origin, b.origin].join('|'), draft }]
}

/** The same two tables that disagree on the same quantity in several periods do so for one reason. */
const oneEach = (drafts: readonly Judged[]): readonly Draft[] =>
  [...Map.groupBy(drafts, ({ pair }) => pair).values()].map((alike) => {
    const [{ draft: first }, ...rest] = alike.toSorted((a, b) => surenesses.indexOf(a.draft.sureness) - surenesses.indexOf(b.draft.sureness)) as [
      Judged,
      ...Judged[],
    ]
    return { ...first, consequences: rest.map(({ draft: { rule, cells, difference, text } }) => ({ rule, cells, difference, text })) }
  })

/** The same quantity, dimension and period with different values; off by a power of ten it is told as a matter of units. */
export const sameRule = (facts: readonly Fact[]): Found => {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const name = fact.series === null ? fact.identity : `series:${fact.series}`
    if (name === null) continue
    const key = `${name}|${dimension(fact)}|${fact.period}`
    const group = groups.get(key)
    // No quantity is printed in more places than this by a honest writer; beyond it labels are no names.
    if (!group) groups.set(key, [fact])
    else if (group.length < 24) group.push(fact)
  }
  const shared = [...groups.values()].filter((group) => group.some(({ origin }) => origin !== (group[0] as Fact).origin))
  const agreed = agreements(shared)
  return { findings: oneEach(shared.flatMap((group) => judge(group, agreed))), notes: [] }
}
