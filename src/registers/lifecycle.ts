import { may, type Subject } from '../access/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { AnyAct, AnyDefinition, Need } from './define.ts'
import type { Entry } from './entry.ts'
import { words } from './words.ts'

/** An act that the entry's state offers, with everything that hinders this reader now (none: it may be done). */
export interface OfferedAct {
  readonly name: string
  readonly act: AnyAct
  readonly refusals: readonly Refusal[]
}

/** How an act is being done: by a person at a page or the API, by a clause, or by handing in a report. */
export interface Doing {
  readonly by: 'person' | 'clause' | 'report' | 'final_report'
  readonly comment?: string
}

const needMet = (need: Need | undefined, doing: Doing): boolean => {
  if (need === 'clause') return doing.by === 'clause'
  if (need === 'report') return doing.by === 'report' || doing.by === 'final_report'
  if (need === 'final_report') return doing.by === 'final_report'
  return doing.by === 'person' || doing.by === 'clause'
}

/**
 * Everything that hinders an act: unknown act, wrong state, wrong post, a decision or report or comment that is needed, and
 * the definition's own conditions. The same answer shows the button, guards the act and explains the refusal (law 3).
 * A clause carries the authority of its decision, so posts are not asked then.
 */
export const hindrances = (
  definition: AnyDefinition,
  entry: Entry,
  actName: string,
  who: Who,
  subject: Subject,
  today: Day,
  doing: Doing,
): readonly Refusal[] => {
  const act = Object.hasOwn(definition.lifecycle.acts, actName) ? definition.lifecycle.acts[actName] : undefined
  if (!act) return [{ code: 'act.unknown', text: words.unknownAct(definition.words.one) }]
  const refusals: Refusal[] = []
  if (!act.from.includes(entry.state))
    refusals.push({
      code: 'act.state',
      text: words.wrongState(
        act.words,
        stateWords(definition, entry.state),
        act.from.map((s) => stateWords(definition, s)),
      ),
    })
  if (!needMet(act.needs, doing)) refusals.push(words.needed(act.needs, act.words))
  if (act.needs === 'comment' && doing.by === 'person' && !doing.comment?.trim())
    refusals.push({ code: 'act.comment', field: 'comment', text: words.commentNeeded })
  if (doing.by !== 'clause') refusals.push(...may(who, act.by, subject, today))
  refusals.push(...(act.when?.(entry.data, today) ?? []))
  return refusals
}

/**
 * The acts that the entry's state offers, each with what hinders this reader. A comment is asked for in the act's own form,
 * so its absence is no hindrance yet; reports have their own form too.
 */
export const offeredActs = (definition: AnyDefinition, entry: Entry, who: Who, subject: Subject, today: Day): readonly OfferedAct[] =>
  Object.entries(definition.lifecycle.acts)
    .filter(([, act]) => act.from.includes(entry.state))
    .map(([name, act]) => {
      const by = act.needs === 'report' || act.needs === 'final_report' ? act.needs : 'person'
      return { name, act, refusals: hindrances(definition, entry, name, who, subject, today, { by, comment: '…' }) }
    })

const stateWords = (definition: AnyDefinition, state: string) => definition.lifecycle.states[state]?.words ?? { sv: state, en: state }
