import { readDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/identity.ts'
import { readNumber } from '../../kernel/number.ts'
import type { Refusal, Verdict } from '../../kernel/refusal.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { FieldMeta } from '../../registers/field.ts'
import { cellText, type ReadCell, type SheetCell, shownCell } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'

/** Something that can be named in a cell: a body, a unit, a post. */
export interface Named {
  readonly id: string
  readonly names: readonly string[]
}

const simple = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
const no = (code: string, text: Text): Verdict<never> => refused({ code, text })

/** A cell that no value can be taken from: formulas are never worked out. */
export const unusable = (cell: ReadCell): Refusal | null =>
  cell.kind === 'formula'
    ? { code: 'import.formula', text: words.formula }
    : cell.kind === 'error'
      ? { code: 'import.error_cell', text: words.errorCell }
      : null

/** A value as it is compared, whichever way a spreadsheet wrote it: '2 500,0' and 2500 are one number, '17 maj 2022' and 2022-05-17 one day. */
const compared = (text: string, input: FieldMeta['input']): string => {
  if (input === 'amount' || input === 'count' || input === 'number') {
    const read = readNumber(text)
    return read.ok ? String(read.value) : simple(text)
  }
  return input === 'day' ? (readDay(text) ?? text) : text.replaceAll('\r\n', '\n').trim()
}

/** Does the cell say what was written there? */
export const saysTheSame = (cell: ReadCell, written: SheetCell, input: FieldMeta['input'] = 'line'): boolean => {
  const before = shownCell(written)
  return compared(cellText(cell), input) === compared(before, input)
}

/** The one that is meant by a name, by its words in either language or its id; every reason when none is, or several are. */
export const oneNamed = (text: string, all: readonly Named[], label: Text): Verdict<string> => {
  const wanted = simple(text)
  const found = all.filter(({ id, names }) => id === text || names.some((name) => simple(name) === wanted))
  const [one] = found
  if (!one) return no('import.no_such_name', words.noSuchName(label))
  return found.length > 1 ? no('import.several_names', words.severalNames(label)) : granted(one.id)
}

const yes = ['ja', 'yes', 'sant', 'true', '1', 'x']
const nay = ['nej', 'no', 'falskt', 'false', '0']

/** A cell of a field as a form would have typed it, for the register's own reading of forms. `unit` is what the head states, where it does. */
export const typedFrom = (cell: ReadCell, meta: FieldMeta, named: readonly Named[], unit: string | null): Verdict<readonly string[]> => {
  const bad = unusable(cell)
  if (bad) return refused(bad)
  const text = cellText(cell)
  if (text === '') return granted([])
  switch (meta.input) {
    case 'flag':
      if (yes.includes(simple(text))) return granted(['yes'])
      return nay.includes(simple(text)) ? granted([]) : no('import.flag', words.notFlag(meta.label))
    case 'choice': {
      const options = Object.entries(meta.choices ?? {})
      const found = options.find(([key, label]) => [key, label.sv, label.en].some((word) => simple(word) === simple(text)))
      const all = (l: 'sv' | 'en'): string => options.map(([, label]) => label[l]).join(', ')
      return found ? granted([found[0]]) : no('import.option', words.notOption(meta.label, { sv: all('sv'), en: all('en') }))
    }
    case 'node':
    case 'post': {
      const one = oneNamed(text, named, meta.label)
      return one.ok ? granted([one.value]) : one
    }
    case 'nodes': {
      const all = text
        .split(/[;\n]/)
        .filter((part) => part.trim() !== '')
        .map((part) => oneNamed(part.trim(), named, meta.label))
      const refusals = all.flatMap((r) => (r.ok ? [] : r.refusals))
      return refusals.length > 0 ? refused(...refusals.slice(0, 1)) : granted(all.flatMap((r) => (r.ok ? [r.value] : [])))
    }
    case 'amount':
      return granted([unit && unit !== (meta.unit ?? 'tkr') && /\d$/.test(text) ? `${text} ${unit}` : text])
    case 'thing':
      return isId(text) ? granted([text]) : no('import.no_such_name', words.noSuchName(meta.label))
    default:
      return granted([text])
  }
}
