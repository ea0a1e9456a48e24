import type { ReactNode } from 'react'
import { formatChange, formatNumber } from '../../kernel/number.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { styles, textWidth, wrap } from '../thread/measure.ts'
import { bridgeSteps, type Step } from './bridge-layout.ts'
import { ChartFigure, ChartSvg } from './chart-figure.tsx'
import { type Axis, axisOf, decimalsOf } from './scale.ts'
import { chartWords as words } from './words.ts'

interface BridgeProps {
  readonly locale: Locale
  readonly title: string
  readonly unit: string
  readonly start: { readonly label: string; readonly value: number }
  readonly steps: readonly { readonly label: string; readonly change: number }[]
  readonly end: { readonly label: string; readonly value: number }
  readonly decimals?: number | undefined
  /** Which change is drawn filled: that which costs. Default 'minus', as in tables where costs have a minus sign. */
  readonly filled?: 'minus' | 'plus' | undefined
  readonly source?: ReactNode
  /** The page's own richer table, folded behind the picture in place of the chart's. It must hold every number drawn. */
  readonly table?: ReactNode
}

const most = 14
const wideTicks = 6

const axisFor = (values: readonly number[], flipped: boolean, range: readonly [number, number], written = wideTicks): Axis => {
  const drawn = values.map((v) => (flipped ? -v : v))
  return axisOf({ values: drawn, range, count: wideTicks, written, mayBreak: drawn.every((v) => v > 0) })
}

/** How one sum became another, step by step. Totals are ticks where the scale is broken, since a bar's length would lie. */
export const Bridge = (props: BridgeProps) => {
  const { locale, title, unit, start, end, decimals = 0, filled = 'minus', source, table } = props
  const steps = bridgeSteps({
    start: start.value,
    end: end.value,
    steps: props.steps,
    most,
    words: { unexplained: say(words.unexplained, locale), others: (n) => say(words.otherSteps(n), locale) },
  })
  const values = [start.value, end.value, ...steps.flatMap((s) => [s.from, s.to])]
  // Sums of cost are negative: drawn so that more is always further right.
  const flipped = values.every((v) => v <= 0)
  const label = `${title}. ${say(words.inTable, locale)}`
  const drawn = { ...props, steps, values, flipped, decimals, filled, label }
  const broken = axisFor(values, flipped, [0, 100]).brokenAt
  const note = [
    unit,
    say(filled === 'minus' ? words.filledMinus : words.filledPlus, locale),
    broken !== null && say(words.broken(formatNumber(flipped ? -broken : broken, 0, locale)), locale),
  ]
  const rows = [
    { label: start.label, text: formatNumber(start.value, decimals, locale), kind: 'sum' as const },
    ...steps.map((s) => ({ label: s.label, text: formatChange(s.change, decimals, locale), kind: undefined })),
    { label: end.label, text: formatNumber(end.value, decimals, locale), kind: 'total' as const },
  ]
  return (
    <ChartFigure
      locale={locale}
      title={title}
      note={note.filter(Boolean).join(' ')}
      wide={<Drawn {...drawn} size="wide" />}
      narrow={<Drawn {...drawn} size="narrow" />}
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
            rowClass={(r) => r.kind}
            columns={[
              { id: 'step', head: say(words.step, locale), rowHead: true, cell: (r) => r.label },
              { id: 'amount', head: say(words.amount, locale), numeric: true, cell: (r) => r.text },
            ]}
          />
        )
      }
    />
  )
}

interface DrawnProps extends Omit<BridgeProps, 'steps'> {
  readonly steps: readonly Step[]
  readonly values: readonly number[]
  readonly flipped: boolean
  readonly decimals: number
  readonly filled: 'minus' | 'plus'
  readonly label: string
  readonly size: 'wide' | 'narrow'
}

const number = { size: 14, bold: true, leading: 17 }

const Drawn = ({ locale, start, steps, end, values, flipped, decimals, filled, label, size }: DrawnProps) => {
  const wide = size === 'wide'
  const width = wide ? 944 : 358
  const sign = flipped ? -1 : 1
  const texts = [
    formatNumber(start.value, decimals, locale),
    ...steps.map((s) => formatChange(s.change, decimals, locale)),
    formatNumber(end.value, decimals, locale),
  ]
  const room = Math.max(...texts.map((t) => textWidth(t, number))) + 18
  const labelRoom = wide ? Math.min(260, Math.max(...[start.label, end.label, ...steps.map((s) => s.label)].map((l) => textWidth(l, styles.title)))) + 20 : 0
  const axis = axisFor(values, flipped, [labelRoom + (wide ? 8 : 2), width - room], wide ? wideTicks : 3)
  const at = (v: number): number => axis.at(v * sign)
  const top = 28
  const pitch = wide ? 34 : 48
  const y = (row: number): number => top + row * pitch + (wide ? pitch / 2 : 32)
  const rows = steps.length + 2
  const digits = decimalsOf(axis.ticks)
  return (
    <ChartSvg className={size} width={width} height={top + rows * pitch + 6} label={label}>
      {axis.ticks.map((tick, i) => (
        <g key={tick}>
          <path className="ax" d={`M${axis.at(tick)} 22V${top + rows * pitch}`} />
          <text className={`t-ax ${!wide && i === 0 ? 'start' : 'mid'}`} x={axis.at(tick)} y="14">
            {formatNumber(tick * sign, digits, locale)}
          </text>
        </g>
      ))}
      <Total at={at(start.value)} from={axis.brokenAt === null ? at(0) : null} y={y(0)} />
      {steps.map((s, i) => {
        const [a, b] = [at(s.from), at(s.to)]
        return (
          <g key={s.label}>
            <path className="edge" d={`M${a} ${y(i) + 8}V${y(i + 1) - 8}`} />
            <rect
              className={s.change < 0 === (filled === 'minus') ? 'ink' : 'hollow'}
              x={Math.min(a, b)}
              y={y(i + 1) - 8}
              width={Math.max(1.5, Math.abs(b - a))}
              height="16"
            />
          </g>
        )
      })}
      <path className="edge" d={`M${at(end.value)} ${y(rows - 2) + 8}V${y(rows - 1) - 8}`} />
      <Total at={at(end.value)} from={axis.brokenAt === null ? at(0) : null} y={y(rows - 1)} />
      {[start.label, ...steps.map((s) => s.label), end.label].map((text, i, all) => {
        const total = i === 0 || i === all.length - 1
        const ends = total ? at(i === 0 ? start.value : end.value) : Math.max(at((steps[i - 1] as Step).from), at((steps[i - 1] as Step).to))
        return (
          <g key={text}>
            <text className={`${total ? 't-b' : steps[i - 1]?.made === 'unexplained' ? 't-gap' : 't-n'} halo`} x="0" y={wide ? y(i) + 5 : y(i) - 13}>
              {wrap(text, wide ? labelRoom - 14 : 250, styles.title, 1)[0]}
            </text>
            <text className={`${total ? 't-nb' : 't-n'} halo${wide ? '' : ' end'}`} x={wide ? ends + 10 : width} y={wide ? y(i) + 5 : y(i) - 13}>
              {texts[i]}
            </text>
          </g>
        )
      })}
    </ChartSvg>
  )
}

const Total = ({ at, from, y }: { readonly at: number; readonly from: number | null; readonly y: number }) => (
  <>
    {from !== null && <rect className="range" x={Math.min(from, at)} y={y - 8} width={Math.abs(at - from)} height="16" />}
    <path className="line" d={`M${at} ${y - 11}V${y + 11}`} />
  </>
)
