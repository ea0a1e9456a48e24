import type { Text } from '../../kernel/text.ts'
import { plainDraft } from './date-rule.ts'
import type { Draft, Found, Place } from './finding.ts'
import type { DocumentInput } from './material.ts'
import { readPrintedDay } from './printed-day.ts'
import { smallWords } from './small-words.ts'

interface Dated {
  readonly name: string
  readonly date: string
  readonly place: Place
  readonly key: string
}

/** The second printed date lies before all of the first's span. Dates of a month or a year count only where they leave no doubt. */
const before = (earlier: string, later: string): boolean => {
  const [a, b] = [readPrintedDay(earlier), readPrintedDay(later)]
  return a.state === 'span' && b.state === 'span' && a.to < b.from
}

const datedDocument = (document: DocumentInput): Dated | null =>
  document.date === undefined
    ? null
    : { name: document.title ?? document.id, date: document.date, place: { document: document.id, printed: document.date }, key: `${document.id}/date` }

const draft = (first: Dated, second: Dated, text: Text): Draft =>
  plainDraft('order', 'contradiction', [first.place, second.place], [first.key, second.key], first.date, second.date, text)

const ofDocument = (document: DocumentInput, byId: ReadonlyMap<string, DocumentInput>): readonly Draft[] => {
  const own = datedDocument(document)
  const other = (id: string): Dated | null => {
    const found = byId.get(id)
    return found ? datedDocument(found) : null
  }
  const enclosed = (document.encloses ?? []).flatMap((it) => {
    const inner = other(typeof it === 'string' ? it : it.document)
    return own && inner && before(own.date, inner.date) ? [draft(own, inner, smallWords.encloses(own.name, own.date, inner.name, inner.date))] : []
  })
  const answered = (document.answers ?? []).flatMap((id) => {
    const question = other(id)
    return own && question && before(own.date, question.date)
      ? [draft(own, question, smallWords.answers(own.name, own.date, question.name, question.date))]
      : []
  })
  return [...enclosed, ...answered, ...ofEvents(document)]
}

const ofEvents = (document: DocumentInput): readonly Draft[] => {
  const events = (document.events ?? []).map((event, at) => ({ event, key: `${document.id}/event/${at}` }))
  const dated = ({ event, key }: (typeof events)[number]): Dated | null => {
    const date = event.date ?? event.from
    return date === undefined
      ? null
      : {
          name: event.what,
          date,
          place: { document: document.id, statement: event.id ?? event.what, ...(event.place ? { place: event.place } : {}), printed: date },
          key,
        }
  }
  return events.flatMap((it) => {
    const earlier = events.find(({ event }) => it.event.after !== undefined && event.id === it.event.after)
    const [a, b] = [dated(it), earlier ? dated(earlier) : null]
    return a && b && before(a.date, b.date) ? [draft(a, b, smallWords.after(a.name, a.date, b.name, b.date))] : []
  })
}

/** A document older than what it encloses or answers; an event before the one it follows. */
export const orderRule = (documents: readonly DocumentInput[]): Found => {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return { findings: documents.flatMap((document) => ofDocument(document, byId)), notes: [] }
}
