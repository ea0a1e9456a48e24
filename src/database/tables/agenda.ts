import type { ColumnType } from 'kysely'

/** One item as a version of the agenda tells it. */
export interface AgendaLine {
  readonly id: string
  readonly order: number
  readonly title: string
  readonly kind: string
  readonly caseId: string | null
  readonly secrecy: string | null
  /** The wording that is proposed, clause by clause. */
  readonly clauses: readonly string[]
  /** The whole proposal and what the item lists, as `Proposal` and `Listed` tell; not there in what was sent before they were kept. */
  readonly proposal?: unknown
  readonly listed?: readonly unknown[]
}

interface AgendaVersionTable {
  id: string
  meeting_id: string
  no: number
  items: ColumnType<readonly AgendaLine[], string, never>
  made_on: string
  made_by: string | null
  why: string | null
  digest: string | null
}
interface AgendaPaperTable {
  version_id: string
  no: number
  item_id: string
  thing_id: string
  attachment_id: string | null
  origin_id: string
  title: string
  digest: string
}

/** Tables of the agenda before the meeting. */
export interface AgendaTables {
  agenda_version: AgendaVersionTable
  agenda_paper: AgendaPaperTable
}
