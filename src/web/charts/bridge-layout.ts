/** A step of a bridge, with where it begins and ends. */
export interface Step {
  readonly label: string
  readonly change: number
  readonly from: number
  readonly to: number
  /** Made by the chart: what start and steps do not explain of the end, or the smallest steps taken together. */
  readonly made: 'unexplained' | 'others' | null
}

interface BridgeNeeds {
  readonly start: number
  readonly end: number
  readonly steps: readonly { readonly label: string; readonly change: number }[]
  /** More steps than this: the smallest are taken together. */
  readonly most: number
  readonly words: { readonly unexplained: string; others(count: number): string }
}

/** The steps from start to end. They always arrive at the end: what they do not explain is a step of its own, said plainly. */
export const bridgeSteps = ({ start, end, steps, most, words }: BridgeNeeds): readonly Step[] => {
  const moving = steps.filter((s) => s.change !== 0)
  const small =
    moving.length > most
      ? new Set(moving.toSorted((a, b) => Math.abs(a.change) - Math.abs(b.change)).slice(0, moving.length - most + 1))
      : new Set<(typeof moving)[number]>()
  const shown: { label: string; change: number; made: Step['made'] }[] = moving
    .filter((s) => !small.has(s))
    .map((s) => ({ label: s.label, change: s.change, made: null }))
  const together = [...small].reduce((sum, s) => sum + s.change, 0)
  if (small.size > 0) shown.push({ label: words.others(small.size), change: together, made: 'others' })
  const rest = Math.round((end - start - moving.reduce((sum, s) => sum + s.change, 0)) * 1e6) / 1e6
  if (rest !== 0) shown.push({ label: words.unexplained, change: rest, made: 'unexplained' })
  let at = start
  return shown.map((s) => {
    const from = at
    at += s.change
    return { ...s, from, to: at }
  })
}
