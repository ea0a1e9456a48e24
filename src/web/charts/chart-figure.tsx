import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { Details } from '../components/section.tsx'
import { webWords as words } from '../words.ts'

interface ChartFigureProps {
  readonly locale: Locale
  /** States the finding: 'Nedgången bröts 2019 och har legat still sedan dess'. */
  readonly title: ReactNode
  /** Unit, how marks are to be read, and any broken scale. */
  readonly note: ReactNode
  readonly wide: ReactNode
  readonly narrow: ReactNode
  /** The same numbers as a table, folded. */
  readonly table: ReactNode
  /** Where the numbers come from. */
  readonly source?: ReactNode
}

/** A chart: what it shows, drawn twice, with its table behind. */
export const ChartFigure = ({ locale, title, note, wide, narrow, table, source }: ChartFigureProps) => (
  <figure className="pic">
    <figcaption>
      {title}
      <small>{note}</small>
    </figcaption>
    {wide}
    {narrow}
    <Details summary={say(words.asTable, locale)}>{table}</Details>
    {source && <p className="s q3">{source}</p>}
  </figure>
)

interface SvgProps {
  readonly className: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  /** Accessible name: the finding and where the values stand. */
  readonly label: string
  readonly children: ReactNode
}

/** One of a chart's two drawings. */
export const ChartSvg = ({ className, width, height, label, children }: SvgProps) => (
  <svg className={className} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
    {children}
  </svg>
)
