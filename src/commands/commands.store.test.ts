import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../scripts/build.mjs'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { idOf } from '../demo/ids.ts'

/** The command as somebody runs it, on a database of the test's own. */
describe('the command line', () => {
  let database: TestDatabase
  const data = mkdtempSync(path.join(tmpdir(), 'genomslag-commands-'))
  const children: ChildProcess[] = []
  beforeAll(async () => {
    await buildAll()
    database = await freshDatabase()
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await database.drop()
    rmSync(data, { recursive: true, force: true })
  })

  const begin = (...args: readonly string[]): ChildProcess => {
    const env = { ...process.env, DATABASE_URL: database.url, GENOMSLAG_DATA: data, GENOMSLAG_LANG: 'sv' }
    const child = spawn(process.execPath, ['bin/genomslag.mjs', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
    children.push(child)
    return child
  }
  const run = async (input: string, ...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> => {
    const child = begin(...args)
    let [out, err] = ['', '']
    child.stdout?.on('data', (chunk) => (out += String(chunk)))
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    child.stdin?.end(input)
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { code, out, err }
  }
  /** Waits until the child has written something that fits. */
  const says = (child: ChildProcess, words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      let all = ''
      const hear = (chunk: Buffer): void => {
        all += String(chunk)
        const found = words.exec(all)
        if (found) resolve(found[0])
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.on('close', () => reject(new Error(`ended without saying ${words}: ${all}`)))
    })

  it('tells what it can do, and what is wrong with a call', async () => {
    expect(await run('', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('verify') })
    expect(await run('', 'fly')).toMatchObject({ code: 2, err: expect.stringContaining('”fly”') })
    expect(await run('', 'serve', '--port', 'åtta')).toMatchObject({ code: 2, err: expect.stringContaining('”åtta”') })
    expect(await run('', 'verify', '--anchor', 'x')).toMatchObject({ code: 2 })
    expect(await run('', 'verify', '--nonsense')).toMatchObject({ code: 2 })
  })

  it('begins again when the first load was killed in the middle, and keeps its data when killed afterwards', async () => {
    const first = begin('serve', '--port', '0')
    await says(first, /\d+ av \d+ \(2021/)
    first.kill('SIGKILL')
    const second = begin('serve', '--port', '0')
    const address = /http:\S+/.exec(await says(second, /http:\S+\//))?.[0] ?? ''
    expect((await fetch(`${address}bodies/aln`)).status).toBe(200)
    second.kill('SIGKILL')
    const third = begin('serve', '--port', '0')
    const again = await says(third, /Laddar|http:\S+\//)
    expect(again).toMatch(/^http/)
    third.kill('SIGTERM')
    expect(await new Promise((resolve) => third.on('close', resolve))).toBe(0)
  })

  it('verifies, remembers the place, and finds what was done on the side', async () => {
    const whole = await run('', 'verify', '--json')
    expect({ code: whole.code, ...(JSON.parse(whole.out) as object) }).toMatchObject({ code: 0, ok: true, breaks: [] })
    const pg = await import('pg')
    const owner = new pg.default.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await owner.query(`alter table person disable trigger all; update person set family_name = 'Annan' where id = (select id from person limit 1)`)
    await owner.end()
    const broken = await run('', 'verify')
    expect(broken.code).toBe(1)
    expect(broken.out).toContain('person')
  })

  it('makes an account, with every reason when it does not', async () => {
    const short = await run('kort', 'account', 'asta', 'Asta', 'Testdotter')
    expect(short.code).toBe(1)
    expect(await run('ett långt och bra lösenord\n', 'account', 'asta', 'Asta', 'Testdotter')).toMatchObject({ code: 0, out: expect.stringContaining('asta') })
    expect((await run('ett långt och bra lösenord\n', 'account', 'asta', 'Asta', 'Testdotter')).code).toBe(1)
  })

  it('reads a list in as somebody: tells every hindrance, and calls nobody who is not there', async () => {
    const file = path.join(data, 'lista.csv')
    writeFileSync(file, 'Id;Version;Humör\n;;glad\n')
    expect((await run('', 'import', 'agreements', file)).code).toBe(2)
    expect((await run('', 'import', 'agreements', file, '--as', 'asta', '--apply', '--preview')).code).toBe(2)
    expect(await run('', 'import', 'agreements', file, '--as', 'ingen')).toMatchObject({ code: 1, err: expect.stringContaining('”ingen”') })
    expect(await run('', 'import', 'ingenting', file, '--as', 'asta')).toMatchObject({ code: 1, err: expect.stringContaining('”ingenting”') })
    const wrong = await run('', 'import', 'agreements', file, '--as', 'asta', '--json')
    expect({ code: wrong.code, ...(JSON.parse(wrong.out) as object) }).toMatchObject({
      code: 1,
      ok: false,
      applied: false,
      problems: [{ cell: 'C1', refusal: { code: 'import.column_unknown' } }],
    })
    writeFileSync(file, 'Id;Version\n')
    expect(await run('', 'import', 'agreements', file, '--as', 'asta', '--apply')).toMatchObject({ code: 0, out: expect.stringContaining('Inläst') })
  })

  it('reads figures in as the one whose post it is: shown first, then written, once', async () => {
    const pg = await import('pg')
    const owner = new pg.default.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const kept = async (): Promise<unknown> =>
      (await owner.query(`select value::int, version from figure where series_id = $1 and period = '2013'`, [idOf('thing', 'feriearbetare')])).rows
    try {
      await owner.query(`begin; select set_config('genomslag.actor', 'system:test', true)`)
      await owner.query(`insert into account (id, person_id, username) values (uuidv7(), $1, 'ida')`, [idOf('person', 'ida-forsmark')])
      await owner.query('commit')
      const file = path.join(data, 'matt.csv')
      writeFileSync(file, 'Enhet;Period;Värde (ungdomar);Status\nArbetslivsnämnden;2013;1412;Slutlig\n')
      const readInAs = (username: string, ...more: readonly string[]) => run('', 'import', 'figures:feriearbetare', file, '--as', username, ...more)
      expect((await readInAs('asta', '--apply')).code).toBe(1) // she has no post
      expect(await readInAs('ida')).toMatchObject({ code: 0, out: expect.stringContaining('--apply') })
      expect(await kept()).toEqual([])
      expect(await readInAs('ida', '--apply')).toMatchObject({ code: 0, out: expect.stringContaining('Inläst') })
      expect((await readInAs('ida', '--apply')).code).toBe(0)
      expect(await kept()).toEqual([{ value: 1412, version: 1 }])
    } finally {
      await owner.end()
    }
  })

  it('founds a municipality of one’s own in an empty database, once', async () => {
    const own = await freshDatabase()
    const shared = database
    database = own
    try {
      expect(await run('ett långt och bra lösenord', 'found', 'Testköping', 'berit', 'Berit', 'Testdotter')).toMatchObject({ code: 0 })
      expect((await run('ett långt och bra lösenord', 'found', 'Annanstad', 'asta', 'Asta', 'Testdotter')).code).toBe(1)
      const child = begin('serve', '--port', '0')
      const address = /http:\S+/.exec(await says(child, /http:\S+\//))?.[0] ?? ''
      expect(await (await fetch(`${address}organisation`)).text()).toContain('Testköping')
      child.kill('SIGKILL')
    } finally {
      database = shared
      await own.drop()
    }
  })

  it('loads nothing over a municipality', async () => expect((await run('', 'load')).code).toBe(1))
})
