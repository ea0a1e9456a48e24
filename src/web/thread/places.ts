import type { Edge } from './edges.ts'
import { markHalf } from './drawing.ts'
import { type Question, questions } from './model.ts'
import { styles, textWidth, widestWord, wrap } from './measure.ts'
import { assignRows, assignSlots, type Slots } from './slots.ts'
import type { Stop } from './stops.ts'

/** Room that a branch's curve needs left of the column it leads to. */
export const channel = 48
/** Today's line left of a divider, when everything has happened. */
export const todayMargin = 16
const betweenLabels = 14
const betweenColumns = 40
const afterDivider = 28

/** Where everything stands sideways: columns, dividers between questions, rows, and the room of each label. */
export interface Places {
  readonly slots: Slots
  readonly row: ReadonlyMap<string, number>
  /** X of each column. */
  readonly columns: readonly number[]
  /** X where each question begins; a fifth number where the last ends. */
  readonly zones: readonly number[]
  /** Width that the label of each stop may take. */
  readonly room: ReadonlyMap<string, number>
  /** Column that the curve of a stretch between branches stands left of; stretches that are not there are not drawn. */
  readonly routes: ReadonlyMap<Edge, number>
  /** Column that today's line stands left of; null where it stands after everything. */
  readonly todayBefore: readonly number[]
}

/** A distance that must be kept between two points of the row of columns and dividers; a label in between adds its own width. */
interface Distance {
  readonly from: number
  readonly to: number
  readonly fixed: number
  readonly label: Stop | null
}

/** Narrowest label that still reads, and the widest that a line of it should be. */
const narrowest = 64
const widest = 224

/** Remembered while a picture is drawn: the same stops are tried in many places. */
const remembered = new WeakMap<Stop, { readonly least: number; readonly wished: number }>()
const widthsOf = (stop: Stop): { readonly least: number; readonly wished: number } => {
  const known = remembered.get(stop) ?? { least: least(stop), wished: wished(stop) }
  remembered.set(stop, known)
  return known
}

const least = (stop: Stop): number => {
  const words = [widestWord(stop.title, styles.title), widestWord(`${stop.when} ${stop.text} ${stop.gap ?? ''} ${stop.lane}`, styles.quiet)]
  return Math.min(136, Math.max(narrowest, ...words))
}

const wished = (stop: Stop): number => {
  const title = textWidth(stop.title, styles.title)
  const others = [stop.when, stop.text, stop.gap ?? ''].map((text) => textWidth(text, styles.quiet))
  const wish = Math.max(
    title > 170 ? title / 2 + 24 : title,
    (others[0] as number) > 150 ? (others[0] as number) / 2 + 20 : (others[0] as number),
    (others[1] as number) / 3 + 30,
    (others[2] as number) / 3 + 30,
  )
  return Math.min(widest, Math.max(least(stop), wish + 2))
}

/** The heading of a question in at most two lines: the least width of its column. */
export const headingLines = (text: string, width: number): readonly string[] => wrap(text, width, styles.head, 2)
const headingRoom = (text: string): number => {
  for (let width = widestWord(text, styles.head); ; width += 6) if (wrap(text, width, styles.head).length <= 2) return width
}

/**
 * Places the stops in a picture of the given width so that no label meets another label, a divider, a branch's curve or today's line.
 * Null when they do not fit, even with the narrowest labels.
 */
export const place = (
  stops: readonly Stop[],
  edges: readonly Edge[],
  headings: Readonly<Record<Question, string>>,
  width: number,
  byDay: boolean,
): Places | null => {
  // Cheap, and enough most of the time: one branch alone is too long.
  for (const own of Map.groupBy(stops, (s) => s.lane).values()) if (own.reduce((sum, s) => sum + widthsOf(s).least + betweenLabels, 0) > width) return null
  const slots = assignSlots(stops, edges, byDay)
  const row = assignRows(stops, edges, slots)
  const routes = routesOf(stops, edges, slots, row)
  const todayBefore = todayColumns(stops, slots)
  // Points from left to right: divider of question 1, its columns, divider of question 2, …, the right edge.
  const point: number[] = []
  const dividers: number[] = []
  let n = 0
  for (const q of questions) {
    dividers.push(n++)
    for (const [i, own] of slots.questions.entries()) if (own === q) point[i] = n++
  }
  dividers.push(n)
  const distances = distancesOf({ stops, routes, slots, row, todayBefore, point, dividers, headings })
  const wide = (s: Stop, t: number): number => {
    const { least, wished } = widthsOf(s)
    return least + t * (wished - least)
  }
  const solve = (t: number): readonly number[] => {
    const x: number[] = Array.from({ length: n + 1 }, () => 0)
    for (const d of distances) x[d.to] = Math.max(x[d.to] as number, (x[d.from] as number) + d.fixed + (d.label ? wide(d.label, t) : 0))
    return x
  }
  if ((solve(0)[n] as number) > width) return null
  let low = 0
  for (let step = 0.5; step > 0.01; step /= 2) if ((solve(low + step)[n] as number) <= width) low += step
  const tight = solve(low)
  // What is left over widens everything alike, but the first column stays at the edge.
  const stretch = (width - markHalf) / ((tight[n] as number) - markHalf)
  const x = tight.map((p, i) => (i === 0 ? 0 : markHalf + (p - markHalf) * stretch))
  const room = new Map<string, number>()
  for (const { from, to, fixed, label } of distances) {
    if (label) room.set(label.id, Math.min(room.get(label.id) ?? widest, (x[to] as number) - (x[from] as number) - fixed))
  }
  return { slots, row, columns: point.map((p) => x[p] as number), zones: dividers.map((d) => x[d] as number), room, routes, todayBefore }
}

