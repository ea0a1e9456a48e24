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
}

interface AgendaVersionTable {
  id: string
  meeting_id: string
  no: number
  items: ColumnType<readonly AgendaLine[], string, never>
  made_on: string
  made_by: string | null
  why: string | null
}

/** Tables of the agenda before the meeting. */
export interface AgendaTables {
  agenda_version: AgendaVersionTable
}
