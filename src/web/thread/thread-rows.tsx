import type { ReactNode } from 'react'
import { Written } from '../components/written.tsx'
import { type Locale, say } from '../../kernel/text.ts'
import { Mark, type MarkName } from '../components/mark.tsx'
import { threadWords as words, webWords } from '../words.ts'
import { type Question, questions } from './model.ts'

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
            <a href={row.href}>
              <Written locale={locale}>{row.title}</Written>
            </a>
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
