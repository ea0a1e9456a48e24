import type { ThingKind } from '../database/schema.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import { besides } from './missing.ts'
import type { Scene } from './scene.ts'
import { secretStation, stationOf } from './station-of.ts'
import type { Lane, Station, Thread } from './thread.ts'
import type { WalkedThing } from './walk.ts'
import { words } from './words.ts'

/**
 * The red thread as stations, from what the walk reached and what is known of it: pure. Things later than the scene's day are
 * left out. Clauses and targets have no station; what they link is linked through them. Every station but the first ones
 * comes from another that is there.
 */
export const threadOf = (scene: Scene): Thread => {
  const things = scene.walk.things.filter((t) => t.day <= scene.day || t.kind === 'series' || t.kind === 'target')
  const present: Scene = { ...scene, walk: { ...scene.walk, things } }
  const hidden = hiddenOf(present)
  const own = things.flatMap((t) => (hidden.has(t.id) ? (['clause', 'target'].includes(t.kind) ? [] : [secretStation(t)]) : (stationOf(present, t) ?? [])))
  const parents = parentsIn(present, new Set(own.map((s) => s.id)))
  const begun = own.map((s) => ({ ...s, from: parents(s.id) }))
  const extra = things.filter((t) => !hidden.has(t.id)).flatMap((t) => besides(present, t))
  const rooted = rootPreparations(begun, extra)
  const placed = reachable([...rooted, ...extra], present)
  const { stations, lanes } = inLanes(present, placed)
  return { startId: scene.walk.startId, day: scene.day, stations: ordered(stations), lanes, cut: scene.walk.cut }
}

/** Things whose contents the reader may not read: secret ones, and what tells of them (documents of a secret case, reports on a secret thing). */
const hiddenOf = ({ walk, facts, sees }: Scene): ReadonlySet<string> => {
  const hidden = new Set(walk.things.filter((t) => !sees(t)).map((t) => t.id))
  const telling: readonly (readonly [ThingKind, (id: string) => string | undefined])[] = [
    ['document', (id) => facts.documents.get(id)?.caseId],
    ['report', (id) => facts.reports.get(id)?.subjectId],
  ]
  for (const t of walk.things) for (const [kind, of] of telling) if (t.kind === kind && hidden.has(of(t.id) ?? '')) hidden.add(t.id)
  return hidden
}

/** The nearest stations upstream of a thing, looking through things without a station. A decision comes from its case's documents where there are any. */
const parentsIn = ({ walk }: Scene, shown: ReadonlySet<string>): ((id: string) => readonly string[]) => {
  const known = new Map(walk.things.map((t) => [t.id, t]))
  const upward = Map.groupBy(walk.edges, (e) => e.to)
  const enclosed = Map.groupBy(
    walk.edges.filter((e) => e.kind === 'encloses' && shown.has(e.to)),
    (e) => e.from,
  )
  const above = (id: string, seen: ReadonlySet<string>): readonly string[] =>
    (upward.get(id) ?? []).flatMap((e) => {
      if (seen.has(e.from) || !known.has(e.from)) return []
      const papers = known.get(id)?.kind === 'decision' && known.get(e.from)?.kind === 'case' ? papersBefore(id, e.from) : []
      if (papers.length > 0) return papers
      return shown.has(e.from) ? [e.from] : above(e.from, new Set([...seen, e.from]))
    })
  const papersBefore = (decisionId: string, caseId: string): readonly string[] =>
    (enclosed.get(caseId) ?? []).map((e) => e.to).filter((paper) => (known.get(paper)?.day ?? '') <= (known.get(decisionId)?.day ?? ''))
  return (id) => [...new Set(above(id, new Set([id])))]
}

/** A missing preparation stands before its decision: the decision comes from the gap. */
const rootPreparations = (stations: readonly Station[], extra: readonly Station[]): readonly Station[] => {
  const gaps = new Set(extra.filter((s) => s.gap?.code === 'preparation_missing').map((s) => s.id))
  return stations.map((s) => (gaps.has(`${s.id}:preparation_missing`) ? { ...s, from: [...s.from, `${s.id}:preparation_missing`] } : s))
}

const beginnings: ReadonlySet<ThingKind> = new Set(['case', 'document', 'decision'])

/**
 * Leaves no station hanging: what lost its upstream (beyond the limits of the walk, or later than the day) comes from the thread's
 * first decision. Rings of links are opened at the station that is reached first.
 */
