import { formatNumber } from '../../kernel/number.ts'
import { around, exactly, type Interval, times } from './interval.ts'
import { countWord, fractionWord } from './number-words.ts'
import { readUnit, type Unit } from './unit.ts'

/** A cell or a value as it stands in the document: a string, or a number whose decimals are those it is written with. */
export type Printable = string | number | null | undefined

export interface Reading {
  /** Decimals, where the number came without its trailing zeros. */
  readonly decimals?: number | undefined
  /** Rounded to the nearest 10, 1 000 …, where the document says so; in the printed unit. */
  readonly rounding?: number | undefined
  /** Counted, not rounded. */
  readonly exact?: boolean | undefined
}

/** What stands there: a number with all that it may stand for (in the base of its unit), nothing, or words we cannot read. */
export type Printed =
  | { readonly state: 'value'; readonly text: string; readonly value: Interval; readonly unit: Unit; readonly decimals: number; readonly hedge: Hedge | null }
  | { readonly state: 'missing' | 'unread'; readonly text: string }

const hedges = {
  about: /^(ca\.?|c:a|cirka|omkring|ungefär|runt|kring|uppskattningsvis|about|around|approx\.?|circa|~|≈)\s*/,
  somewhatOver: /^(drygt|dryga|lite (mer|fler) än|något (mer|fler|över) än|strax över|just over)\s*/,
  somewhatUnder: /^(knappt|knappa|nästan|närmare|strax under|inte fullt|nearly|almost|just under)\s*/,
  above: /^(över|mer än|fler än|större än|more than|over|above|>)\s*/,
  below: /^(under|mindre än|färre än|lägre än|less than|fewer than|<)\s*/,
  atLeast: /^(minst|åtminstone|från|at least|≥|>=)\s*/,
  atMost: /^(högst|max\.?|maximalt|som mest|upp till|upp emot|at most|up to|≤|<=)\s*/,
} as const
export type Hedge = keyof typeof hedges

const missing = /^(|[-–—.…]|\.\.|\.\.\.|x|\*|n\/?a|e\.?\s?t\.?|i\.?\s?u\.?|saknas|uppgift saknas|ej angivet|ej mätt|okänt|missing|unknown)$/
const digits = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d{1,8}))?(?![\d.,])/

/** The step of the last digit that is not zero: 100 for 500, 1 000 for 46 000, 1 for 65. */
const significantStep = (value: number, step: number): number => {
  const size = Math.abs(value)
  let at = step
  while (at < size && Math.abs(Math.round(size / (at * 10)) * at * 10 - size) < step / 1e6) at *= 10
  return at
}

/** Hedges widen by magnitude, so that a deficit of 'drygt 5' reaches from −5 away from zero. */
const hedged = (value: Interval, step: number, hedge: Hedge): Interval => {
  const size = value.mid < 0 ? times(value, -1) : value
  const room = Math.max(significantStep(size.mid, step), size.mid * 0.1)
  const wide = {
    about: { low: size.mid - Math.max(room / 2, size.mid * 0.05), high: size.mid + Math.max(room / 2, size.mid * 0.05) },
    somewhatOver: { low: size.low, high: size.mid + room },
    somewhatUnder: { low: size.mid - room, high: size.high },
    above: { low: size.low, high: Number.POSITIVE_INFINITY },
    atLeast: { low: size.low, high: Number.POSITIVE_INFINITY },
    below: { low: Number.NEGATIVE_INFINITY, high: size.high },
    atMost: { low: Number.NEGATIVE_INFINITY, high: size.high },
  }[hedge]
  const out = { ...wide, mid: size.mid }
  return value.mid < 0 ? times(out, -1) : out
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
    .replace(/[\u2212\u2010\u2011\uff0d]/g, '-')
    .replace(/[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?\s*$/, '')
    .replace(/ \d\)$/, '')
    .trim()

const numberIn = (text: string): { value: number; decimals: number; rest: string } | null => {
  // Thousands by points or commas only where there are two groups: one group may as well be decimals.
  const grouped = /^([+-]?)(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})(?![\d.,])/.exec(text)
  if (grouped) return { value: Number(`${grouped[1]}${(grouped[2] as string).replace(/[.,]/g, '')}`), decimals: 0, rest: text.slice(grouped[0].length).trim() }
  const m = digits.exec(text.replace(/^([+-])\s+/, '$1'))
  if (!m) return null
  if (m[3] === '.' && m[4]?.length === 3 && (m[2] as string).length <= 3 && m[2] !== '0') return null
  const value = Number(`${m[1]}${(m[2] as string).replaceAll(' ', '')}${m[4] ? `.${m[4]}` : ''}`)
  return {
    value,
    decimals: m[4]?.length ?? 0,
    rest: text
      .replace(/^([+-])\s+/, '$1')
      .slice(m[0].length)
      .trim(),
  }
}

