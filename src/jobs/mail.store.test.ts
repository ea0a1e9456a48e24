import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type MailServer, mailServer } from '../../test/mail-server.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { packageRoot } from '../database/package-root.ts'
import { type Deps, transact } from '../database/transact.ts'
import { systemClock } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { deliverMail, type Write } from './deliver-mail.ts'
import { NotNow } from './job.ts'
import { sendAgain } from './mail-store.ts'
import { smtpConfig, type SmtpConfig } from './smtp.ts'

const person = '0190b0b0-0000-7000-8000-000000000001'
const holder = '0190b0b0-0000-7000-8000-00000000000a'
const letter: Write = async (_, mail, token) => ({
  subject: 'Tre saker väntar på dig',
  text: `Å ${mail.id}`,
  html: '<p>Å</p>',
  locale: 'sv',
  unsubscribe: `https://genomslag.example.org/unsubscribe/${token}`,
})

describe('the outbox, on a real mail server', () => {
  let database: TestDatabase
  let connection: Connection
  let deps: Deps
  let server: MailServer
  const children: ChildProcess[] = []
  beforeAll(async () => {
    database = await freshDatabase()
    connection = openStore(database.url)
    deps = { store: connection.store, clock: systemClock, ids: timeOrderedIds(() => new Date()) }
    await transact(deps, { actor: 'system:test', act: 'lay out' }, (tx) =>
      tx.insertInto('person').values({ id: person, given_name: 'Nermin', family_name: 'Test', party: null, email: null }).execute(),
    )
  })
  beforeEach(async () => {
    server = await mailServer()
    await deps.store.deleteFrom('mail').execute()
  })
  afterEach(() => {
    server.cut()
    return server.close()
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await connection.close()
    await database.drop()
  })

  const waiting = async (...to: readonly string[]): Promise<void> => {
    const common = { person_id: person, cadence: 'daily', day: '2022-05-17', holder: null, held_until: null, error: null } as const
    const rows = to.map((address) => ({ ...common, id: deps.ids.next(), address, unsubscribe_digest: null, handed_at: null, ended_at: null }))
    await deps.store.insertInto('mail').values(rows).execute()
  }
  const many = (n: number): Promise<void> => waiting(...Array.from({ length: n }, (_, i) => `p${i}@example.org`))
  const config = (): SmtpConfig =>
    smtpConfig({ SMTP_URL: server.url, MAIL_FROM: 'genomslag@boras.example.org', GENOMSLAG_URL: 'http://localhost' }) as SmtpConfig
  /** Runs what waits once; tells why it stopped before the end, if it did. */
  const deliver = (write = letter): Promise<string | null> =>
    deliverMail({ ...deps, holder }, config(), write, new AbortController().signal).then(
      () => null,
      (error: unknown) => {
        if (error instanceof NotNow) return error.message
        throw error
      },
    )
  const states = async (): Promise<Readonly<Record<string, number>>> => {
    const rows = await deps.store
      .selectFrom('mail')
      .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('state')
      .execute()
    return Object.fromEntries(rows.map((r) => [r.state, r.n]))
  }
  const allMayGo = () =>
    deps.store
      .updateTable('mail')
      .set({ next_at: new Date(0) })
      .execute()
  const tosOnce = (): boolean => new Set(server.received.map((r) => r.to)).size === server.received.length

  it('hands in each letter once, with what a reader and a mail program need', async () => {
    await many(5)
    expect(await deliver()).toBeNull()
    expect(await deliver()).toBeNull()
    expect(await states()).toEqual({ sent: 5 })
    expect(server.received).toHaveLength(5)
    const [first] = server.received
    const ids = (await deps.store.selectFrom('mail').select('id').execute()).map((r) => `<${r.id}@boras.example.org>`)
    expect(server.received.map((r) => r.messageId).toSorted()).toEqual(ids.toSorted())
    expect(first?.raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/genomslag\.example\.org\/unsubscribe\/[\w-]{43}>/m)
    expect(first?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    expect(first?.raw).toMatch(/^Content-Type: multipart\/alternative/m)
  })

  it('loses nothing while the server is away', async () => {
    await many(3)
    const port = Number(new URL(server.url).port)
    await server.close()
    expect(await deliver()).toMatch(/ECONNREFUSED|refused/i)
    expect(await states()).toEqual({ waiting: 3 })
    server = await mailServer(port)
    await allMayGo()
    expect(await deliver()).toBeNull()
    expect(await states()).toEqual({ sent: 3 })
    expect(tosOnce()).toBe(true)
  })

  it('lets a bad address hold up nobody, and comes back to who says “later”', async () => {
    await waiting('a@example.org', 'nobody@example.org', 'busy@example.org', 'not an address', 'b@example.org')
    server.behave({
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('no such user'), { responseCode: 550 })
            : address.startsWith('busy')
              ? Object.assign(new Error('try later'), { responseCode: 451 })
              : null,
        ),
    })
    expect(await deliver()).toMatch(/wait/)
    expect(await states()).toEqual({ sent: 2, refused: 2, waiting: 1 })
    server.behave({})
    await allMayGo()
    expect(await deliver()).toBeNull()
    expect(server.received.map((r) => r.to).toSorted()).toEqual(['a@example.org', 'b@example.org', 'busy@example.org'])
    expect(await sendAgain(deps.store, 'all refused')).toBe(2)
  })

  it('takes a server that lets us send nothing for one that is away', async () => {
    await many(2)
    server.behave({ onMailFrom: (_, __, done) => done(Object.assign(new Error('not you'), { responseCode: 550 })) })
    expect(await deliver()).toMatch(/not you/)
    expect(await states()).toEqual({ waiting: 2 })
  })

  it('sends again what was cut before its content, and tells as unsure what was cut after it', async () => {
    await many(3)
    server.behave({ onRcptTo: () => server.cut() })
    expect(await deliver()).toMatch(/closed|ECONNRESET/i)
    expect(await states()).toEqual({ waiting: 3 })
    await allMayGo()
    server.behave({ onData: (stream) => stream.resume().on('end', () => server.cut()) })
    expect(await deliver()).toBeNull()
    expect(await states()).toEqual({ unsure: 3 })
    server.behave({})
    expect(await deliver()).toBeNull()
    expect(server.received).toHaveLength(0)
    const { id } = await deps.store.selectFrom('mail').select('id').executeTakeFirstOrThrow()
    expect(await sendAgain(deps.store, [id])).toBe(1)
    await deliver()
    expect(server.received.map((r) => r.messageId)).toEqual([`<${id}@boras.example.org>`])
  })

  it('drops what there is nothing left to tell of, and keeps what cannot be written', async () => {
    await many(2)
    let asked = 0
    const write: Write = async (...args) => {
      if (asked++ > 0) throw new Error('a defect')
      void args
      return null
    }
    await expect(deliver(write)).rejects.toThrow('a defect')
    expect(await states()).toEqual({ dropped: 1, waiting: 1 })
  })

  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [path.join(packageRoot, 'test', 'mail-process.ts'), database.url, server.url], { stdio: 'inherit' })
    children.push(child)
    return child
  }
  /** Starts a process, kills it when the server meets its 21st letter, and lets another go on. */
  const killAtThe21st = async (where: 'before' | 'after'): Promise<void> => {
    await many(50)
    let met = 0
    const met21 = new Promise<void>((resolve) => {
      server.behave({
        ...(where === 'before' && { onRcptTo: (_, __, done) => (++met === 21 ? resolve() : done()) }),
        ...(where === 'after' && {
          onData: (stream, _, done) => stream.resume().on('end', () => (++met === 21 ? resolve() : done())),
        }),
      })
    })
    const first = start()
    await met21
    first.kill('SIGKILL')
    await once(first, 'exit')
    server.behave({})
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await once(start(), 'exit')
  }

  it('sends each of 50 once though its process was killed before the content of one', async () => {
    await killAtThe21st('before')
    expect(await states()).toEqual({ sent: 50 })
    expect(server.received).toHaveLength(50)
    expect(tosOnce()).toBe(true)
  })

  it('sends none of 50 twice though its process was killed while handing one in, and tells which', async () => {
    await killAtThe21st('after')
    expect(await states()).toEqual({ sent: 49, unsure: 1 })
    expect(server.received).toHaveLength(29)
  })

  it('sends each once from two processes', async () => {
    await many(40)
    await Promise.all([once(start(), 'exit'), once(start(), 'exit')])
    expect(await states()).toEqual({ sent: 40 })
    expect(server.received).toHaveLength(40)
    expect(tosOnce()).toBe(true)
  })
})

it('reads where letters are handed in', () => {
  const site = { GENOMSLAG_URL: 'https://genomslag.example.org/', MAIL_FROM: 'x@example.org' }
  expect(smtpConfig({})).toBeNull()
  expect(smtpConfig({ ...site, SMTP_URL: 'smtps://a%40b:c@mail.example.org' })).toEqual({
    host: 'mail.example.org',
    port: 465,
    secure: true,
    auth: { user: 'a@b', pass: 'c' },
    from: 'x@example.org',
    site: 'https://genomslag.example.org',
  })
  expect(() => smtpConfig({ ...site, SMTP_URL: 'mail.example.org' })).toThrow('SMTP_URL')
  expect(() => smtpConfig({ ...site, SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'x' })).toThrow('MAIL_FROM')
  expect(() => smtpConfig({ ...site, SMTP_URL: 'smtp://mail.example.org', GENOMSLAG_URL: 'genomslag' })).toThrow('GENOMSLAG_URL')
})
