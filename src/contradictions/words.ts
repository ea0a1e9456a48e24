import type { Text } from '../kernel/text.ts'
import type { Rule, Sureness } from '../rulebook/contradictions/finding.ts'

const sureness: Readonly<Record<Sureness, Text>> = {
  error: { sv: 'FEL', en: 'ERROR' },
  contradiction: { sv: 'MOTSÄGELSE', en: 'CONTRADICTION' },
  ask: { sv: 'FRÅGA', en: 'ASK' },
}

const rule: Readonly<Record<Rule, Text>> = {
  sum: { sv: 'delar och summa', en: 'parts and total' },
  net: { sv: 'intäkt, kostnad och netto', en: 'income, cost and net' },
  change: { sv: 'förändring', en: 'change' },
  share: { sv: 'andelar', en: 'shares' },
  rate: { sv: 'medelvärde utanför sina rader', en: 'mean beyond its lines' },
  summary: { sv: 'sammandrag och detalj', en: 'summary and detail' },
  same: { sv: 'samma sak, olika tal', en: 'same thing, different numbers' },
  unit: { sv: 'enhet', en: 'unit' },
  claim: { sv: 'påstående mot tal', en: 'claim against numbers' },
  count: { sv: 'antal mot uppräkning', en: 'count against list' },
  date: { sv: 'datum och period', en: 'date and period' },
  order: { sv: 'ordning i tiden', en: 'order in time' },
  decided: { sv: 'beslutad summa', en: 'decided sum' },
}

/** What the contradiction finder says around its findings. */
export const words = {
  sureness,
  rule,
  notJson: (why: string): Text => ({ sv: `Filen är inte JSON: ${why}`, en: `The file is not JSON: ${why}` }),
  tooDeep: {
    sv: 'Filen är djupare kapslad än någon tabell. Rader får stå i högst tjugo nivåer.',
    en: 'The file is nested deeper than any table. Rows may stand in twenty levels at most.',
  },
  badShape: (at: string, why: string): Text => ({
    sv: `${at === '' ? 'Filen' : at}: ${why}. Formatet beskrivs i docs/contradictions.md och av genomslag check --shape.`,
    en: `${at === '' ? 'The file' : at}: ${why}. The format is described in docs/contradictions.md and by genomslag check --shape.`,
  }),
  missing: { sv: 'saknas', en: 'is missing' },
  wrongType: (expected: string): Text => ({ sv: `ska vara ${expected}`, en: `must be ${expected}` }),
  oneOf: (values: readonly string[]): Text => ({ sv: `ska vara något av ${values.join(', ')}`, en: `must be one of ${values.join(', ')}` }),
  noAlternative: { sv: 'har fel form', en: 'has the wrong shape' },
  cells: (have: number, want: number): Text => ({
    sv: `har ${have} celler, men tabellen har ${want} kolumner`,
    en: `has ${have} cells, but the table has ${want} columns`,
  }),
  noColumn: (name: string): Text => ({ sv: `”${name}” är ingen kolumn i tabellen`, en: `“${name}” is no column of the table` }),
  noLine: (name: string): Text => ({
    sv: `”${name}” finns inte bland tabellens rader eller kolumner`,
    en: `“${name}” is not among the table's rows or columns`,
  }),
  noTable: (name: string): Text => ({ sv: `det finns ingen tabell med id ”${name}”`, en: `there is no table with id “${name}”` }),
  noDocument: (name: string): Text => ({ sv: `det finns inget dokument med id ”${name}”`, en: `there is no document with id “${name}”` }),
  sameId: (name: string): Text => ({ sv: `id ”${name}” används två gånger`, en: `the id “${name}” is used twice` }),
  unknownField: (name: string): Text => ({ sv: `fältet ”${name}” känns inte igen och lästes inte`, en: `the field “${name}” is not known and was not read` }),
  looked: (documents: number, tables: number, numbers: number): Text => ({
    sv: `${documents} dokument, ${tables} tabeller, ${numbers} tal lästa.`,
    en: `${documents} documents, ${tables} tables, ${numbers} numbers read.`,
  }),
  unread: (n: number): Text => ({ sv: `${n} celler lästes inte som tal.`, en: `${n} cells were not read as numbers.` }),
  none: { sv: 'Inga fel eller motsägelser.', en: 'No errors or contradictions.' },
  counted: (errors: number, contradictions: number, asks: number): Text => ({
    sv: `${errors} fel, ${contradictions} ${contradictions === 1 ? 'motsägelse' : 'motsägelser'}, ${asks} ${asks === 1 ? 'fråga' : 'frågor'}.`,
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${contradictions} ${contradictions === 1 ? 'contradiction' : 'contradictions'}, ${asks} ${asks === 1 ? 'question' : 'questions'}.`,
  }),
  printed: { sv: 'står', en: 'printed' },
  computed: { sv: 'blir', en: 'computed' },
  difference: { sv: 'skillnad', en: 'difference' },
  follows: { sv: 'följer av samma sak:', en: 'follows from the same:' },
  more: (n: number): Text => ({ sv: `… och ${n} celler till`, en: `… and ${n} more cells` }),
  notes: { sv: 'Att veta', en: 'To know' },
} as const
