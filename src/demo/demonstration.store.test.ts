import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { verifyHistory } from '../database/verify.ts'
import { ensureClauseKinds } from '../decisions/clause-kinds.ts'
import { touched } from '../history/change.ts'
import { toldValue } from '../history/told-value.ts'
import { day } from '../kernel/day.ts'
import { say } from '../kernel/text.ts'
import { ensureRegisters } from '../registers/ensure-registers.ts'
import { contentOf, loadDemonstration } from './load-demonstration.ts'

describe('the demonstration municipality', () => {
  let database: TestDatabase
  let connection: Connection
  const owned = async <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> => {
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    return work(owner).finally(() => owner.end())
  }
  beforeAll(async () => {
    database = await freshDatabase()
    await owned(async (owner) => {
      await ensureRegisters(owner)
      await ensureClauseKinds(owner)
    })
    connection = openStore(database.url)
    await loadDemonstration({ store: connection.store, ownerUrl: database.ownerUrl, progress: () => {} })
  })
  afterAll(async () => {
    await connection.close()
    await database.drop()
  })

  const count = async (table: 'decision' | 'entry' | 'report' | 'case_file' | 'figure' | 'dispatch' | 'person', where = ''): Promise<number> =>
    Number((await connection.pool.query(`select count(*) as n from ${table} ${where}`)).rows[0].n)

  it('is loaded whole, through the rooms’ own acts', async () => {
    expect(await contentOf(connection.store)).toBe('whole')
    expect(await count('decision')).toBe(81)
    expect(await count('case_file')).toBe(64)
    expect(await count('figure', `where series_id not in (select id from series where slug like 'register.%')`)).toBe(335)
    expect(await count('figure', `where series_id in (select id from series where slug like 'register.%')`)).toBeGreaterThan(10)
    expect(await count('person')).toBeGreaterThanOrEqual(120)
    expect(await count('entry', `where register = 'assignment' and parent_id is null`)).toBe(24)
    expect(await count('report')).toBeGreaterThanOrEqual(13)
  })

  it('holds law 1: every steering entry came of a clause', async () => {
    expect(await count('entry', 'where steering and clause_id is null')).toBe(0)
  })

  it('has a history that holds', async () => {
    const { breaks, rows } = await owned((owner) => verifyHistory(owner))
    expect(breaks).toEqual([])
    expect(rows).toBeGreaterThan(1000)
  })

  it('tells every change in words, in both languages: no code, no identity, no bare name of a column', async () => {
    const { rows } = await connection.pool.query<{ relation: string; content: Record<string, unknown> }>(
      `select distinct on (relation, content -> 'kind', content -> 'state', content -> 'act', content -> 'register', content -> 'role') relation, content
         from history.entry
        where content is not null and relation not in ('meeting_fact', 'agenda_version', 'access_log', 'setting', 'contradiction', 'minutes', 'ballot', 'vote', 'voter')`,
    )
    const bare: string[] = []
    for (const { relation, content } of rows) {
      const change = { id: 0, relation, key: '', op: 'insert', before: null, after: content, actor: '', act: '', day: day('2022-05-17') } as const
      for (const field of touched({ ...change, recordedAt: new Date(0), clauseId: null, position: null })) {
        for (const locale of ['sv', 'en'] as const) {
          const value = toldValue(field, field.after, { names: new Map(), locale })
          if (/_|^[a-z]+[A-Z]/.test(say(field.label, locale)) || field.label.sv === field.name.replaceAll('_', ' ')) bare.push(`${relation}.${field.name}`)
          if (/\b[a-z]+_[a-z]+\b|[0-9a-f]{8}-[0-9a-f]{4}/.test(value) && !value.includes('@')) bare.push(`${relation}.${field.name}: ${value}`)
        }
      }
    }
    expect([...new Set(bare)]).toEqual([])
  })

  it('searches in words, never in codes', async () => {
    const { rows } = await connection.pool.query(
      `select title, body from search_item where body ~ '\\m[a-z]+_[a-z]+\\M' or body ~ '\\m(delegable|neither|reported)\\M'`,
    )
    expect(rows).toEqual([])
  })

  it('tells that the budget’s summary and its operations differ by 263 tkr, twice, so that the net hides it', async () => {
    const { rows } = await connection.pool.query(`select (finding ->> 'difference')::float8 as difference, sureness from contradiction where gone is null`)
    expect(rows.filter((row) => Math.abs(row.difference) === 263).map((row) => row.sureness)).toEqual(['error', 'error'])
    expect(rows).toHaveLength(2)
  })

  it('shows the six areas of Göteborg that nobody owns', async () => {
    const { rows } = await connection.pool.query(`select count(*) as n from continuation where node_id is null and post_id is null and dropped is null`)
    expect(Number(rows[0].n)).toBe(6)
  })
})
