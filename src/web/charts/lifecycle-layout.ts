import { type LabelLine, heightOf } from '../thread/labels.ts'
import { styles, textWidth, widestWord, wrap } from '../thread/measure.ts'

export interface LifecycleState {
  readonly id: string
  readonly label: string
  readonly initial?: boolean | undefined
  readonly final?: boolean | undefined
}
export interface LifecycleAct {
  readonly from: string
  readonly to: string
  readonly label: string
  /** What the act asks for, after its name: 'beslut', 'kommentar'. */
  readonly needs?: string | undefined
}

/** A lifecycle placed as a timetable: states as columns, each act as an arrow on a row of its own, so that no text can be crossed. */
export interface LifecycleLayout {
  readonly width: number
  readonly height: number
  /** Columns; `number` is set where names stand in a list above, since there is no room for them over the columns. */
  readonly states: readonly {
    readonly state: LifecycleState
    readonly x: number
    readonly number: number | null
    readonly lines: readonly string[]
    readonly y: number
  }[]
  /** Names over their columns end, and the columns' lines begin, here. */
  readonly top: number
  readonly acts: readonly {
    readonly key: string
    readonly from: number
    readonly to: number
    readonly y: number
    readonly loop: boolean
    readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end'; readonly quiet: boolean }[]
  }[]
}

/** States in the order of the life they describe: from the beginning, along acts, ends last. Unreachable states follow as given. */
export const orderStates = (states: readonly LifecycleState[], acts: readonly LifecycleAct[]): readonly LifecycleState[] => {
  const depth = new Map<string, number>()
  const visit = (id: string, at: number): void => {
    if (depth.has(id)) return
    depth.set(id, at)
  }
  for (const s of states) if (s.initial) visit(s.id, 0)
  for (let at = 0; at < states.length; at++) {
    for (const [id, d] of depth) if (d === at) for (const a of acts) if (a.from === id) visit(a.to, at + 1)
  }
  const rank = (s: LifecycleState, i: number): number => (s.final ? 1000 : 0) + (depth.get(s.id) ?? 500) + i / 100
  return states
    .map((s, i) => ({ s, r: rank(s, i) }))
    .toSorted((a, b) => a.r - b.r)
    .map(({ s }) => s)
}

/** Places the diagram in a drawing of the given width. */
export const lifecycleLayout = (states: readonly LifecycleState[], acts: readonly LifecycleAct[], width: number): LifecycleLayout => {
  const ordered = orderStates(states, acts)
  const column = ordered.map((s) => s.id)
  const pitch = (width - 8) / ordered.length
  const named = ordered.every((s) => widestWord(s.label, styles.title) <= pitch - 14)
  const left = named ? 10 : 16
  const step = named ? pitch : (width - 32) / Math.max(1, ordered.length - 1)
  const names = ordered.map((s) => (named ? wrap(s.label, pitch - 12, styles.title, 3) : wrap(s.label, width - 34, styles.title, 2)))
  let top = named ? Math.max(...names.map((n) => n.length)) * 18 + 12 : names.reduce((sum, n) => sum + n.length * 20, 0) + 38
  const placed = ordered.map((state, i) => {
    const lines = names[i] ?? []
    const before = names.slice(0, i).reduce((sum, n) => sum + n.length * 20, 0)
    return { state, x: Math.round(left + i * step), number: named ? null : i + 1, lines, y: named ? top - 22 - (lines.length - 1) * 18 : before + 16 }
  })
  const x = (id: string): number => placed[column.indexOf(id)]?.x ?? 0
  const known = acts
    .filter((a) => column.includes(a.from) && column.includes(a.to))
    .map((a, i) => ({ a, i }))
    .toSorted((p, q) => column.indexOf(p.a.from) - column.indexOf(q.a.from) || column.indexOf(p.a.to) - column.indexOf(q.a.to) || p.i - q.i)
  const begin = top
  top += 26
  const rows = known.map(({ a, i }) => {
    const [from, to] = [x(a.from), x(a.to)]
    const start = Math.min(from, to)
    const loop = from === to
    const text: LabelLine[] = wrap(a.label, width - 12, styles.quiet, 2).map((line) => ({ text: line, style: 'quiet', tone: 'title' }))
    if (a.needs) text.push(...wrap(a.needs, width - 12, styles.quiet, 2).map((line): LabelLine => ({ text: line, style: 'quiet', tone: 'quiet' })))
    const widest = Math.max(...text.map((l) => textWidth(l.text, styles.quiet)))
    // Names begin where the arrow's left end is; near the right edge they end there instead.
    const at = start + 10
    const fits = at + widest <= width
    const height = heightOf(text)
    const y = top + height + 4
    const lines = text.map((l, k) => ({
      text: l.text,
      x: fits ? at : width - 2,
      y: top + k * 17 + 12,
      anchor: fits ? ('start' as const) : ('end' as const),
      quiet: l.tone === 'quiet',
    }))
    top = y + (loop ? 26 : 20)
    return { key: `${a.from}-${a.to}-${i}`, from, to, y, loop, lines }
  })
  return { width, height: Math.ceil(top + 6), states: placed, top: begin, acts: rows }
}
