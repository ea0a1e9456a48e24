import { type Edge, edgesOf, type LineKind } from './edges.ts'
import { hasHappened, isMissing, type Question, questions, type Station, type Thread } from './model.ts'
import { stopsOf } from './stops.ts'

/** What runs from an item down to the next one on its own line. */
export type Below = 'solid' | 'dotted' | 'cut' | 'none'
type Rail = 'solid' | 'dotted' | null

/** One station of the walk, and the lines that are drawn at its left. */
export interface WalkItem {
  readonly station: Station
  readonly below: Below
  /** The line begins again here, after a gap: a cross-bar over the mark. */
  readonly bar: boolean
  /** Set on branches: the curve that it leaves the main line by, the main line that goes on beside it, and its name where it begins. */
  readonly branch: { readonly curve: Rail; readonly beside: Rail; readonly name: string | null } | null
}

/** The stations of one question, and the main line that comes into it from the question before. */
export interface WalkSection {
  readonly question: Question
  readonly on: Rail
  readonly items: readonly WalkItem[]
}

const rail = (line: LineKind | undefined): Rail => (line === 'solid' || line === 'dotted' ? line : null)
const below = (line: LineKind | undefined): Below => (line === undefined || line === 'resume' ? 'none' : line === 'broken' ? 'cut' : line)

/** The whole thread, question by question: the main line in order, each branch told in one piece after the station that it leaves. */
export const walkOf = (thread: Thread): readonly WalkSection[] => {
  const stops = stopsOf(thread)
  const stations = new Map(thread.stations.map((s) => [s.id, s]))
  const edges = edgesOf(stops)
  const next = new Map(edges.filter((e) => e.way === 'along').map((e) => [e.from.id, e]))
  const back = new Map(edges.filter((e) => e.way === 'along').map((e) => [e.to.id, e]))
  const leave = new Map(edges.filter((e) => e.way === 'leave').map((e) => [e.to.id, e]))
  let onMain: Edge | undefined
  return questions.map((question) => {
    const own = stops.filter((s) => s.question === question)
    const on = rail(onMain?.line)
    const items: WalkItem[] = []
    const lanes = Map.groupBy(
      own.filter((s) => s.lane !== ''),
      (s) => s.lane,
    )
    const told = new Set<string>()
    const tell = (lane: string, beside: Rail): void => {
      if (told.has(lane)) return
      told.add(lane)
      const block = lanes.get(lane) ?? []
      for (const [i, stop] of block.entries()) {
        const edge = next.get(stop.id)
        const inBlock = edge && block.includes(edge.to)
        const ends = !inBlock && stop.gap !== undefined && !isMissing(stop) && hasHappened(stop)
        const source = leave.get(stop.id)
        items.push({
          station: stations.get(stop.id) as Station,
          below: inBlock ? below(edge.line) : ends ? 'cut' : 'none',
          bar: i > 0 && ['resume', 'broken'].includes(back.get(stop.id)?.line ?? ''),
          branch: {
            curve: source && i === 0 && source.line !== 'none' ? (source.line === 'dotted' ? 'dotted' : 'solid') : null,
            beside,
            name: i === 0 ? lane : null,
          },
        })
      }
      for (const inner of block) for (const child of leaving(inner.id)) tell(child, beside)
    }
    const leaving = (id: string): readonly string[] =>
      [...lanes].filter(([, block]) => leave.get((block[0] as { id: string }).id)?.from.id === id).map(([lane]) => lane)
    const main = own.filter((s) => s.lane === '')
    // Branches that left, or began, before this question's first station.
    const early = [...lanes].filter(([, block]) => leave.get((block[0] as { id: string }).id)?.from.question !== question).map(([lane]) => lane)
    for (const lane of early) tell(lane, rail(onMain?.line))
    for (const stop of main) {
      const edge = next.get(stop.id)
      const branches = leaving(stop.id)
      const ends = !edge && stop.gap !== undefined && !isMissing(stop) && hasHappened(stop)
      items.push({
        station: stations.get(stop.id) as Station,
        below: branches.length > 0 && below(edge?.line) !== 'dotted' ? 'solid' : edge ? below(edge.line) : ends ? 'cut' : 'none',
        bar: ['resume', 'broken'].includes(back.get(stop.id)?.line ?? ''),
        branch: null,
      })
      for (const [i, lane] of branches.entries()) tell(lane, i < branches.length - 1 ? 'solid' : rail(edge?.line))
      onMain = edge
    }
    for (const lane of lanes.keys()) tell(lane, rail(onMain?.line))
    return { question, on, items }
  })
}
