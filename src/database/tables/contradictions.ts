import type { ColumnType } from 'kysely'
import type { Finding } from '../../rulebook/contradictions/finding.ts'

interface SeriesPartTable {
  id: string
  whole_id: string
  part_id: string
  sign: number
}

interface ContradictionTable {
  id: string
  scope: string
  key: string
  concerns: string[]
  node_id: string
  secrecy: string | null
  finding: ColumnType<Finding, string, string>
  sureness: string
  found: string
  gone: string | null
  answer: string | null
  answered_by: string | null
  answered_on: string | null
}

/** Tables of the contradiction finder. */
export interface ContradictionTables {
  series_part: SeriesPartTable
  contradiction: ContradictionTable
}
