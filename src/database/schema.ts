/** The tables as TypeScript sees them; the SQL in migrations/ is the truth. Days are 'YYYY-MM-DD', money whole öre. */
import type { ColumnType, Generated } from 'kysely'
import type { PotTables } from './tables/pots.ts'
import type { RuleChoiceTables } from './tables/rule-choices.ts'
import type { PreparationTables } from './tables/preparation.ts'
import type { CorrectionTables } from './tables/corrections.ts'
import type { MinutesTables } from './tables/minutes.ts'
import type { AgendaTables } from './tables/agenda.ts'
import type { ContradictionTables } from './tables/contradictions.ts'
import type { JobsSchema } from './tables/jobs.ts'
import type { MeetingTables } from './tables/meetings.ts'
import type { OrganisationMarkTables } from './tables/organisation-mark.ts'
import type { AppointmentTable } from './tables/elections.ts'
import type { ExchangeTables } from './tables/exchange.ts'
import type { FileTables } from './tables/files.ts'
import type { IdentityTables } from './tables/identity.ts'

import type { RetentionTables } from './tables/retention.ts'
import type { SearchTables } from './tables/search.ts'

type Json<T> = ColumnType<T, string, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface NodeTable {
  id: string
  slug: string
  kind: string
}
export interface NodeVersionTable {
  node_id: string
  /** daterange as text: '[2019-01-01,)' */
  valid: string
  name_sv: string
  name_en: string
  short: string
  parent_id: string | null
  seats: number | null
}
export interface SuccessionTable {
  id: string
  from_id: string
  to_id: string
  on_day: string
  kind: 'merge' | 'split' | 'move'
  /** Null: nobody knows it. To be told at every insert. */
  share: ColumnType<number | null, number | null, number | null>
}
export interface PersonTable {
  id: string
  given_name: string
  family_name: string
  party: string | null
  email: string | null
}
export interface PostTable {
  id: string
  slug: string
  node_id: string
  role: string
  title_sv: string
  title_en: string
  seat: number | null
}
export interface AccountTable {
  id: string
  person_id: string
  username: string
  disabled: Generated<boolean>
}
export interface CredentialTable {
  account_id: string
  password_hash: string
}
export interface SessionTable {
  token_digest: Buffer
  person_id: string
  csrf: string
  demo: Generated<boolean>
  created_at: Generated<Date>
  expires_at: Date
  provider: Defaulted<string | null>
  subject: Defaulted<string | null>
  id_token: Defaulted<string | null>
  /** The session at the provider, where it has told one. */
  sid: Defaulted<string | null>
}
export interface SignInAttemptTable {
  id: Generated<number>
  subject: string
  at: Generated<Date>
}
export interface DraftTable {
  person_id: string
  key: string
  fields: Json<Record<string, unknown>>
  saved_at: Generated<Date>
}
export interface SettingTable {
  name: string
  value: Json<unknown>
}
/** What a thing of the spine can be. */
export type ThingKind =
  | 'case'
  | 'document'
  | 'decision'
  | 'clause'
  | 'entry'
  | 'report'
  | 'series'
  | 'goal'
  | 'target'
  | 'frame'
  | 'mandate'
  | 'meeting'
  | 'appointment'
  | 'rule_choice'
