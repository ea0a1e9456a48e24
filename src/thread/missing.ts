import type { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { metaOf } from '../registers/field.ts'
import { askedKind } from '../reports/ask-for-report.ts'
import {
  continuationUnowned,
  dispatchUnreceived,
  documentOutdated,
  fieldMissing,
  type Gap,
  late,
  measureMissing,
  moneyUntraceable,
  preparationMissing,
} from '../rulebook/gaps.ts'
import type { DeadlineFact, EntryFact } from './facts.ts'
import { mainDecision, nameOf, type Scene } from './scene.ts'
import { station } from './station-of.ts'
import type { Station } from './thread.ts'
import type { WalkedThing } from './walk.ts'
import { words } from './words.ts'

/** Dates to come that are shown of one thing: the nearest ones. */
const datesShown = 2

/** What belongs to a thing without being a thing: dates to come, and gaps. */
export const besides = (scene: Scene, thing: WalkedThing): readonly Station[] => {
  switch (thing.kind) {
    case 'decision':
      return [...preparation(scene, thing), ...dispatches(scene, thing)]
    case 'entry':
      return entryBesides(scene, thing)
    case 'frame':
      return gapStation(scene, thing, moneyUntraceable({ figures: figuresBelow(scene, thing.id) }))
    case 'report':
      return continuation(scene, thing)
    default:
      return []
  }
}

/** A gap drawn where something should have stood after the thing. */
const gapStation = (scene: Scene, thing: WalkedThing, gap: Gap | null, given: Partial<Station> = {}): readonly Station[] =>
  gap === null
    ? []
    : [
        station({
          id: `${thing.id}:${gap.code}`,
          question: gap.question,
          mark: gap.code === 'measure_missing' || gap.code === 'preparation_missing' ? 'none' : 'gap',
          title: words.missing(gap.code),
          day: null,
          note: gap.short,
          text: gap.why,
          gap,
          from: [thing.id],
          acts: scene.mends(gap.mend, thing),
          ...given,
        }),
      ]

const preparation = (scene: Scene, thing: WalkedThing): readonly Station[] => {
  const decision = scene.facts.decisions.get(thing.id)
  if (!decision || (mainDecision(scene)?.id !== thing.id && !steers(scene, thing.id))) return []
  const documents = decision.caseId === null ? 0 : (scene.facts.preparations.get(decision.caseId) ?? 0)
  return gapStation(scene, thing, preparationMissing({ byPost: decision.post !== null, documents }), { from: [], day: thing.day })
}

/** Did the decision make or change something that is on the thread? Others are passed on the way. */
const steers = ({ walk }: Scene, decisionId: string): boolean => {
  const clauses = new Set(walk.edges.filter((e) => e.from === decisionId && e.kind === 'part').map((e) => e.to))
  return walk.edges.some((e) => e.kind === 'decides' && clauses.has(e.from))
}

/** Dispatches that demand action and have not become a case of the receiver's: waiting or a gap; received ones where nothing else tells how it goes. */
const dispatches = (scene: Scene, thing: WalkedThing): readonly Station[] =>
  (scene.facts.dispatches.get(thing.id) ?? [])
    .filter((d) => d.demandsAction && (d.caseId === null || !scene.walk.things.some((t) => t.id === d.caseId)))
    .flatMap((d) => {
      const receiver = nameOf(scene, d.receiverId)
      const gap = dispatchUnreceived({ ...d, receiver }, scene.day)
      const id = `${thing.id}:dispatch:${d.id}`
      if (gap) return gapStation(scene, thing, gap, { id, title: receiver, day: d.sent, when: words.onDay(d.sent) })
      if (d.received !== null && scene.walk.things.some((t) => ['entry', 'goal', 'frame', 'mandate', 'appointment', 'rule_choice'].includes(t.kind))) return []
      return [
        station({
          id,
          question: 2,
          mark: d.received === null ? 'open' : 'half',
          title: receiver,
          day: d.received ?? d.sent,
          when: words.onDay(d.received ?? d.sent),
          note: d.received === null ? words.waitsFor : words.received,
          text: words.sentTo(receiver),
          from: [thing.id],
        }),
      ]
    })

const entryBesides = (scene: Scene, thing: WalkedThing): readonly Station[] => {
  const entry = scene.facts.entries.get(thing.id)
  const definition = definitionOf(thing.register ?? '')
  if (!entry || !definition) return []
  const open = definition.lifecycle.states[entry.state]?.open ?? true
  const outdated = 'validTo' in definition.fields.shape ? documentOutdated({ open, validTo: (entry.data.validTo as Day | undefined) ?? null }, scene.day) : null
  return [
    ...definition.gaps.flatMap(({ field, words: lacks }) => {
      const gap = fieldMissing({ open: open && entry.parentId === null, filled: entry.data[field] !== undefined, the: definition.words.the, words: lacks })
      const schema = definition.fields.shape[field]
      return gapStation(scene, thing, gap, { id: `${thing.id}:field_missing:${field}`, ...(schema ? { title: metaOf(schema as z.ZodType).label } : {}) })
    }),
    ...gapStation(scene, thing, outdated),
    ...dates(scene, thing, definition, open),
    ...measure(scene, thing, entry, definition),
  ]
}

/**
 * What fulfils a date: a report, another act, or nothing (then it passes by itself). A date that the definition does not know was
 * asked for by somebody, and waits until it has been kept.
 */
const metBy = (definition: AnyDefinition, kind: string): 'report' | 'act' | null => {
  const known = definition.deadlines.find((d) => d.kind === kind)
  if (!known) return kind === askedKind ? 'report' : 'act'
  const acts = known.metBy ?? []
  if (acts.length === 0) return null
  return acts.some((a) => ['report', 'final_report'].includes(definition.lifecycle.acts[a]?.needs ?? '')) ? 'report' : 'act'
}

const dates = (scene: Scene, thing: WalkedThing, definition: AnyDefinition, running: boolean): readonly Station[] => {
  const known = new Set(definition.deadlines.map((d) => d.kind))
  const open = (scene.facts.deadlines.get(thing.id) ?? []).filter(
    (d) => d.doneOn === null && (running || !known.has(d.kind)) && !(d.kind === 'valid_to' && d.due < scene.day),
  )
  // A report that somebody asks for on the day of one that is due anyway is the same report: it is missed once.
  const reports = (due: Day, kind: string): boolean => open.some((d) => d.due === due && d.kind !== kind && d.kind === askedKind)
  const once = open.filter((d) => d.kind === askedKind || metBy(definition, d.kind) !== 'report' || !reports(d.due, d.kind))
  const passed = once.filter((d) => d.due < scene.day && metBy(definition, d.kind) !== null)
  const coming = once.filter((d) => d.due >= scene.day).slice(0, datesShown)
  return [
    ...passed.flatMap((d) => {
      const byReport = metBy(definition, d.kind) === 'report'
      return gapStation(scene, thing, late({ ...d, byReport }, scene.day), {
        id: dateId(thing, d),
        title: d.label,
        day: d.due,
        when: words.wasDue(d.due, scene.day, byReport),
        text: null,
        meta: asked(scene, d),
      })
    }),
    ...coming.map((d) =>
      station({
        id: dateId(thing, d),
        question: metBy(definition, d.kind) === 'report' ? 3 : 2,
        mark: 'open',
        title: d.label,
        day: d.due,
        when: words.by(d.due),
        meta: asked(scene, d),
        from: [thing.id],
        planned: true,
      }),
    ),
  ]
}

const dateId = (thing: WalkedThing, d: DeadlineFact): string => `${thing.id}:${d.kind}:${d.due}`
const asked = (scene: Scene, d: DeadlineFact): Text | null => (d.askedBy === null ? null : words.askedBy(nameOf(scene, d.askedBy)))

/** Only what was decided as a whole is asked for a measure, not each of its parts; nor what was ended without being carried out. */
const measure = (scene: Scene, thing: WalkedThing, entry: EntryFact, definition: AnyDefinition): readonly Station[] => {
  const ended = definition.lifecycle.states[entry.state]?.mark === 'stop'
  const series = seriesBelow(scene, thing.id).length
  const of = scene.walk.things.some((t) => t.kind === 'series') ? thing.title : null
  const gap = measureMissing({ effectIntended: definition.effect && entry.parentId === null && !ended, series, waived: entry.noMeasure !== null, of })
  if (gap) return gapStation(scene, thing, gap)
  if (entry.noMeasure === null || series > 0) return []
  return [
    station({
      id: `${thing.id}:no_measure`,
      question: 4,
      mark: 'stop',
      title: words.noMeasureNeeded,
      day: null,
      note: words.noMeasureShort,
      text: verbatim(entry.noMeasure),
      from: [thing.id],
    }),
  ]
}

/** Series that the thing is followed by, directly or through its goals and targets. */
const seriesBelow = ({ walk }: Scene, id: string): readonly string[] => {
  const kinds = new Map(walk.things.map((t) => [t.id, t.kind]))
  const down = Map.groupBy(walk.edges, (e) => e.from)
  const seen = new Set([id])
  for (const at of seen) for (const e of down.get(at) ?? []) seen.add(e.to)
  return [...seen].filter((s) => kinds.get(s) === 'series')
}

const figuresBelow = (scene: Scene, id: string): number => seriesBelow(scene, id).filter((s) => scene.facts.series.get(s)?.outcome).length

/** What goes on after a final report: each item that somebody owns or that was dropped, and one gap for all that nobody owns. */
const continuation = (scene: Scene, thing: WalkedThing): readonly Station[] => {
  const parts = scene.facts.reports.get(thing.id)?.continuation ?? []
  const owned = parts.filter((p) => !p.dropped && p.due !== null && (p.nodeId !== null || p.post !== null))
  const gap = continuationUnowned(parts.map((p) => ({ what: p.what, owned: p.nodeId !== null || p.post !== null, due: p.due, dropped: p.dropped })))
  return [
    ...owned.map((p, i) => {
      const due = p.due as Day
      const mark = p.doneOn !== null ? 'done' : due < scene.day ? 'gap' : 'open'
      const owner = p.post ?? nameOf(scene, p.nodeId)
      const lateGap = mark === 'gap' ? late({ label: verbatim(p.what), due, doneOn: null, byReport: false }, scene.day) : null
      return station({
        id: `${thing.id}:continuation:${i + 1}`,
        question: 3,
        mark,
        title: verbatim(p.what),
        day: p.doneOn ?? due,
        when: p.doneOn ? words.onDay(p.doneOn) : mark === 'gap' ? words.wasDue(due, scene.day, false) : words.by(due),
        note: lateGap?.short ?? (mark === 'done' ? words.carriedOn : words.goesOn),
        text: lateGap?.why ?? null,
        meta: words.ownedBy(owner),
        href: `/reports/${thing.id}`,
        from: [thing.id],
        planned: mark === 'open',
        gap: lateGap && { ...lateGap, question: 3 },
        acts: lateGap ? scene.mends('own_continuation', thing) : [],
      })
    }),
    ...gapStation(scene, thing, gap),
  ]
}
