import type { Store } from '../../database/connection.ts'
import type { ReadTable } from '../sheet/sheet.ts'

/** What reading a file in is given. */
export interface Run {
  readonly table: ReadTable
  /** A preview writes nothing, though it does all of it: what it tells is what would happen. */
  readonly apply: boolean
  /** Done last in the transaction that lets it stand; false when it may not, since it has been read in already. */
  readonly settle?: (store: Store) => Promise<boolean>
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}
