/** Secrecy as it was marked, and what is left of what was destroyed. */
export interface RetentionTables {
  secrecy_mark: {
    id: string
    thing_id: string
    /** Null when the marking was taken away. */
    section: string | null
    reason: string
    day: string
    node_id: string
    person_id: string | null
  }
  tombstone: {
    thing_id: string
    root_id: string
    kind: string
    number: string | null
    destroyed: string
    clause_id: string
    digest: string
  }
}
