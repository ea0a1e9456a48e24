import { bar, type Drawing, type Letters, markHalf, round, type Sign, type Stroke, signSize } from './drawing.ts'
import { type Edge, edgesOf, endsAt } from './edges.ts'
import { heightOf, labelOf, stack } from './labels.ts'
import { styles, textWidth } from './measure.ts'
import { hasHappened, isMissing, type Question, questions } from './model.ts'
import { channel, headingLines, lastPast, type Places, place, todayMargin } from './places.ts'
import { countByPlace, group, type Stop, type StopWords, tighten } from './stops.ts'

export const wideWidth = 1216
const mostLanes = 12

export interface PictureWords extends StopWords {
  readonly headings: Readonly<Record<Question, string>>
  readonly gap: string
  readonly today: string
  /** The day itself, under "i dag". */
  readonly day: string
  /** '3 grenar till finns i listan under bilden'. */
  moreLanes(count: number): string
}

/** The stops and edges that fit, and where they stand. Places with most stops are grouped first, then the branches beyond the twelfth are left out. */
const fit = (all: readonly Stop[], words: PictureWords): { stops: readonly Stop[]; edges: readonly Edge[]; places: Places; left: number } => {
  const lanes = [...new Set(all.map((s) => s.lane))].toSorted((a, b) => (a === '' ? -1 : b === '' ? 1 : 0))
  for (let most = Math.min(mostLanes + 1, lanes.length); ; most--) {
    const kept = new Set(lanes.slice(0, Math.max(1, most)))
    const shown = all.filter((s) => kept.has(s.lane))
    const limits = countByPlace(shown)
    for (const [key, count] of limits) limits.set(key, Math.min(count, 10))
    for (;;) {
      const stops = group(shown, limits, words)
      const edges = edgesOf(stops)
      const places = place(stops, edges, words.headings, wideWidth, true) ?? place(stops, edges, words.headings, wideWidth, false)
      if (places) return { stops, edges, places, left: lanes.length - kept.size }
      if (!tighten(limits, shown)) break
    }
  }
}

/** The thread as a picture that is 1216 wide: questions as columns, branches as rows. */
export const drawWide = (all: readonly Stop[], words: PictureWords): Drawing => {
  const { stops, edges, places, left } = fit(all, words)
  const x = (s: Stop): number => places.columns[places.slots.of.get(s.id) as number] as number
  const rowOf = (s: Stop): number => places.row.get(s.lane) as number
  const headings = questions.map((q, i) => headingLines(words.headings[q], (places.zones[i + 1] as number) - (places.zones[i] as number) - 24))
  const first = new Set([...Map.groupBy(stops, (s) => s.lane).values()].map((own) => (own[0] as Stop).id))
  const labels = new Map(stops.map((s) => [s.id, labelOf(s, places.room.get(s.id) as number, s.lane !== '' && first.has(s.id) ? s.lane : null, words.gap)]))

  // Rows downwards: each as high as its highest labels.
  const lineY: number[] = []
  let bottom = Math.max(...headings.map((h) => h.length)) * styles.head.leading + 18
  for (let r = 0; r <= Math.max(0, ...places.row.values()); r++) {
    const own = stops.filter((s) => rowOf(s) === r).map((s) => labels.get(s.id) as ReturnType<typeof labelOf>)
    const y = Math.round(bottom + Math.max(0, ...own.map((l) => heightOf(l.above))) + 20)
    lineY.push(y)
    bottom = y + 18 + Math.max(0, ...own.map((l) => heightOf(l.below))) + 14
  }
  const y = (s: Stop): number => lineY[rowOf(s)] as number

  const letters: Letters[] = []
  const strokes: Stroke[] = []
  const signs: Sign[] = []
  for (const [i, q] of questions.entries()) {
    const left = places.zones[i] as number
    letters.push(
      ...headings[i]!.map(
        (text, k): Letters => ({ key: `q${q}-${k}`, x: i === 0 ? 0 : left + 19, y: 15 + k * styles.head.leading, text, style: 'head', tone: 'head' }),
      ),
    )
    if (i > 0) strokes.push({ key: `zone-${q}`, d: `M${round(left)} 0V${round(bottom)}`, kind: 'zone' })
  }
  const where = { x, y, places, drawn: (s: Stop) => edges.find((e) => e.from === s && e.way === 'along' && e.line === 'solid')?.to }
  const begun = new Set<Stop>()
  for (const edge of edges) {
    strokes.push(...strokesOf(edge, { ...where, begun: begun.has(edge.from) }))
    if (edge.way === 'leave' && (edge.line === 'solid' || edge.line === 'cut')) begun.add(edge.from)
  }
  for (const stop of stops) {
    if (
      stop.gap !== undefined &&
      !isMissing(stop) &&
      hasHappened(stop) &&
      endsAt(stops, stop) &&
      !edges.some((e) => e.from === stop && places.routes.has(e) && e.way === 'join')
    ) {
      const end = Math.min(x(stop) + 56, (places.zones[stop.question] as number) - 6)
      strokes.push({ key: `end-${stop.id}`, d: `M${round(x(stop))} ${round(y(stop))}H${round(end)}${crossBar(end, y(stop))}`, kind: 'thread' })
    }
    signs.push({ key: stop.id, x: round(x(stop)), y: round(y(stop)), size: signSize(stop.mark), mark: stop.mark })
    const label = labels.get(stop.id) as ReturnType<typeof labelOf>
    letters.push(...stack(label.above, round(x(stop) - markHalf), round(y(stop) - 14 - heightOf(label.above)), `${stop.id}-a`))
    letters.push(...stack(label.below, round(x(stop) - markHalf), round(y(stop) + 16), `${stop.id}-b`))
  }
  const top = Math.max(...headings.map((h) => h.length)) * styles.head.leading + 6
  const today = todayAt(stops, places)
  const half = Math.max(textWidth(words.today, styles.title), textWidth(words.day, styles.quiet)) / 2
  for (const [i, at] of today.entries()) {
    const middle = Math.min(Math.max(at, half), wideWidth - half)
    strokes.push({ key: `today-${i}`, d: `M${round(at)} ${top}V${round(bottom)}`, kind: 'today' })
    letters.push({ key: `today-${i}-a`, x: round(middle), y: bottom + 17, text: words.today, style: 'title', tone: 'title', anchor: 'mid' })
    if (i === 0) letters.push({ key: `today-${i}-b`, x: round(middle), y: bottom + 35, text: words.day, style: 'quiet', tone: 'quiet', anchor: 'mid' })
  }
  if (left > 0) letters.push({ key: 'more-lanes', x: 0, y: bottom + 62, text: words.moreLanes(left), style: 'quiet', tone: 'quiet', href: words.walkHref })
  return { width: wideWidth, height: Math.ceil(bottom + (today.length > 0 ? 42 : 0) + (left > 0 ? 28 : 0) + 2), letters, strokes, signs }
}

