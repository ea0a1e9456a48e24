import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Live, LiveEvent, LiveNews } from '../kernel/live.ts'
import { programRole } from './connection.ts'
import type { Tx } from './transact.ts'

const channel = 'genomslag_live'

/**
 * Tells every process about `topic` ('meeting:<id>') when the transaction commits, and nobody when it does not. `payload` is for ids
 * and numbers: at most some 7 kB as JSON (PostgreSQL's limit), and never anything that not everybody may read.
 */
export const notify = async (tx: Tx, topic: string, payload: unknown = null): Promise<void> => {
  await sql`select pg_notify(${channel}, jsonb_build_object('id', uuidv7(), 'topic', ${topic}::text, 'payload', ${JSON.stringify(payload)}::jsonb)::text)`.execute(
    tx,
  )
}

/** So many of the latest events are remembered, for browsers that come back. */
const remembered = 1000

export interface OpenedLive extends Live {
  /** Resolves when the connection first listens. What is told before that may be missed. */
  readonly listening: Promise<void>
  /** Tells all subscribers that the process is about to stop. */
  announceClosing(): void
  close(): Promise<void>
}

/**
 * Opens the ear of this process on the database at `url`: one connection, opened again for as long as it takes when it breaks.
 * PostgreSQL delivers notifications to every listener in one and the same order, that of the commits. So an id that is remembered
 * here tells exactly what came after it, whichever process the browser heard it from; an id that is not remembered (this process is
 * young, its connection was broken, or it was long ago) gives `missed`.
 */
export const openLive = (url: string, { onError = () => {}, beat = 30_000 }: { onError?: (error: Error) => void; beat?: number } = {}): OpenedLive => {
  const subscribers = new Map<string, Set<(news: LiveNews) => void>>()
  let memory: LiveEvent[] = []
  let client: pg.Client | null = null
  const closed = new AbortController()
  const all = (news: LiveNews): void => {
    for (const hears of subscribers.values()) for (const hear of hears) hear(news)
  }
  const take = (text: string): void => {
    const event: LiveEvent = { kind: 'event', ...(JSON.parse(text) as Omit<LiveEvent, 'kind'>) }
    memory.push(event)
    if (memory.length > remembered * 2) memory = memory.slice(-remembered)
    for (const hear of subscribers.get(event.topic) ?? []) hear(event)
  }
  /** One connection's life: resolves or throws when it has ended. `ready` is called when it listens. */
  const listen = async (ready: () => void): Promise<void> => {
    const own = new pg.Client({ connectionString: url, keepAlive: true, options: `-c role=${programRole}` })
    const ended = new Promise<Error | null>((resolve) => {
      own.on('error', resolve)
      own.on('end', () => resolve(null))
    })
    own.on('notification', ({ payload = '' }) => take(payload))
    const alive = new AbortController()
    try {
      client = own
      await own.connect()
      await own.query(`listen ${channel}`)
      memory = []
      // So that there is a mark from the first moment, which the other processes know too. One's own notification comes before the answer.
      await own.query(`select pg_notify($1, jsonb_build_object('id', uuidv7(), 'topic', 'process', 'payload', null)::text)`, [channel])
      ready()
      // A cut network may end a connection without a word: it is asked now and then, and its silence is its end.
      const silence = watch(own, beat, alive.signal)
      const error = await Promise.race([ended, silence])
      if (error) throw error
    } finally {
      alive.abort()
      // An ended or silent connection need not be waited for.
      own.end().catch(() => {})
    }
  }
  const listening = Promise.withResolvers<void>()
  const life = async (): Promise<void> => {
    let wait = 100
    for (let times = 0; !closed.signal.aborted; ) {
      await listen(() => {
        wait = 100
        if (times++ > 0) all({ kind: 'missed' })
        listening.resolve()
      }).catch(onError)
      await pause(wait, undefined, { signal: closed.signal, ref: false }).catch(() => {})
      wait = Math.min(wait * 2, 5000)
    }
  }
  const living = life()

  return {
    listening: listening.promise,
    subscribe: (topic, hear, after = null) => {
      const hears = subscribers.get(topic) ?? new Set()
      subscribers.set(topic, hears.add(hear))
      if (after !== null) {
        const place = memory.findIndex((event) => event.id === after)
        if (place < 0) hear({ kind: 'missed' })
        for (const event of place < 0 ? [] : memory.slice(place + 1)) if (event.topic === topic) hear(event)
      }
      return () => {
        hears.delete(hear)
        if (hears.size === 0 && subscribers.get(topic) === hears) subscribers.delete(topic)
      }
    },
    mark: () => memory.at(-1)?.id ?? '',
    announceClosing: () => all({ kind: 'closing' }),
    close: async () => {
      closed.abort()
      await client?.end().catch(() => {})
      await living
    },
  }
}

/** Asks the connection now and then whether it is there; resolves with an error when it does not answer before the next time. */
const watch = async (client: pg.Client, beat: number, signal: AbortSignal): Promise<Error | null> => {
  for (;;) {
    const rested = await pause(beat, true, { signal, ref: false }).catch(() => false)
    if (!rested) return null
    const answered = await Promise.race([
      client.query('select 1').then(
        () => true,
        () => false,
      ),
      pause(beat, false, { ref: false }),
    ])
    if (!answered) return new Error('the listening connection does not answer')
  }
}
