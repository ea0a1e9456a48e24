import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** A file that is being made, or is there for an hour. */
export interface MadeFile {
  readonly done: number
  readonly of: number
  /** How making it came to its end; null while it goes on. */
  readonly ended: 'made' | 'refused' | 'stopped' | 'failed' | null
  readonly refusals: readonly Refusal[]
}

/** One time that a file is made: what an earlier time still does counts no more. */
export interface MakingTurn {
  readonly digest: string
  readonly turn: number
}

const isKept = sql<boolean>`at > now() - interval '1 hour'`
/** Pieces of half a megabyte, as of other files. */
const piece = 512 * 1024

/** What is known of the file by what it is made of; null where it is not there, or no more. */
export const loadMade = async (store: Store, digest: string): Promise<MadeFile | null> => {
  const row = await store
    .selectFrom('made_file')
    .select(['done', 'of_parts', 'ended', 'refusals'])
    .where('digest', '=', digest)
    .where(isKept)
    .executeTakeFirst()
  return row ? { done: row.done, of: row.of_parts, ended: row.ended, refusals: (row.refusals ?? []) as readonly Refusal[] } : null
}

/** Asks for a file to be made by work of `kind`, unless it is there or being made. `told` goes to the work, with the turn. Sweeps out the old ones. */
export const askToMake = (deps: Deps, actor: string, digest: string, kind: string, told: object): Promise<void> =>
  transact(deps, { actor, act: 'make file' }, async (tx) => {
    await tx
      .deleteFrom('made_file')
      .where((eb) => eb.not(isKept))
      .execute()
    const asked = await tx
      .insertInto('made_file')
      .values({ digest })
      .onConflict((conflict) =>
        conflict
          .column('digest')
          .doUpdateSet((eb) => ({ turn: eb('made_file.turn', '+', 1), done: 0, ended: null, refusals: null, at: sql<Date>`now()` }))
          .where('made_file.ended', 'in', ['refused', 'stopped', 'failed']),
      )
      .returning('turn')
      .executeTakeFirst()
    if (asked) await enqueue(tx, kind, { ...told, digest, turn: asked.turn })
  })

/** Tells how far it has come, or how it ended. False where it is no longer this turn's, or has ended: then the work is to stop. */
export const tellMade = async (
  store: Store,
  { digest, turn }: MakingTurn,
  known: { readonly done?: number; readonly of_parts?: number; readonly ended?: 'refused' | 'failed'; readonly refusals?: string } = {},
): Promise<boolean> =>
  (await store
    .updateTable('made_file')
    .set({ turn, ...known })
    .where('digest', '=', digest)
    .where('turn', '=', turn)
    .where('ended', 'is', null)
    .returning('turn')
    .executeTakeFirst()) !== undefined

/** Keeps the file, whole or not at all. */
export const keepMade = (deps: Deps, { digest, turn }: MakingTurn, bytes: Uint8Array): Promise<void> =>
  transact(deps, { actor: 'system:files', act: 'make file' }, async (tx) => {
    const mine = await tx
      .updateTable('made_file')
      .set({ ended: 'made', at: sql<Date>`now()` })
      .where('digest', '=', digest)
      .where('turn', '=', turn)
      .where('ended', 'is', null)
      .returning('turn')
      .executeTakeFirst()
    if (!mine) return
    for (let no = 0; no * piece < bytes.length; no++) {
      await tx
        .insertInto('made_piece')
        .values({ digest, no, bytes: Buffer.from(bytes.subarray(no * piece, (no + 1) * piece)) })
        .execute()
    }
  })

/** Stops the making: from now on nothing of it is kept. */
export const stopMaking = async (store: Store, digest: string): Promise<void> => {
  await store.updateTable('made_file').set({ ended: 'stopped' }).where('digest', '=', digest).where('ended', 'is', null).execute()
}

/** The file piece by piece, each asked for when the reader is ready for it. */
export const madePieces = async function* (store: Store, digest: string): AsyncGenerator<Uint8Array> {
  for (let no = 0; ; no++) {
    const row = await store.selectFrom('made_piece').select('bytes').where('digest', '=', digest).where('no', '=', no).executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}
