import type { ClauseEffect } from '../registers/define.ts'
import { allDefinitions, type RegisterClauseKind } from '../registers/definitions/index.ts'
import { type ClauseKind, type OwnKind, ownKinds } from './clause.ts'
import type { Enactment } from './enactment.ts'
import { note, reject, sendOn } from './own/answers.ts'
import { approveReport } from './own/approve-report.ts'
import { chooseRule } from './own/choose-rule.ts'
import { destroy } from './own/destroy.ts'
import { elect } from './own/elect.ts'
import { giveMandate } from './own/give-mandate.ts'
import { release } from './own/release.ts'
import { callOff } from './own/call-off.ts'
import { setAside } from './own/set-aside.ts'
import { setBudgetFrame } from './own/set-budget-frame.ts'
import { setGoal } from './own/set-goal.ts'
import { setTarget } from './own/set-target.ts'
import { withdrawMandate } from './own/withdraw-mandate.ts'
import { type RegisterData, registerEnactment } from './register-clause.ts'

/** Any enactment, where the compiler does not know its kind: its data is what its own `read` or `check` gave. */
export type AnyEnactment = Enactment<unknown>

const own = {
  set_goal: setGoal,
  set_target: setTarget,
  set_budget_frame: setBudgetFrame,
  set_aside: setAside,
  call_off: callOff,
  give_mandate: giveMandate,
  withdraw_mandate: withdrawMandate,
  approve_report: approveReport,
  elect,
  release,
  choose_rule: chooseRule,
  destroy,
  note,
  send_on: sendOn,
  reject,
} satisfies Record<OwnKind, AnyEnactment>

const ofRegisters = Object.fromEntries(
  allDefinitions.flatMap((definition) =>
    Object.entries(definition.clauses as Readonly<Record<string, ClauseEffect>>).map(([kind, effect]) => [kind, registerEnactment(kind, definition, effect)]),
  ),
) as Record<RegisterClauseKind, Enactment<RegisterData>>

/** Never, and the table below refused by the compiler, where a register takes a name that decisions own. */
type Distinct = RegisterClauseKind & OwnKind extends never ? unknown : never

/** What a clause of each kind does: one table, whole by the compiler, since registers' kinds come from their definitions. */
export const enactments: Readonly<Record<ClauseKind, AnyEnactment>> & Distinct = { ...ofRegisters, ...own }

/** Every kind of clause, registers' own first, in the order they are offered. */
export const clauseKinds = [...Object.keys(ofRegisters), ...ownKinds] as readonly ClauseKind[]

/** Is the text the name of a kind of clause? */
export const isClauseKind = (text: string): text is ClauseKind => Object.hasOwn(enactments, text)

/** Does a register declare the kind? */
export const isRegisterKind = (kind: string): kind is RegisterClauseKind => Object.hasOwn(ofRegisters, kind)
