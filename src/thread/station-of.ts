import { lastDay } from '../kernel/period.ts'
import { verbatim } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { written } from '../rulebook/notation.ts'
import { words as reportWords } from '../reports/words.ts'
import { questionOf } from './question-of.ts'
import { mainDecision, nameOf, type Scene } from './scene.ts'
import type { Question, Station } from './thread.ts'
import type { WalkedThing } from './walk.ts'
import { both, words } from './words.ts'

/** Kinds of clause that answer what was reported, or end what was given: their decisions stand later on the thread than the first. */
const answering: Readonly<Record<string, Question>> = { declare_fulfilled: 3, approve_report: 3, end_assignment: 2, end_agreement: 2, repeal_document: 2 }

const bare: Pick<Station, 'when' | 'note' | 'text' | 'meta' | 'href' | 'lane' | 'gap' | 'light' | 'from' | 'acts' | 'planned'> = {
  when: null,
  note: null,
  text: null,
  meta: null,
  href: null,
  lane: null,
  gap: null,
  light: null,
  from: [],
  acts: [],
  planned: false,
}

/** A station with nothing but what is given; everything else is empty. */
export const station = (given: Partial<Station> & Pick<Station, 'id' | 'question' | 'mark' | 'title' | 'day'>): Station => ({ ...bare, ...given })

/** What a reader without the right sees of a secret thing: that it is there, and nothing more. */
export const secretStation = (thing: WalkedThing): Station =>
  station({ id: thing.id, question: questionOf[thing.kind], mark: 'none', title: words.secret, day: null, text: words.secretText })

/** The station of a thing, or null for those that have none of their own (clauses and targets speak through their neighbours; annexes are left out). */
export const stationOf = (scene: Scene, thing: WalkedThing): Station | null => {
  switch (thing.kind) {
    case 'case':
      return caseStation(scene, thing)
    case 'document':
      return documentStation(scene, thing)
    case 'decision':
      return decisionStation(scene, thing)
    case 'entry':
      return entryStation(scene, thing)
    case 'goal':
      return station({
        id: thing.id,
        question: 2,
        mark: 'half',
        title: verbatim(thing.title),
        day: thing.day,
        when: words.since(thing.day, scene.day),
        note: words.goal,
        text: verbatim(scene.facts.goals.get(thing.id)?.text ?? thing.title),
        href: `/goals/${thing.id}`,
      })
    case 'frame': {
      const frame = scene.facts.frames.get(thing.id)
      if (!frame) return null
      return station({
        id: thing.id,
        question: 2,
        mark: 'done',
        title: words.money,
        day: thing.day,
        when: words.onDay(thing.day),
        note: words.amountFor(frame.amount, frame.period),
        text: verbatim(frame.purpose),
        meta: nameOf(scene, frame.nodeId),
        href: `/thing/${thing.id}`,
      })
    }
    case 'mandate':
      return station({
        id: thing.id,
        question: 2,
        mark: 'done',
        title: verbatim(thing.title),
        day: thing.day,
        when: words.since(thing.day, scene.day),
        note: words.mandate,
        href: `/thing/${thing.id}`,
      })
    case 'rule_choice':
      return station({
        id: thing.id,
        question: 2,
        mark: 'done',
        title: verbatim(thing.title),
        day: thing.day,
        when: words.since(thing.day, scene.day),
        note: words.ruleChoice,
        href: `/thing/${thing.id}`,
      })
    case 'appointment':
      return station({
        id: thing.id,
        question: 2,
        mark: 'done',
        title: verbatim(thing.title),
        day: thing.day,
        when: words.since(thing.day, scene.day),
        note: words.elected,
        meta: nameOf(scene, thing.nodeId),
        href: `/appointments/${thing.id}`,
      })
    case 'report':
      return reportStation(scene, thing)
    case 'series':
      return seriesStation(scene, thing)
    default:
      return null
  }
}

/** A case stands on the thread while nothing has come of it, and where the thread is its own: else its decisions speak for it. */
const caseStation = (scene: Scene, thing: WalkedThing): Station | null => {
  const decided = [...scene.facts.decisions].some(([id, d]) => d.caseId === thing.id && reached(scene, id))
  if (decided && thing.id !== scene.walk.startId) return null
  return station({
    id: thing.id,
    question: 1,
    mark: 'done',
    title: words.caseTitle(thing.number),
    day: thing.day,
    when: words.onDay(thing.day),
    note: words.opened,
    text: verbatim(thing.title),
    meta: nameOf(scene, thing.nodeId),
    href: `/cases/${thing.id}`,
  })
}

const reached = ({ walk }: Scene, id: string): boolean => walk.things.some((t) => t.id === id)

/**
 * The documents that prepared the decision which the thread is about, and those of a case that has not been decided. Documents of
 * other decisions on the way are read in their cases; annexes and extracts too, unless the thread is their own.
 */
