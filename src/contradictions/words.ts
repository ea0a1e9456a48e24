import type { Text } from '../kernel/text.ts'
import type { Misprint } from '../rulebook/contradictions/misprint.ts'
import type { Rule, Sureness } from '../rulebook/contradictions/finding.ts'

const sureness: Readonly<Record<Sureness, Text>> = {
  error: { sv: 'FEL', en: 'ERROR' },
  contradiction: { sv: 'MOTSÄGELSE', en: 'CONTRADICTION' },
  ask: { sv: 'FRÅGA', en: 'ASK' },
}

const rule: Readonly<Record<Rule, Text>> = {
  sum: { sv: 'delarna ska bli summan', en: 'parts make their total' },
  net: { sv: 'intäkter och kostnader ska bli nettot', en: 'income and cost make the net' },
  change: { sv: 'en förändring ska vara skillnaden', en: 'a change is the difference' },
  share: { sv: 'andelar ska vara sin del av helheten', en: 'shares are their part of the whole' },
  rate: { sv: 'ett medelvärde ligger bland sina rader', en: 'a mean lies among its lines' },
  summary: { sv: 'sammandraget ska stämma med detaljen', en: 'a summary agrees with its detail' },
  same: { sv: 'samma sak ska ha samma tal', en: 'one thing has one number' },
  unit: { sv: 'enheten ska vara rätt', en: 'the unit is the right one' },
  claim: { sv: 'det som sägs ska stämma med talen', en: 'what is said agrees with the numbers' },
  count: { sv: 'antalet ska stämma med uppräkningen', en: 'a count agrees with its list' },
  date: { sv: 'dagen ska finnas och stämma', en: 'a day exists and agrees' },
  order: { sv: 'det tidigare kommer före det senare', en: 'what is earlier comes before what is later' },
  decided: { sv: 'en beslutad summa ska vara sina delar', en: 'a decided sum is its parts' },
}

const meaning: Readonly<Record<Sureness, Text>> = {
  error: { sv: 'kan inte vara, hur det än är menat.', en: 'cannot be, whatever is meant.' },
  contradiction: { sv: 'två uppgifter som står i texten går inte ihop.', en: 'two things that are printed disagree.' },
  ask: { sv: 'kan stämma om något är menat på ett annat sätt.', en: 'may hold if something is meant in another way.' },
}

const misprint: Readonly<Record<Misprint, Text>> = {
  transposed: { sv: 'två siffror har bytt plats', en: 'two digits swapped' },
  sign: { sv: 'fel tecken', en: 'the wrong sign' },
  power: { sv: 'fel enhet', en: 'the wrong unit' },
  digit: { sv: 'en siffra är en annan', en: 'one digit is another' },
}

/** What the contradiction finder says around its findings. */
export const words = {
  sureness,
  rule,
  meaning,
  notJson: (line: number, column: number, there: string): Text => ({
    sv: `Filen är inte JSON: på rad ${line}, tecken ${column} ${there === '' ? 'slutar den för tidigt' : `kan inte stå ”${there}”`}.`,
    en: `The file is not JSON: at line ${line}, character ${column} ${there === '' ? 'it ends too early' : `“${there}” cannot stand`}.`,
  }),
  notFinite: (line: number, column: number): Text => ({
    sv: `Filen är inte JSON: rad ${line}, tecken ${column} är NaN eller Infinity, som JSON inte har. Skriv null där ett tal saknas.`,
    en: `The file is not JSON: line ${line}, character ${column} is NaN or Infinity, which JSON does not have. Write null where a number is missing.`,
  }),
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  encoding: {
    sv: 'Filen är inte UTF-8. Spara den som UTF-8, så att å, ä och ö blir rätt.',
    en: 'The file is not UTF-8. Save it as UTF-8, so that å, ä and ö are right.',
  },
  tooLarge: (most: number): Text => ({
    sv: `Filen är större än ${most / 1e6} MB. Dela den i flera.`,
    en: `The file is larger than ${most / 1e6} MB. Part it into several.`,
  }),
  tooMany: (cells: number, most: number): Text => ({
    sv: `tabellen för antalet celler till ${cells}, men högst ${most} läses på en gång. Dela filen i flera`,
    en: `the table brings the number of cells to ${cells}, but ${most} at most are read at once. Part the file into several`,
  }),
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
    sv: `${documents} dokument, ${tables} ${tables === 1 ? 'tabell' : 'tabeller'} och ${numbers} tal lästa.`,
    en: `${documents} ${documents === 1 ? 'document' : 'documents'}, ${tables} ${tables === 1 ? 'table' : 'tables'} and ${numbers} ${numbers === 1 ? 'number' : 'numbers'} read.`,
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
  answered: { sv: 'Besvarat:', en: 'Answered:' },
  follows: { sv: 'Följer av samma sak:', en: 'Follows from the same:' },
  outside: { sv: 'Utanför tabellerna', en: 'Outside the tables' },
  more: (n: number): Text => ({ sv: `… och ${n} celler till`, en: `… and ${n} more cells` }),
  notes: { sv: 'Så lästes det', en: 'How it was read' },
  moreNotes: (n: number): Text => ({ sv: `… och ${n} till (alla med --json)`, en: `… and ${n} more (all with --json)` }),
  suspect: { sv: '← se här först', en: '← look here first' },
  likely: (needed: string, printed: string, how: Misprint): Text => ({
    sv: `troligen ${needed}, tryckt som ${printed} (${misprint[how].sv})`,
    en: `likely ${needed} printed as ${printed} (${misprint[how].en})`,
  }),
} as const