const reachable = (stations: readonly Station[], { walk }: Scene): readonly Station[] => {
  const kinds = new Map(walk.things.map((t) => [t.id, t.kind]))
  const ids = new Set(stations.map((s) => s.id))
  const begins = (s: Station): boolean => s.from.length === 0 && (s.gap?.code === 'preparation_missing' || beginnings.has(kinds.get(s.id) ?? 'entry'))
  const own = stations.map((s) => ({ ...s, from: [...new Set(s.from)].filter((f) => f !== s.id && ids.has(f)) }))
  const down = Map.groupBy(
    own.flatMap((s) => s.from.map((from) => ({ from, to: s.id }))),
    (e) => e.from,
  )
  const reached = new Set<string>()
  const onTheWay = new Set<string>()
  const closing = new Set<string>()
  const follow = (id: string): void => {
    reached.add(id)
    onTheWay.add(id)
    for (const e of down.get(id) ?? []) {
      if (onTheWay.has(e.to)) closing.add(`${e.from} ${e.to}`)
      else if (!reached.has(e.to)) follow(e.to)
    }
    onTheWay.delete(id)
  }
  for (const s of own) if (begins(s) && !reached.has(s.id)) follow(s.id)
  const root = own.find((s) => begins(s) && s.mark === 'decision')?.id ?? own.find(begins)?.id ?? null
  const mended = new Map<string, readonly string[]>()
  for (const s of own) {
    if (reached.has(s.id)) continue
    mended.set(s.id, root === null ? [] : [root])
    follow(s.id)
  }
  return own.map((s) => ({ ...s, from: mended.get(s.id) ?? s.from.filter((f) => !closing.has(`${f} ${s.id}`)) }))
}

const branching: ReadonlySet<ThingKind> = new Set(['entry', 'goal', 'frame', 'mandate', 'appointment', 'rule_choice'])

/** One branch for each thing that was decided, when there are several; what comes of it lies on the same branch. Parts of a whole lie on the whole's. */
const inLanes = ({ walk }: Scene, stations: readonly Station[]): { readonly stations: readonly Station[]; readonly lanes: readonly Lane[] } => {
  const things = new Map(walk.things.map((t) => [t.id, t]))
  const byId = new Map(stations.map((s) => [s.id, s]))
  const isBranch = (s: Station): boolean => {
    const thing = things.get(s.id)
    return thing !== undefined && branching.has(thing.kind) && !s.from.some((f) => branching.has(things.get(f)?.kind ?? 'case'))
  }
  const branches = stations.filter(isBranch)
  if (branches.length < 2) return { stations, lanes: [] }
  const found = new Map<string, string | null>()
  const laneOf = (s: Station): string | null => {
    if (isBranch(s)) return s.id
    const known = found.get(s.id)
    if (known !== undefined) return known
    found.set(s.id, null)
    const lane = s.from.map((f) => laneOf(byId.get(f) as Station)).find((l) => l !== null) ?? null
    found.set(s.id, lane)
    return lane
  }
  return {
    stations: stations.map((s) => (s.question === 1 ? s : { ...s, lane: laneOf(s) })),
    lanes: branches.map((s) => ({ id: s.id, name: laneName(s, things.get(s.id), branches, things) })),
  }
}

const laneName = (s: Station, thing: WalkedThing | undefined, branches: readonly Station[], things: ReadonlyMap<string, WalkedThing>): Text => {
  const ofKind = (kind: ThingKind): number => branches.filter((b) => things.get(b.id)?.kind === kind).length
  if (thing?.kind === 'frame' && ofKind('frame') === 1) return words.moneyLane
  if (thing?.kind === 'entry' && ofKind('entry') === 1 && s.title !== words.secret) return words.workLane
  return s.title === words.secret ? words.secret : verbatim(short(s.title.sv))
}

/** A title as it fits beside a line: whole words, at most about thirty characters. */
const short = (title: string, most = 30): string =>
  title.length <= most ? title : `${title.slice(0, title.lastIndexOf(' ', most) > 12 ? title.lastIndexOf(' ', most) : most)} …`

/** What has no day stands last in its question. */
const time = (s: Station): string => s.day ?? '9999-12-31'

/** By question, then by time; what has no day stands after what it comes from. */
const ordered = (stations: readonly Station[]): readonly Station[] => {
  const byId = new Map(stations.map((s) => [s.id, s]))
  const depths = new Map<string, number>()
  const depth = (s: Station, seen: ReadonlySet<string> = new Set([s.id])): number => {
    const kept = depths.get(s.id)
    if (kept !== undefined) return kept
    const found = 1 + Math.max(-1, ...s.from.flatMap((f) => (seen.has(f) || !byId.has(f) ? [] : depth(byId.get(f) as Station, new Set([...seen, f])))))
    depths.set(s.id, found)
    return found
  }
  const rank = (s: Station): number => (s.gap?.code === 'preparation_missing' ? -1 : depth(s))
  return [...stations].toSorted(
    (a, b) => a.question - b.question || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1),
  )
}
