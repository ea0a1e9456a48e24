import { addDocument, type DocumentInput } from '../cases/add-document.ts'
import { addParty } from '../cases/add-party.ts'
import { closeCase } from '../cases/close-case.ts'
import { noteEvent } from '../cases/note-event.ts'
import { openCase } from '../cases/open-case.ts'
import { noteFile } from '../retention/note-file.ts'
import type { FileConcern } from '../rulebook/social-file.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Happening, loader, must, order } from './event.ts'
import { readAll } from './files.ts'
import { idOf } from './ids.ts'

type PartyRole = 'applicant' | 'counterparty' | 'author' | 'addressee' | 'concerned'

interface DocumentRow {
  readonly key: string
  readonly kind: DocumentInput['kind']
  readonly title: string
  readonly day: string
  readonly author?: string
  readonly parts: Readonly<Record<string, unknown>>
}

interface CaseRow {
  readonly key: string
  readonly number: string
  readonly title: string
  readonly node: string
  readonly opened: string
  readonly closed?: string
  readonly secrecy?: string
  readonly parties?: readonly { readonly name: string; readonly role: PartyRole }[]
  readonly documents?: readonly DocumentRow[]
  readonly events?: readonly { readonly day: string; readonly text: string }[]
  /** What is noted of a personal file before it may be destroyed. */
  readonly file?: { readonly concerns: FileConcern; readonly born: string; readonly inCompilation: boolean }
}

const bySystem = { bySystem: true } as const
/** Nothing of the demonstration happens after its day. */
const until = (d: Day, today: Day): boolean => d <= today

/** The cases with all that came to them, as happenings. */
export const caseHappenings = (today: Day): readonly Happening[] =>
  readAll<{ readonly cases: readonly CaseRow[] }>('cases')
    .flatMap((f) => f.cases)
    .flatMap((row) => [opened(row), ...documents(row), ...events(row), ...closed(row)])
    .filter((h) => until(h.day, today))

const opened = (row: CaseRow): Happening => {
  const caseId = idOf('thing', row.key)
  const [party, ...others] = row.parties ?? []
  return {
    day: day(row.opened),
    order: order.caseOpened,
    key: row.key,
    run: async (deps) => {
      const input = {
        id: caseId,
        number: row.number,
        nodeId: idOf('node', row.node),
        title: row.title,
        opened: day(row.opened),
        party: party ?? { name: 'Eget initiativ', role: 'author' as const },
        secrecy: row.secrecy ?? null,
      }
      must(row.key, await openCase(deps, loader, input, bySystem))
      for (const other of others) must(row.key, await addParty(deps, loader, { caseId, ...other }, bySystem))
    },
  }
}

/** What happened before the case was opened is noted when it is. */
const notBefore = (row: CaseRow, d: string): Day => day(d < row.opened ? row.opened : d)

const documents = (row: CaseRow): readonly Happening[] =>
  (row.documents ?? []).map((d) => ({
    day: notBefore(row, d.day),
    order: order.document,
    key: d.key,
    run: async (deps) => {
      const input = {
        id: idOf('thing', d.key),
        caseId: idOf('thing', row.key),
        kind: d.kind,
        title: d.title,
        day: day(d.day),
        parts: d.parts,
        authorId: d.author ? idOf('post', d.author) : null,
      } as DocumentInput
      must(d.key, await addDocument(deps, loader, input, bySystem))
    },
  }))

const events = (row: CaseRow): readonly Happening[] =>
  (row.events ?? []).map((e, i) => ({
    day: notBefore(row, e.day),
    order: order.noted,
    key: `${row.key} ${i + 1}`,
    run: async (deps) => must(row.key, await noteEvent(deps, loader, { caseId: idOf('thing', row.key), day: day(e.day), text: e.text }, bySystem)),
  }))

const closed = (row: CaseRow): readonly Happening[] =>
  row.closed === undefined
    ? []
    : [
        {
          day: day(row.closed),
          order: order.closed,
          key: row.key,
          run: async (deps) => {
            const caseId = idOf('thing', row.key)
            must(row.key, await closeCase(deps, loader, { caseId, reason: 'Handläggningen är klar.' }, bySystem))
            if (row.file) must(row.key, await noteFile(deps, loader, { caseId, ...row.file, born: day(row.file.born) }, bySystem))
          },
        },
      ]
