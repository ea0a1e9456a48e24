import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { LightMark, type LightSign, Mark, type MarkName } from './mark.tsx'

interface StatusProps {
  readonly mark: MarkName
  /** What the mark says here: '4 dagar sen', 'Utkast finns'. */
  readonly children: ReactNode
}

/** Where something stands: mark and words. Only a gap is red. */
export const Status = ({ mark, children }: StatusProps) => (
  <span className={`st st--${mark}`}>
    <Mark name={mark} />
    <span>{children}</span>
  </span>
)

interface LightProps {
  readonly sign: LightSign
  readonly locale: Locale
  /** Words that say what, never the colour alone: '36 över målet'. */
  readonly children: ReactNode
}

/** How a figure stands against its aim: sign, colour and words. A screen reader also hears the colour's name. */
export const Light = ({ sign, locale, children }: LightProps) => (
  <span className={`light light--${sign}`}>
    <LightMark sign={sign} />
    <span>
      <span className="vh">{say(words.light[sign], locale)}: </span>
      {children}
    </span>
  </span>
)

/** Red words inside a lead or a cell: the place where the thread breaks. */
export const Brk = ({ children }: { readonly children: ReactNode }) => <span className="brk">{children}</span>

interface LegendProps {
  readonly locale: Locale
  /** The marks that occur on the page. */
  readonly marks: readonly MarkName[]
  /** A link or words last on the line. */
  readonly children?: ReactNode | undefined
}

/** Key to the marks that a picture or table uses. */
export const Legend = ({ locale, marks, children }: LegendProps) => (
  <ul className="legend" aria-label={say(words.legend, locale)}>
    {marks.map((mark) => (
      <li key={mark}>
        <Mark name={mark} />
        {say(mark === 'gap' ? words.gapLong : words.mark[mark], locale)}
      </li>
    ))}
    {children && <li className="push">{children}</li>}
  </ul>
)

/** The sign of a judgement in the rulebook's words. */
export const signOf = (light: 'green' | 'yellow' | 'red' | 'unknown'): LightSign => signs[light]
const signs = { green: 'ok', yellow: 'warn', red: 'stop', unknown: 'unknown' } as const
