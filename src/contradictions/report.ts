import { formatNumber } from '../kernel/number.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { type Finding, type Place, surenesses } from '../rulebook/contradictions/finding.ts'
import type { Checked } from '../rulebook/contradictions/find-contradictions.ts'
import { columned, type Entry, headed, wrapped } from './report-layout.ts'
import { words } from './words.ts'

const shownCells = 6
const shownNotes = 8
const indent = '    '
const deeper = '      '

/** What documents and tables are called. */
type Named = Pick<Checked, 'names'>

/** Findings of one table, or of what a document says outside its tables. */
interface Group {
  readonly document: string
  readonly title: string
  readonly findings: readonly Finding[]
}

const decimals = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)
const sameAs = (a: Place, b: Place | undefined): boolean =>
  b !== undefined && a.document === b.document && a.table === b.table && a.row === b.row && a.column === b.column && a.statement === b.statement
const joined = (parts: readonly (string | undefined)[], by: string): string => parts.filter((it) => it !== undefined && it !== '').join(by)

const groupsOf = ({ findings, names }: Checked, outside: string): readonly Group[] => {
  const byDocument = Map.groupBy(findings, ({ cells: [first] }) => first?.document ?? '')
  return [...byDocument].flatMap(([document, all]) =>
    [...Map.groupBy(all, ({ cells: [first] }) => first?.table)].map(([table, group]) => ({
      document: names.documents[document] ?? document,
      title: table === undefined ? (all.length === group.length ? '' : outside) : joined([names.tables[table] ?? table, group[0]?.cells[0]?.place], ', '),
      findings: group,
    })),
  )
}

/** Where a cell stands, as seen from the table that the finding is told under. */
const nameOf = (place: Place, from: Place | undefined, { names }: Named): string => {
  const document = place.document === from?.document ? undefined : (names.documents[place.document] ?? place.document)
  const table = place.table === undefined || (place.table === from?.table && document === undefined) ? undefined : (names.tables[place.table] ?? place.table)
  return joined([document, table, place.table === undefined ? joined([place.statement, place.place], ', ') : place.row, place.column], ' › ')
}

const cellLines = (finding: Finding, checked: Named, t: (text: Text) => string): readonly string[] => {
  const { cells, suspect, likely } = finding
  const at = cells.findIndex((place) => sameAs(place, suspect))
  // The suspect is shown wherever it stands in the list.
  const shown = cells.filter((_, i) => i < shownCells || i === at)
  const [only] = cells
  // What is told in full above need not stand here too.
  if (cells.length === 1 && only?.place === undefined && only?.table === undefined) return []
  const entries = shown.map(
    (place): Entry => ({ name: nameOf(place, cells[0], checked), value: place.printed, ...(sameAs(place, suspect) ? { after: t(words.suspect) } : {}) }),
  )
  const left = cells.length - shown.length
  return [
    ...columned(entries, deeper),
    ...(left > 0 ? [`${deeper}${t(words.more(left))}`] : []),
    ...(likely && suspect ? wrapped(t(words.likely(t(likely.text), suspect.printed, likely.misprint)), `${deeper}  `, `${deeper}→ `) : []),
  ]
}

const findingLines = (finding: Finding, at: number, checked: Named, locale: Locale): readonly string[] => {
  const t = (text: Text): string => say(text, locale)
  const { printed, computed, difference, unit, consequences } = finding
  const cells = cellLines(finding, checked, t)
  const numbers: readonly Entry[] = [
    { name: t(words.printed), value: t(printed.text) },
    { name: t(words.computed), value: t(computed.text) },
    ...(difference === null
      ? []
      : [{ name: t(words.difference), value: joined([formatNumber(difference, decimals(difference), locale), unit.trim()], '\u00a0') }]),
  ]
  return [
    ...wrapped(`${t(words.sureness[finding.sureness])} – ${t(words.rule[finding.rule])}`, indent, `${at}.`.padEnd(indent.length)),
    ...wrapped(t(finding.text), indent),
    '',
    ...columned(numbers, deeper),
    ...(cells.length > 0 ? ['', ...cells] : []),
    ...(consequences.length > 0
      ? ['', `${indent}${t(words.follows)}`, ...consequences.flatMap(({ text }) => wrapped(t(text), `${deeper}  `, `${deeper}– `))]
      : []),
    '',
  ]
}

