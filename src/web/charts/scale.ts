import { scaleLinear } from 'd3-scale'

/** An axis of numbers: where each lies, and the round numbers that are written. */
export interface Axis {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
  /** The lowest number of the axis, when that is not zero although nothing is below zero: it must be said. */
  readonly brokenAt: number | null
}

interface AxisNeeds {
  readonly values: readonly number[]
  /** Pixels of the axis' low and high end; the low end may be the greater number, as on a vertical axis. */
  readonly range: readonly [number, number]
  /** About how many round numbers make the ends of the axis round. */
  readonly count: number
  /** About how many are written, where there is room for fewer. */
  readonly written?: number | undefined
  /** Lets the axis begin above zero when the values lie close together. Bars never do: their length is the number. */
  readonly mayBreak: boolean
}

/** An axis that holds all values, with round ends. Begins at zero, unless it may break and all values lie in the upper part. */
export const axisOf = ({ values, range, count, written = count, mayBreak }: AxisNeeds): Axis => {
  // Binary noise must not become a scale of its own.
  const clean = values.map((v) => Number(v.toFixed(9)))
  const low = Math.min(...clean)
  const high = Math.max(...clean)
  if (values.length === 0 || !Number.isFinite(low)) return { at: () => range[0], ticks: [], brokenAt: null }
  const breaks = mayBreak && low > 0 && low > high * 0.45
  const pad = low === high ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.08
  const from = breaks ? Math.max(0, low - pad) : Math.min(0, low)
  const to = breaks ? high + pad : Math.max(0, high)
  const scale = scaleLinear()
    .domain(from === to ? [from, from + 1] : [from, to])
    .range([...range])
    .nice(count)
  const [begin] = scale.domain() as [number, number]
  return { at: (value) => Math.round(scale(value) * 10) / 10, ticks: scale.ticks(written), brokenAt: begin > 0 ? begin : null }
}

/** How many decimals the written numbers of an axis need. */
export const decimalsOf = (ticks: readonly number[]): number => {
  const needed = (n: number): number => Math.min(3, (/\.(\d+)$/.exec(String(Number(n.toFixed(6))))?.[1] ?? '').length)
  return Math.max(0, ...ticks.map(needed))
}

/** Every how-many-th label is written when each needs `width` of `room`. */
export const stepFor = (count: number, width: number, room: number): number => Math.max(1, Math.ceil((count * width) / Math.max(1, room)))

/** Moves marks that stand closer than `gap` apart along one axis, as little as possible and within the ends; keeps their order. */
export const spread = (wanted: readonly number[], gap: number, low: number, high: number): readonly number[] => {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at || a.i - b.i)
  const placed = order.map(({ at }) => Math.min(Math.max(at, low), high))
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i] as number, (placed[i - 1] as number) + gap)
  for (let i = placed.length - 1, end = high; i >= 0; i--, end = (placed[i + 1] as number) - gap) placed[i] = Math.min(placed[i] as number, end)
  const result: number[] = []
  for (const [k, { i }] of order.entries()) result[i] = placed[k] as number
  return result
}
