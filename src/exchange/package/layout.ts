import type pg from 'pg'
import { sqlName, type TableOf } from './catalogue.ts'

/**
 * Takes away what would hinder or repeat: foreign keys and the rooms' triggers, as the owner may, until `restore` is called in the same
 * transaction. Then the database itself checks every reference again, and every trigger stands as it stood.
 */
export const loosen = async (client: pg.ClientBase, tables: readonly TableOf[]): Promise<{ restore(): Promise<void> }> => {
  const triggers = await client.query<{ table: string; name: string; enabled: string }>(
    `select c.oid::regclass::text as table, quote_ident(t.tgname) as name, t.tgenabled as enabled
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname in ('public', 'history') order by 1, 2`,
  )
  for (const table of tables) {
    for (const { name } of table.constraints.filter((c) => c.kind === 'foreign')) await client.query(`alter table ${sqlName(table)} drop constraint "${name}"`)
    await client.query(`alter table ${sqlName(table)} disable trigger user`)
  }
  return {
    restore: async () => {
      const states: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica', D: 'disable' }
      for (const { table, name, enabled } of triggers.rows) await client.query(`alter table ${table} ${states[enabled]} trigger ${name}`)
      for (const table of tables) {
        for (const { name, definition } of table.constraints.filter((c) => c.kind === 'foreign'))
          await client.query(`alter table ${sqlName(table)} add constraint "${name}" ${definition}`)
      }
    },
  }
}

/** Lets each identity go on after the highest number that is there. */
export const continueNumbering = async (client: pg.ClientBase, tables: readonly TableOf[]): Promise<void> => {
  for (const table of tables) {
    for (const { name } of table.columns.filter((c) => c.identity))
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), coalesce(max(t."${name}"), 1), max(t."${name}") is not null) from ${sqlName(table)} t`,
        [sqlName(table), name],
      )
  }
}
