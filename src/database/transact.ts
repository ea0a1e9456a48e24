import { sql, type Transaction } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/identity.ts'
import type { Store } from './connection.ts'
import type { Schema } from './schema.ts'

/** What every act is given: the store, the clock and new identities. Assembled once, in app.ts. */
export interface Deps {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
}

export type Tx = Transaction<Schema>

/** Who does what, told to the history: `actor` is 'person:<id>' or 'system:<part>', `act` the act's name. */
export interface Act {
  readonly actor: string
  readonly act: string
}

/**
 * Runs `work` in one transaction that the history knows the actor, act and civil day of; without it no write is let through.
 * Serialisation failures and deadlocks are tried again, three times in all; other errors roll back and are thrown.
 * Where `store` is a transaction already (an act made of acts: an import, a sign-in), the work joins it and stands or falls with it.
 */
export const transact = async <T>({ store, clock }: Deps, { actor, act }: Act, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const told = async (tx: Tx): Promise<T> => {
    await sql`select set_config('genomslag.actor', ${actor}, true), set_config('genomslag.act', ${act}, true),
                     set_config('genomslag.day', ${clock.today()}, true), set_config('genomslag.clause', '', true)`.execute(tx)
    return work(tx)
  }
  if (store.isTransaction) return told(store as Tx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transaction().execute(told)
    } catch (error) {
      if (attempt === 3 || !isTransient(error)) throw error
    }
  }
}

/**
 * Many acts, one after the other, in one transaction: each is told to the history as its own, and they are committed together, or
 * none. For loaders, whose time otherwise goes to waiting for the disk. An act that throws undoes the whole batch; one that is
 * refused has written nothing, and the others go on.
 */
export const inBatch = <T>(deps: Deps, work: (deps: Deps) => Promise<T>): Promise<T> => deps.store.transaction().execute((tx) => work({ ...deps, store: tx }))

const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/** From here to the next call in the transaction, every change is made by this clause (null: by none). */
export const byClause = async (tx: Tx, clauseId: string | null): Promise<void> => {
  await sql`select set_config('genomslag.clause', ${clauseId ?? ''}, true)`.execute(tx)
}

/** Is the error a broken uniqueness of the named constraint? For acts that let the database settle races. */
export const violates = (error: unknown, constraint: string): boolean => (error as { constraint?: string }).constraint === constraint
