import { claimWords } from './claim-words.ts'
import { differs, type Judgement, name, percent, points, shown } from './claim-judgement.ts'
import { apart, growth, type Interval, minus, ratio, times } from './interval.ts'
import type { StatementInput } from './material.ts'
import { differenceIn, rootOf, told, toldPrinted } from './place.ts'
import type { Target } from './point.ts'
import type { Printed } from './printed.ts'

type Value = Extract<Printed, { state: 'value' }>

const signed = (value: Interval, direction: 'up' | 'down' | undefined): Interval => {
  const size = value.mid < 0 && direction !== undefined ? times(value, -1) : value
  return direction === 'down' ? times(size, -1) : size
}

/** A growth in per cent, in points or in the unit itself, against the two numbers. */
export const change = (statement: StatementInput, printed: Value, from: Target, to: Target): Judgement => {
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
  // Of costs printed below zero it is said that they grow when they become larger.
  if (from.value.mid < 0 && to.value.mid < 0 && !apart(claimed, times(computed, -1))) return 'holds'
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

/** A share, or a number of times, against part and whole. */
export const share = (statement: StatementInput, printed: Value, part: Target, whole: Target): Judgement => {
  const counts = part.unit.count !== null && whole.unit.count !== null
  const fraction = part.unit.dimension === whole.unit.dimension || counts ? ratio(part.value, whole.value) : null
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
