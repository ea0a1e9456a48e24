import type { Place } from './finding.ts'
import type { Grid, Line } from './grid.ts'
import { beyondPeriod, bodiesIn, kindIn, namesNothing, normalLabel } from './label.ts'
import type { DocumentInput, Footing, StatementInput } from './material.ts'
import { cellKey, cellPlace, lineName } from './place.ts'
import { type Printed, readPrinted } from './printed.ts'
import { firstYear, samePeriod } from './printed-period.ts'

/** One printed number with what it says it measures. */
export interface Fact {
  readonly printed: Extract<Printed, { state: 'value' }>
  /** What is measured, made comparable; null where the words could mean anything. */
  readonly identity: string | null
  /** Is it said what is measured, so that the label is not only a category under some title? */
  readonly firm: boolean
  readonly title: string
  /** Whose numbers the title of the table, or of the document, says it tells; '' where it names no body. */
  readonly body: string
  readonly series: string | null
  readonly what: string
  readonly period: string
  readonly kind: string
  readonly definition: string
  readonly source: string
  readonly document: string
  /** Numbers of one origin (a table, a statement) are not set against each other. */
  readonly origin: string
  readonly statement: boolean
  /** The words name what every table has ('Nettokostnad'), so that two may be of different things. */
  readonly generic: boolean
  readonly key: string
  readonly place: Place
  /** Where it stands, for a sentence: by the titles of document and table. */
  readonly where: string
}

const whereWords = (document: DocumentInput, ...at: readonly (string | undefined)[]): string =>
  [document.title ?? document.id, ...at].filter((it) => it !== undefined && it !== '').join(', ')

const notFacts = new Set(['change', 'share', 'text', 'period', 'info'])
const footingText = (of: readonly Footing[], name: 'definition' | 'source'): string => normalLabel(of.map((it) => it[name] ?? '').join(' '))

const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/

/** Kind and, where a label has one, the version: 'Budget 2022:2' is not 'Budget 2022:1'. */
const kindOf = (line: Line): string => {
  const kind = line.input.kind ?? kindIn(line.label)
  const version = /(?<!\d)(?:19|20)\d{2}(:\d+)(?!\d)/.exec(line.label)?.[1] ?? ''
  return `${kind}${version}`
}
const periodOf = (line: Line): string => {
  if (line.input.period !== undefined) return samePeriod(line.input.period)
  const year = years.test(line.label) ? firstYear(line.label) : null
  return year === null ? '' : String(year)
}

interface Words {
  readonly label: string
  readonly period: string
  readonly kind: string
  /** A label that only says that it is a mean tells how the number is counted, not what. */
  readonly mean: string
}
const meanOnly = /^(års|månads)?(medel|medelvärde|medeltal|genomsnitt|genomsnittlig|snitt)( (per|över|under|året|år|månad|kvartal|period|tolv|12))*$/
const wordsOf = (line: Line, column: boolean): Words => {
  const period = periodOf(line)
  const bare = (label: string): string => (column || period !== '' ? beyondPeriod(label) : normalLabel(label))
  const labels = line.path.map(bare).filter((word) => word !== '')
  return {
    label: labels.filter((it) => !meanOnly.test(it)).join(' '),
    period,
    kind: column || period !== '' ? kindOf(line) : (line.input.kind ?? ''),
    mean: labels.filter((it) => meanOnly.test(it)).join(' '),
  }
}

const join = (...words: readonly string[]): string => words.filter((it) => it !== '').join(' ')

/** Does the line itself say what is measured, and not only for whom? 'Antal elever' does, 'Norrskolan' does not. */
const saysWhat = ({ input }: Line): boolean =>
  input.quantity !== undefined || input.unit !== undefined || /^(antal|andel|number of|share of)(?![a-zåäö])/i.test(input.label)

const amountName = /^(intäkt|kostnad|nettokostnad|resultat|investering|nettoinvestering|kommunbidrag|income|cost)$/

