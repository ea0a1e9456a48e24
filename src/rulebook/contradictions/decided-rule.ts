import type { Draft, Found } from './finding.ts'
import { apart, type Interval, sumOf, times } from './interval.ts'
import type { DocumentInput, SumInput, SumPart } from './material.ts'
import { differenceIn, gapWords, rootOf, told, toldPrinted } from './place.ts'
import { readPrinted } from './printed.ts'
import { smallWords } from './small-words.ts'
import { readUnit } from './unit.ts'

/** The parts as values in the dimension of the total; null where one is missing or measures something else. */
const valuesOf = (parts: readonly SumPart[], unit: string | undefined, dimension: string): readonly Interval[] | null => {
  const values = parts.map((part) => {
    const printed = readPrinted(part.value, part.unit ?? unit)
    return printed.state === 'value' && printed.unit.dimension === dimension ? times(printed.value, part.times ?? 1) : null
  })
  return values.includes(null) ? null : (values as readonly Interval[])
}

/** The smallest set of parts that may be meant too and with which the sum agrees. */
const perhaps = (total: Interval, sum: Interval, extra: readonly Interval[]): readonly number[] | null => {
  let best: readonly number[] | null = null
  const limit = Math.min(extra.length, 10)
  for (let mask = 1; mask < 1 << limit; mask++) {
    const chosen = Array.from({ length: limit }, (_, i) => i).filter((i) => mask & (1 << i))
    if (best && chosen.length >= best.length) continue
    if (!apart(total, sumOf([sum, ...chosen.map((i) => extra[i] as Interval)]))) best = chosen
  }
  return best
}

const judge = (document: DocumentInput, decided: SumInput, at: number): readonly Draft[] => {
  const total = readPrinted(decided.total, decided.unit)
  if (total.state !== 'value') return []
  const values = valuesOf(decided.parts, decided.unit, total.unit.dimension)
  if (values === null || values.length === 0) return []
  const sum = sumOf(values)
  // Parts of a list that is not complete may leave something over, but cannot be more than the whole.
  const open = decided.complete === false && sum.mid <= total.value.mid
  if (!apart(total.value, sum) || open) return []
  const extra = valuesOf(decided.perhaps ?? [], decided.unit, total.unit.dimension) ?? []
  const also = perhaps(total.value, sum, extra)
  const unit = total.unit.text === '' ? readUnit(decided.unit) : total.unit
  const decimals = Math.max(total.decimals, 0)
  const [printed, computed] = [toldPrinted(total), told(sum.mid, unit, decimals)]
  const difference = differenceIn(total.value, sum, unit)
  const [single] = decided.parts
  const names = (also ?? []).map((i) => (decided.perhaps ?? [])[i]?.label ?? '')
  return [
    {
      rule: 'decided',
      sureness: also ? 'ask' : total.hedge === null ? 'error' : 'contradiction',
      cells: [{ document: document.id, statement: decided.id ?? decided.what, ...(decided.place ? { place: decided.place } : {}), printed: total.text }],
      keys: [`${document.id}/sum/${at}`],
      printed,
      computed,
      difference,
      unit: unit.text,
      text: also
        ? smallWords.decidedPerhaps(decided.what, printed.text, computed.text, names)
        : single !== undefined && values.length === 1
          ? smallWords.decidedOne(decided.what, single.label, printed.text, computed.text, gapWords(difference, unit, decimals))
          : smallWords.decided(decided.what, values.length, printed.text, computed.text, gapWords(difference, unit, decimals)),
      root: rootOf(total.value, sum, unit),
    },
  ]
}

/** A sum that is stated with its parts, and is not their sum: a decided frame, votes of a division, an agreement's years. */
export const decidedRule = (documents: readonly DocumentInput[]): Found => ({
  findings: documents.flatMap((document) => (document.sums ?? []).flatMap((sum, at) => judge(document, sum, at))),
  notes: [],
})
