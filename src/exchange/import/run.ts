import type { Store } from '../../database/connection.ts'
import type { ReadTable } from '../sheet/sheet.ts'

/** How what waits is read in. */
export interface How {
  /** A preview writes nothing, though it does all of it: what it tells is what would happen. */
  readonly apply: boolean
  /** What the sender has seen that it would do, where an outcome is known by a digest: only that is done. */
  readonly seen?: string
  /** Done last in the transaction that lets it stand; false when it may not, since it has been read in already. */
  readonly settle?: (store: Store) => Promise<boolean>
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** What reading one table in is given. */
export interface Run extends How {
  readonly table: ReadTable
}