const rangeIn = (text: string): { low: number; high: number } | null => {
  const m = /^(\d+(?:,\d+)?) ?[–-] ?(\d+(?:,\d+)?)(?= |$|%)/.exec(text)
  if (!m) return null
  const [low, high] = [Number((m[1] as string).replace(',', '.')), Number((m[2] as string).replace(',', '.'))]
  return low < high ? { low, high } : null
}

const valueOf = (raw: number, decimals: number, unit: Unit, hedge: Hedge | null, { rounding, exact }: Reading): Interval => {
  const step = rounding ?? 10 ** -decimals
  const plain = hedge === null && decimals === 0 && rounding === undefined && (exact === true || unit.count === 'hard') ? exactly(raw) : around(raw, step)
  // 'Över 700 personer' is more than 700 as written; its rounding would only blunt it.
  const hard = hedge === 'atMost' || hedge === 'atLeast' || hedge === 'above' || hedge === 'below' ? exactly(raw) : plain
  return times(hedge === null ? plain : hedged(hard, step, hedge), unit.factor)
}

const readWords = (text: string, unit: Unit): number | null => {
  const part = fractionWord(text)
  if (part !== null) return unit.dimension === '%' ? Math.round(part * 1000) / 10 : unit.dimension === '' ? part : null
  return countWord(text.split(' ')[0] ?? '')
}

/** Most cells: digits in groups of three, perhaps a sign. Read without trying hedges and words. */
const plainNumber = /^[-\u2212]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,12})$/
const plain = (shown: string, unitText: string | undefined, reading: Reading): Printed => {
  const unit = readUnit(unitText)
  const size = Number(shown.replace(/[^\d]/g, ''))
  const hedge = / ca\b/.test(unitText ?? '') ? 'about' : null
  const decimals = reading.decimals ?? 0
  const value = valueOf(/^\d/.test(shown) ? size : -size, decimals, unit, hedge, reading)
  return { state: 'value', text: shown, value, unit, decimals, hedge }
}

/**
 * Reads a printed number as Swedish documents print it: '−15 779', '252,9', 'ca 500', 'drygt hälften', '99 %', '1,6 mnkr', '5–10'.
 * A unit that is written in the cell wins over the table's. '–', '..' and the like are missing, never zero.
 */
export const readPrinted = (raw: Printable, unitText: string | undefined, reading: Reading = {}): Printed => {
  if (raw === null || raw === undefined) return { state: 'missing', text: '' }
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw) || Math.abs(raw) >= 1e15) return { state: 'unread', text: String(raw) }
    const decimals = reading.decimals ?? /\.(\d+)$/.exec(String(raw))?.[1]?.length ?? 0
    const unit = readUnit(unitText)
    return { state: 'value', text: formatNumber(raw, decimals, 'sv'), value: valueOf(raw, decimals, unit, null, reading), unit, decimals, hedge: null }
  }
  const shown = raw.trim()
  if (plainNumber.test(shown)) return plain(shown, unitText, reading)
  let text = clean(raw).toLowerCase()
  if (missing.test(text)) return { state: 'missing', text: shown }
  const hedge =
    (Object.keys(hedges) as Hedge[]).find((name) => hedges[name].test(text)) ?? (/\bca$/.test(text) || /% ca\b/.test(unitText ?? '') ? 'about' : null)
  if (hedge) text = text.replace(hedges[hedge], '').replace(/^\+?±/, '')
  text = text.replace(/^±/, '')
  const range = rangeIn(text)
  if (range) {
    const unit = unitWritten(text.replace(/^[\d,]+ ?[–-] ?[\d,]+/, '').trim(), unitText)
    if (unit === null) return { state: 'unread', text: shown }
    return { state: 'value', text: shown, value: times({ ...range, mid: (range.low + range.high) / 2 }, unit.factor), unit, decimals: 0, hedge: 'about' }
  }
  const found = numberIn(text)
  if (!found) {
    const unit = readUnit(unitText)
    const word = readWords(text, unit)
    if (word === null) return { state: 'unread', text: shown }
    const about = hedge ?? (fractionWord(text) === null ? null : 'about')
    return { state: 'value', text: shown, value: valueOf(word, 0, unit, about, reading), unit, decimals: 0, hedge: about }
  }
  const unit = unitWritten(found.rest, unitText)
  if (unit === null) return { state: 'unread', text: shown }
  const decimals = Math.max(found.decimals, reading.decimals ?? 0)
  return { state: 'value', text: shown, value: valueOf(found.value, decimals, unit, hedge, reading), unit, decimals, hedge }
}

/** What follows the number must be a unit, else the cell says more than a number and is not read as one. */
const unitWritten = (rest: string, table: string | undefined): Unit | null => {
  const own = rest.replace(/\bca$/, '').trim()
  if (own === '') return readUnit(table)
  const unit = readUnit(own)
  const known = unit.dimension === 'kr' || unit.dimension === '%' || unit.dimension === 'points' || unit.count !== null
  if (known || unit.dimension === readUnit(table).dimension) return unit
  return /^[a-zåäö/ ]{1,30}$/.test(own) && table === undefined ? unit : null
}
