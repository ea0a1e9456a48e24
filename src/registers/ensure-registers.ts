import type pg from 'pg'
import type { AnyDefinition } from './define.ts'
import { allDefinitions } from './definitions/index.ts'
import { secretFields } from './mask.ts'
import { fieldOf } from './shown.ts'
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
    for (const definition of definitions) await tellOf(owner, definition)
    await owner.query('commit')
    await ensureIndexes(owner, definitions)
  } catch (error) {
    await owner.query('rollback')
    throw error
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [registersLock])
  }
}

/** What a choice of each field is called, by its code: what is searched. */
const choiceWords = (definition: AnyDefinition): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    Object.keys(definition.fields.shape).flatMap((name) => {
      const choices = fieldOf(definition, name)?.choices
      return choices ? [[name, Object.fromEntries(Object.entries(choices).map(([code, { sv }]) => [code, sv]))]] : []
    }),
  )

/** Fills the register's row; where the words of its choices are new, its entries are taken into the search anew. */
const tellOf = async (owner: Pick<pg.Client, 'query'>, definition: AnyDefinition): Promise<void> => {
  const choices = JSON.stringify(choiceWords(definition))
  const { rows } = await owner.query<{ known: boolean }>('select choices = $2::jsonb as known from register where name = $1', [definition.name, choices])
  await owner.query(
    `insert into register (name, steering, free_fields, decided_states, secret_fields, choices) values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do update set steering = excluded.steering, free_fields = excluded.free_fields, decided_states = excluded.decided_states,
       secret_fields = excluded.secret_fields, choices = excluded.choices
      where (register.steering, register.free_fields, register.decided_states, register.secret_fields, register.choices)
           is distinct from (excluded.steering, excluded.free_fields, excluded.decided_states, excluded.secret_fields, excluded.choices)`,
    [definition.name, definition.steering, definition.free, decidedStates(definition), JSON.stringify(secretFields(definition)), choices],
  )
  if (rows[0]?.known === false) await owner.query(`select search_refresh('search_thing', id) from entry where register = $1`, [definition.name])
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
