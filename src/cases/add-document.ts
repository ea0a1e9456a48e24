import { refreshCase } from '../contradictions/refresh.ts'
import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { closedHinders, isSection } from './case.ts'
import { type FiledDocument, loadDocument } from './case-store.ts'
import type { DocumentKind, PartsOf } from './document.ts'
import { words } from './words.ts'

interface DocumentOfKind<K extends DocumentKind> {
  readonly id?: string
  readonly caseId: string
  readonly kind: K
  readonly title: string
  /** The day it was received or drawn up. */
  readonly day: Day | null
  readonly parts: PartsOf<K>
  /** The post that drew it up, or null. */
  readonly authorId: string | null
  /** The document that this is a new version of. */
  readonly replaces?: string
  /** Its own section of OSL; the case's when left out. */
  readonly secrecy?: string | null
}
/** A document to file, its parts typed by its kind. */
export type DocumentInput = { [K in DocumentKind]: DocumentOfKind<K> }[DocumentKind]

const problems = (input: DocumentInput, today: Day): readonly Refusal[] => [
  ...(input.title.trim() === '' ? [{ code: 'document.title', field: 'title', text: words.titleNeeded }] : []),
  ...(input.title.length > 300 ? [{ code: 'document.title', field: 'title', text: words.tooLong(300) }] : []),
  ...(input.day === null ? [{ code: 'document.day', field: 'day', law: 'OSL 5:2', text: words.dayNeeded }] : []),
  ...(input.day !== null && input.day > today ? [{ code: 'document.future', field: 'day', text: words.futureDay }] : []),
  ...(input.secrecy && !isSection(input.secrecy)
    ? [{ code: 'document.section', field: 'secrecy', law: 'OSL 5:5', text: words.sectionUnreadable(input.secrecy) }]
    : []),
]

const replacedBy = async (tx: Tx, input: DocumentInput): Promise<Verdict<FiledDocument | null>> => {
  if (!input.replaces) return granted(null)
  const old = await loadDocument(tx, input.replaces)
  if (!old || old.caseId !== input.caseId) return refused({ code: 'document.unknown', text: words.unknownDocument })
  if (old.kind !== input.kind) return refused({ code: 'document.kind', text: words.otherKind })
  return old.replacedBy ? refused({ code: 'document.replaced', text: words.replacedAlready }) : granted(old)
}

/**
 * Files a document in a case that is not closed. A changed document is a new version that the old one is linked to
 * (replaced_by); the old one stays as it was. What the document lacks is told by `documentRemarks`, and hinders nothing.
 */
export const addDocument = (
  deps: Deps,
  who: Who,
  input: DocumentInput,
  options: ActOptions = {},
): Promise<Verdict<{ readonly id: string; readonly version: number }>> =>
  actOnCase(
    deps,
    who,
    { caseId: input.caseId, act: 'add document', options, rules: (found) => [...closedHinders(found), ...problems(input, deps.clock.today())] },
    async (tx, found) => {
      const old = await replacedBy(tx, input)
      if (!old.ok) return old
      const id = input.id ?? deps.ids.next()
      const version = (old.value?.version ?? 0) + 1
      const secrecy = input.secrecy === undefined ? found.secrecy : (input.secrecy ?? found.secrecy)
      await tx
        .insertInto('thing')
        .values({ id, kind: 'document', register: null, number: null, title: input.title.trim(), node_id: found.nodeId, day: input.day as Day, secrecy })
        .execute()
      await tx
        .insertInto('document')
        .values({ id, case_id: found.id, kind: input.kind, author_id: input.authorId, version, parts: JSON.stringify(input.parts) })
        .execute()
      await tx.insertInto('link').values({ id: deps.ids.next(), from_id: found.id, to_id: id, kind: 'encloses' }).execute()
      if (old.value) await tx.insertInto('link').values({ id: deps.ids.next(), from_id: old.value.id, to_id: id, kind: 'replaced_by' }).execute()
      await refreshCase(tx, deps, found.id)
      return granted({ id, version })
    },
  )
