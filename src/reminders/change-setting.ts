import { type Deps, transact } from '../database/transact.ts'
import { isLocale } from '../kernel/text.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { askForAddress } from './address.ts'
import { refusalWords as words } from './refusal-words.ts'
import { cadences } from './setting.ts'
import { offeredDays } from './when.ts'

/** As typed. */
export interface ChangeSetting {
  readonly email: string
  readonly cadence: string
  readonly days: readonly string[]
  readonly locale: string
}

const emailShape = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/

/** Somebody chooses how, where and when to be told. Only for oneself; every problem at once. Another address holds when a letter to it is answered. */
export const changeSetting = async (deps: Deps, who: Who, typed: ChangeSetting): Promise<Verdict<null>> => {
  const email = typed.email.trim()
  const cadence = cadences.find((c) => c === typed.cadence)
  const days = typed.days.map(Number)
  const refusals: Refusal[] = [
    ...(who.personId === null ? [{ code: 'setting.who', text: words.signIn }] : []),
    ...(email !== '' && (!emailShape.test(email) || email.length > 254) ? [{ code: 'setting.email', field: 'email', text: words.badEmail(email) }] : []),
    ...(email === '' && cadence && cadence !== 'never' ? [{ code: 'setting.email', field: 'email', text: words.noEmail }] : []),
    ...(cadence ? [] : [{ code: 'setting.cadence', field: 'cadence', text: words.badCadence }]),
    ...(days.every((n) => offeredDays.some((d) => d === n)) ? [] : [{ code: 'setting.days', field: 'days', text: words.badDays }]),
    ...(isLocale(typed.locale) ? [] : [{ code: 'setting.locale', field: 'locale', text: words.badLocale }]),
  ]
  if (refusals.length > 0 || who.personId === null || !cadence || !isLocale(typed.locale)) return refused(...refusals)
  const chosen = { cadence, days: [...new Set(days)].toSorted((a, b) => a - b), locale: typed.locale }
  const personId = who.personId
  return transact(deps, { actor: actorOf(who), act: 'choose reminders' }, async (tx) => {
    await askForAddress(tx, deps, personId, email)
    await tx
      .insertInto('mail_setting')
      .values({ person_id: personId, ...chosen })
      .onConflict((oc) => oc.column('person_id').doUpdateSet(chosen))
      .execute()
    // What waits for somebody who wants no letters is not to come when they change their mind.
    if (cadence === 'never') await tx.deleteFrom('notice').where('person_id', '=', personId).where('mail_id', 'is', null).execute()
    return granted(null)
  })
}
