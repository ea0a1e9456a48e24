import type pg from 'pg'
import type { AnyDefinition } from './define.ts'
import { allDefinitions } from './definitions/index.ts'
import { secretFields } from './mask.ts'
import { listIndexes } from './sort-keys.ts'

/** Any number that nothing else in the database locks by. */
const registersLock = 717_172

/** States that only clauses lead to: the database refuses anybody else to put an entry there. */
export const decidedStates = ({ lifecycle }: AnyDefinition): readonly string[] =>
  Object.keys(lifecycle.states).filter((state) => {
    const leading = Object.values(lifecycle.acts).filter((act) => act.to === state)
    return state !== lifecycle.initial && leading.length > 0 && leading.every((act) => act.needs === 'clause')
  })

/**
 * Tells the database what the definitions say: fills `register` (law 1 is guarded by it) and makes the lists' indexes agree.
 * `owner` is a connection as owner, outside a transaction; run at start after `migrate`. Several processes may do it at once.
 * Throws when a register that has entries would change between steering and not.
 */
export const ensureRegisters = async (owner: Pick<pg.Client, 'query'>, definitions: readonly AnyDefinition[] = allDefinitions): Promise<void> => {
  await owner.query('select pg_advisory_lock($1)', [registersLock])
  try {
    await owner.query('begin')
    for (const definition of definitions) {
      await owner.query(
        `insert into register (name, steering, free_fields, decided_states, secret_fields) values ($1, $2, $3, $4, $5)
         on conflict (name) do update set steering = excluded.steering, free_fields = excluded.free_fields, decided_states = excluded.decided_states, secret_fields = excluded.secret_fields
          where (register.steering, register.free_fields, register.decided_states, register.secret_fields)
               is distinct from (excluded.steering, excluded.free_fields, excluded.decided_states, excluded.secret_fields)`,
        [definition.name, definition.steering, definition.free, decidedStates(definition), JSON.stringify(secretFields(definition))],
      )
    }
    await owner.query('commit')
    await ensureIndexes(owner, definitions)
  } catch (error) {
    await owner.query('rollback')
    throw error
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [registersLock])
  }
}

const ensureIndexes = async (owner: Pick<pg.Client, 'query'>, definitions: readonly AnyDefinition[]): Promise<void> => {
  const wanted = definitions.flatMap(listIndexes)
  const { rows } = await owner.query<{ name: string }>(`select indexname as name from pg_indexes where schemaname = 'public' and indexname like 'list\\_%'`)
  const there = new Set(rows.map((r) => r.name))
  const missing = wanted.filter((index) => !there.has(index.name))
  for (const { sql } of missing) await owner.query(sql)
  for (const name of there) if (!wanted.some((index) => index.name === name)) await owner.query(`drop index if exists ${name}`)
  // The planner knows nothing of a new expression's values until it is analysed.
  if (missing.length > 0) await owner.query('analyze entry, thing')
}
