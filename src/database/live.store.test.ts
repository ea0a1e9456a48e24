import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { Live, LiveNews } from '../kernel/live.ts'
import { eventStream } from '../web/event-stream.ts'
import type { Env } from '../web/view.ts'
import { type Connection, openStore } from './connection.ts'
import { notify, type OpenedLive, openLive } from './live.ts'
import { type Deps, transact } from './transact.ts'

let database: TestDatabase
let connection: Connection
let deps: Deps
const opened: OpenedLive[] = []
const open = async (beat?: number): Promise<OpenedLive> => {
  const live = openLive(database.url, beat === undefined ? {} : { beat })
  opened.push(live)
  await live.listening
  return live
}
const tell = (topic: string, ...payloads: readonly unknown[]) =>
  transact(deps, { actor: 'system:test', act: 'tell' }, async (tx) => {
    for (const payload of payloads) await notify(tx, topic, payload)
  })
const until = async (holds: () => boolean): Promise<void> => {
  for (let n = 0; n < 500 && !holds(); n++) await pause(10)
  expect(holds()).toBe(true)
}
const payloads = (news: readonly LiveNews[]): readonly unknown[] => news.map((n) => (n.kind === 'event' ? n.payload : n.kind))
const breakListening = async (): Promise<number> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rowCount } = await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_notify%' and state = 'idle'`,
  )
  await owner.end()
  return rowCount ?? 0
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 4 })
  deps = { store: connection.store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) }
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((live) => live.close()))
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('live news', () => {
  it('reach every process in the order of the commits, and only what was committed', async () => {
    const ears = await Promise.all([open(), open()])
    const heard = ears.map((live) => {
      const news: LiveNews[] = []
      live.subscribe('meeting:1', (n) => news.push(n))
      return news
    })
    await tell('meeting:1', 1, 2, 2)
    await tell('meeting:2', 'elsewhere')
    await expect(
      transact(deps, { actor: 'system:test', act: 'fail' }, async (tx) => {
        await notify(tx, 'meeting:1', 'undone')
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await tell('meeting:1', { vote: 3 })
    await until(() => heard.every((news) => news.length === 4))
    for (const news of heard) expect(payloads(news)).toEqual([1, 2, 2, { vote: 3 }])
  })

  it('go on from an event heard in another process; what a young process cannot know is told as missed', async () => {
    const [first, second] = await Promise.all([open(), open()])
    const heard: LiveNews[] = []
    const seen: LiveNews[] = []
    first.subscribe('vote', (n) => heard.push(n))
    second.subscribe('vote', (n) => seen.push(n))
    await tell('vote', 'before')
    await until(() => heard.length === 1)
    const start = first.mark()
    await tell('vote', 'a', 'b', 'c')
    await until(() => heard.length === 4 && seen.length === 4)
    const after = (live: OpenedLive, id: string): readonly unknown[] => {
      const news: LiveNews[] = []
      live.subscribe('vote', (n) => news.push(n), id)()
      return payloads(news)
    }
    expect(after(second, (heard[1] as { id: string }).id)).toEqual(['b', 'c'])
    expect(after(second, start)).toEqual(['a', 'b', 'c'])
    expect(after(second, second.mark())).toEqual([])
    expect(after(await open(), (heard[0] as { id: string }).id)).toEqual(['missed'])
  })

  it('are heard again after the connection broke, and that something may be missed is told', async () => {
    const live = await open()
    const news: LiveNews[] = []
    live.subscribe('vote', (n) => news.push(n))
    expect(await breakListening()).toBe(1)
    await until(() => news.length === 1)
    await tell('vote', 'after')
    await until(() => news.length === 2)
    expect(payloads(news)).toEqual(['missed', 'after'])
  })

  it('are heard no more by who has left, nor after closing', async () => {
    const live = await open(5)
    const news: LiveNews[] = []
    const leave = live.subscribe('vote', (n) => news.push(n))
    await tell('vote', 1)
    await until(() => news.length === 1)
    leave()
    live.subscribe('vote', (n) => news.push(n))
    await tell('vote', 2)
    await until(() => news.length === 2)
    live.announceClosing()
    expect(payloads(news)).toEqual([1, 2, 'closing'])
  })
})

describe('a stream of events', () => {
  const streamOf = async (live: OpenedLive, headers: Record<string, string> = {}) => {
    const app = new Hono<Env>()
    app.get('/live', (c) => eventStream(c, { live, topic: 'vote', write: (event) => (event.payload === 'silent' ? null : `one\n${String(event.payload)}`) }))
    const answer = await app.request('/live', { headers })
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    let text = ''
    let done = false
    const reading = (async () => {
      for (;;) {
        const part = await reader.read()
        if (part.done) break
        text += new TextDecoder().decode(part.value)
      }
      done = true
    })()
    return { answer, text: () => text, done: () => done, cancel: () => reader.cancel().then(() => reading) }
  }

  it('carries ids and lines, replays from Last-Event-ID, ends when the process is about to stop', async () => {
    const live = await open()
    const stream = await streamOf(live)
    expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
    await tell('vote', 'silent', 'x', 'y')
    await until(() => stream.text().includes('y'))
    const [, id] = /id: (\S+)\ndata: one\ndata: x\n\n/.exec(stream.text()) ?? []
    expect(stream.text()).not.toContain('silent')
    const again = await streamOf(live, { 'last-event-id': id ?? '' })
    await until(() => again.text().includes('y'))
    expect(again.text()).not.toContain('data: x')
    const strange = await streamOf(live, { 'last-event-id': 'never heard of' })
    await until(() => strange.text().includes('action="refresh"'))
    await strange.cancel()
    live.announceClosing()
    await until(() => stream.done() && again.done())
  })

  it('is let go when its reader leaves, over a real connection', async () => {
    const live = await open()
    let listening = 0
    const counted: Live = {
      ...live,
      subscribe: (...given) => {
        const leave = live.subscribe(...given)
        listening++
        return () => {
          listening--
          leave()
        }
      },
    }
    const app = new Hono<Env>()
    app.get('/live', (c) => eventStream(c, { live: counted, topic: 'vote' }))
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
    })
    const reader = new AbortController()
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/live?after=${live.mark()}`, { signal: reader.signal })
    await until(() => listening === 1)
    await tell('vote', 'now')
    const part = await (answer.body as ReadableStream<Uint8Array>).getReader().read()
    expect(new TextDecoder().decode(part.value)).toContain('retry:')
    reader.abort()
    await until(() => listening === 0)
    await new Promise((resolve) => server.close(resolve))
  })

  it('ends at once when the session of its reader ends, their sign-in is switched off or an appointment of theirs ends; in each process', async () => {
    const live = await open()
    const [personId, postId, nodeId] = [deps.ids.next(), deps.ids.next(), deps.ids.next()]
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const write = async (...statements: readonly string[]): Promise<void> => {
      await owner.query('begin')
      await owner.query(`select set_config('genomslag.actor', 'system:test', true), set_config('genomslag.act', 'end', true)`)
      for (const statement of statements) await owner.query(statement)
      await owner.query('commit')
    }
    await write(
      `insert into node (id, slug, kind) values ('${nodeId}', 'x', 'board')`,
      `insert into person (id, given_name, family_name) values ('${personId}', 'P', 'T')`,
      `insert into account (id, person_id, username) values ('${deps.ids.next()}', '${personId}', 'p')`,
      `insert into post (id, slug, node_id, role, title_sv, title_en) values ('${postId}', 'p', '${nodeId}', 'secretary', 'S', 'S')`,
      `insert into appointment (id, post_id, person_id, valid) values ('${postId}', '${postId}', '${personId}', '[2020-01-01,)')`,
      `insert into session (token_digest, person_id, csrf, expires_at) values ('\\x00', '${personId}', 'x', now() + interval '1 day')`,
    )
    const app = new Hono<Env>()
    app.get('/', (c) => eventStream(c, { live, topic: 'x', endsAt: { live, topic: `reader:${personId}` } }))
    for (const end of [
      `delete from session where person_id = '${personId}'`,
      `update account set disabled = true where person_id = '${personId}'`,
      `update appointment set valid = '[2020-01-01,2022-01-01)' where person_id = '${personId}'`,
    ]) {
      const other = (await app.request('/')).body?.getReader()
      const ended = (async () => {
        for (;;) if ((await other?.read())?.done !== false) return true
      })()
      await write(end)
      expect(await ended).toBe(true)
    }
    await owner.end()
  })
})
