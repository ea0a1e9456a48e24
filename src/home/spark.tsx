const width = 88
const height = 22
const inset = 4

/** The last outcomes as a small line, for the eye only: the numbers stand beside it. Breaks where an outcome is missing. */
export const Spark = ({ values }: { readonly values: readonly (number | null)[] }) => {
  const known = values.filter((v) => v !== null)
  if (known.length < 2) return null
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (i: number): number => inset + (i * (width - 2 * inset)) / (values.length - 1)
  const y = (v: number): number => (high === low ? height / 2 : height - inset - ((v - low) * (height - 2 * inset)) / (high - low))
  const line = values.map((v, i) => (v === null ? '' : `${i > 0 && values[i - 1] !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(v).toFixed(1)}`)).join('')
  const last = values.findLastIndex((v) => v !== null)
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={line} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="3" />
    </svg>
  )
}
