import { bar, type Drawing, type Letters, round, type Sign, type Stroke, signSize } from './drawing.ts'
import { type Edge, edgesOf, endsAt } from './edges.ts'
import { gapLines, heightOf, type LabelLine, stack } from './labels.ts'
import { styles, wrap } from './measure.ts'
import { hasHappened, isMissing, questions, tellsLane } from './model.ts'
import { countByPlace, group, type Stop, tighten } from './stops.ts'
import type { PictureWords } from './wide.ts'

export const narrowWidth = 358
const mostStops = 22
const mostRails = 12

/** The thread upright, for phones and paper: time runs downwards, branches are rails at the left, words stand right of them all. */
export const drawNarrow = (all: readonly Stop[], words: PictureWords): Drawing => {
  const { stops, left } = shorten(all, words)
  const every = edgesOf(stops)
  const rail = railsOf(stops, every)
  const edges = every.flatMap((e) => turned(e, stops, rail) ?? [])
  const count = Math.max(...rail.values()) + 1
  const pitch = count <= 4 ? 26 : count <= 7 ? 19 : 13
  const railX = (s: Stop): number => 14 + (rail.get(s.lane) as number) * pitch
  const textX = 14 + (count - 1) * pitch + 26
  const width = narrowWidth - textX
  const first = new Set([...Map.groupBy(stops, (s) => s.lane).values()].map((own) => (own[0] as Stop).id))
  const today = todayBefore(stops)

  const letters: Letters[] = []
  const strokes: Stroke[] = []
  const signs: Sign[] = []
  const y = new Map<string, number>()
  let at = 0
  for (const q of questions) {
    const own = stops.filter((s) => s.question === q)
    strokes.push({ key: `zone-${q}`, d: `M0 ${round(at + 0.5)}H${narrowWidth}`, kind: 'rule' })
    letters.push({ key: `q${q}`, x: narrowWidth, y: round(at + 19), text: words.headings[q], style: 'quiet', tone: 'quiet', anchor: 'end' })
    at += 38
    for (const stop of own) {
      if (today === stop.id) {
        strokes.push({ key: 'today', d: `M0 ${round(at + 0.5)}H${narrowWidth}`, kind: 'today' })
        letters.push({ key: 'today-a', x: narrowWidth, y: round(at + 17), text: `${words.today} ${words.day}`, style: 'quiet', tone: 'quiet', anchor: 'end' })
        at += 34
      }
      const lines = linesOf(stop, width, stop.lane !== '' && first.has(stop.id) ? stop.lane : null, words.gap)
      y.set(stop.id, at + 9)
      letters.push(...stack(lines, textX, at, stop.id))
      at += Math.max(34, heightOf(lines) + 16)
    }
    if (own.length === 0) at += 6
  }
  const height = at
  const place = (s: Stop): { x: number; y: number } => ({ x: railX(s), y: y.get(s.id) as number })
  for (const edge of edges) strokes.push(...strokesOf(edge, place))
  for (const stop of stops) {
    const { x, y } = place(stop)
    const size = Math.min(signSize(stop.mark), pitch + 3)
    signs.push({ key: stop.id, x: round(x), y: round(y), size, mark: stop.mark })
    if (stop.gap !== undefined && !isMissing(stop) && hasHappened(stop) && endsAt(stops, stop) && !edges.some((e) => e.from === stop && e.way === 'join'))
      strokes.push({ key: `end-${stop.id}`, d: `M${round(x)} ${round(y)}v22${crossBar(x, y + 22)}`, kind: 'thread' })
  }
  if (left > 0) letters.push({ key: 'more-lanes', x: 0, y: height + 14, text: words.moreLanes(left), style: 'quiet', tone: 'quiet', href: words.walkHref })
  return { width: narrowWidth, height: Math.ceil(height + (left > 0 ? 22 : 0)), letters, strokes, signs }
}

const linesOf = (stop: Stop, width: number, lane: string | null, gapWord: string): readonly LabelLine[] => {
  const set = (text: string, style: 'title' | 'quiet', tone: Letters['tone'], most: number, href?: string): readonly LabelLine[] =>
    text === '' ? [] : wrap(text, width, styles[style], most).map((line) => ({ text: line, style, tone, href }))
  return [
    ...(lane === null || tellsLane(stop.title, lane) ? [] : set(lane, 'quiet', 'lane', 2)),
    ...set(stop.title, 'title', 'title', 3, stop.href),
    ...set([stop.when, stop.text].filter(Boolean).join(' · '), 'quiet', 'quiet', 3),
    ...gapLines(stop, width, gapWord),
  ]
}

