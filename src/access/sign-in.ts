import type { Deps } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { countAttempt, forgetAttempt } from './attempts.ts'
import { isPassword } from './password.ts'
import { closeSession, openSession } from './session-store.ts'
import { words } from './words.ts'

export interface SignIn {
  readonly username: string
  readonly password: string
  /** Where from, for the rate limit. */
  readonly address: string
  /** The token that the browser had before: its session ends, so that nobody can have planted it. */
  readonly earlierToken: string | null
}

/** Signs somebody in: the new session's token, or why not. The refusal is the same whether the username, the password or both are wrong. */
export const signIn = async (deps: Deps, { username: typed, password, address, earlierToken }: SignIn): Promise<Verdict<{ readonly token: string }>> => {
  const username = typed.trim().toLowerCase()
  const empty: Refusal[] = [
    ...(username === '' ? [{ code: 'sign_in.username', field: 'username', text: words.usernameEmpty }] : []),
    ...(password === '' ? [{ code: 'sign_in.password', field: 'password', text: words.passwordEmpty }] : []),
  ]
  if (empty.length > 0) return refused(...empty)
  const attempt = await countAttempt(deps, { username, address })
  if (!attempt.allowed) return refused({ code: 'sign_in.too_many', text: words.tooMany(attempt.minutes) })
  const account = await deps.store
    .selectFrom('account')
    .innerJoin('credential', 'credential.account_id', 'account.id')
    .select(['person_id', 'password_hash', 'disabled'])
    .where('username', '=', username)
    .executeTakeFirst()
  const right = await isPassword(password, account?.password_hash ?? null)
  if (!right || !account || account.disabled) return refused({ code: 'sign_in.wrong', field: 'username', text: words.signInWrong, mend: words.signInMend })
  await forgetAttempt(deps, attempt.ids)
  if (earlierToken) await closeSession(deps, earlierToken)
  return granted({ token: await openSession(deps, account.person_id, { demo: false }) })
}
