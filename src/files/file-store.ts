import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { CheckedFile } from './attachment.ts'

/** Pieces of half a megabyte: few enough rows, and little in memory at a time. */
const piece = 512 * 1024

/** Keeps the content under its digest, piece by piece. What is kept already is not written again. */
export const keepContent = async (tx: Tx, { content, kind, charset }: Pick<CheckedFile, 'content' | 'kind' | 'charset'>): Promise<void> => {
  const { sha256, size } = content
  const made = await tx
    .insertInto('stored_file')
    .values({ sha256, size, kind, charset })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst()
  if (!made) return
  for (let no = 0; no * piece < size; no++) {
    await tx
      .insertInto('file_chunk')
      .values({ sha256, no, bytes: await content.read(no * piece, piece) })
      .execute()
  }
}

/** The content piece by piece, each asked for when the reader is ready for it: no connection is held meanwhile. */
export const contentOf = async function* (store: Store, sha256: string): AsyncGenerator<Uint8Array> {
  for (let no = 0; ; no++) {
    const row = await store.selectFrom('file_chunk').select('bytes').where('sha256', '=', sha256).where('no', '=', no).executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}
