import { loadWho } from '../access/who.ts'
import { addDocument, type DocumentInput } from '../cases/add-document.ts'
import { closeCase } from '../cases/close-case.ts'
import { type CaseInput, openCase } from '../cases/open-case.ts'
import type { Deps } from '../database/transact.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import type { DecisionInput } from '../decisions/decision.ts'
import { fileDispatch } from '../decisions/file-dispatch.ts'
import { type Handling, receiveDispatch } from '../decisions/receive-dispatch.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import { type Happening, must, order } from '../demo/event.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { handInReport, type HandInReport } from '../reports/hand-in-report.ts'
import { actorOf } from '../kernel/who.ts'
import { transact } from '../database/transact.ts'
import type { AnyDefinition } from '../registers/define.ts'
import type { Crew } from './crew.ts'
import { meetingAfter } from './meeting-days.ts'
import type { Organisation } from './organisation.ts'
import { idsOf } from './random.ts'

const system: Who = { ...anybody, name: 'synth' }
const bySystem = { bySystem: true } as const

type Sent = { readonly id: string; readonly receiverId: string; readonly demandsAction: boolean; readonly what: string | null }

interface DecisionTold {
  readonly bodyId: string
  readonly title: string
  readonly text?: string
  readonly caseId: string | null
  readonly clauses: readonly ClauseInput[]
  readonly dispatch?: readonly Sent[]
}

/** What has happened in the municipality, as acts to be done again. Nothing of it happens after today. */
export interface Chronicle {
  /** The identity that a thing shall have. */
  id(key: string, on: Day): string
  /** The body's first meeting at least `days` after a day. */
  meeting(bodyId: string, on: Day, days: number): Day
  open(key: string, on: Day, input: Omit<CaseInput, 'opened'> & { readonly id: string }): void
  file(key: string, on: Day, input: Omit<DocumentInput, 'day'>): void
  close(key: string, on: Day, caseId: string, reason?: string): void
  decide(key: string, on: Day, told: DecisionTold): void
  receive(key: string, on: Day, dispatchId: string, handling: Handling): void
  laid(key: string, on: Day, dispatchId: string): void
  act(key: string, on: Day, personId: string, entry: { readonly id: string; readonly register: string }, act: string, comment?: string): void
  report(key: string, on: Day, personId: string, input: HandInReport): void
  /** All of it, in the order of time, each decision with its paragraph. */
  happenings(): readonly Happening[]
}

/** An empty chronicle. */
export const chronicleOf = ({ seed, today }: Organisation): Chronicle => {
  const all: Happening[] = []
  const decided: { readonly key: string; readonly on: Day; readonly bodyId: string }[] = []
  const paragraphs = new Map<string, string>()
  const tell = (key: string, on: Day, at: number, run: (deps: Deps) => Promise<unknown>): void => {
    if (on <= today) all.push({ day: on, order: at, key, run })
  }
  return {
    id: (key, on) => idsOf(seed, `thing/${key}`, on).next(),
    meeting: meetingAfter,
    open: (key, on, input) => tell(key, on, order.caseOpened, async (deps) => must(key, await openCase(deps, system, { ...input, opened: on }, bySystem))),
    file: (key, on, input) =>
      tell(key, on, order.document, async (deps) => must(key, await addDocument(deps, system, { ...input, day: on } as DocumentInput, bySystem))),
    close: (key, on, caseId, reason = '') =>
      tell(key, on, order.closed, async (deps) => must(key, await closeCase(deps, system, { caseId, reason }, bySystem))),
    decide: (key, on, told) => {
      decided.push({ key, on, bodyId: told.bodyId })
      tell(key, on, order.decision, async (deps) => {
        const adjusted = addDays(on, 7)
        const input: DecisionInput = {
          text: '',
          ...told,
          id: idsOf(seed, `thing/${key}`, on).next(),
          day: on,
          paragraph: paragraphs.get(key) as string,
          adjusted: adjusted <= today ? adjusted : null,
          announced: adjusted <= today ? addDays(adjusted, 1) : null,
          delegation: null,
          dispatch: (told.dispatch ?? []).map((d) => ({ ...d, sent: on })),
        }
        must(key, await registerDecision(deps, system, input, bySystem))
      })
    },
    receive: (key, on, dispatchId, handling) =>
      tell(key, on, order.dispatch, async (deps) => must(key, await receiveDispatch(deps, system, { dispatchId, handling }, bySystem))),
    laid: (key, on, dispatchId) => tell(key, on, order.closed, async (deps) => must(key, await fileDispatch(deps, system, { dispatchId }, bySystem))),
    act: (key, on, personId, { id, register }, act, comment) =>
      tell(key, on, order.carried, async (deps) => {
        const who = await loadWho(deps.store, undefined, personId, on)
        const asked = { entryId: id, act, who, doing: { by: 'person', ...(comment ? { comment } : {}) } } as const
        must(
          key,
          await transact(deps, { actor: actorOf(who), act: `${register}: ${act}` }, (tx) =>
            actOnEntry(tx, deps, definitionOf(register) as AnyDefinition, asked),
          ),
        )
      }),
    report: (key, on, personId, input) =>
      tell(key, on, order.report, async (deps) => must(key, await handInReport(deps, await loadWho(deps.store, undefined, personId, on), input))),
    happenings: () => {
      for (const [, ofYear] of Map.groupBy(decided, (d) => `${d.bodyId} ${d.on.slice(0, 4)}`))
        for (const [i, { key }] of ofYear.toSorted(byTime).entries()) paragraphs.set(key, String(i + 1))
      return all.toSorted((a, b) => (a.day === b.day ? a.order - b.order || (a.key < b.key ? -1 : 1) : a.day < b.day ? -1 : 1))
    },
  }
}

const byTime = (a: { on: Day; key: string }, b: { on: Day; key: string }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1)

/** Who can carry something out for a unit on a day: its head, or else anybody employed there. Null when nobody is there. */
export const carrier = (crew: Crew, nodeId: string, on: Day): string | null => {
  const posts = crew.postsOf(nodeId)
  const heads = posts.filter((p) => p.role === 'department_head' || p.role === 'unit_head')
  const found = [...heads, ...posts.filter((p) => p.role === 'officer')].map((p) => crew.holder(p.id, on)).find((id) => id !== null)
  return found ?? null
}

/** Who keeps a body's matters on a day: its secretary, or else its registrar. */
export const keeper = (crew: Crew, bodyId: string, on: Day): string | null =>
  crew
    .postsOf(bodyId)
    .filter((p) => p.role === 'secretary' || p.role === 'registrar')
    .map((p) => crew.holder(p.id, on))
    .find((id) => id !== null) ?? null
