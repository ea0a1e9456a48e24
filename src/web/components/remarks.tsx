import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { langOf } from './written.tsx'

export interface Remark {
  readonly title: ReactNode
  readonly text: ReactNode
}

const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))

/** The letters that remarks are told apart by: a … z, aa, ab … */
export const remarkLetter = letter

/** Lettered remarks on a table. `prefix` keeps the ids of two lists on one page apart. */
export const Remarks = ({ remarks, prefix = 'r' }: { readonly remarks: readonly Remark[]; readonly prefix?: string | undefined }) => (
  <ol className="remarks">
    {remarks.map((remark, i) => (
      <li key={letter(i)} id={`${prefix}-${letter(i)}`}>
        <span className="k">{letter(i)}</span>
        <div>
          <h3>{remark.title}</h3>
          <p>{remark.text}</p>
        </div>
      </li>
    ))}
  </ol>
)

interface RemarkRefProps {
  /** Place in the list of remarks, from 0. */
  readonly index: number
  readonly locale: Locale
  readonly prefix?: string | undefined
}

/** The raised letter beside a row's name that leads to its remark. */
export const RemarkRef = ({ index, locale, prefix = 'r' }: RemarkRefProps) => (
  <sup className="ref">
    <a href={`#${prefix}-${letter(index)}`} aria-label={say(words.remark(letter(index)), locale)}>
      {letter(index)}
    </a>
  </sup>
)

/** The clauses of a decision as they were worded, each led by its "att". `translated` is the reader's word for it. */
export const Clauses = ({ clauses, locale }: { readonly clauses: readonly { readonly id: string; readonly text: ReactNode }[]; readonly locale: Locale }) => (
  <ol className="clauses">
    {clauses.map((clause) => (
      <li key={clause.id} id={clause.id}>
        <span className="att">{say(words.that, locale)}</span>
        <div lang={langOf(locale)}>{clause.text}</div>
      </li>
    ))}
  </ol>
)
