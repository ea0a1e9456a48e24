import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface MeetingTable {
  id: string
  body_id: string
  day: string
  /** '13:00' */
  starts: string
  place: string
  form: 'physical' | 'digital' | 'hybrid'
  public: boolean
  closed_reason: string | null
  closed_by: string | null
  closed_until: ColumnType<string | null, string | null | undefined, string | null>
  seats: number
  /** The number of its first paragraph. */
  paragraph: Generated<number>
  state: Generated<'planned' | 'summoned' | 'open' | 'closed' | 'adjusted' | 'announced'>
  opened_at: Date | null
  closed_at: Date | null
  adjusted: string | null
  announced: string | null
  /** The number of the last fact. */
  seq: Generated<number>
  version: Generated<number>
}
export interface MeetingSeatTable {
  meeting_id: string
  person_id: string
  post_id: string | null
  place: 'member' | 'substitute'
  office: 'chair' | 'vice_chair' | 'second_vice_chair' | null
  party: string | null
  constituency: string | null
  ord: number
}
export interface AgendaItemTable {
  id: string
  meeting_id: string
  ord: number
  paragraph: string | null
  case_id: string | null
  title: string
  kind: 'decision' | 'election' | 'information' | 'notified' | 'delegated' | 'urgent' | 'question'
  secrecy: string | null
  announced: Generated<boolean>
  prepared: Generated<boolean>
  exempt: string | null
  proposal: Json<unknown>
  listed: ColumnType<unknown, string | undefined, string>
  state: Generated<'waiting' | 'open' | 'closed' | 'tabled' | 'referred'>
  decision_id: string | null
  version: Generated<number>
}
export interface MeetingFactTable {
  id: string
  meeting_id: string
  item_id: string | null
  no: number
  kind: string
  person_id: string | null
  about_id: string | null
  data: Json<unknown>
  at: Date
  by_id: string | null
}
export interface VoteTable {
  id: string
  meeting_id: string
  item_id: string
  secret: boolean
  changeable: boolean
  state: Generated<'open' | 'closed' | 'void'>
}
export interface VoterTable {
  vote_id: string
  person_id: string
}
export interface BallotTable {
  vote_id: string
  person_id: string
  choice: 'yes' | 'no' | 'abstain'
  way: 'device' | 'roll_call' | 'hands'
  /** Why somebody abstained, where that was told. */
  reason: ColumnType<string | null, string | null | undefined, string | null>
}
export interface BallotCastTable {
  vote_id: string
  person_id: string
}

/** The tables of meetings (migrations 015 and 016). The urn is out of reach. */
export interface MeetingTables {
  meeting: MeetingTable
  meeting_seat: MeetingSeatTable
  agenda_item: AgendaItemTable
  meeting_fact: MeetingFactTable
  vote: VoteTable
  voter: VoterTable
  ballot: BallotTable
  ballot_cast: BallotCastTable
}
