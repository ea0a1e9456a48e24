import type pg from 'pg'

/** Every table, also of the history, that holds the word somewhere, as text or in a file's bytes; in the order of their names. */
export const whereIs = async (owner: pg.Client, word: string): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'history') order by 1`,
  )
  const found: string[] = []
  for (const { table } of rows) {
    const hit = await owner.query(
      `select from ${table} t where position($1 in lower(t::text)) > 0 or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0 limit 1`,
      [word],
    )
    if (hit.rowCount) found.push(table)
  }
  return found
}