/** Left of what is to come in each question that has both; after everything when nothing is to come. */
const todayAt = (stops: readonly Stop[], { todayBefore, columns, zones }: Places): readonly number[] => {
  if (todayBefore.length > 0) return todayBefore.map((c) => (columns[c] as number) - 19)
  const last = lastPast(stops)
  return last === 0 ? [] : [(zones[last] as number) - todayMargin]
}

const crossBar = (x: number, y: number): string => `M${round(x)} ${round(y - bar)}v${2 * bar}`

interface Where {
  readonly x: (stop: Stop) => number
  readonly y: (stop: Stop) => number
  readonly places: Places
  /** Where the solid line of the stop's own branch leads, if it has one: a curve need not draw that line again. */
  readonly drawn: (stop: Stop) => Stop | undefined
  /** Another branch has drawn the way from the stop to the curve already. */
  readonly begun: boolean
}

/** The strokes of one stretch: a straight line in its own row, or one curve to another row. */
const strokesOf = (edge: Edge, { x, y, places, drawn, begun }: Where): readonly Stroke[] => {
  const { from, to, way, line } = edge
  if (line === 'none') return []
  const key = `${from.id}→${to.id}`
  const [x0, y0, x1, y1] = [x(from), y(from), x(to), y(to)]
  const resume = x1 - (way === 'along' ? Math.min(34, (x1 - x0) / 3) : 26)
  const back = `M${round(resume)} ${round(y1)}H${round(x1)}${crossBar(resume, y1)}`
  if (line === 'resume') return [{ key, d: back, kind: 'thread' }]
  if (way === 'along') {
    const cut = x0 + Math.max(26, Math.min(120, (x1 - x0) * 0.45))
    if (line === 'solid') return [{ key, d: `M${round(x0)} ${round(y0)}H${round(x1)}`, kind: 'thread' }]
    if (line === 'dotted') return [{ key, d: `M${round(x0 + 15)} ${round(y0)}H${round(x1 - 11)}`, kind: 'planned' }]
    return [{ key, d: `M${round(x0)} ${round(y0)}H${round(cut)}${crossBar(cut, y0)}${line === 'broken' ? back : ''}`, kind: 'thread' }]
  }
  const route = places.routes.get(edge)
  if (route === undefined) return []
  const column = places.columns[route] as number
  const [c0, c1] = [column - channel, column - 14]
  const along = drawn(from)
  const begin = way === 'leave' && line !== 'dotted' && (begun || (along && x(along) >= c0)) ? c0 : line === 'dotted' ? Math.min(x0 + 15, c0) : x0
  const curve = `M${round(begin)} ${round(y0)}H${round(c0)}C${round(c0 + 22)} ${round(y0)} ${round(c1 - 22)} ${round(y1)} ${round(c1)} ${round(y1)}`
  if (line === 'dotted') return [{ key, d: `${curve}H${round(x1 - 11)}`, kind: 'planned' }]
  if (line === 'solid') return [{ key, d: `${curve}H${round(x1)}`, kind: 'thread' }]
  // A branch that breaks off: one that joins breaks before its curve, one that leaves after it.
  if (way === 'join') return [{ key, d: `M${round(x0)} ${round(y0)}H${round(Math.min(x0 + 50, c0))}${crossBar(Math.min(x0 + 50, c0), y0)}`, kind: 'thread' }]
  const end = x1 - c1 > 60 ? c1 + (x1 - c1) * 0.4 : c1 - 4
  return [{ key, d: `${curve}H${round(end)}${crossBar(end, y1)}`, kind: 'thread' }]
}