/** The facts of a table: every number that is no change, share or text. */
export const tableFacts = (grid: Grid): readonly Fact[] => {
  const { table, document } = grid
  const columns = grid.columns.flatMap((column) => (notFacts.has(column.role) ? [] : [{ column, own: wordsOf(column, true), firm: saysWhat(column) }]))
  const [quantity, title] = [normalLabel(table.quantity ?? ''), normalLabel(table.title)]
  const scope = normalLabel(table.scope ?? document.scope ?? '')
  const body = scope === '' ? bodiesIn(table.title) || bodiesIn(document.title ?? '') : ''
  const footed = [table, ...table.columns, ...grid.rows.map(({ input }) => input)].some(
    ({ definition, source }) => definition !== undefined || source !== undefined,
  )
  const out: Fact[] = []
  for (const row of grid.rows) {
    if (!row.hasCells || notFacts.has(row.role)) continue
    const words = wordsOf(row, false)
    const firm = table.quantity !== undefined || saysWhat(row)
    for (const { column, own, firm: firmColumn } of columns) {
      const printed = grid.cell(row, column)
      if (printed.state !== 'value') continue
      // A quantity that a line states itself replaces the table's, and the line's label.
      const stated = row.input.quantity ?? column.input.quantity
      const label = join(row.input.quantity === undefined ? words.label : '', column.input.quantity === undefined ? own.label : '')
      const measured = join(stated === undefined ? quantity : normalLabel(stated), label)
      const generic = namesNothing(measured) && scope === ''
      // 'Nettokostnad' beside a sentence on the net cost is worth a question within one document; '2022' or 'Övrigt' is not.
      const clear =
        measured !== '' && (stated !== undefined || quantity !== '' || table.scope !== undefined || !namesNothing(label) || amountName.test(measured))
      const of = footed ? [row.input, column.input, table] : []
      out.push({
        printed,
        identity: clear ? `${scope}|${measured}` : null,
        firm: firm || firmColumn || label === title,
        title,
        body,
        series: row.input.series ?? column.input.series ?? table.series ?? null,
        get what() {
          return stated ?? [table.quantity, row.path.join(' / ')].filter(Boolean).join(': ')
        },
        period: words.period || own.period || samePeriod(table.period),
        kind: words.kind || own.kind || (table.kind ?? ''),
        definition: join(footed ? footingText(of, 'definition') : '', words.mean, own.mean),
        source: footed ? footingText(of, 'source') : '',
        document: document.id,
        origin: grid.key,
        statement: false,
        generic,
        get key() {
          return cellKey(grid, row, column)
        },
        get place() {
          return cellPlace(grid, row, column)
        },
        get where() {
          return whereWords(document, table.title, lineName(row), lineName(column), table.place)
        },
      })
    }
  }
  return out
}

/** Where a statement stands. */
export const statementPlace = (document: DocumentInput, statement: StatementInput): Place => ({
  document: document.id,
  statement: statement.id ?? statement.text ?? statement.quantity ?? '',
  ...(statement.place ? { place: statement.place } : {}),
  printed: String(statement.value ?? statement.text ?? ''),
})

/** What a statement says plainly: a quantity, a value, a period. */
export const statementFacts = (document: DocumentInput): readonly Fact[] =>
  (document.statements ?? []).flatMap((statement, at): readonly Fact[] => {
    if ((statement.claim ?? 'value') !== 'value' || (statement.quantity === undefined && statement.series === undefined)) return []
    const printed = readPrinted(statement.value, statement.unit, statement)
    if (printed.state !== 'value') return []
    const label = normalLabel(statement.quantity ?? '')
    const scope = normalLabel(statement.scope ?? document.scope ?? '')
    const generic = namesNothing(label) && scope === ''
    const clear = label !== '' && (!namesNothing(label) || scope !== '' || amountName.test(label))
    return [
      {
        printed,
        identity: clear ? `${scope}|${label}` : null,
        firm: true,
        title: '',
        body: '',
        series: statement.series ?? null,
        what: statement.quantity ?? statement.series ?? '',
        period: samePeriod(statement.period),
        kind: statement.kind ?? '',
        definition: footingText([statement], 'definition'),
        source: footingText([statement], 'source'),
        document: document.id,
        origin: `${document.id}/statement/${at}`,
        statement: true,
        generic,
        key: `${document.id}/statement/${at}`,
        place: statementPlace(document, statement),
        where: whereWords(document, statement.text ?? statement.quantity, statement.place),
      },
    ]
  })
