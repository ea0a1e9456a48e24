import type pg from 'pg'

/** Switches the history of tables off while a bench lays its data, and on again: what is measured afterwards is written as always. */
export const withoutHistory = async (owner: pg.Client, tables: readonly string[], sql: readonly string[]): Promise<void> => {
  const history = (how: 'disable' | 'enable always'): string => tables.map((t) => `alter table ${t} ${how} trigger record;`).join('\n')
  await owner.query(`begin; set local session_replication_role = replica; ${history('disable')}`)
  for (const statement of sql) await owner.query(statement)
  await owner.query(`${history('enable always')}; commit`)
}

/** Milliseconds that the work takes. */
export const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
