import type { Generated, JSONColumnType } from 'kysely'

/** Content kept once by its digest. `charset` is told of text only. */
interface StoredFileTable {
  sha256: string
  size: number
  kind: 'pdf' | 'docx' | 'xlsx' | 'odt' | 'png' | 'jpeg' | 'text'
  charset: string | null
}
interface FileChunkTable {
  sha256: string
  no: number
  bytes: Buffer
}
interface AttachmentTable {
  id: string
  thing_id: string
  sha256: string
  name: string
  title: string
  day: string
  version: number
  replaces: string | null
}

/** Stored files and what they are attached to (migration 013). */
interface MadeFileTable {
  digest: string
  turn: Generated<number>
  done: Generated<number>
  of_parts: Generated<number>
  ended: 'made' | 'refused' | 'stopped' | 'failed' | null
  /** `Refusal`s, as JSON. */
  refusals: JSONColumnType<object> | null
  at: Generated<Date>
}

interface MadePieceTable {
  digest: string
  no: number
  bytes: Buffer
}

export interface FileTables {
  made_file: MadeFileTable
  made_piece: MadePieceTable
  stored_file: StoredFileTable
  file_chunk: FileChunkTable
  attachment: AttachmentTable
}
