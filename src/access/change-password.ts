import type { Deps } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { countAttempt, forgetAttempt } from './attempts.ts'
import { hashPassword, isPassword, passwordHindrances } from './password.ts'
import { closeSessionsOf, openSession } from './session-store.ts'
import { words } from './words.ts'

export interface ChangePassword {
  readonly personId: string
  readonly old: string
  readonly wanted: string
  /** The new one, typed once more. */
  readonly again: string
  readonly address: string
}

/** Changes somebody's own password. Ends all sessions of the person and gives the token of a new one. The old password is rate limited as at sign-in. */
export const changePassword = async (deps: Deps, { personId, old, wanted, again, address }: ChangePassword): Promise<Verdict<{ readonly token: string }>> => {
  const account = await deps.store
    .selectFrom('account')
    .innerJoin('credential', 'credential.account_id', 'account.id')
    .select(['account.id', 'username', 'password_hash'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!account) return refused({ code: 'password.no_account', text: words.noAccount })
  const refusals: Refusal[] = [
    ...(old === '' ? [{ code: 'password.old_empty', field: 'old', text: words.passwordEmpty }] : []),
    ...passwordHindrances(wanted, account.username, 'wanted'),
    ...(wanted === old && wanted !== '' ? [{ code: 'password.same', field: 'wanted', text: words.passwordSame }] : []),
    ...(wanted === again ? [] : [{ code: 'password.differ', field: 'again', text: words.passwordsDiffer }]),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const attempt = await countAttempt(deps, { username: account.username, address })
  if (!attempt.allowed) return refused({ code: 'sign_in.too_many', text: words.tooMany(attempt.minutes) })
  if (!(await isPassword(old, account.password_hash))) return refused({ code: 'password.wrong', field: 'old', text: words.passwordWrong })
  await forgetAttempt(deps, attempt.ids)
  await deps.store
    .updateTable('credential')
    .set({ password_hash: await hashPassword(wanted) })
    .where('account_id', '=', account.id)
    .execute()
  await closeSessionsOf(deps, personId)
  return granted({ token: await openSession(deps, personId, { demo: false }) })
}
