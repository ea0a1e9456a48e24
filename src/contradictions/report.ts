import { formatNumber } from '../kernel/number.ts'
import { type Locale, say } from '../kernel/text.ts'
import type { Finding, Place } from '../rulebook/contradictions/finding.ts'
import type { Checked } from '../rulebook/contradictions/find-contradictions.ts'
import { words } from './words.ts'

const shownCells = 6

const placeLine = ({ document, table, row, column, statement, place, printed }: Place): string =>
  `${[document, table ?? statement, row, column, place].filter((it) => it !== undefined && it !== '').join(' › ')}${printed === '' ? '' : `: ${printed}`}`

const findingLines = (finding: Finding, at: number, locale: Locale): readonly string[] => {
  const t = (text: Parameters<typeof say>[0]): string => say(text, locale)
  const cells = finding.cells.slice(0, shownCells).map((place) => `     ${placeLine(place)}`)
  const left = finding.cells.length - cells.length
  const difference = finding.difference === null ? '' : `, ${t(words.difference)} ${formatNumber(finding.difference, decimals(finding.difference), locale)}`
  return [
    `${at}. ${t(words.sureness[finding.sureness])} (${t(words.rule[finding.rule])})`,
    `   ${t(finding.text)}`,
    `   ${t(words.printed)} ${t(finding.printed.text)}, ${t(words.computed)} ${t(finding.computed.text)}${difference}`,
    ...cells,
    ...(left > 0 ? [`     ${t(words.more(left))}`] : []),
    ...(finding.consequences.length > 0 ? [`   ${t(words.follows)}`, ...finding.consequences.map(({ text }) => `     – ${t(text)}`)] : []),
    '',
  ]
}

const decimals = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)

/** The findings for a reader: surest first, each with both numbers, where they stand and what follows. */
export const report = (checked: Checked, unknown: readonly string[], locale: Locale): string => {
  const t = (text: Parameters<typeof say>[0]): string => say(text, locale)
  const count = (sureness: Finding['sureness']): number => checked.findings.filter((it) => it.sureness === sureness).length
  const { documents, tables, numbers, unread } = checked.looked
  const notes = [
    ...checked.notes.map(({ text }) => t(text)),
    ...unknown.map((name) => t(words.unknownField(name))),
    ...(unread > 0 ? [t(words.unread(unread))] : []),
  ]
  return [
    ...checked.findings.flatMap((finding, i) => findingLines(finding, i + 1, locale)),
    ...(notes.length > 0 ? [`${t(words.notes)}:`, ...notes.map((line) => `  – ${line}`), ''] : []),
    t(words.looked(documents, tables, numbers)),
    checked.findings.length === 0 ? t(words.none) : t(words.counted(count('error'), count('contradiction'), count('ask'))),
  ].join('\n')
}
