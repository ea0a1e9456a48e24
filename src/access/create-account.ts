import { type Deps, type Tx, transact, violates } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { hashPassword, passwordHindrances } from './password.ts'
import { words } from './words.ts'

/** Of somebody who is there already, or of somebody new. */
export type CreateAccount = { readonly username: string; readonly password: string } & (
  | { readonly personId: string }
  | { readonly givenName: string; readonly familyName: string }
)

const usernameShape = /^[a-z0-9åäö][a-z0-9åäö.@_-]{1,59}$/

/**
 * Makes an account with which somebody can sign in, and the person when it is nobody known. Asked by the command line, which
 * has the authority of whoever runs the machine; no page reaches it. An account gives no rights: posts do.
 */
export const createAccount = async (deps: Deps, input: CreateAccount): Promise<Verdict<{ readonly accountId: string; readonly personId: string }>> => {
  const username = input.username.trim().toLowerCase()
  const refusals: Refusal[] = [
    ...(usernameShape.test(username) ? [] : [{ code: 'account.username', field: 'username', text: words.usernameBad(input.username) }]),
    ...passwordHindrances(input.password, username, 'password'),
    ...('personId' in input || (input.givenName.trim() !== '' && input.familyName.trim() !== '')
      ? []
      : [{ code: 'account.name', field: 'givenName', text: words.nameMissing }]),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const passwordHash = await hashPassword(input.password)
  try {
    return await transact(deps, { actor: 'system:command line', act: 'create account' }, async (tx) => {
      const taken = await takenBy(tx, username, 'personId' in input ? input.personId : null)
      if (taken.length > 0) return refused(...taken)
      const personId = 'personId' in input ? input.personId : deps.ids.next()
      if ('givenName' in input) {
        await tx.insertInto('person').values({ id: personId, given_name: input.givenName.trim(), family_name: input.familyName.trim() }).execute()
      }
      const accountId = deps.ids.next()
      await tx.insertInto('account').values({ id: accountId, person_id: personId, username }).execute()
      await tx.insertInto('credential').values({ account_id: accountId, password_hash: passwordHash }).execute()
      return granted({ accountId, personId })
    })
  } catch (error) {
    // Somebody made the same account at the same moment.
    if (violates(error, 'account_username_key') || violates(error, 'account_person_id_key')) return refused(usernameTaken(username))
    throw error
  }
}

const takenBy = async (tx: Tx, username: string, personId: string | null): Promise<readonly Refusal[]> => {
  const accounts = await tx
    .selectFrom('account')
    .select(['username', 'person_id'])
    .where((eb) => eb.or([eb('username', '=', username), eb('person_id', '=', personId)]))
    .execute()
  const known = personId === null || (await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined
  return [
    ...(accounts.some((account) => account.username === username) ? [usernameTaken(username)] : []),
    ...(accounts.some((account) => account.person_id === personId) ? [{ code: 'account.exists', field: 'personId', text: words.hasAccount }] : []),
    ...(known ? [] : [{ code: 'account.person', field: 'personId', text: words.noPerson }]),
  ]
}

const usernameTaken = (username: string): Refusal => ({ code: 'account.taken', field: 'username', text: words.usernameTaken(username) })