/** Groups until the upright picture is no longer than a phone scrolls gladly; branches beyond the twelfth are left out. */
const shorten = (all: readonly Stop[], words: PictureWords): { stops: readonly Stop[]; left: number } => {
  const lanes = [...new Set(all.map((s) => s.lane))].toSorted((a, b) => (a === '' ? -1 : b === '' ? 1 : 0))
  const kept = new Set(lanes.slice(0, mostRails))
  const shown = all.filter((s) => kept.has(s.lane))
  const limits = countByPlace(shown)
  let total = shown.length
  while (total > mostStops && tighten(limits, shown)) total--
  return { stops: group(shown, limits, words), left: lanes.length - kept.size }
}

/** Rail of each branch: the first that is free from where it leaves to where it ends. */
const railsOf = (stops: readonly Stop[], edges: readonly Edge[]): ReadonlyMap<string, number> => {
  const at = new Map(stops.map((s, i) => [s.id, i]))
  const index = (s: Stop): number => at.get(s.id) as number
  const rails = new Map<string, number>([['', 0]])
  const free: number[] = []
  for (const [lane, own] of Map.groupBy(stops, (s) => s.lane)) {
    if (lane === '') continue
    const starts = edges.filter((e) => e.to.lane === lane && e.way === 'leave').map((e) => index(e.from))
    const ends = edges.filter((e) => e.from.lane === lane && e.to.lane !== lane).map((e) => index(e.to))
    const [start, end] = [Math.min(...starts, ...own.map(index)), Math.max(...ends, ...own.map(index))]
    let rail = free.findIndex((until) => until < start)
    if (rail < 0) rail = free.length
    free[rail] = end
    rails.set(lane, rail + 1)
  }
  return rails
}

/**
 * A stretch back to another branch runs along its own rail, where that is free; else along its goal's rail, like a branch that leaves.
 * Where neither is free it is not drawn, since it would run over other stations and hide their gaps.
 */
const turned = (edge: Edge, stops: readonly Stop[], rail: ReadonlyMap<string, number>): Edge | null => {
  if (edge.way !== 'join') return edge
  const [from, to] = [stops.indexOf(edge.from), stops.indexOf(edge.to)]
  const free = (lane: string, after: number): boolean => !stops.slice(after + 1, to).some((s) => rail.get(s.lane) === rail.get(lane))
  if (free(edge.from.lane, from)) return edge
  return free(edge.to.lane, -1) ? { ...edge, way: 'leave' } : null
}

/** The first stop to come in a question that also has been, or else the first to come at all. */
const todayBefore = (stops: readonly Stop[]): string | null => {
  const future = stops.filter((s) => s.era === 'future')
  return (future.find((f) => stops.some((s) => s.question === f.question && s.era === 'past')) ?? future[0])?.id ?? null
}

const crossBar = (x: number, y: number): string => `M${round(x - bar)} ${round(y)}h${2 * bar}`

const strokesOf = ({ from, to, way, line }: Edge, place: (s: Stop) => { x: number; y: number }): readonly Stroke[] => {
  if (line === 'none') return []
  const key = `${from.id}→${to.id}`
  const [a, b] = [place(from), place(to)]
  const [cut, resume] = [a.y + 24, b.y - 22]
  const back = `M${round(b.x)} ${round(resume)}V${round(b.y)}${crossBar(b.x, resume)}`
  if (line === 'resume') return [{ key, d: back, kind: 'thread' }]
  if (way === 'along') {
    if (line === 'solid') return [{ key, d: `M${round(a.x)} ${round(a.y)}V${round(b.y)}`, kind: 'thread' }]
    if (line === 'dotted') return [{ key, d: `M${round(a.x)} ${round(a.y + 14)}V${round(b.y - 10)}`, kind: 'planned' }]
    return [{ key, d: `M${round(a.x)} ${round(a.y)}V${round(cut)}${crossBar(a.x, cut)}${line === 'broken' ? back : ''}`, kind: 'thread' }]
  }
  // A curve of one height: right after its source where it leaves, right before its goal where it joins.
  const turn = way === 'leave' ? a.y : Math.max(a.y, b.y - 34)
  const end = way === 'leave' ? Math.min(b.y, a.y + 34) : b.y
  const curve = `M${round(a.x)} ${round(a.y)}V${round(turn)}C${round(a.x)} ${round(turn + 20)} ${round(b.x)} ${round(end - 22)} ${round(b.x)} ${round(end)}`
  if (line === 'dotted') return [{ key, d: `${curve}V${round(b.y - 10)}`, kind: 'planned' }]
  if (line === 'solid') return [{ key, d: `${curve}V${round(b.y)}`, kind: 'thread' }]
  if (way === 'join') return [{ key, d: `M${round(a.x)} ${round(a.y)}V${round(cut)}${crossBar(a.x, cut)}`, kind: 'thread' }]
  const stop = Math.min(end, b.y - 14)
  return [{ key, d: `${curve.slice(0, curve.lastIndexOf(' '))} ${round(stop)}${crossBar(b.x, stop)}`, kind: 'thread' }]
}
