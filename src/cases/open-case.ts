import { may } from '../access/policy.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { yearOf } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { isBody, loadTree } from '../organisation/tree.ts'
import { nextNumber } from '../registers/entry-store.ts'
import { registrationLacks } from '../rulebook/registration.ts'
import type { ActOptions } from './act.ts'
import { caseNumber, isSection, type PartyRole } from './case.ts'
import { words } from './words.ts'

/** A case to open. `party` is from whom it came or to whom it has gone (OSL 5:2); more parties are added afterwards. */
export interface CaseInput {
  readonly id?: string
  /** The number that a historic case already has; the next of its body and year when left out. */
  readonly number?: string
  readonly nodeId: string
  readonly title: string
  readonly opened: Day | null
  readonly party: { readonly name: string; readonly role: PartyRole }
  /** Section of OSL, 'OSL 26:1', or null when the case is open. */
  readonly secrecy: string | null
}

export interface OpenedCase {
  readonly id: string
  readonly number: string
}

/** Opens a case in a transaction of its own: see `openCaseIn`. */
export const openCase = async (deps: Deps, who: Who, input: CaseInput, options: ActOptions = {}): Promise<Verdict<OpenedCase>> =>
  transact(deps, { actor: actorFor(who, options), act: 'open case' }, (tx) => openCaseIn(tx, deps, who, input, options))

/**
 * Opens a case in the caller's transaction: registers it with day, number, party and subject, numbered without gaps per body and
 * year. The number is taken when nothing hinders any more, so that a refused case leaves no hole.
 */
export const openCaseIn = async (tx: Tx, deps: Deps, who: Who, input: CaseInput, options: ActOptions): Promise<Verdict<OpenedCase>> => {
  const today = deps.clock.today()
  const problems = [...typedProblems(input, today)]
  const tree = await loadTree(tx, input.opened !== null && input.opened < today ? input.opened : today)
  const body = tree.get(input.nodeId)
  if (!body) problems.push({ code: 'case.body', field: 'nodeId', text: words.bodyNeeded })
  else if (!isBody(body.kind)) problems.push({ code: 'case.body', field: 'nodeId', text: words.notBody })
  else if (!options.bySystem) problems.push(...may(who, 'case.write', { belongsTo: [body.id], secrecy: null }, today))
  if (problems.length > 0 || !body || input.opened === null) return refused(...problems)
  const id = input.id ?? deps.ids.next()
  const number = input.number ?? caseNumber(body.short, input.opened, await nextNumber(tx, `case/${body.id}/${yearOf(input.opened)}`))
  await tx
    .insertInto('thing')
    .values({ id, kind: 'case', register: null, number, title: input.title.trim(), node_id: body.id, day: input.opened, secrecy: input.secrecy })
    .execute()
  await tx.insertInto('case_file').values({ id, state: 'open', opened: input.opened, closed: null }).execute()
  await tx.insertInto('case_party').values({ id: deps.ids.next(), case_id: id, name: input.party.name.trim(), role: input.party.role }).execute()
  return granted({ id, number })
}

const typedProblems = ({ opened, party, title, secrecy }: CaseInput, today: Day): readonly Refusal[] => [
  ...registrationLacks({ day: opened, number: null, party: party.name, subject: title }, today),
  ...(title.length > 300 ? [{ code: 'case.title', field: 'title', text: words.tooLong(300) }] : []),
  ...(secrecy !== null && !isSection(secrecy) ? [{ code: 'case.section', field: 'secrecy', law: 'OSL 5:5', text: words.sectionUnreadable(secrecy) }] : []),
]
