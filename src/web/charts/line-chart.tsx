import type { ReactNode } from 'react'
import { formatChange, formatNumber } from '../../kernel/number.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { chartWords as words } from './words.ts'
import { ChartFigure, ChartSvg } from './chart-figure.tsx'
import { type Frame, type LineLayout, lineLayout, narrowFrame, type Other, type Point, wideFrame } from './line-layout.ts'
import { decimalsOf } from './scale.ts'

interface LineChartProps {
  readonly locale: Locale
  /** States the finding, in a sentence. */
  readonly title: string
  /** What is counted and in which unit: 'Antal hushåll per månad.' A broken scale is added by the chart. */
  readonly unit: string
  readonly points: readonly Point[]
  /** Decimals of the values. */
  readonly decimals?: number | undefined
  readonly target?: { readonly value: number; readonly label: string } | null | undefined
  /** Name of the field between low and high: 'högsta–lägsta månad'. */
  readonly rangeLabel?: string | undefined
  /** Other series in grey, as long as `points`. */
  readonly others?: readonly Other[] | undefined
  /** Head of the table's first column; default 'Period'. */
  readonly periodHead?: string | undefined
  readonly source?: ReactNode
  /** The page's own richer table, folded behind the picture in place of the chart's. It must hold every number drawn. */
  readonly table?: ReactNode
}

/** A series over time: range, target, holes where figures are missing, the last point largest. */
export const LineChart = ({ locale, title, unit, points, decimals = 0, target = null, rangeLabel, others = [], periodHead, source, table }: LineChartProps) => {
  if (points.every((p) => p.value === null)) return <p className="empty">{say(words.noFigures, locale)}</p>
  const needs = { points, others, target, rangeLabel: rangeLabel ?? null, decimals, locale }
  const wide = lineLayout(needs, wideFrame)
  const narrow = lineLayout(needs, narrowFrame)
  const number = (n: number | null | undefined): string => (n === null || n === undefined ? '..' : formatNumber(n, decimals, locale))
  const notes = [
    unit,
    wide.axis.brokenAt !== null && say(words.broken(formatNumber(wide.axis.brokenAt, decimalsOf([wide.axis.brokenAt]), locale)), locale),
    points.some((p) => p.preliminary) && say(words.ringPreliminary, locale),
    points.some((p) => p.value === null) && say(words.hole, locale),
  ]
  const label = `${title}. ${say(words.inTable, locale)}`
  const hasRange = points.some((p) => p.low !== null && p.low !== undefined)
  const rows = points.map((p, i) => ({ ...p, i }))
  return (
    <ChartFigure
      locale={locale}
      title={title}
      note={notes.filter(Boolean).join(' ')}
      wide={<Lines layout={wide} frame={wideFrame} className="wide" label={label} target={target} locale={locale} />}
      narrow={<Lines layout={narrow} frame={narrowFrame} className="narrow" label={label} target={target} locale={locale} />}
      source={source}
      table={
        table ?? (
          <DataTable
            locale={locale}
            caption={title}
            captionHidden
            kind="fit"
            rows={rows}
            rowKey={(r) => r.label}
            columns={[
              { id: 'period', head: periodHead ?? say(words.period, locale), rowHead: true, cell: (r) => r.label },
              ...(hasRange
                ? [
                    { id: 'low', head: say(words.low, locale), numeric: true, cell: (r: (typeof rows)[number]) => number(r.low) },
                    { id: 'high', head: say(words.high, locale), numeric: true, cell: (r: (typeof rows)[number]) => number(r.high) },
                  ]
                : []),
              {
                id: 'value',
                head: say(words.value, locale),
                numeric: true,
                cell: (r) => (
                  <b>
                    {number(r.value)}
                    {r.preliminary ? '*' : ''}
                  </b>
                ),
              },
              {
                id: 'change',
                head: say(words.change, locale),
                numeric: true,
                cell: (r) => {
                  const before = points[r.i - 1]?.value
                  return r.value === null || before === null || before === undefined ? '–' : formatChange(r.value - before, decimals, locale)
                },
              },
              ...others.map((o) => ({ id: o.label, head: o.label, numeric: true, cell: (r: (typeof rows)[number]) => number(o.values[r.i]) })),
            ]}
          />
        )
      }
    />
  )
}

interface LinesProps {
  readonly layout: LineLayout
  readonly frame: Frame
  readonly className: 'wide' | 'narrow'
  readonly label: string
  readonly target: { readonly value: number } | null
  readonly locale: Locale
}

const classes = { value: 't-nb halo', target: 't-b halo', other: 't-2', range: 't-2' } as const

const Lines = ({ layout, frame, className, label, target, locale }: LinesProps) => {
  const digits = decimalsOf(layout.axis.ticks)
  return (
    <ChartSvg className={className} width={frame.width} height={frame.height} label={label}>
      {layout.axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'axk' : 'ax'} d={`M${frame.left} ${layout.axis.at(tick)}H${frame.right}`} />
          <text className="t-ax end" x={frame.left - 10} y={layout.axis.at(tick) + 4.5}>
            {formatNumber(tick, digits, locale)}
          </text>
        </g>
      ))}
      {layout.range.map((d) => (
        <path key={d} className="range" d={d} />
      ))}
      {target && <path className="target" d={`M${frame.left} ${layout.axis.at(target.value)}H${frame.right}`} />}
      {layout.others.flatMap((o) => o.paths.map((d) => <path key={o.label + d} className="line line--2" d={d} />))}
      {layout.line.map((d) => (
        <path key={d} className="line" d={d} />
      ))}
      {layout.dots.map((dot) => (
        <circle key={dot.key} cx={dot.x} cy={dot.y} r={dot.last ? 5.5 : 3.5} className={dot.preliminary ? 'hollow' : 'ink'} />
      ))}
      {layout.xLabels.map((l) => (
        <text key={l.text} className="t-ax mid" x={l.x} y={frame.bottom + 24}>
          {l.text}
        </text>
      ))}
      {layout.written.map((w) => (
        <text key={w.key} className={`${classes[w.kind]} ${w.anchor}`} x={w.x} y={w.y}>
          {w.text}
        </text>
      ))}
    </ChartSvg>
  )
}
