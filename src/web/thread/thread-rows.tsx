import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { Mark, type MarkName } from '../components/mark.tsx'
import { threadWords as words, webWords } from '../words.ts'
import { lineBetween } from './edges.ts'
import { hasGap, inOrder, isMissing, type Question, questions, type Station, type Thread } from './model.ts'

/** Where one decision stands in one question, and the line from there to the next question. */
export interface ThreadCell {
  readonly mark: MarkName
  /** A day, a state or a number: '25 jan', 'pågår', '12 av 30'. */
  readonly strong: string
  readonly text?: string | undefined
  /** Sets `strong` in red: the thread is broken here. */
  readonly broken?: boolean | undefined
  readonly line: 'solid' | 'dotted' | 'cut' | 'none'
}

export interface ThreadRow {
  readonly id: string
  readonly title: ReactNode
  readonly href: string
  /** Body, day and paragraph. */
  readonly sub?: ReactNode
  readonly cells: readonly [ThreadCell, ThreadCell, ThreadCell, ThreadCell]
}

interface ThreadRowsProps {
  readonly locale: Locale
  readonly caption: ReactNode
  readonly captionHidden?: boolean | undefined
  /** Head of the first column: 'Beslut'. */
  readonly subject: ReactNode
  /** Under it: 'sju senast ändrade av 31'. */
  readonly subjectNote?: ReactNode
  readonly rows: readonly ThreadRow[]
  /** How many decisions have come as far as each question. */
  readonly totals?: Readonly<Record<Question, number | string>> | undefined
}

/** Threads as the rows of a table: every decision draws its own line through the four questions. */
export const ThreadRows = ({ locale, caption, captionHidden, subject, subjectNote, rows, totals }: ThreadRowsProps) => (
  <table className="threads">
    <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">
          {subject}
          {subjectNote && <span className="sub">{subjectNote}</span>}
        </th>
        {questions.map((q) => (
          <th scope="col" key={q}>
            {totals && <span className="tot">{totals[q]}</span>}
            {say(words.question[q], locale)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a href={row.href}>{row.title}</a>
            {row.sub && <span className="sub">{row.sub}</span>}
          </th>
          {questions.map((q) => (
            <Cell key={q} cell={row.cells[q - 1] as ThreadCell} question={q} locale={locale} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Cell = ({ cell, question, locale }: { readonly cell: ThreadCell; readonly question: Question; readonly locale: Locale }) => (
  <td className={`stn to-${cell.line}`}>
    <Mark name={cell.mark} />
    <span className="q">{say(words.questionShort[question], locale)}: </span>
    <span className="vh">({say(webWords.mark[cell.mark], locale)}) </span>
    <b className={cell.broken ? 'brk' : undefined}>{cell.strong}</b> {cell.text}
  </td>
)

/** The four cells of a whole thread: in each question what was last done, or what is missing, or what comes first. */
export const cellsOf = (thread: Thread, locale: Locale): ThreadRow['cells'] => {
  const ordered = inOrder(thread)
  const chosen = questions.map((q) => chief(ordered.filter((s) => s.question === q)))
  const cell = (i: number): ThreadCell => {
    const [station, own] = [chosen[i], ordered.filter((s) => s.question === i + 1)]
    if (!station) return { mark: 'none', strong: '–', line: 'none' }
    const to = chosen[i + 1]
    const gap = own.find((s) => s.gap !== undefined)?.gap
    const line = to ? lineBetween({ ...station, gap }, to) : 'none'
    const drawn = line === 'broken' ? 'cut' : line === 'resume' ? 'none' : line
    if (isMissing(station)) return { mark: station.mark, strong: say(webWords.gap, locale), text: station.gap ?? station.title, broken: true, line: drawn }
    return { mark: station.mark, strong: station.when ?? say(webWords.mark[station.mark], locale), text: gap ?? station.title, line: drawn }
  }
  return [cell(0), cell(1), cell(2), cell(3)]
}

/** The station that stands for its question: the last that has been or is missing on the main line, else the first to come. */
const chief = (own: readonly Station[]): Station | undefined => {
  const main = own.filter((s) => !s.lane)
  const among = main.length > 0 ? main : own
  return among.find((s) => s.mark === 'gap') ?? among.findLast((s) => ['decision', 'done', 'half', 'stop'].includes(s.mark)) ?? among.find(hasGap) ?? among[0]
}
