import { words as caseWords } from '../cases/words.ts'
import { type Doc, paragraphs, type Section } from '../documents/doc.ts'
import { longDay } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import type { Around, DecidedClause, Decision, DecisionCorrection } from './decision-store.ts'
import type { DispatchedDecision } from './dispatch-store.ts'
import { pageWords as words } from './page-words.ts'

export interface DecisionTold {
  readonly decision: Decision
  readonly body: Text
  readonly clauses: readonly DecidedClause[]
  readonly around: Around
  readonly dispatches: readonly DispatchedDecision[]
  readonly corrections: readonly DecisionCorrection[]
  readonly nodeName: (id: string) => string
  /** The case's title, where the reader may see it. */
  readonly caseTitle: string | null
  readonly municipality: string
  readonly locale: Locale
}

/** The extract of the minutes that a receiver gets (protokollsutdrag): the paragraph as worded, its clauses, and to whom it goes. Pure. */
export const decisionDoc = (told: DecisionTold): Doc => {
  const { decision, body, clauses, around, dispatches, locale } = told
  const t = (text: Text): string => say(text, locale)
  const sign = /^\d/.test(decision.paragraph) ? `§\u00a0${decision.paragraph}` : decision.paragraph
  const section = (id: string, title: Text, blocks: Section['blocks']): Section => ({ id, title: t(title), blocks })
  return {
    kind: 'decision',
    language: locale,
    title: decision.title,
    sort: t(words.extract),
    authority: t(body),
    municipality: told.municipality,
    margin: [sign, longDay(decision.day, locale), ...(around.home ? [around.home.number] : [])],
    ...(decision.secrecy ? { secrecy: t(caseWords.secrecyMark(decision.secrecy, decision.day, t(body))) } : {}),
    blocks: [],
    sections: [
      section('clauses', words.decides(t(around.post ?? body)), [{ kind: 'clauses', items: clauses.map((c) => c.text) }]),
      ...(decision.text === '' ? [] : [section('text', words.matter, paragraphs(decision.text))]),
      ...(dispatches.length === 0
        ? []
        : [section('receivers', words.dispatched, [{ kind: 'list', items: dispatches.map((d) => receiver(d, told.nodeName)) }])]),
      ...(told.corrections.length === 0
        ? []
        : [
            section('corrections', words.corrections, [
              {
                kind: 'list',
                items: told.corrections.map(
                  (c) => `${t(c.what)}: ${t(words.correctedTo(c.before, c.after))} ${t(words.correctedOn(longDay(c.on, locale), c.by, c.why))}`,
                ),
              },
            ]),
          ]),
      section('legal', words.legal, [{ kind: 'facts', rows: legalRows(told, t) }]),
    ],
  }
}

const receiver = ({ receiverId, what }: DispatchedDecision, nodeName: (id: string) => string): string => `${nodeName(receiverId)}${what ? `: ${what}` : ''}`

const legalRows = ({ decision, around, caseTitle, locale }: DecisionTold, t: (text: Text) => string) => {
  const noted = (day: Decision['adjusted']): string => (day ? longDay(day, locale) : t(words.notYet))
  return [
    { name: t(words.number), value: decision.number },
    { name: t(words.adjusted), value: noted(decision.adjusted) },
    { name: t(words.announced), value: noted(decision.announced) },
    ...(around.home ? [{ name: t(words.case), value: caseTitle ? `${around.home.number} ${caseTitle}` : around.home.number }] : []),
    ...(around.mandate ? [{ name: t(words.mandate), value: around.mandate.scope }] : []),
    ...(decision.urgentBecause ? [{ name: t(words.urgentBecause), value: decision.urgentBecause }] : []),
  ]
}
