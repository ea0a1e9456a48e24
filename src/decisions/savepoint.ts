import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import type { Verdict } from '../kernel/refusal.ts'

/**
 * Does work inside the transaction that leaves nothing behind when it is refused or fails: what it had written is undone, and the
 * transaction goes on. Errors are thrown on after the undoing.
 */
export const attempt = async <T>(tx: Tx, work: () => Promise<Verdict<T>>): Promise<Verdict<T>> => {
  await sql`savepoint attempt`.execute(tx)
  const undo = async (): Promise<void> => {
    await sql`rollback to savepoint attempt`.execute(tx)
    await sql`release savepoint attempt`.execute(tx)
  }
  try {
    const done = await work()
    await (done.ok ? sql`release savepoint attempt`.execute(tx) : undo())
    return done
  } catch (error) {
    await undo()
    throw error
  }
}
