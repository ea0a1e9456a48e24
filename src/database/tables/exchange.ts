import type { Generated, JSONColumnType } from 'kysely'

interface ImportUploadTable {
  id: string
  person_id: string
  /** 'register/agreements', 'series/hushall'. */
  target: string
  name: string
  content: Buffer
  at: Generated<Date>
  /** What is done with it as work for later; null for a short file. */
  work: 'look' | 'write' | null
  turn: Generated<number>
  done: Generated<number>
  of_rows: Generated<number>
  /** How the work came to its end; null while it goes on. */
  ended: 'found' | 'written' | 'stopped' | 'failed' | null
  /** `ShownOutcome`, as JSON. */
  outcome: JSONColumnType<object> | null
}

export interface ExchangeTables {
  import_upload: ImportUploadTable
}
