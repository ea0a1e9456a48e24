import type { ColumnType, Generated } from 'kysely'

type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface JobTable {
  id: Generated<number>
  kind: string
  key: string | null
  payload: ColumnType<unknown, string, string>
  run_at: Defaulted<Date>
  attempts: Generated<number>
  holder: string | null
  held_until: Date | null
  error: string | null
  failed_at: Date | null
  created_at: Generated<Date>
}
export interface JobTurnTable {
  kind: string
  slot: string
}
export type Cadence = 'at_once' | 'daily' | 'weekly' | 'never'
export interface MailSettingTable {
  person_id: string
  cadence: Cadence
  days: number[]
  locale: 'sv' | 'en'
}
export interface FollowTable {
  person_id: string
  thing_id: string
  since: string
}
export interface FeedTable {
  id: string
  person_id: string
  node_id: string | null
  token_digest: Buffer
  made_on: string
  revoked_on: string | null
}
export type MailState = 'waiting' | 'sending' | 'handing' | 'sent' | 'unsure' | 'refused' | 'dropped'
/** What a letter is: of what waits to be told, or about its reader's own address. */
export type MailPurpose = 'notices' | 'confirm_address' | 'address_changed'
export interface MailTable {
  id: string
  person_id: string
  address: string
  cadence: Exclude<Cadence, 'never'>
  day: string
  state: Defaulted<MailState>
  attempts: Defaulted<number>
  next_at: Defaulted<Date>
  holder: string | null
  held_until: Date | null
  error: string | null
  unsubscribe_digest: Buffer | null
  purpose: Defaulted<MailPurpose>
  composed_at: Defaulted<Date>
  handed_at: Date | null
  ended_at: Date | null
}
export type NoticeKind = 'dispatch' | 'given' | 'asked' | 'sent_back' | 'report' | 'followed' | 'deadline' | 'summons'
export interface NoticeTable {
  id: string
  person_id: string
  kind: NoticeKind
  occasion: string
  thing_id: string
  subject_id: string
  at: Defaulted<Date>
  mail_id: string | null
}

/** Work for later, the outbox and how people want to be told (migration 012). */
export interface JobsSchema {
  job: JobTable
  job_turn: JobTurnTable
  mail_setting: MailSettingTable
  follow: FollowTable
  feed: FeedTable
  mail: MailTable
  notice: NoticeTable
}
