import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Cadence } from '../database/tables/jobs.ts'
import type { Tx } from '../database/transact.ts'
import type { Locale } from '../kernel/text.ts'
import { usualDays } from './when.ts'

/** How often somebody may have letters. */
export const cadences = ['at_once', 'daily', 'weekly', 'never'] as const satisfies readonly Cadence[]

/** How somebody is told, where, and of what. */
export interface Setting {
  readonly email: string | null
  readonly cadence: Cadence
  readonly days: readonly number[]
  readonly locale: Locale
}

/** Somebody who can be told: has an address, has not said no, and whose sign-in is not switched off. */
export interface Reachable extends Setting {
  readonly personId: string
  readonly email: string
}

const select = (store: Store | Tx) =>
  store.selectFrom('person').leftJoin('mail_setting', 'mail_setting.person_id', 'person.id').select(['person.id', 'person.email', 'cadence', 'days', 'locale'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toSetting = ({ email, cadence, days, locale }: Row): Setting => ({
  email: email?.trim() || null,
  cadence: cadence ?? 'daily',
  days: days ?? usualDays,
  locale: locale ?? 'sv',
})

/** Somebody's own choices; the usual ones where none are made. */
export const loadSetting = async (store: Store | Tx, personId: string): Promise<Setting> =>
  toSetting(await select(store).where('person.id', '=', personId).executeTakeFirstOrThrow())

/** Those of the persons who can be told, by person. */
export const reachable = async (store: Store | Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Reachable>> => {
  const rows = await select(store)
    .where('person.id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where(sql<boolean>`coalesce(trim(person.email), '') <> '' and coalesce(mail_setting.cadence, 'daily') <> 'never' and shut_out(person.id) is not true`)
    .execute()
  return new Map(rows.map((r) => [r.id, { ...toSetting(r), personId: r.id, email: (r.email as string).trim() }]))
}
