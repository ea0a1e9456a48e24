import { sumAmounts } from '../kernel/amount.ts'
import type { Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import type { Gap } from '../rulebook/gaps.ts'
import { mainDecision, nameOf, type Scene } from './scene.ts'
import { clausesOf } from './station-of.ts'
import { gapsOf, type Thread } from './thread.ts'
import type { WalkedThing } from './walk.ts'
import { both, words } from './words.ts'

/** The sentence that a thread opens with. `broken` is the part that is drawn in red; null where the thread holds. */
export interface Opening {
  readonly before: Text
  readonly broken: Text | null
  readonly after: Text
}

/** Who decided what, how far it has come, and where the thread is broken: computed, so that it never says more than the stations show. */
export const openingOf = (scene: Scene, thread: Thread): Opening => {
  const gaps = gapsOf(thread)
  const said = [decided(scene), howFar(scene)].filter((t) => t !== null)
  if (gaps.length === 0) {
    const end = thread.stations.some((s) => s.question === 4 && s.mark === 'done') ? words.whole : words.soFar
    return { before: sentences([...said, end]), broken: null, after: { sv: '', en: '' } }
  }
  const last = said.length > 1 ? said.at(-1) : undefined
  const before = last ? sentences([...said.slice(0, -1), words.but(last)]) : sentences(said)
  return { before, broken: words.broken(gaps.length, !last), after: words.gapList(gapWords(gaps)) }
}

/** Each kind of gap once: its own words when there is one, else how many. */
const gapWords = (gaps: readonly Gap[]): readonly Text[] =>
  [...Map.groupBy(gaps, (g) => g.code)].map(([code, own]) => (own.length === 1 ? (own[0] as Gap).words : words.many(code, own.length)))

const sentences = (texts: readonly Text[]): Text => both((l) => texts.map((t) => t[l]).join(' '))

const decided = (scene: Scene): Text | null => {
  const decision = mainDecision(scene)
  if (!decision) return scene.walk.things.some((t) => t.kind === 'decision') ? null : words.noDecision
  const fact = scene.facts.decisions.get(decision.id)
  const who = fact?.post ?? nameOf(scene, fact?.bodyId ?? decision.nodeId)
  const things = madeBy(scene, decision)
  const frames = things.flatMap((t) => scene.facts.frames.get(t.id) ?? [])
  const assignments = things.filter((t) => t.register === 'assignment' && t.day >= decision.day).length
  const first = frames[0]
  if (first && frames.every((f) => f.period === first.period)) return words.gaveMoney(who, sumAmounts(frames.map((f) => f.amount)), first.period)
  return assignments > 0 ? words.gaveAssignments(who, assignments, decision.day) : words.decided(who, decision.day)
}

/** What the decision's clauses decided, of what the reader may see. */
const madeBy = (scene: Scene, decision: WalkedThing): readonly WalkedThing[] => {
  const clauses = new Set(clausesOf(scene, decision.id).map((c) => c.id))
  const made = new Set(scene.walk.edges.filter((e) => clauses.has(e.from) && e.kind === 'decides').map((e) => e.to))
  return scene.walk.things.filter((t) => made.has(t.id) && scene.sees(t))
}

/** How far what was decided has come: the state of one thing as its register says it, or how many of several are done. */
const howFar = (scene: Scene): Text | null => {
  const { walk, facts, sees } = scene
  const decision = mainDecision(scene)
  const own = (decision ? madeBy(scene, decision) : []).filter((t) => t.kind === 'entry')
  const wholes = own.length > 0 ? own : walk.things.filter((t) => t.kind === 'entry' && sees(t) && facts.entries.get(t.id)?.parentId === null)
  const states = wholes.flatMap((t) => definitionOf(t.register ?? '')?.lifecycle.states[facts.entries.get(t.id)?.state ?? ''] ?? [])
  const [only] = states
  if (states.length === 1 && only) return only.says
  return states.length > 1 ? words.partsDone(states.filter((s) => s.mark === 'done').length, states.length) : null
}
