import type { Text } from '../../kernel/text.ts'
import { claimWords } from './claim-words.ts'
import { statementPlace } from './facts.ts'
import type { Draft, Found, Told } from './finding.ts'
import { apart, below, type Interval, exactly, growth, minus, ratio, sameMid, times } from './interval.ts'
import type { DocumentInput, Relation, StatementInput } from './material.ts'
import { normalLabel } from './label.ts'
import { differenceIn, rootOf, told, toldPrinted } from './place.ts'
import { type Atlas, factsNamed, ownPointer, pointAt, type Target } from './point.ts'
import { type Printed, readPrinted } from './printed.ts'
import { samePeriod } from './printed-period.ts'
import { readUnit, type Unit } from './unit.ts'

type Value = Extract<Printed, { state: 'value' }>

/** What a claim comes to: it holds, it cannot be checked, or what speaks against it. */
type Judgement =
  | 'holds'
  | 'unchecked'
  | {
      readonly printed: Told
      readonly computed: Told
      readonly difference: number | null
      readonly unit: Unit
      readonly text: Text
      readonly cells: Target['cells']
      readonly ask: boolean
      readonly root: Draft['root']
    }

const percent = readUnit('%')
const points = readUnit('procentenheter')
const name = (statement: StatementInput): string => statement.text ?? statement.quantity ?? statement.id ?? String(statement.value ?? '')
const shown = ({ value, unit, decimals }: Target): Text => told(value.mid, unit, decimals).text

/** A claim holds where any of the printed values it may mean bears it out. */
const each = (targets: readonly (readonly [Target, Target])[], judge: (a: Target, b: Target) => Judgement): Judgement => {
  const all = targets.map(([a, b]) => judge(a, b)).filter((it) => it !== 'unchecked')
  return all.length === 0 ? 'unchecked' : all.includes('holds') ? 'holds' : (all[0] as Judgement)
}
const pairs = (a: readonly Target[], b: readonly Target[]): readonly (readonly [Target, Target])[] => a.flatMap((x) => b.map((y) => [x, y] as const))

const differs = (statement: StatementInput, ...targets: readonly Target[]): boolean => {
  const own = normalLabel(statement.definition ?? '')
  return (own !== '' && targets.some(({ definition }) => definition !== own)) || new Set(targets.map(({ definition }) => definition)).size > 1
}

const signed = (value: Interval, direction: 'up' | 'down' | undefined): Interval => {
  const size = value.mid < 0 && direction !== undefined ? times(value, -1) : value
  return direction === 'down' ? times(size, -1) : size
}

const change = (statement: StatementInput, printed: Value, from: Target, to: Target): Judgement => {
  if (from.unit.dimension !== to.unit.dimension) return 'unchecked'
  const claimed = signed(printed.value, statement.direction)
  const asPercent = printed.unit.dimension === '%'
  const grown = growth(from.value, to.value)
  const moved = minus(to.value, from.value)
  const unit = asPercent ? percent : from.unit.dimension === '%' ? points : printed.unit
  if (!asPercent && printed.unit.dimension !== from.unit.dimension && !(printed.unit.dimension === 'points' && from.unit.dimension === '%')) return 'unchecked'
  const computed = asPercent ? grown : moved
  if (computed === null) return 'unchecked'
  if (!apart(claimed, computed)) return 'holds'
  const decimals = Math.max(printed.decimals, asPercent ? 1 : from.decimals)
  const [said, real] = [{ ...toldPrinted(printed), value: Number((claimed.mid / printed.unit.factor).toFixed(6)) }, told(computed.mid, unit, decimals)]
  const asPoints = asPercent && from.unit.dimension === '%' && !apart(claimed, moved)
  const saidWords =
    statement.direction === 'down' && printed.value.mid > 0 ? { sv: `en minskning med ${said.text.sv}`, en: `a decrease of ${said.text.en}` } : said.text
  const text = asPoints
    ? claimWords.points(name(statement), said.text, told(moved.mid, points, 1).text, real.text)
    : claimWords.change(name(statement), saidWords, shown(from), shown(to), real.text)
  return {
    printed: said,
    computed: real,
    difference: differenceIn(claimed, computed, unit),
    unit,
    text,
    cells: [...from.cells, ...to.cells],
    ask: asPoints || differs(statement, from, to),
    root: rootOf(claimed, computed, unit),
  }
}

const share = (statement: StatementInput, printed: Value, part: Target, whole: Target): Judgement => {
  const fraction = part.unit.dimension === whole.unit.dimension ? ratio(part.value, whole.value) : null
  if (fraction === null) return 'unchecked'
  const computed = times(fraction, printed.unit.dimension === '%' ? 100 : 1)
  if (!apart(printed.value, computed)) return 'holds'
  const real = told(computed.mid, printed.unit, Math.max(printed.decimals, 1))
  return {
    printed: toldPrinted(printed),
    computed: real,
    difference: differenceIn(printed.value, computed, printed.unit),
    unit: printed.unit,
    text: claimWords.share(name(statement), toldPrinted(printed).text, shown(part), shown(whole), real.text),
    cells: [...part.cells, ...whole.cells],
    ask: differs(statement, part, whole),
    root: null,
  }
}

