/** Identity, access log and import, as TypeScript sees them; migration 014 is the truth. */
import type { Generated } from 'kysely'

interface IdentityTable {
  provider: string
  subject: string
  person_id: string
  how: 'made' | 'email' | 'external_key'
  linked_on: string
  disabled: Generated<boolean>
}
interface SignInFlowTable {
  state_digest: Buffer
  browser_digest: Buffer
  provider: string
  nonce: string
  verifier: string
  back: string
  expires_at: Date
}
interface ClaimedAppointmentTable {
  appointment_id: string
  person_id: string
  post_id: string
  provider: string
  subject: string
  rule: string
  given_on: string
  ended_on: string | null
}
interface ExternalKeyTable {
  kind: 'person' | 'node' | 'post'
  external: string
  person_id: string | null
  node_id: string | null
  post_id: string | null
}
interface WaitingFileTable {
  id: string
  person_id: string
  purpose: string
  name: string
  content: Buffer
  kept_at: Generated<Date>
}
interface AccessLogTable {
  id: string
  at: Date
  person_id: string
  thing_id: string
  node_id: string
  section: string
  how: 'look' | 'search' | 'export' | 'refused'
  route: string
}
interface AccessReviewTable {
  id: string
  node_id: string
  first_day: string
  last_day: string
  looks: number
  remarks: number
  comment: string
  person_id: string
  reviewed: string
}

interface LogoutTokenTable {
  provider: string
  jti: string
  expires_at: Date
}
interface AddressChangeTable {
  id: string
  person_id: string
  email: string
  /** Of the latest letter; null until one is written. */
  token_digest: Buffer | null
  asked_at: Date
  expires_at: Date
}
interface RateCountTable {
  subject: string
  since: Date
  n: number
}

export interface IdentityTables {
  logout_token: LogoutTokenTable
  address_change: AddressChangeTable
  rate_count: RateCountTable
  identity: IdentityTable
  sign_in_flow: SignInFlowTable
  claimed_appointment: ClaimedAppointmentTable
  external_key: ExternalKeyTable
  waiting_file: WaitingFileTable
  access_log: AccessLogTable
  access_review: AccessReviewTable
}
