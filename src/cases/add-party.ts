import type { Deps } from '../database/transact.ts'
import { granted, type Refusal, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { closedHinders, type PartyRole, partyRoles } from './case.ts'
import { words } from './words.ts'

export interface PartyInput {
  readonly caseId: string
  readonly name: string
  readonly role: PartyRole | null
}

const problems = ({ name, role }: PartyInput): readonly Refusal[] => [
  ...(name.trim() === '' ? [{ code: 'party.name', field: 'name', text: words.nameNeeded }] : []),
  ...(name.length > 300 ? [{ code: 'party.name', field: 'name', text: words.tooLong(300) }] : []),
  ...(role === null || !partyRoles.includes(role) ? [{ code: 'party.role', field: 'role', text: words.roleNeeded }] : []),
]

/** Adds a party to a case that is not closed. */
export const addParty = (deps: Deps, who: Who, input: PartyInput, options: ActOptions = {}): Promise<Verdict<{ readonly id: string }>> =>
  actOnCase(
    deps,
    who,
    { caseId: input.caseId, act: 'add party', options, rules: (found) => [...closedHinders(found), ...problems(input)] },
    async (tx, found) => {
      const id = deps.ids.next()
      await tx
        .insertInto('case_party')
        .values({ id, case_id: found.id, name: input.name.trim(), role: input.role as PartyRole })
        .execute()
      return granted({ id })
    },
  )