/** How far from the whole number of times a word may still be used: 'halverat' is 0,4 to 0,6. */
const spans: Readonly<Record<'halved' | 'doubled' | 'tripled', Interval>> = {
  halved: { low: 0.4, high: 0.6, mid: 0.5 },
  doubled: { low: 1.7, high: 2.4, mid: 2 },
  tripled: { low: 2.6, high: 3.5, mid: 3 },
}

const relates = (relation: Relation, a: Interval, b: Interval): boolean | null => {
  // Two numbers printed alike may differ by their rounding; only counts are known to be the same.
  const equal = sameMid(a, b) && a.low === a.high && b.low === b.high
  if (relation === 'more') return !below(a, b) && !equal
  if (relation === 'less') return !below(b, a) && !equal
  if (relation === 'same') return !apart(a, b)
  const many = ratio(a, b)
  return many === null ? null : !apart(many, spans[relation])
}

const comparison = (statement: StatementInput, relation: Relation, a: Target, b: Target): Judgement => {
  if (a.unit.dimension !== b.unit.dimension) return 'unchecked'
  const holds = relates(relation, a.value, b.value)
  if (holds === null) return 'unchecked'
  if (holds) return 'holds'
  return {
    printed: told(a.value.mid, a.unit, a.decimals),
    computed: told(b.value.mid, b.unit, b.decimals),
    difference: differenceIn(a.value, b.value, a.unit),
    unit: a.unit,
    text: claimWords.comparison(name(statement), relation, shown(a), shown(b)),
    cells: [...a.cells, ...b.cells],
    ask: differs(statement, a, b),
    root: null,
  }
}

const target = (statement: StatementInput, of: readonly Target[]): Judgement => {
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

const extreme = (statement: StatementInput, atlas: Atlas): Judgement => {
  const facts = factsNamed(atlas, statement)
  const [period, since] = [samePeriod(statement.period), samePeriod(statement.since)]
  const highest = statement.extreme !== 'lowest'
  const own = facts.filter((fact) => fact.period === period)
  const rivals = facts.filter(
    (fact) =>
      fact.period !== '' && fact.period !== period && fact.period.length === period.length && (since === '' || fact.period >= since) && fact.period < period,
  )
  if (own.length === 0 || rivals.length === 0) return 'unchecked'
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

const judge = (statement: StatementInput, document: DocumentInput, atlas: Atlas): Judgement => {
  const at = (pointer: StatementInput['a']): readonly Target[] => pointAt(atlas, document.id, pointer, statement)
  const printed = readPrinted(statement.value, statement.unit, statement)
  if (statement.claim === 'change')
    return printed.state === 'value' ? each(pairs(at(statement.from), at(statement.to)), (a, b) => change(statement, printed, a, b)) : 'unchecked'
  if (statement.claim === 'share')
    return printed.state === 'value' ? each(pairs(at(statement.part), at(statement.whole)), (a, b) => share(statement, printed, a, b)) : 'unchecked'
  if (statement.claim === 'comparison')
    return statement.relation
      ? each(pairs(at(statement.a), at(statement.b)), (a, b) => comparison(statement, statement.relation as Relation, a, b))
      : 'unchecked'
  if (statement.claim === 'target') return target(statement, at(statement.of ?? ownPointer(statement, statement.period)))
  return extreme(statement, atlas)
}

/** Claims in words that the printed numbers contradict: growth, share, more and less, target, highest since. */
export const claimRule = (documents: readonly DocumentInput[], atlas: Atlas): Found => {
  const findings: Draft[] = []
  const notes: Found['notes'][number][] = []
  for (const document of documents) {
    for (const [at, statement] of (document.statements ?? []).entries()) {
      if ((statement.claim ?? 'value') === 'value') continue
      const judgement = judge(statement, document, atlas)
      const own = { place: statementPlace(document, statement), key: `${document.id}/statement/${at}` }
      if (judgement === 'holds') continue
      if (judgement === 'unchecked') {
        notes.push({ place: own.place, text: claimWords.unchecked(name(statement)) })
        continue
      }
      const cells = [own, ...judgement.cells]
      findings.push({
        rule: 'claim',
        sureness: judgement.ask ? 'ask' : 'contradiction',
        cells: cells.map(({ place }) => place),
        keys: cells.map(({ key }) => key),
        printed: judgement.printed,
        computed: judgement.computed,
        difference: judgement.difference,
        unit: judgement.unit.text,
        text: judgement.text,
        root: judgement.root,
      })
    }
  }
  return { findings, notes }
}
