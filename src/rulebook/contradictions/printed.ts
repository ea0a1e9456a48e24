import { formatNumber } from '../../kernel/number.ts'
import { type Hedge, hedged, hedgeIn, isBound } from './hedge.ts'
import { around, exactly, type Interval, times } from './interval.ts'
import { aboutWord, countWord, fractionWord, isCountOf, saysSome } from './number-words.ts'
import { plainText, saysMissing } from './printed-text.ts'
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
  /** The sign that parts thousands in the table, where its other cells show that it is no decimal sign. */
  readonly grouping?: '.' | ',' | undefined
}

/** What stands there: a number with all that it may stand for (in the base of its unit), nothing, or words we cannot read. */
export type Printed =
  | { readonly state: 'value'; readonly text: string; readonly value: Interval; readonly unit: Unit; readonly decimals: number; readonly hedge: Hedge | null }
  | { readonly state: 'missing' | 'unread'; readonly text: string }

const digits = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d{1,8}))?(?![\d.,])/

const numberIn = (typed: string, grouping: '.' | ',' | undefined, counted: boolean): { value: number; decimals: number; rest: string } | null => {
  const text = typed.replace(/^([+-])\s+/, '$1')
  // Thousands by points or commas only where there are two groups, or decimals by the other sign: one group may as well be decimals.
  const grouped =
    /^([+-]?)(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,\d)|\d{1,3}(?:,\d{3})+(?=\.\d))(?:[.,](\d{1,8}))?(?![\d.,])/.exec(text)
  if (grouped) {
    const value = Number(`${grouped[1]}${(grouped[2] as string).replace(/[.,]/g, '')}.${grouped[3] ?? '0'}`)
    return { value, decimals: grouped[3]?.length ?? 0, rest: text.slice(grouped[0].length).trim() }
  }
  const m = digits.exec(text)
  if (!m) return null
  const either = m[3] !== undefined && m[4]?.length === 3 && (m[2] as string).length <= 3 && m[2] !== '0'
  if (either && (m[3] === grouping || (counted && m[3] === '.')))
    return { value: Number(`${m[1]}${m[2]}${m[4]}`), decimals: 0, rest: text.slice(m[0].length).trim() }
  if (either && m[3] === '.') return null
  const value = Number(`${m[1]}${(m[2] as string).replaceAll(' ', '')}${m[4] ? `.${m[4]}` : ''}`)
  return { value, decimals: m[4]?.length ?? 0, rest: text.slice(m[0].length).trim() }
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
  return times(hedge === null ? plain : hedged(isBound(hedge) ? exactly(raw) : plain, step, hedge), unit.factor)
}

/** 'Hälften' and 'tre av fyra' mean about so much: three hundredths to either side are still that. */
const fraction = (text: string, unit: Unit, hedge: Hedge | null): Interval | null => {
  const part = fractionWord(text)
  if (part === null || (unit.dimension !== '%' && unit.dimension !== '')) return null
  const scale = unit.dimension === '%' ? 100 : 1
  const mid = Number((part * scale).toFixed(4))
  if (hedge === null && isCountOf(text)) return around(mid, 0.002 * scale)
  const value = hedge === null || hedge === 'about' ? { low: mid - 0.04 * scale, high: mid + 0.04 * scale, mid } : around(mid, 0.01 * scale)
  return hedge === null || hedge === 'about' ? value : hedged(isBound(hedge) ? exactly(mid) : value, 0.01 * scale, hedge)
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
  const typed = plainText(raw).toLowerCase()
  if (saysMissing(typed)) return { state: 'missing', text: shown }
  const { hedge: begun, rest } = hedgeIn(typed) ?? { hedge: null, rest: typed }
  const hedge = begun ?? (/\bca$/.test(typed) || /% ca\b/.test(unitText ?? '') ? 'about' : null)
  const text = rest.replace(/^\+?±/, '')
  const range = rangeIn(text)
  if (range) {
    const unit = unitWritten(text.replace(/^[\d,]+ ?[–-] ?[\d,]+/, '').trim(), unitText)
    if (unit === null) return { state: 'unread', text: shown }
    return { state: 'value', text: shown, value: times({ ...range, mid: (range.low + range.high) / 2 }, unit.factor), unit, decimals: 0, hedge: 'about' }
  }
  const own = readUnit(unitText)
  const part = fraction(text, own, hedge)
  if (part !== null) return { state: 'value', text: shown, value: part, unit: own, decimals: 0, hedge: hedge ?? 'about' }
  const found = numberIn(text, reading.grouping, own.count !== null)
  if (!found) {
    const about = aboutWord(text)
    if (about !== null && hedge === null)
      // 'Ett tjugotal' is anything from fifteen to twenty-five.
      return { state: 'value', text: shown, value: times(around(about, about / 2), own.factor), unit: own, decimals: 0, hedge: 'about' }
    const word = saysSome(text) ? null : countWord(text.split(' ')[0] ?? '')
    if (word === null) return { state: 'unread', text: shown }
    return { state: 'value', text: shown, value: valueOf(word, 0, own, hedge, reading), unit: own, decimals: 0, hedge }
  }
  if (Math.abs(found.value) >= 1e15) return { state: 'unread', text: shown }
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