interface Parts {
  readonly stops: readonly Stop[]
  readonly routes: Places['routes']
  readonly slots: Slots
  readonly row: ReadonlyMap<string, number>
  readonly todayBefore: readonly number[]
  readonly point: readonly number[]
  readonly dividers: readonly number[]
  readonly headings: Readonly<Record<Question, string>>
}

const distancesOf = (parts: Parts): readonly Distance[] => {
  const { stops, routes, slots, row, todayBefore, point, dividers, headings } = parts
  const slot = (s: Stop): number => slots.of.get(s.id) as number
  const at = (s: Stop): number => point[slot(s)] as number
  const rowOf = (s: Stop): number => row.get(s.lane) as number
  const distances: Distance[] = []
  const add = (from: number, to: number, fixed: number, label: Stop | null = null): number => distances.push({ from, to, fixed, label })
  const channels = channelsOf(routes, row)
  const last = lastPast(stops)
  for (const [i, q] of questions.entries()) {
    const own = slots.questions.flatMap((question, s) => (question === q ? [s] : []))
    const [begin, end] = [dividers[i] as number, dividers[i + 1] as number]
    add(begin, end, headingRoom(headings[q]) + afterDivider)
    for (const [k, s] of own.entries()) {
      const crossed = channels.some((c) => c.slot === s)
      const pad = q === 1 ? markHalf : afterDivider
      if (k === 0) add(begin, point[s] as number, Math.max(pad, crossed ? channel + 6 : 0, todayBefore.includes(s) ? 36 : 0))
      else add(point[own[k - 1] as number] as number, point[s] as number, crossed ? channel + 8 : betweenColumns)
    }
  }
  for (const stop of stops) {
    const end = dividers[stop.question] as number
    const todayAtEnd = todayBefore.length === 0 && stop.question === last
    add(at(stop), end, (todayAtEnd ? todayMargin + 6 : 14) - markHalf, stop)
    const next = stops.filter((s) => rowOf(s) === rowOf(stop) && s.question === stop.question && slot(s) > slot(stop)).toSorted((a, b) => slot(a) - slot(b))[0]
    if (next) add(at(stop), at(next), betweenLabels, stop)
    for (const c of channels) {
      if (slots.questions[c.slot] === stop.question && slot(stop) < c.slot && c.top <= rowOf(stop) && rowOf(stop) <= c.bottom)
        add(at(stop), point[c.slot] as number, channel - markHalf + 4, stop)
    }
    for (const t of todayBefore) if (slots.questions[t] === stop.question && slot(stop) < t) add(at(stop), point[t] as number, 18, stop)
  }
  return distances.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** Columns that a curve comes down or up to the left of, and the rows that it passes. */
const channelsOf = (
  routes: Places['routes'],
  row: ReadonlyMap<string, number>,
): readonly { readonly slot: number; readonly top: number; readonly bottom: number }[] =>
  [...routes].map(([e, slot]) => {
    const [a, b] = [row.get(e.from.lane) as number, row.get(e.to.lane) as number]
    return { slot, top: Math.min(a, b), bottom: Math.max(a, b) }
  })

/**
 * The column that the curve of each stretch between two branches stands left of. A branch leaves right after its source. One that comes
 * back turns right before its goal, where its own row is free until then, or else at once, where the goal's row is free; where neither
 * is, it is not drawn, since it would run over other stations and hide their gaps. The walk tells of it all the same.
 */
const routesOf = (stops: readonly Stop[], edges: readonly Edge[], slots: Slots, row: ReadonlyMap<string, number>): Places['routes'] => {
  const slot = (s: Stop): number => slots.of.get(s.id) as number
  const rows = Map.groupBy(stops, (s) => row.get(s.lane) as number)
  const anyBetween = (r: number, after: number, before: number): boolean => (rows.get(r) ?? []).some((s) => after < slot(s) && slot(s) < before)
  const routes = new Map<Edge, number>()
  for (const edge of edges) {
    const [from, to] = [slot(edge.from), slot(edge.to)]
    if (edge.way === 'along') continue
    if (edge.way === 'leave') routes.set(edge, from + 1)
    else if (from < to && !anyBetween(row.get(edge.from.lane) as number, from, to)) routes.set(edge, to)
    else if (from < to && !anyBetween(row.get(edge.to.lane) as number, -1, to)) routes.set(edge, from + 1)
  }
  return routes
}

/** Columns that begin what is to come: one in every question that has both; else where the first question that has only what is to come begins. */
const todayColumns = (stops: readonly Stop[], slots: Slots): readonly number[] => {
  const firstFuture = questions.map((q) => {
    const own = stops.filter((s) => s.question === q && s.era === 'future').map((s) => slots.of.get(s.id) as number)
    return own.length === 0 ? null : { q, column: Math.min(...own) }
  })
  const to = firstFuture.filter((f) => f !== null)
  const mixed = to.filter((f) => stops.some((s) => s.question === f.q && s.era === 'past'))
  if (mixed.length > 0) return mixed.map((f) => f.column)
  return to.slice(0, 1).map((f) => f.column)
}

/** The last question that anything has happened in; 0 when nothing has. */
export const lastPast = (stops: readonly Stop[]): number => Math.max(0, ...stops.filter((s) => s.era === 'past').map((s) => s.question))