export interface ThingTable {
  id: string
  kind: ThingKind
  register: string | null
  number: string | null
  title: string
  node_id: string
  day: string
  secrecy: string | null
}
export interface LinkTable {
  id: string
  from_id: string
  to_id: string
  kind: LinkKind
}
export type LinkKind = 'decides' | 'gives_rise_to' | 'part' | 'reported_by' | 'measured_by' | 'continued_by' | 'answered_by' | 'replaced_by' | 'encloses'
export interface InstanceTable {
  id: string
}
export interface CounterTable {
  name: string
  last: number
}
export interface DeadlineTable {
  id: string
  thing_id: string
  kind: string
  label_sv: string
  label_en: string
  due: string
  node_id: string
  post_id: string | null
  asked_by: string | null
  source: string | null
  done_on: string | null
}
export interface CaseFileTable {
  id: string
  state: 'open' | 'decided' | 'closed'
  opened: string
  closed: string | null
}
export interface CasePartyTable {
  id: string
  case_id: string
  name: string
  role: 'applicant' | 'counterparty' | 'author' | 'addressee' | 'concerned'
}
export interface CaseEventTable {
  id: string
  case_id: string
  day: string
  text: string
}
export interface DocumentTable {
  id: string
  case_id: string
  kind: 'board_paper' | 'official_opinion' | 'report' | 'annex' | 'minutes_extract' | 'statement' | 'agreement'
  author_id: string | null
  version: Generated<number>
  parts: Json<Record<string, unknown>>
}
export interface MandateTable {
  id: string
  post_id: string
  scope: string
  limits: string | null
  clause_id: string
  valid: string
  type_id: Defaulted<string | null>
  /** Whole öre. */
  amount_limit: Defaulted<number | null>
  onward: Defaulted<boolean>
  from_id: Defaulted<string | null>
  /** For matters where the board's decision cannot be awaited (KL 6:39). */
  urgent: Defaulted<boolean>
}
export interface DecisionTable {
  id: string
  case_id: string | null
  body_id: string
  post_id: string | null
  mandate_id: string | null
  day: string
  paragraph: string
  text: string
  adjusted: string | null
  announced: string | null
  /** What a delegated decision is worth, in whole öre. */
  amount: Defaulted<number | null>
  /** Why the board's own decision could not be awaited (KL 6:39). */
  urgent_because: Defaulted<string | null>
}
export interface ClauseTable {
  id: string
  decision_id: string
  no: number
  kind: string
  text: string
  data: Json<Record<string, unknown>>
}
export interface ClauseKindTable {
  name: string
  has_effect: boolean
}
export interface DispatchTable {
  id: string
  decision_id: string
  receiver_id: string
  demands_action: boolean
  what: string | null
  due: ColumnType<string | null, string | null | undefined, string | null>
  sent: string
  received: string | null
  received_by: string | null
  case_id: string | null
  filed: string | null
}
export interface RegisterTable {
  name: string
  steering: boolean
  free_fields: string[]
  decided_states: string[]
}
export interface EntryTable {
  id: string
  register: string
  steering: boolean
  state: string
  data: Json<Record<string, unknown>>
  owner_id: string | null
  due: string | null
  version: Generated<number>
  clause_id: string | null
  last_clause_id: string | null
  parent_id: string | null
}
export interface EntryEventTable {
  id: string
  entry_id: string
  act: string
  from_state: string | null
  to_state: string
  comment: string | null
  day: string
  person_id: string | null
  clause_id: string | null
}
export interface ReportTable {
  id: string
  subject_id: string
  kind: 'interim' | 'final'
  stance: 'on_track' | 'at_risk' | 'late' | 'done'
  period: string | null
  text: string
  post_id: string | null
  person_id: string | null
  state: Generated<'handed_in' | 'approved' | 'sent_back'>
  clause_id: string | null
  comment: string | null
}
export interface ContinuationTable {
  id: string
  report_id: string
  no: number
  what: string
  node_id: string | null
  post_id: string | null
  due: string | null
  dropped: string | null
  done_on: string | null
}
export type SpineRule = 'sum' | 'mean' | 'last' | 'ratio' | 'none'
export interface SeriesTable {
  id: string
  slug: string
  name_sv: string
  name_en: string
  unit_sv: string
  unit_en: string
  money: boolean
  decimals: number
  direction: 'up' | 'down' | 'hold' | null
  over_time: SpineRule
  over_tree: SpineRule
  numerator_id: string | null
  denominator_id: string | null
  low_id: string | null
  high_id: string | null
  asked_by: string | null
  purpose_sv: string | null
  purpose_en: string | null
  source: string
  missing: string | null
  period_kind: Defaulted<'year' | 'tertial' | 'quarter' | 'month' | 'day'>
  accumulated: Defaulted<boolean>
  readers_sv: string | null
  readers_en: string | null
}
/** Derived; counted anew where stale (figures/standing-store.ts). */
export interface SeriesStandingTable {
  series_id: string
  stale: boolean
  name: string
  node_id: string | null
  period: string | null
  light: 'green' | 'yellow' | 'red' | 'unknown'
  severity: Generated<number>
  /** What was counted, and in what organisation (`Tree.stands`). */
  points: Json<unknown> | null
  organisation: string | null
}
export interface FigureTable {
  id: string
  series_id: string
  node_id: string
  period: string
  version: number
  value: number | null
  missing: string | null
  status: 'preliminary' | 'final' | 'revised' | 'derived'
  basis: string | null
  source: string
  note: string | null
  reason: string | null
  recorded_by: string
  recorded_on: string
}
export interface LightOverrideTable {
  id: string
  series_id: string
  node_id: string
  period: string
  light: 'green' | 'yellow' | 'red' | 'unknown'
  reason: string
  person_id: string | null
  day: string
}
export interface GoalTable {
  id: string
  area: string | null
  text: string
  valid: string
  clause_id: string
}
export interface TargetTable {
  id: string
  series_id: string
  node_id: string
  period: string
  rule: 'at_least' | 'at_most' | 'increase' | 'decrease' | 'hold'
  value: number | null
  goal_id: string | null
  clause_id: string
}
export interface FrameTable {
  id: string
  node_id: string
  period: string
  amount: number
  purpose: string
  financing: string | null
  clause_id: string
}
export interface HistoryEntryTable {
  id: Generated<number>
  relation: string
  key: string
  op: 'insert' | 'update' | 'delete'
  content: Json<Record<string, unknown> | null>
  content_digest: Buffer
  actor: string
  act: string
  clause_id: string | null
  day: string
  recorded_at: Date
  transaction: string
}
export interface HistorySealTable {
  position: number
  entry_id: number
  digest: Buffer
  chain: Buffer
}
export interface HistoryTrackedTable {
  relation: string
  key_columns: string[]
}

export interface Schema
  extends SearchTables,
    RetentionTables,
    AgendaTables,
    MinutesTables,
    CorrectionTables,
    ContradictionTables,
    ExchangeTables,
    FileTables,
    IdentityTables,
    JobsSchema,
    MeetingTables,
    OrganisationMarkTables,
    PotTables,
    RuleChoiceTables,
    PreparationTables {
  node: NodeTable
  node_version: NodeVersionTable
  succession: SuccessionTable
  person: PersonTable
  post: PostTable
  appointment: AppointmentTable
  account: AccountTable
  credential: CredentialTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  draft: DraftTable
  setting: SettingTable
  thing: ThingTable
  link: LinkTable
  instance: InstanceTable
  counter: CounterTable
  deadline: DeadlineTable
  case_file: CaseFileTable
  case_party: CasePartyTable
  case_event: CaseEventTable
  document: DocumentTable
  mandate: MandateTable
  decision: DecisionTable
  clause: ClauseTable
  clause_kind: ClauseKindTable
  dispatch: DispatchTable
  register: RegisterTable
  entry: EntryTable
  entry_event: EntryEventTable
  report: ReportTable
  continuation: ContinuationTable
  series: SeriesTable
  series_standing: SeriesStandingTable
  figure: FigureTable
  light_override: LightOverrideTable
  goal: GoalTable
  target: TargetTable
  frame: FrameTable
  'history.entry': HistoryEntryTable
  'history.seal': HistorySealTable
  'history.tracked': HistoryTrackedTable
}
