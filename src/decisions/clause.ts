import type { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { definitions, RegisterClauseKind } from '../registers/definitions/index.ts'
import type { approveReport } from './own/approve-report.ts'
import type { note, reject, sendOn } from './own/answers.ts'
import type { destroy } from './own/destroy.ts'
import type { chooseRule } from './own/choose-rule.ts'
import type { elect } from './own/elect.ts'
import type { giveMandate } from './own/give-mandate.ts'
import type { release } from './own/release.ts'
import type { callOff } from './own/call-off.ts'
import type { setAside } from './own/set-aside.ts'
import type { setBudgetFrame } from './own/set-budget-frame.ts'
import type { setGoal } from './own/set-goal.ts'
import type { setTarget } from './own/set-target.ts'
import type { withdrawMandate } from './own/withdraw-mandate.ts'
import type { Enactment } from './enactment.ts'

/** The kinds of clause that decisions own, beside those that registers declare. */
export const ownKinds = [
  'set_goal',
  'set_target',
  'set_budget_frame',
  'set_aside',
  'call_off',
  'give_mandate',
  'withdraw_mandate',
  'approve_report',
  'elect',
  'release',
  'choose_rule',
  'destroy',
  'note',
  'send_on',
  'reject',
] as const
export type OwnKind = (typeof ownKinds)[number]
export type ClauseKind = OwnKind | RegisterClauseKind

type DataOf<E> = E extends Enactment<infer D> ? D : never
interface OwnData {
  set_goal: DataOf<typeof setGoal>
  set_target: DataOf<typeof setTarget>
  set_budget_frame: DataOf<typeof setBudgetFrame>
  set_aside: DataOf<typeof setAside>
  call_off: DataOf<typeof callOff>
  give_mandate: DataOf<typeof giveMandate>
  withdraw_mandate: DataOf<typeof withdrawMandate>
  approve_report: DataOf<typeof approveReport>
  elect: DataOf<typeof elect>
  release: DataOf<typeof release>
  choose_rule: DataOf<typeof chooseRule>
  destroy: DataOf<typeof destroy>
  note: DataOf<typeof note>
  send_on: DataOf<typeof sendOn>
  reject: DataOf<typeof reject>
}

type Definitions = typeof definitions
type FieldsOf<K extends RegisterClauseKind> = {
  [N in keyof Definitions]: K extends keyof Definitions[N]['clauses'] ? z.infer<Definitions[N]['fields']> : never
}[keyof Definitions]

/** What becomes of one item of a final report when the matter is declared fulfilled: an owner and a date, or expressly dropped. */
export interface Continued {
  /** The item's number in the report. */
  readonly no: number
  readonly nodeId?: string
  readonly postId?: string
  readonly due?: Day
  readonly dropped?: string
}

/** `null` takes a value away where a clause changes an entry; what is left out stays. */
type Changed<D> = { readonly [F in keyof D]?: D[F] | null }

interface Clause {
  readonly id?: string
  /** The wording of the clause, without the word "att". */
  readonly text: string
  /** The identity that what it makes shall have; a new one when left out. */
  readonly creates?: string
}
type OwnClause<K extends OwnKind> = Clause & { readonly kind: K; readonly data: OwnData[K]; readonly target?: string }
type RegisterClause<K extends RegisterClauseKind> = Clause & {
  readonly kind: K
  /** The entry it changes or ends; none where it makes one. */
  readonly target?: string
  readonly data: Changed<FieldsOf<K>>
  readonly continued?: readonly Continued[]
}

/** A clause to register, its data typed by its kind. */
export type ClauseInput = { [K in OwnKind]: OwnClause<K> }[OwnKind] | { [K in RegisterClauseKind]: RegisterClause<K> }[RegisterClauseKind]

/**
 * A clause as it is given, before it is known to hold: what its kind demands of it is checked where it is enacted and where its effect
 * is told. Every `ClauseInput` is one, and so is what a meeting has proposed.
 */
export interface GivenClause {
  readonly id?: string | undefined
  readonly kind: string
  readonly text: string
  readonly data: object
  readonly target?: string | undefined
  readonly creates?: string | undefined
  readonly continued?: readonly object[] | undefined
}
