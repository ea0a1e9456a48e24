import type { Generated } from 'kysely'

interface ImportUploadTable {
  id: string
  person_id: string
  /** 'register/agreements', 'series/hushall'. */
  target: string
  name: string
  content: Buffer
  at: Generated<Date>
}

export interface ExchangeTables {
  import_upload: ImportUploadTable
}
