import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'

/** A municipality served by a process of its own from a folder of its own, for loading it and for killing it. */
export interface Town {
  readonly data: string
  /** Asks the database as its owner. The connection is new for each question: the database may have been killed since. */
  ask<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>
  /** Starts a process that serves it, with more in its environment where that is given. */
  serve(env?: Readonly<Record<string, string>>): Promise<Served>
  remove(): Promise<void>
}

export interface Served {
  readonly address: string
  readonly pid: number
  /** `kill -9` of the program; with `database` of the database's first process too. Waits until they are gone. */
  kill(database?: boolean): Promise<void>
  /** Asks it to stop, and waits. */
  stop(): Promise<void>
}

/** A process of the program with these arguments, on the data of the folder. */
export const run = (data: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, ['bin/genomslag.mjs', ...args, '--json', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GENOMSLAG_LOG: 'json', ...env },
  })

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', (code) => resolve(code ?? 1)) : resolve(child.exitCode ?? 1),
  )

/** Makes a synthetic municipality, or takes the one in `folder`, which is then left when all is done. */
export const townOf = async (size: string, years: number, folder: string | undefined = process.env['BENCH_DATA']): Promise<Town> => {
  const data = folder ?? mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
  if (!existsSync(path.join(data, 'postgres'))) {
    const code = await ended(run(data, ['synth', '--seed', '1', '--size', size, '--years', String(years)]).on('error', () => {}))
    if (code !== 0) throw new Error(`synth ended with ${code}`)
  }
  const postgres = path.join(data, 'postgres')
  // While the town stands its database does; a killed one is started again by whoever asks next.
  let held = await startEmbedded({ dir: postgres, log: () => {} })
  const ask = async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> => {
    const client = new pg.Client({ connectionString: held.url })
    client.on('error', () => {})
    await client.connect()
    return client
      .query<T>(sql, [...values])
      .then(({ rows }) => rows)
      .finally(() => client.end())
  }
  const postmaster = (): number => Number(readFileSync(path.join(postgres, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  const serve = async (env: Readonly<Record<string, string>> = {}): Promise<Served> => {
    const child = run(data, ['serve', '--port', '0'], env)
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const told = /"address":"([^"]+)"/.exec(said)?.[1]
        if (told) resolve(told)
      })
      child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)))
    })
    return {
      address,
      pid: child.pid as number,
      kill: async (database = false) => {
        const pid = postmaster()
        child.kill('SIGKILL')
        if (database) process.kill(pid, 'SIGKILL')
        await ended(child)
        if (!database) return
        await held.stop().catch(() => {})
        held = await startEmbedded({ dir: postgres, log: () => {} })
      },
      stop: async () => {
        child.kill('SIGTERM')
        await ended(child)
      },
    }
  }
  return {
    data,
    ask,
    serve,
    remove: async () => {
      await held.stop()
      if (!folder) rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A session opened straight in the database, with the cookie that carries it. */
export const openSessions = async (town: Town, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const cookies = new Map(personIds.map((id) => [id, randomBytes(32).toString('base64url')]))
  const digests = [...cookies.values()].map((token) => createHash('sha256').update(token).digest())
  await town.ask(
    `insert into session (token_digest, person_id, csrf, expires_at) select d, p, encode(sha256(d), 'hex'), now() + '12 hours' from unnest($1::bytea[], $2::uuid[]) as s (d, p)`,
    [digests, [...cookies.keys()]],
  )
  return new Map([...cookies].map(([id, token]) => [id, `genomslag=${token}`]))
}

/** An assignment under way, and somebody who carries it out and may note how it goes. */
export interface Writable {
  readonly entryId: string
  readonly personId: string
}

/** Assignments under way whose unit has somebody there today. */
export const writables = (town: Town): Promise<readonly Writable[]> =>
  town.ask<{ entryId: string; personId: string }>(
    `select distinct on (e.id) e.id as "entryId", a.person_id as "personId"
       from entry e join post p on p.node_id = e.owner_id and p.role in ('department_head', 'unit_head', 'officer')
       join appointment a on a.post_id = p.id and a.valid @> (select (value ->> 'day')::date from setting where name = 'demo')
      where e.register = 'assignment' and e.state = 'accepted' order by e.id, a.id`,
  )

const jsonOf = (cookie: string) => ({ cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' })

/** Notes how an assignment goes, on top of the version that was seen. Answers the status. */
export const note = async (address: string, cookie: string, entryId: string, version: number, comment: string): Promise<number> => {
  const answer = await fetch(`${address}api/assignments/${entryId}/acts`, {
    method: 'POST',
    headers: jsonOf(cookie),
    body: JSON.stringify({ act: 'note', comment, version }),
  })
  await answer.arrayBuffer()
  return answer.status
}

export const versionOf = async (address: string, cookie: string, entryId: string): Promise<number> => {
  const answer = await fetch(`${address}api/assignments/${entryId}`, { headers: jsonOf(cookie) })
  return ((await answer.json()) as { version: number }).version
}

/** Bytes in the memory of the database, what its processes share counted once; of the program as it is. Linux only: null elsewhere. */
export const memoryOf = (served: Served, data: string): { readonly program: number; readonly database: number } | null => {
  try {
    const first = Number(readFileSync(path.join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    const read = (pid: number | string, name: string, field: string): number =>
      Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/${name}`, 'utf8'))?.[1] ?? 0) * 1024
    const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === first)
    return {
      program: read(served.pid, 'status', 'VmRSS'),
      database: [String(first), ...children].reduce((sum, pid) => sum + read(pid, 'smaps_rollup', 'Pss'), 0),
    }
  } catch {
    return null
  }
}

const parentOf = (pid: string): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}
