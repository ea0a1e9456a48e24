import type { Draft, Found } from './finding.ts'
import { below, exactly } from './interval.ts'
import { normalLabel } from './label.ts'
import type { DocumentInput, ListInput } from './material.ts'
import { readPrinted } from './printed.ts'
import { smallWords } from './small-words.ts'

const countOf = (count: string | number | undefined): number => {
  if (count === undefined) return 1
  const printed = readPrinted(count, undefined, { exact: true })
  return printed.state === 'value' ? printed.value.mid : Number.NaN
}

/** Numbers that stand for a count of things are exact unless they hedge. */
const judge = (document: DocumentInput, list: ListInput, at: number): readonly Draft[] => {
  const claimed = readPrinted(list.count, undefined, { exact: true })
  if (claimed.state !== 'value') return []
  const items = list.items.map((item) => (typeof item === 'string' ? { label: item, count: 1 } : { label: item.label, count: countOf(item.count) }))
  // An item whose number cannot be read leaves the list uncounted.
  if (items.some(({ count }) => Number.isNaN(count))) return []
  const listed = items.reduce((sum, { count }) => sum + count, 0)
  const [more, fewer] = [below(claimed.value, exactly(listed)), below(exactly(listed), claimed.value)]
  // A list that says it gives examples only cannot be too short.
  const short = more || (fewer && list.complete !== false)
  const names = items.map(({ label }) => normalLabel(label) || label)
  const twice = items.filter(({ label }, i) => names.indexOf(normalLabel(label) || label) < i).map(({ label }) => label)
  // A list that agrees with its number but names one thing twice lacks another.
  if (!short && !(twice.length === 1 && list.items.every((item) => typeof item === 'string'))) return []
  const once = listed - twice.length
  const explained = twice.length > 0 && !below(claimed.value, exactly(once)) && !below(exactly(once), claimed.value)
  const count = (n: number): { text: { sv: string; en: string }; value: number } => ({ text: { sv: String(n), en: String(n) }, value: n })
  return [
    {
      rule: 'count',
      sureness: explained || !short ? 'ask' : 'contradiction',
      cells: [{ document: document.id, statement: list.id ?? list.what, ...(list.place ? { place: list.place } : {}), printed: claimed.text }],
      keys: [`${document.id}/list/${at}`],
      printed: { text: { sv: claimed.text, en: claimed.text }, value: claimed.value.mid },
      computed: count(listed),
      difference: claimed.value.mid - listed,
      unit: '',
      text: explained || !short ? smallWords.countTwice(list.what, claimed.text, listed, twice) : smallWords.count(list.what, claimed.text, listed),
      root: null,
    },
  ]
}

/** A count that is claimed against the things that are listed. */
export const countRule = (documents: readonly DocumentInput[]): Found => ({
  findings: documents.flatMap((document) => (document.lists ?? []).flatMap((list, at) => judge(document, list, at))),
  notes: [],
})
