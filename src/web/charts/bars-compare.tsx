import type { ReactNode } from 'react'
import { formatChange, formatNumber } from '../../kernel/number.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { styles, textWidth, wrap } from '../thread/measure.ts'
import { ChartFigure, ChartSvg } from './chart-figure.tsx'
import { axisOf, decimalsOf } from './scale.ts'
import { chartWords as words } from './words.ts'

export interface Bar {
  readonly name: string
  readonly value: number | null
  /** The year before: a ring. */
  readonly previous?: number | null | undefined
  /** The reader's own unit: bold and dark. */
  readonly mine?: boolean | undefined
}

interface BarsCompareProps {
  readonly locale: Locale
  readonly title: string
  readonly unit: string
  /** In the order they are to be read, usually by value. */
  readonly bars: readonly Bar[]
  readonly decimals?: number | undefined
  /** 'kommun', 'nämnd': head of the table's first column. */
  readonly nameHead: string
  /** Names of the two times, for the table and the key: ['2020', '2019']. */
  readonly times: readonly [string, string?]
  readonly source?: ReactNode
  /** The page's own richer table, folded behind the picture in place of the chart's. It must hold every number drawn. */
  readonly table?: ReactNode
}

const bold = { size: 14, bold: true, leading: 17 }

/** One number for several units: the own bold, the others grey, last year a ring. The axis begins at zero. */
export const BarsCompare = (props: BarsCompareProps) => {
  const { locale, title, unit, bars, decimals = 0, nameHead, times, source, table } = props
  const hasBefore = times[1] !== undefined && bars.some((b) => b.previous !== null && b.previous !== undefined)
  const number = (n: number | null | undefined): string => (n === null || n === undefined ? '..' : formatNumber(n, decimals, locale))
  const label = `${title}. ${say(words.inTable, locale)}`
  return (
    <ChartFigure
      locale={locale}
      title={title}
      note={hasBefore ? `${unit} ${say(words.ringBefore(times[1] ?? ''), locale)}` : unit}
      wide={<Wide {...props} label={label} decimals={decimals} />}
      narrow={<Narrow {...props} label={label} decimals={decimals} />}
      source={source}
      table={
        table ?? (
          <DataTable
            locale={locale}
            caption={title}
            captionHidden
            kind="fit"
            rows={bars}
            rowKey={(b) => b.name}
            rowClass={(b) => (b.mine ? 'mine' : undefined)}
            columns={[
              { id: 'name', head: nameHead, rowHead: true, cell: (b) => b.name },
              ...(hasBefore ? [{ id: 'before', head: times[1] ?? '', numeric: true, cell: (b: Bar) => number(b.previous) }] : []),
              { id: 'value', head: times[0], numeric: true, cell: (b) => number(b.value) },
              ...(hasBefore
                ? [
                    {
                      id: 'change',
                      head: say(words.change, locale),
                      numeric: true,
                      cell: (b: Bar) =>
                        b.value === null || b.previous === null || b.previous === undefined ? '–' : formatChange(b.value - b.previous, decimals, locale),
                    },
                  ]
                : []),
            ]}
          />
        )
      }
    />
  )
}

interface DrawnProps extends BarsCompareProps {
  readonly label: string
  readonly decimals: number
}

const valuesOf = (bars: readonly Bar[]): readonly number[] => bars.flatMap((b) => [b.value, b.previous ?? null]).filter((v) => v !== null)

