import type { Locale, Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import type { Scene } from './scene.ts'
import type { Question, Thread } from './thread.ts'
import { both, words } from './words.ts'

const { answer } = words

/** What answers each question, in a sentence beside the walk. */
export const introsOf = (scene: Scene, thread: Thread, locale: Locale): Readonly<Record<Question, string>> => {
  const of = (q: Question) => thread.stations.filter((s) => s.question === q)
  const texts: Record<Question, Text> = {
    1: of(1).some((s) => scene.facts.decisions.has(s.id)) ? answer.decided : answer.undecided,
    2: branches(thread, of(2).length),
    3: reported(scene, thread),
    4: effect(scene, thread),
  }
  return { 1: texts[1][locale], 2: texts[2][locale], 3: texts[3][locale], 4: texts[4][locale] }
}

const branches = ({ lanes }: Thread, stations: number): Text => {
  if (stations === 0) return answer.nothingDone
  if (lanes.length < 2) return answer.carriedOut
  return lanes.length <= 3 ? answer.branches(lanes.map((l) => l.name)) : answer.manyBranches(lanes.length)
}

const reported = (scene: Scene, { stations }: Thread): Text => {
  const third = stations.filter((s) => s.question === 3)
  const come = third.filter((s) => scene.facts.reports.has(s.id)).length
  const ordered = third.filter((s) => s.planned || s.gap?.code === 'report_late').length
  const said = come > 0 ? answer.reports(come) : answer.noReport
  return ordered > 0 ? both((l) => `${said[l]} ${answer.ordered(ordered)[l]}`) : said
}

const effect = ({ walk, sees }: Scene, { stations }: Thread): Text => {
  const measured = stations.filter((s) => s.question === 4 && s.light !== null).length
  if (measured > 0) return answer.measured(measured)
  const intended = walk.things.some((t) => sees(t) && (t.kind === 'goal' || definitionOf(t.register ?? '')?.effect))
  return intended || stations.some((s) => s.question === 4) ? answer.notMeasured : answer.noEffect
}
