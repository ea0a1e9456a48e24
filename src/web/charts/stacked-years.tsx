import type { ReactNode } from 'react'
import { formatNumber } from '../../kernel/number.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { styles, textWidth, wrap } from '../thread/measure.ts'
import { ChartFigure, ChartSvg } from './chart-figure.tsx'
import { axisOf, decimalsOf, spread, stepFor } from './scale.ts'
import { chartWords as words } from './words.ts'

interface StackedYearsProps {
  readonly locale: Locale
  readonly title: string
  readonly unit: string
  readonly years: readonly string[]
  /** At most four parts, from the ground up; none negative. null is missing: that year has a hole. */
  readonly parts: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
  readonly decimals?: number | undefined
  readonly source?: ReactNode
  /** The page's own richer table, folded behind the picture in place of the chart's. It must hold every number drawn. */
  readonly table?: ReactNode
}

const fills = ['ink', 'greyf', 'pap3 outlined', 'hollow'] as const

/** What a whole consists of, year by year. A year with a missing part is not drawn: its whole is not known. */
export const StackedYears = (props: StackedYearsProps) => {
  const { locale, title, unit, years, parts, decimals = 0, source, table } = props
  const label = `${title}. ${say(words.inTable, locale)}`
  const whole = years.map((_, i) => (parts.some((p) => (p.values[i] ?? null) === null) ? null : parts.reduce((sum, p) => sum + (p.values[i] as number), 0)))
  const number = (n: number | null | undefined): string => (n === null || n === undefined ? '..' : formatNumber(n, decimals, locale))
  const rows = years.map((year, i) => ({ year, i }))
  return (
    <ChartFigure
      locale={locale}
      title={title}
      note={unit}
      wide={<Columns {...props} whole={whole} label={label} size="wide" />}
      narrow={<Columns {...props} whole={whole} label={label} size="narrow" />}
      source={source}
      table={
        table ?? (
          <DataTable
            locale={locale}
            caption={title}
            captionHidden
            kind="fit"
            rows={rows}
            rowKey={(r) => r.year}
            columns={[
              { id: 'year', head: say(words.period, locale), rowHead: true, cell: (r) => r.year },
              ...parts.map((p) => ({ id: p.label, head: p.label, numeric: true, cell: (r: (typeof rows)[number]) => number(p.values[r.i]) })),
              { id: 'total', head: say(words.total, locale), numeric: true, cell: (r) => <b>{number(whole[r.i])}</b> },
            ]}
          />
        )
      }
    />
  )
}

interface ColumnsProps extends StackedYearsProps {
  readonly whole: readonly (number | null)[]
  readonly label: string
  readonly size: 'wide' | 'narrow'
}

const Columns = ({ locale, years, parts, whole, label, size, decimals = 0 }: ColumnsProps) => {
  const wide = size === 'wide'
  const [width, height] = wide ? [944, 320] : [358, 300]
  const names = parts.map((p) => wrap(p.label, wide ? 190 : 108, styles.quiet, 2))
  const nameRoom = Math.max(...names.flat().map((n) => textWidth(n, styles.quiet))) + 14
  const [left, right, top, bottom] = [wide ? 58 : 44, width - nameRoom, 24, height - 32]
  const axis = axisOf({ values: [0, ...whole.filter((w) => w !== null)], range: [bottom, top], count: 4, mayBreak: false })
  const pitch = (right - left) / years.length
  const column = Math.min(56, pitch * 0.62)
  const step = stepFor(years.length, Math.max(...years.map((y) => textWidth(y, styles.quiet))) + 10, right - left)
  const lastWhole = whole.findLastIndex((w) => w !== null)
  const middles = parts.map((p, k) => {
    const below = parts.slice(0, k).reduce((sum, q) => sum + (q.values[lastWhole] ?? 0), 0)
    return axis.at(below + (p.values[lastWhole] ?? 0) / 2) + 4
  })
  const nameY = spread(middles, 34, top + 8, bottom)
  return (
    <ChartSvg className={size} width={width} height={height} label={label}>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'axk' : 'ax'} d={`M${left} ${axis.at(tick)}H${right}`} />
          <text className="t-ax end" x={left - 10} y={axis.at(tick) + 4.5}>
            {formatNumber(tick, decimalsOf(axis.ticks), locale)}
          </text>
        </g>
      ))}
      {years.map((year, i) => {
        const x = left + pitch * i + (pitch - column) / 2
        let base = 0
        return (
          <g key={year}>
            {whole[i] !== null &&
              parts.map((p, k) => {
                const [y0, y1] = [axis.at(base), axis.at(base + (p.values[i] as number))]
                base += p.values[i] as number
                return <rect key={p.label} className={fills[k % fills.length]} x={x} y={y1} width={column} height={Math.max(0, y0 - y1)} />
              })}
            {i === lastWhole && (
              <text className="t-nb mid" x={x + column / 2} y={axis.at(whole[i] as number) - 7}>
                {formatNumber(whole[i] as number, decimals, locale)}
              </text>
            )}
            {(years.length - 1 - i) % step === 0 && (
              <text className="t-ax mid" x={x + column / 2} y={bottom + 22}>
                {year}
              </text>
            )}
          </g>
        )
      })}
      {names.map((lines, k) =>
        lines.map((line, n) => (
          <text key={`${parts[k]?.label} ${line}`} className="t-2" x={right + 10} y={(nameY[k] as number) + n * 16 - (lines.length - 1) * 8}>
            {line}
          </text>
        )),
      )}
    </ChartSvg>
  )
}
