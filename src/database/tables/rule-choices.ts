import type { ColumnType } from 'kysely'

/** A choice of how the law is read, for a body or the whole municipality. */
export interface RuleChoiceTable {
  id: string
  node_id: string
  variant: string
  value: ColumnType<string | boolean, string, never>
  /** daterange as text */
  valid: string
  clause_id: string
  ended_by: ColumnType<string | null, string | null | undefined, string>
}

export interface RuleChoiceTables {
  rule_choice: RuleChoiceTable
}
