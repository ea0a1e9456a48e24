import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { anybody, type Who } from '../kernel/who.ts'

/** Something that happened on a day; `order` puts what happened the same day in its order (cases, papers, decisions, answers). */
export interface Happening {
  readonly day: Day
  readonly order: number
  /** Key of the record, told when it is refused. */
  readonly key: string
  /** Does it again, with the clock standing on its day. */
  readonly run: (deps: Deps) => Promise<unknown>
}

/** Orders within a day. */
export const order = { figures: 0, caseOpened: 1, document: 2, noted: 3, report: 4, sentBack: 5, decision: 6, dispatch: 7, carried: 8, closed: 9 } as const

/** The loader's name in the history. */
export const loader: Who = { ...anybody, name: 'demonstration' }

/** What a historic act answered; a refusal is a defect of the data and stops the load with its words. */
export const must = <T>(key: string, verdict: Verdict<T>): T => {
  if (verdict.ok) return verdict.value
  throw new Error(`${key}: ${verdict.refusals.map((r) => `${r.field ?? ''} ${r.text.en}`.trim()).join(' | ')}`)
}
