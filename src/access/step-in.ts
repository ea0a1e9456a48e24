import type { Deps } from '../database/transact.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { closeSession, openSession } from './session-store.ts'
import { words } from './words.ts'

/** The roles that the demonstration lets a visitor try, in the order of the menu. The loader says who plays them. */
export const demoRoles = ['resident', 'member', 'chair', 'board_secretary', 'department_head', 'controller', 'chief_executive', 'auditor'] as const
export type DemoRole = (typeof demoRoles)[number]

/** Who plays each role: the person's id, or null for the resident, who is not signed in. Roles that nobody plays are left out. */
export type Cast = ReadonlyMap<DemoRole, string | null>

/** The demonstration's roles as its loader has written them: the setting `demo_roles`, role → { person }. */
export const loadCast = async ({ store }: Pick<Deps, 'store'>): Promise<Cast> => {
  const row = await store.selectFrom('setting').select('value').where('name', '=', 'demo_roles').executeTakeFirst()
  const told = (row?.value ?? {}) as Readonly<Record<string, { readonly person: string | null } | undefined>>
  return new Map(demoRoles.flatMap((role): [DemoRole, string | null][] => (told[role] ? [[role, told[role].person]] : [])))
}

export interface StepIn {
  readonly role: string
  /** Asked of the request by the middleware (`view.mayStepIn`): the demonstration, at the machine itself. */
  readonly permitted: boolean
  readonly earlierToken: string | null
}

/** Lets a visitor of the demonstration be somebody: a session that is good only at the machine itself, or none for the resident. */
export const stepIn = async (deps: Deps, { role, permitted, earlierToken }: StepIn): Promise<Verdict<{ readonly token: string | null }>> => {
  if (!permitted) return refused({ code: 'demo.elsewhere', text: words.demoElsewhere })
  const person = (await loadCast(deps)).get(role as DemoRole)
  if (person === undefined) return refused({ code: 'demo.role', field: 'role', text: words.demoUnknown })
  if (earlierToken) await closeSession(deps, earlierToken)
  return granted({ token: person === null ? null : await openSession(deps, person, { demo: true }) })
}