const documentStation = (scene: Scene, thing: WalkedThing): Station | null => {
  const document = scene.facts.documents.get(thing.id)
  if (!document) return null
  const main = mainDecision(scene)
  const ofMain = main !== undefined && scene.facts.decisions.get(main.id)?.caseId === document.caseId
  const undecided = ![...scene.facts.decisions].some(([id, d]) => d.caseId === document.caseId && reached(scene, id))
  const prepares = (ofMain && thing.day <= main.day) || undecided
  if (thing.id !== scene.walk.startId && (!prepares || ['annex', 'minutes_extract'].includes(document.kind))) return null
  return station({
    id: thing.id,
    question: 1,
    mark: 'done',
    title: words.documentKind(document.kind),
    day: thing.day,
    when: words.onDay(thing.day),
    text: verbatim(thing.title),
    href: `/thing/${thing.id}`,
  })
}

const decisionStation = (scene: Scene, thing: WalkedThing): Station => {
  const { facts, walk } = scene
  const decision = facts.decisions.get(thing.id)
  const clauses = clausesOf(scene, thing.id)
  const questions = clauses.map((c) => answering[c.kind] ?? 1)
  const own = thing.id === walk.startId || clauses.some((c) => c.id === walk.startId)
  // What a post decided on the way from a decision is part of carrying it out.
  const later = own ? 1 : decision?.post && thing.step > 0 ? 2 : questions.length === 0 ? 1 : Math.min(...questions)
  const who = decision?.post ?? nameOf(scene, decision?.bodyId ?? thing.nodeId)
  const told = clauses.slice(0, 3).map((c) => words.clause(c.text))
  const rest = clauses.length - told.length
  return station({
    id: thing.id,
    question: later as Question,
    // The ring is for the decision that the thread is about; those before and after it are stations like others.
    mark: mainDecision(scene)?.id === thing.id ? 'decision' : 'done',
    title: decision ? words.paragraph(who, decision.paragraph) : who,
    day: thing.day,
    when: words.onDay(thing.day),
    note: verbatim(thing.title),
    text: both((l) => [thing.title, ...told, ...(rest > 0 ? [words.moreClauses(rest)[l]] : [])].map(stopped).join(' ')),
    meta: decision?.adjusted ? words.adjusted(decision.adjusted) : null,
    href: `/decisions/${thing.id}`,
  })
}

const stopped = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)

/** The walked clauses of a decision that the reader may read, in order. */
export const clausesOf = ({ walk, facts, sees }: Scene, decisionId: string): readonly { readonly id: string; readonly kind: string; readonly text: string }[] =>
  walk.things
    .filter((t) => t.kind === 'clause' && facts.clauses.get(t.id)?.decisionId === decisionId && sees(t))
    .map((t) => ({ id: t.id, no: facts.clauses.get(t.id)?.no ?? 0, kind: facts.clauses.get(t.id)?.kind ?? '', text: facts.clauses.get(t.id)?.text ?? '' }))
    .toSorted((a, b) => a.no - b.no)

const entryStation = (scene: Scene, thing: WalkedThing): Station | null => {
  const entry = scene.facts.entries.get(thing.id)
  const definition = definitionOf(thing.register ?? '')
  if (!entry || !definition) return null
  const state = definition.lifecycle.states[entry.state]
  const owner = entry.ownerId === null ? null : nameOf(scene, entry.ownerId)
  return station({
    id: thing.id,
    question: 2,
    mark: state?.mark ?? 'open',
    title: verbatim(thing.title),
    day: thing.day,
    when: words.since(entry.since, scene.day),
    note: state?.words ?? null,
    meta: entry.responsible ? words.responsible(entry.responsible, owner) : owner && words.carriedOutBy(owner),
    href: `/register/${definition.path}/${thing.id}`,
  })
}

const reportStation = ({ facts }: Scene, thing: WalkedThing): Station | null => {
  const report = facts.reports.get(thing.id)
  if (!report) return null
  return station({
    id: thing.id,
    question: 3,
    mark: report.state === 'sent_back' ? 'half' : 'done',
    title: words.report(reportWords.kind(report.kind), report.period),
    day: thing.day,
    when: words.onDay(thing.day),
    note: words.reportState(report.state, reportWords.stance(report.stance)),
    text: verbatim(firstSentences(report.text)),
    meta: report.post && words.reportedBy(report.post),
    href: `/reports/${thing.id}`,
  })
}

/** The beginning of a longer text, whole sentences where they fit. */
const firstSentences = (text: string, most = 240): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

const seriesStation = ({ facts }: Scene, thing: WalkedThing): Station | null => {
  const series = facts.series.get(thing.id)
  if (!series) return null
  const { outcome, notation, target, judged } = series
  const aim = target && words.target(target, (l) => (target.value === null ? '' : written(target.value, notation, l)))
  const common = { id: thing.id, question: 4 as const, title: series.name, meta: aim, href: `/series/${series.slug}` }
  if (!outcome) return station({ ...common, mark: 'open', day: null, note: words.noFigure, planned: true })
  const unit = notation.unit === null ? series.unit : null
  const value = both((l) => `${written(outcome.value ?? 0, notation, l)}${unit ? ` ${unit[l]}` : ''}`)
  return station({
    ...common,
    mark: 'done',
    day: lastDay(outcome.period),
    when: both((l) => words.outcome(value[l], outcome.period)[l]),
    note: judged.words,
    text: judged.words,
    light: judged.light,
  })
}