const noteLines = (lines: readonly string[], t: (text: Text) => string): readonly string[] => {
  if (lines.length === 0) return []
  const left = lines.length - shownNotes
  return [
    ...headed(t(words.notes), '─'),
    ...lines.slice(0, shownNotes).flatMap((line) => wrapped(line, '  ', '– ')),
    ...(left > 0 ? [`  ${t(words.moreNotes(left))}`] : []),
    '',
  ]
}

const countOf = (findings: readonly Finding[], sureness: Finding['sureness']): number => findings.filter((it) => it.sureness === sureness).length

/** What the words for how sure mean, of those that are used. */
const meaningLines = (findings: readonly Finding[], t: (text: Text) => string): readonly string[] =>
  surenesses
    .filter((sureness) => countOf(findings, sureness) > 0)
    .flatMap((sureness) => wrapped(`${t(words.sureness[sureness])}: ${t(words.meaning[sureness])}`, '  ', ''))

/** A finding about things of the municipality: what they are called, what somebody answered. */
export interface AboutThings {
  readonly finding: Finding
  readonly things: readonly string[]
  /** Address of its page. */
  readonly href: string
  readonly answer: string | null
}

/** The same of what the municipality itself holds: by what is concerned, each with its page and what was answered. */
export const reportOnThings = (all: readonly AboutThings[], locale: Locale): string => {
  const t = (text: Text): string => say(text, locale)
  const groups = [...Map.groupBy(all, ({ things }) => things.join(' · '))]
  const ordered = groups.flatMap(([, group]) => group)
  const findings = ordered.map(({ finding }) => finding)
  return [
    ...groups.flatMap(([title, group]) => [
      ...(title === '' ? [] : [...headed(title, '═'), '']),
      ...group.flatMap((it) => [
        ...findingLines(it.finding, ordered.indexOf(it) + 1, { names: { documents: {}, tables: {} } }, locale),
        ...(it.answer === null ? [] : wrapped(`${t(words.answered)} ${it.answer}`, `${deeper}  `, indent)),
        `${indent}${it.href}`,
        '',
      ]),
    ]),
    ...meaningLines(findings, t),
    ...(findings.length > 0 ? [''] : []),
    findings.length === 0 ? t(words.none) : t(words.counted(countOf(findings, 'error'), countOf(findings, 'contradiction'), countOf(findings, 'ask'))),
  ].join('\n')
}

/**
 * The findings for a reader, laid out for 80 characters: by document and table, each with both numbers, its cells, the one to look
 * at first, what most likely should stand there, and what follows. The last line counts them.
 */
export const report = (checked: Checked, unknown: readonly string[], locale: Locale): string => {
  const t = (text: Text): string => say(text, locale)
  const { findings } = checked
  const { documents, tables, numbers, unread } = checked.looked
  const notes = [
    ...checked.notes.map(({ text }) => t(text)),
    ...unknown.map((name) => t(words.unknownField(name))),
    ...(unread > 0 ? [t(words.unread(unread))] : []),
  ]
  const groups = groupsOf(checked, t(words.outside))
  const starts = groups.map((_, i) => groups.slice(0, i).reduce((sum, group) => sum + group.findings.length, 0))
  const told = groups.flatMap((group, i) => [
    ...(group.document === groups[i - 1]?.document ? [] : [...headed(group.document, '═'), '']),
    ...(group.title === '' ? [] : headed(group.title, '─')),
    ...group.findings.flatMap((finding, j) => findingLines(finding, (starts[i] as number) + j + 1, checked, locale)),
  ])
  return [
    ...told,
    ...noteLines(notes, t),
    ...(findings.length > 0 ? [...meaningLines(findings, t), ''] : []),
    t(words.looked(documents, tables, numbers)),
    findings.length === 0 ? t(words.none) : t(words.counted(countOf(findings, 'error'), countOf(findings, 'contradiction'), countOf(findings, 'ask'))),
  ].join('\n')
}
