import { may } from '../access/policy.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { yearOf } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { isBody, loadTree, type OrgNode } from '../organisation/tree.ts'
import { nextNumber } from '../registers/entry-store.ts'
import { registrationLacks } from '../rulebook/registration.ts'
import { type ActOptions, actorFor } from './act.ts'
import { caseNumber, isSection, type PartyRole } from './case.ts'
import { words } from './words.ts'

/** A case to open. `party` is from whom it came or to whom it has gone (OSL 5:2); more parties are added afterwards. */
export interface CaseInput {
  readonly id?: string
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

/**
 * Opens a case: registers it with day, number, party and subject, numbered without gaps per body and year. The number is
 * taken last in the checks, so that a refused case leaves no hole.
 */
export const openCase = async (deps: Deps, who: Who, input: CaseInput, options: ActOptions = {}): Promise<Verdict<OpenedCase>> => {
  const today = deps.clock.today()
  const typed: Refusal[] = [...registrationLacks({ day: input.opened, number: null, party: input.party.name, subject: input.title }, today)]
  if (input.title.length > 300) typed.push({ code: 'case.title', field: 'title', text: words.tooLong(300) })
  if (input.secrecy !== null && !isSection(input.secrecy))
    typed.push({ code: 'case.section', field: 'secrecy', law: 'OSL 5:5', text: words.sectionUnreadable(input.secrecy) })
  return transact(deps, { actor: actorFor(who, options), act: 'open case' }, async (tx) => {
    const problems = [...typed]
    const tree = await loadTree(tx, input.opened !== null && input.opened < today ? input.opened : today)
    const body: OrgNode | undefined = tree.get(input.nodeId)
    if (!body) problems.push({ code: 'case.body', field: 'nodeId', text: words.bodyNeeded })
    else if (!isBody(body.kind)) problems.push({ code: 'case.body', field: 'nodeId', text: words.notBody })
    else if (!options.bySystem) problems.push(...may(who, 'case.write', { belongsTo: [body.id], secrecy: null }, today))
    if (problems.length > 0 || !body || input.opened === null) return refused(...problems)
    const id = input.id ?? deps.ids.next()
    const number = caseNumber(body.short, input.opened, await nextNumber(tx, `case/${body.id}/${yearOf(input.opened)}`))
    await tx
      .insertInto('thing')
      .values({ id, kind: 'case', register: null, number, title: input.title.trim(), node_id: body.id, day: input.opened, secrecy: input.secrecy })
      .execute()
    await tx.insertInto('case_file').values({ id, state: 'open', opened: input.opened, closed: null }).execute()
    await tx.insertInto('case_party').values({ id: deps.ids.next(), case_id: id, name: input.party.name.trim(), role: input.party.role }).execute()
    return granted({ id, number })
  })
}
