/** A measured thing beside what it is compared with, both in milliseconds, in the order they were run. */
export interface Row {
  readonly name: string
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

export const row = (name: string, ours: readonly number[], peer: readonly number[]): Row => ({ name, ours, peer })

/** The value that the share `p` of the values do not exceed. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}

const shown = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toFixed(2))

/** Prints medians and 95th percentiles of ours and the peer, and their ratio: what stays true on another machine. */
export const table = (title: string, rows: readonly Row[]): void => {
  const cells = rows.map(({ name, ours, peer }) => {
    const [m, p, pm, pp] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(peer, 0.5), percentile(peer, 0.95)]
    return [name, shown(m), shown(p), shown(pm), shown(pp), `${(m / pm).toFixed(2)}×`, `${(p / pp).toFixed(2)}×`]
  })
  const head = ['', 'median', 'p95', 'peer median', 'peer p95', 'ratio', 'ratio p95']
  const widths = head.map((h, i) => Math.max(h.length, ...cells.map((c) => (c[i] ?? '').length)))
  const line = (c: readonly string[]): string => c.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ')
  process.stdout.write(`${title}\n${[head, ...cells].map(line).join('\n')}\n`)
}
