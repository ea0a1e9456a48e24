import type { ColumnType } from 'kysely'

type Defaulted<T> = ColumnType<T, T | undefined, T>

/** A person in a post. What has `elected_by` was given by a clause, and changes only by one. */
export interface AppointmentTable {
  id: string
  post_id: string
  person_id: string
  /** daterange as text */
  valid: string
  elected_by: Defaulted<string | null>
  party: Defaulted<string | null>
  list_label: Defaulted<string | null>
  list_votes: Defaulted<number | null>
  list_rank: Defaulted<number | null>
  instead_of: Defaulted<string | null>
  ended_by: Defaulted<string | null>
  ended_why: Defaulted<EndedWhy | null>
  /** The first day after the time that it was given for, where it ended before. */
  meant_to: Defaulted<string | null>
}

/** Why an elected post ended before its time: released on request (KL 4:6), no longer eligible (4:7), recalled (4:9–10), moved to another place in the body. */
export type EndedWhy = 'resigned' | 'not_eligible' | 'recalled' | 'moved'
