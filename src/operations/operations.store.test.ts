import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../scripts/build.mjs'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { createAccount } from '../access/create-account.ts'
import { type Connection, openStore } from '../database/connection.ts'
import type { Deps } from '../database/transact.ts'
import { systemClock } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'

const password = 'en ganska lång mening'

/** Shares out requests in turn over the processes that say they are ready, and tries nothing twice. */
const openProxy = async (ports: readonly number[]): Promise<{ address: string; ready: () => number; close(): Promise<void> }> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const ready = new Set<number>()
  let turn = 0
  const watch = setInterval(() => {
    for (const port of ports) {
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => (answer.status === 200 ? ready.add(port) : ready.delete(port)),
        () => ready.delete(port),
      )
    }
  }, 60)
  const server: Server = createServer((incoming, outgoing) => {
    const open = ports.filter((port) => ready.has(port))
    const port = open[turn++ % open.length]
    const fail = (): void => {
      outgoing.statusCode = 502
      outgoing.end()
    }
    if (port === undefined) return fail()
    const onward = request({ port, host: '127.0.0.1', agent, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      const { connection: _, ...headers } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, headers)
      answer.on('error', fail).pipe(outgoing)
    })
    onward.on('error', fail)
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: () => ready.size,
    close: async () => {
      clearInterval(watch)
      agent.destroy()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** A browser: keeps its cookies, knows the token of the last form. */
const visitor = (address: string) => {
  const cookies = new Map<string, string>()
  let token = ''
  const ask = async (path: string, fields?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }> => {
    const headers = { cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; '), 'sec-fetch-site': 'same-origin' }
    const body = fields && new URLSearchParams({ _csrf: token, ...fields })
    const answer = await fetch(`${address}${path}`, { headers, redirect: 'manual', ...(body ? { method: 'POST', body } : {}) })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const text = await answer.text()
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token
    return { status: answer.status, text, headers: answer.headers }
  }
  return { ask }
}

describe('several processes', () => {
  let database: TestDatabase
  let connection: Connection
  let proxy: Awaited<ReturnType<typeof openProxy>>
  const ports = [0, 0]
  const children = new Map<ChildProcess, { log: string; ended: Promise<number | null> }>()

  const start = async (port: number): Promise<{ child: ChildProcess; port: number }> => {
    const env = { ...process.env, DATABASE_URL: database.url, GENOMSLAG_LANG: 'sv', GENOMSLAG_DRAIN: '0.6', GENOMSLAG_METRICS_TOKEN: 'prov' }
    const child = spawn(process.execPath, ['bin/genomslag.mjs', 'serve', '--empty', '--port', String(port)], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const told = { log: '', ended: new Promise<number | null>((resolve) => child.on('close', resolve)) }
    children.set(child, told)
    child.stderr.on('data', (chunk) => (told.log += String(chunk)))
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => /http:\S+\//.test(String(chunk)) && resolve(String(chunk)))
      child.on('close', () => reject(new Error(told.log)))
    })
    return { child, port: Number(/:(\d+)\//.exec(address)?.[1]) }
  }
  const until = async (holds: () => boolean): Promise<void> => {
    for (let n = 0; n < 400 && !holds(); n++) await pause(20)
    expect(holds()).toBe(true)
  }

  const running: ChildProcess[] = []
  beforeAll(async () => {
    await buildAll()
    database = await freshDatabase()
    connection = openStore(database.url, { max: 2 })
    const deps: Deps = { store: connection.store, clock: systemClock, ids: timeOrderedIds(() => new Date()) }
    expect((await createAccount(deps, { givenName: 'Hemliga', familyName: 'Namnet', username: 'elin', password })).ok).toBe(true)
    // Both lay out what is missing at the same moment.
    for (const [i, { child, port }] of (await Promise.all([start(0), start(0)])).entries()) {
      running[i] = child
      ports[i] = port
    }
    proxy = await openProxy(ports)
    await until(() => proxy.ready() === 2)
  })
  afterAll(async () => {
    await proxy.close()
    for (const child of children.keys()) child.kill('SIGKILL')
    await connection.close()
    await database.drop()
  })

  it('share sessions, and count attempts together', async () => {
    const reader = visitor(proxy.address)
    await reader.ask('/sign-in')
    expect((await reader.ask('/sign-in', { username: 'elin', password })).status).toBe(303)
    for (const port of [...ports, ...ports]) {
      const { status, text } = await fetch(`http://127.0.0.1:${port}/readyz`).then(async (answer) => ({ status: answer.status, text: await answer.text() }))
      expect([status, JSON.parse(text)]).toEqual([200, { database: true, migrations: true, worker: true, open: true }])
      expect((await reader.ask('/account')).text).toContain('Hemliga Namnet')
    }
    const stranger = visitor(proxy.address)
    await stranger.ask('/sign-in')
    const statuses: number[] = []
    for (let no = 0; no < 6; no++) statuses.push((await stranger.ask('/sign-in', { username: 'nisse', password: 'fel' })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    await connection.store.deleteFrom('sign_in_attempt').execute()
  })

  it('are restarted in turn under load without a failed request', async () => {
    const reader = visitor(proxy.address)
    await reader.ask('/sign-in')
    await reader.ask('/sign-in', { username: 'elin', password })
    const ending = new AbortController()
    let done = 0
    const failed: string[] = []
    const load = Array.from({ length: 4 }, async () => {
      while (!ending.signal.aborted) {
        try {
          const { status, text } = await reader.ask('/account')
          if (status !== 200 || !text.includes('Hemliga Namnet')) failed.push(`${status}`)
        } catch (error) {
          failed.push(String(error))
        }
        done++
      }
    })
    for (const [i, port] of ports.entries()) {
      const old = running[i] as ChildProcess
      old.kill('SIGTERM')
      await until(() => proxy.ready() === 1)
      expect(await children.get(old)?.ended).toBe(0)
      running[i] = (await start(port)).child
      await until(() => proxy.ready() === 2)
    }
    ending.abort()
    await Promise.all(load)
    expect(failed).toEqual([])
    expect(done).toBeGreaterThan(50)
  })

  it('tell how they are to who may ask, and nothing of anybody', async () => {
    const reader = visitor(proxy.address)
    await reader.ask('/people/018f0000-0000-7000-8000-000000000fff?q=Hemliga')
    const unknown = await reader.ask('/finns-inte/Hemliga?namn=Namnet')
    expect(unknown.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/)
    const [port] = ports
    const metrics = (headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    expect((await metrics({})).status).toBe(403)
    expect((await metrics({ authorization: 'Bearer fel' })).status).toBe(403)
    await fetch(`http://127.0.0.1:${port}/sign-in?back=/Hemliga`)
    const answer = await metrics({ authorization: 'Bearer prov' })
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toContain('application/openmetrics-text')
    expect(text.endsWith('# EOF\n')).toBe(true)
    expect(text).toMatch(/genomslag_http_requests_total\{method="GET",route="\/sign-in",status="200"\} \d/)
    expect(text).toMatch(/genomslag_http_request_duration_seconds_bucket\{method="GET",route="\/sign-in",le="\+Inf"\} \d/)
    expect(text).toMatch(/genomslag_database_connections\{state="idle"\} \d/)
    for (const line of text.split('\n').slice(0, -1)) expect(line).toMatch(/^# (TYPE|UNIT|HELP|EOF)|^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [\d.e+-]+$/)
    const logs = [...children.values()].map(({ log }) => log).join('')
    expect(logs + text).not.toMatch(/Hemliga|Namnet|elin|nisse|namn=|127\.0\.0\.1|000000000fff|finns-inte/)
    const lines = logs.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []))
    expect(lines.find((line) => line['route'] === '/people/:id')).toMatchObject({ level: 'info', event: 'request', method: 'GET', status: 404 })
    expect(lines.some((line) => line['event'] === 'stopping')).toBe(true)
  })
})
