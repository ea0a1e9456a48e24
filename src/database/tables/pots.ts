/** Central pots and what has been called off from them (migration 051). */
export interface PotTables {
  pot: {
    id: string
    /** daterange as text */
    valid: string
  }
  pot_caller: { pot_id: string; node_id: string }
  call_off: { id: string; pot_id: string }
}
