import type { FileConcern } from '../../rulebook/social-file.ts'

/** Secrecy as it was marked, what must be known before something is destroyed, deliveries to the archive, and what is left of what was destroyed. */
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
  /** By the root of the municipality's tree. */
  municipality_code: { node_id: string; code: string }
  personal_file: { case_id: string; concerns: FileConcern; born: string; in_compilation: boolean; day: string; person_id: string | null }
  archive_delivery: { id: string; case_id: string; day: string; person_id: string | null; manifest: string; content: string }
  archive_receipt: { delivery_id: string; day: string; reference: string; person_id: string | null }
}
