interface Spot {
  readonly x: number
  readonly y: number
}

/** Where each value lies in a small field; null stays null. Equal values lie in the middle. */
export const sparkPoints = (values: readonly (number | null)[], width: number, height: number): readonly (Spot | null)[] => {
  const known = values.filter((v) => v !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const step = values.length > 1 ? (width - 8) / (values.length - 1) : 0
  const round = (n: number): number => Math.round(n * 10) / 10
  return values.map((v, i) =>
    v === null ? null : { x: round(4 + i * step), y: round(high === low ? height / 2 : height - 4 - ((v - low) / (high - low)) * (height - 8)) },
  )
}

/** Neighbours that have a value, run by run. */
export const runsOf = (points: readonly (Spot | null)[]): readonly (readonly Spot[])[] => {
  const runs: Spot[][] = []
  for (const [i, p] of points.entries()) {
    if (p === null) continue
    if (i > 0 && points[i - 1] !== null) runs.at(-1)?.push(p)
    else runs.push([p])
  }
  return runs
}