const Wide = ({ locale, bars, decimals, label }: DrawnProps) => {
  const names = bars.map((b) => wrap(b.name, 230, { ...styles.title, bold: b.mine === true }, 2))
  const left = Math.ceil(Math.max(...names.flatMap((lines, i) => lines.map((l) => textWidth(l, { ...styles.title, bold: bars[i]?.mine === true }))))) + 18
  const valueRoom = Math.max(...bars.map((b) => textWidth(b.value === null ? say(words.missing, locale) : formatNumber(b.value, decimals, locale), bold))) + 24
  const axis = axisOf({ values: valuesOf(bars), range: [left, 944 - valueRoom], count: 5, mayBreak: false })
  const top = 26
  const pitch = names.some((n) => n.length > 1) ? 44 : 32
  return (
    <ChartSvg className="wide" width={944} height={top + bars.length * pitch + 4} label={label}>
      <Grid axis={axis} top={20} bottom={top + bars.length * pitch - 4} locale={locale} wide />
      {bars.map((b, i) => {
        const y = top + i * pitch + pitch / 2
        return (
          <g key={b.name}>
            {(names[i] ?? []).map((line, k, all) => (
              <text key={line} className={b.mine ? 't-b' : 't-n'} x="0" y={y + 5 + (k - (all.length - 1) / 2) * 17}>
                {line}
              </text>
            ))}
            <BarLine bar={b} axis={axis} y={y} locale={locale} decimals={decimals} valueAt={null} />
          </g>
        )
      })}
    </ChartSvg>
  )
}

const Narrow = ({ locale, bars, decimals, label }: DrawnProps) => {
  const axis = axisOf({ values: valuesOf(bars), range: [1, 352], count: 4, mayBreak: false })
  const top = 22
  const pitch = 46
  return (
    <ChartSvg className="narrow" width={358} height={top + bars.length * pitch + 4} label={label}>
      <Grid axis={axis} top={20} bottom={top + bars.length * pitch - 6} locale={locale} wide={false} />
      {bars.map((b, i) => (
        <g key={b.name}>
          <text className={`${b.mine ? 't-b' : 't-n'} halo`} x="0" y={top + i * pitch + 19}>
            {wrap(b.name, 270, { ...styles.title, bold: b.mine === true }, 1)[0]}
          </text>
          <BarLine bar={b} axis={axis} y={top + i * pitch + 31} locale={locale} decimals={decimals} valueAt={{ x: 358, y: top + i * pitch + 19 }} />
        </g>
      ))}
    </ChartSvg>
  )
}

const Grid = ({
  axis,
  top,
  bottom,
  locale,
  wide,
}: {
  readonly axis: ReturnType<typeof axisOf>
  readonly top: number
  readonly bottom: number
  readonly locale: Locale
  readonly wide: boolean
}) => (
  <>
    {axis.ticks.map((tick, i) => (
      <g key={tick}>
        <path className={tick === 0 ? 'axk' : 'ax'} d={`M${axis.at(tick)} ${top}V${bottom}`} />
        <text className={`t-ax ${i === 0 && !wide ? 'start' : i === axis.ticks.length - 1 && !wide ? 'end' : 'mid'}`} x={axis.at(tick)} y={top - 8}>
          {formatNumber(tick, decimalsOf(axis.ticks), locale)}
        </text>
      </g>
    ))}
  </>
)

interface BarLineProps {
  readonly bar: Bar
  readonly axis: ReturnType<typeof axisOf>
  readonly y: number
  readonly locale: Locale
  readonly decimals: number
  /** A fixed place for the number; null: right after the bar and its ring. */
  readonly valueAt: { readonly x: number; readonly y: number } | null
}

const BarLine = ({ bar: b, axis, y, locale, decimals, valueAt }: BarLineProps) => {
  const zero = axis.at(0)
  const end = b.value === null ? zero : axis.at(b.value)
  const ring = b.previous === null || b.previous === undefined ? null : axis.at(b.previous)
  const half = b.mine ? 5 : 3
  const text = b.value === null ? say(words.missing, locale) : formatNumber(b.value, decimals, locale)
  const after = Math.max(zero, end, ring === null ? 0 : ring + 4.5) + 10
  return (
    <>
      {b.value !== null && <rect className={b.mine ? 'ink' : 'greyf'} x={Math.min(zero, end)} y={y - half} width={Math.abs(end - zero)} height={2 * half} />}
      {ring !== null && (
        <>
          <path className="edge" d={`M${end} ${y}H${ring}`} />
          <circle className={b.mine ? 'hollow' : 'hollow--2'} cx={ring} cy={y} r="4.5" />
        </>
      )}
      <text className={`${b.value === null ? 't-2' : b.mine ? 't-nb' : 't-n'} halo${valueAt ? ' end' : ''}`} x={valueAt?.x ?? after} y={valueAt?.y ?? y + 5}>
        {text}
      </text>
    </>
  )
}
