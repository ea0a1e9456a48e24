import { claimWords } from './claim-words.ts'
import { differs, each, type Judgement, name, shown } from './claim-judgement.ts'
import { apart, below, exactly, type Interval, ratio, sameMid, times } from './interval.ts'
import type { Relation, StatementInput } from './material.ts'
import { differenceIn, told, toldPrinted } from './place.ts'
import { type Atlas, factsNamed, type Target } from './point.ts'
import { readPrinted } from './printed.ts'
import { samePeriod } from './printed-period.ts'

/** How far from the whole number of times a word may still be used: 'halverat' is 0,4 to 0,6. */
const spans: Readonly<Record<'halved' | 'doubled' | 'tripled', Interval>> = {
  halved: { low: 0.4, high: 0.6, mid: 0.5 },
  doubled: { low: 1.7, high: 2.4, mid: 2 },
  tripled: { low: 2.6, high: 3.5, mid: 3 },
}

type Side = 'over' | 'under' | null
const overWord = /(mer|fler) än (en )?(halvera|dubb|fördubbl|tre|tripp)|(more than|over) (half|halv|doubl|twice|trip|three)/i
const underWord = /(nästan|knappt|inte fullt|nearly|almost) (en )?(halvera|dubb|fördubbl|tre|tripp|half|halv|doubl|twice|three)/i
/** 'Mer än fördubblats' says which side of twice it is; so may a field of its own. */
const sideOf = ({ hedge, text }: StatementInput): Side => hedge ?? (overWord.test(text ?? '') ? 'over' : underWord.test(text ?? '') ? 'under' : null)

const narrowed = (span: Interval, side: Side, falling: boolean): Interval => {
  // More than halved is less than half.
  const up = side === 'over' ? !falling : falling
  return side === null
    ? span
    : up
      ? { ...span, low: span.mid, high: side === 'over' ? Number.POSITIVE_INFINITY : span.high }
      : { ...span, low: side === 'over' ? Number.NEGATIVE_INFINITY : span.low, high: span.mid }
}

const relates = (relation: Relation, side: Side, a: Interval, b: Interval): boolean | null => {
  // Two numbers printed alike may differ by their rounding; only counts are known to be the same.
  const equal = sameMid(a, b) && a.low === a.high && b.low === b.high
  if (relation === 'more') return !below(a, b) && !equal
  if (relation === 'less') return !below(b, a) && !equal
  if (relation === 'same') return !apart(a, b)
  const many = ratio(a, b)
  return many === null ? null : !apart(many, narrowed(spans[relation], side, relation === 'halved'))
}

/** More, less, the same, halved, doubled, tripled. */
export const comparison = (statement: StatementInput, relation: Relation, a: Target, b: Target): Judgement => {
  if (a.unit.dimension !== b.unit.dimension && (a.unit.count === null || b.unit.count === null)) return 'unchecked'
  const holds = relates(relation, sideOf(statement), a.value, b.value)
  if (holds === null) return 'unchecked'
  // Of two costs printed below zero the larger may be said to be more: which way it is meant is asked.
  const sized = a.value.mid < 0 && b.value.mid < 0 && relates(relation, sideOf(statement), times(a.value, -1), times(b.value, -1)) === true
  if (holds) return 'holds'
  return {
    printed: told(a.value.mid, a.unit, a.decimals),
    computed: told(b.value.mid, b.unit, b.decimals),
    difference: differenceIn(a.value, b.value, a.unit),
    unit: a.unit,
    text: claimWords.comparison(name(statement), relation, shown(a), shown(b)),
    cells: [...a.cells, ...b.cells],
    ask: sized || differs(statement, a, b),
    root: null,
  }
}

/** A target said to be met or not. */
export const target = (statement: StatementInput, of: readonly Target[]): Judgement => {
  const goal = readPrinted(statement.target, statement.unit)
  if (goal.state !== 'value' || of.length === 0) return 'unchecked'
  const way =
    goal.hedge === 'atMost' || goal.hedge === 'below'
      ? 'atMost'
      : goal.hedge === 'atLeast' || goal.hedge === 'above'
        ? 'atLeast'
        : statement.direction === 'down'
          ? 'atMost'
          : 'atLeast'
  const limit = exactly(goal.value.mid)
  const met = statement.met ?? true
  return each(
    of.map((it) => [it, it] as const),
    (outcome) => {
      if (outcome.unit.dimension !== goal.unit.dimension && goal.unit.dimension !== '') return 'unchecked'
      const value = goal.unit.dimension === '' ? times(outcome.value, 1 / outcome.unit.factor) : outcome.value
      const beyond = way === 'atMost' ? below(limit, value) : below(value, limit)
      const inside = way === 'atMost' ? !below(limit, { ...value, low: value.high }) : !below({ ...value, high: value.low }, limit)
      if (met ? !beyond : !inside) return 'holds'
      const unit = goal.unit.dimension === '' ? outcome.unit : goal.unit
      const at = goal.unit.dimension === '' ? limit.mid * unit.factor : limit.mid
      return {
        printed: told(at, unit, goal.decimals),
        computed: told(outcome.value.mid, outcome.unit, outcome.decimals),
        difference: differenceIn(exactly(at), outcome.value, unit),
        unit,
        text: claimWords.target(name(statement), met, shown(outcome), told(at, unit, goal.decimals).text),
        cells: outcome.cells,
        ask: differs(statement, outcome),
        root: null,
      }
    },
  )
}

/** The highest or the lowest since a period. */
export const extreme = (statement: StatementInput, atlas: Atlas): Judgement => {
  const facts = factsNamed(atlas, statement)
  const [period, since] = [samePeriod(statement.period), samePeriod(statement.since)]
  const highest = statement.extreme !== 'lowest'
  const own = facts.filter((fact) => fact.period === period)
  const rivals = facts.filter(
    (fact) =>
      fact.period !== '' && fact.period !== period && fact.period.length === period.length && (since === '' || fact.period >= since) && fact.period < period,
  )
  if (own.length === 0 || rivals.length === 0) return 'unchecked'
  // The highest cost may be the one furthest below zero.
  if ([...own, ...rivals].every(({ printed }) => printed.value.mid < 0)) return 'unchecked'
  for (const rival of rivals) {
    const same = own.filter((fact) => fact.printed.unit.dimension === rival.printed.unit.dimension && fact.definition === rival.definition)
    const beaten =
      same.length > 0 && same.every((fact) => (highest ? below(fact.printed.value, rival.printed.value) : below(rival.printed.value, fact.printed.value)))
    const fact = same[0]
    if (!beaten || !fact) continue
    const [a, b] = [toldPrinted(fact.printed), toldPrinted(rival.printed)]
    return {
      printed: a,
      computed: b,
      difference: differenceIn(fact.printed.value, rival.printed.value, fact.printed.unit),
      unit: fact.printed.unit,
      text: claimWords.extreme(name(statement), highest, period, a.text, rival.period, b.text),
      cells: [fact, rival].map(({ place, key }) => ({ place, key })),
      ask: false,
      root: null,
    }
  }
  return 'holds'
}
