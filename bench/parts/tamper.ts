import pg from 'pg'
import { verifyHistory } from '../../src/database/verify.ts'

export interface TamperCount {
  readonly tampered: number
  readonly found: number
  /** What was done and not found, in words. */
  readonly unseen: readonly string[]
}

interface Row {
  readonly place: string
  readonly content: Record<string, unknown>
}

const pick = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T

/**
 * Changes, takes away or slips in one row at a time, in any table under history or in the history itself, as somebody could who owns the
 * database and has switched its guards off; asks the verification; and puts the row back.
 */
export const tamperAndVerify = async (ownerUrl: string, times: number, progress: (done: number) => void = () => {}): Promise<TamperCount> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows: tracked } = await owner.query<{ relation: string }>('select relation from history.tracked order by relation')
    const tables: string[] = ['history.entry', 'history.seal']
    for (const { relation } of tracked) if ((await owner.query(`select from ${relation} limit 1`)).rows.length > 0) tables.push(relation)
    // The guards of tables under history are told to hold always: whoever owns the database can still take them away.
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
    let found = 0
    let tampered = 0
    const unseen: string[] = []
    while (tampered < times) {
      const table = pick(tables)
      const way = pick(['alter', 'remove', 'slip in'] as const)
      const undo = await tamper(owner, table, way)
      if (!undo) continue
      tampered += 1
      if ((await verifyHistory(owner)).breaks.length > 0) found += 1
      else unseen.push(`${way} ${table}`)
      await undo()
      progress(tampered)
    }
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`)
    for (const { relation } of tracked) await owner.query(`alter table ${relation} enable always trigger record`)
    return { tampered, found, unseen }
  } finally {
    await owner.end()
  }
}

/** Does it, and answers how it is undone; null where the table's own constraints would not have it. */
const tamper = async (owner: pg.Client, table: string, way: 'alter' | 'remove' | 'slip in'): Promise<(() => Promise<void>) | null> => {
  const { rows } = await owner.query<Row>(`select ctid::text as place, to_jsonb(t) as content from ${table} t order by random() limit 1`)
  const row = rows[0]
  if (!row) return null
  // The row is answered as it was stored: a time is written in another way than it was given, and is found again only as it stands.
  const put = async (content: Record<string, unknown>): Promise<string> => {
    const sql = `insert into ${table} as t overriding system value select * from jsonb_populate_record(null::${table}, $1::jsonb) returning to_jsonb(t)::text as stored`
    const stored = (await free(owner, sql, JSON.stringify(content)))[0]?.stored
    if (stored === undefined) throw new Error(`nothing was put into ${table}`)
    return stored
  }
  const take = async (stored: string): Promise<void> => {
    const gone = await free(owner, `delete from ${table} t where to_jsonb(t) = $1::jsonb returning to_jsonb(t)::text as stored`, stored)
    if (gone.length !== 1) throw new Error(`${gone.length} rows instead of one were taken from ${table}`)
  }
  const other = way === 'remove' ? null : changed(table, row.content, way)
  if (way !== 'remove' && !other) return null
  const original = JSON.stringify(row.content)
  let stored: string | null = null
  try {
    await owner.query('begin')
    if (way !== 'slip in') await take(original)
    if (other) stored = await put(other)
    const { rows: same } = await owner.query<{ same: boolean }>('select $1::jsonb = $2::jsonb as same', [stored, original])
    if (same[0]?.same) throw new Error('nothing was changed')
    await owner.query('commit')
  } catch {
    await owner.query('rollback')
    return null
  }
  return async () => {
    if (stored !== null) await take(stored)
    if (way !== 'slip in') await put(row.content)
  }
}

const free = async (owner: pg.Client, sql: string, value: string): Promise<{ stored: string }[]> => {
  await owner.query(`set session_replication_role = replica`)
  try {
    return (await owner.query<{ stored: string }>(sql, [value])).rows
  } finally {
    await owner.query(`reset session_replication_role`).catch(() => {})
  }
}

/** The row with one value another, or a row of its own; null where there is nothing to change. */
const changed = (table: string, content: Record<string, unknown>, way: 'alter' | 'slip in'): Record<string, unknown> | null => {
  if (way === 'slip in') {
    if (table === 'history.seal') return null
    const id = content['id']
    if (typeof id === 'string')
      return {
        ...content,
        id: `${id.slice(0, -4)}${Math.floor(Math.random() * 0xffff)
          .toString(16)
          .padStart(4, '0')}`,
      }
    return typeof id === 'number' ? { ...content, id: id + 10_000_000 } : null
  }
  const words = Object.entries(content).filter(
    ([name, value]) => typeof value === 'string' && value !== '' && !/(^|_)id$|^kind$|^valid$|digest|chain|key|state|actor/.test(name),
  )
  const numbers = Object.entries(content).filter(([name, value]) => typeof value === 'number' && !/^id$|entry_id/.test(name))
  const chosen = pick([...words, ...numbers])
  if (!chosen) return null
  const [name, value] = chosen
  if (typeof value === 'number') return { ...content, [name]: value + 1 }
  return { ...content, [name]: /^\d{4}-\d{2}-\d{2}/.test(value as string) ? `1999-12-31${(value as string).slice(10)}` : `${value as string} ` }
}
