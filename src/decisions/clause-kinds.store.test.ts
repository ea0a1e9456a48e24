import pg from 'pg'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { ensureClauseKinds } from './clause-kinds.ts'
import { clauseKinds, enactments } from './enactments.ts'

it('tells the database every kind of clause, also when many processes start at once', async () => {
  const database = await freshDatabase()
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 8 })
  await Promise.all(Array.from({ length: 8 }, () => ensureClauseKinds(pool)))
  await pool.query('update clause_kind set has_effect = not has_effect where name = $1', ['note'])
  await ensureClauseKinds(pool)
  const { rows } = await pool.query<{ name: string; has_effect: boolean }>('select name, has_effect from clause_kind order by name collate "C"')
  await pool.end()
  await database.drop()
  expect(rows).toEqual(clauseKinds.toSorted().map((name) => ({ name, has_effect: enactments[name].hasEffect })))
  expect(rows.filter((r) => !r.has_effect).map((r) => r.name)).toEqual(['note', 'reject', 'send_on'])
})
