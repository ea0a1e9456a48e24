/** Names and values that tell apart the samples of one metric. Few values each: patterns, never addresses. */
export type Labels = Readonly<Record<string, string | number>>

interface Family {
  readonly name: string
  readonly help: string
  readonly unit?: string
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
const written = (labels: Labels): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}
const head = ({ name, help, unit }: Family, type: string): readonly string[] => [
  `# TYPE ${name} ${type}`,
  ...(unit ? [`# UNIT ${name} ${unit}`] : []),
  `# HELP ${name} ${escaped(help)}`,
]

/** Something that can be written as OpenMetrics text. */
export interface Metric {
  lines(): readonly string[]
}

/** Counts what happens; never goes down while the process lives. */
export const counter = (family: Family): Metric & { add(labels: Labels, by?: number): void } => {
  const values = new Map<string, number>()
  return {
    add: (labels, by = 1) => {
      const key = written(labels)
      values.set(key, (values.get(key) ?? 0) + by)
    },
    lines: () => [...head(family, 'counter'), ...[...values].map(([labels, value]) => `${family.name}_total${labels} ${value}`)],
  }
}

/** Tells how it is now, asked when it is read. */
export const gauge = (family: Family, now: () => readonly (readonly [Labels, number])[]): Metric => ({
  lines: () => [...head(family, 'gauge'), ...now().map(([labels, value]) => `${family.name}${written(labels)} ${value}`)],
})

interface Spread {
  readonly labels: Labels
  readonly counts: number[]
  sum: number
  count: number
}

/** How large things are: counted by upper bounds. */
export const histogram = (family: Family, bounds: readonly number[]): Metric & { observe(labels: Labels, value: number): void } => {
  const spreads = new Map<string, Spread>()
  return {
    observe: (labels, value) => {
      const key = written(labels)
      const spread: Spread = spreads.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
      spreads.set(key, spread)
      spread.sum += value
      spread.count += 1
      for (const [i, bound] of bounds.entries()) if (value <= bound) spread.counts[i] = (spread.counts[i] ?? 0) + 1
    },
    lines: () => [
      ...head(family, 'histogram'),
      ...[...spreads.values()].flatMap(({ labels, counts, sum, count }) => [
        ...bounds.map((bound, i) => `${family.name}_bucket${written({ ...labels, le: bound })} ${counts[i]}`),
        `${family.name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
        `${family.name}_count${written(labels)} ${count}`,
        `${family.name}_sum${written(labels)} ${sum}`,
      ]),
    ],
  }
}

/** The whole text (OpenMetrics 1.0), with its end. */
export const openMetrics = (metrics: readonly Metric[]): string => `${metrics.flatMap((metric) => metric.lines()).join('\n')}\n# EOF\n`
export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'
