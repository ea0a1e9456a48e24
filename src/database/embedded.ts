import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Text } from '../kernel/text.ts'
import { findBinaries } from './embedded-binaries.ts'
import {
  askToStop,
  choosePort,
  chooseUser,
  findPostmaster,
  isServerOf,
  makeFolder,
  type Places,
  type Postmaster,
  placesIn,
  spawnServer,
} from './embedded-cluster.ts'
import { checkCluster, checkOwner, createCluster } from './embedded-create.ts'
import { withFileLock } from './file-lock.ts'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

export interface Embedded {
  /** Address of the database `genomslag`, as its owner. It holds the password: not for logs. */
  readonly url: string
  /** Lets go of the server; the last process that does so stops it. Safe to call twice. */
  stop(): Promise<void>
}

interface Options {
  /** A folder of the server's own; made when missing. */
  readonly dir: string
  readonly log?: (text: Text) => void
  /** For tests: does not wait for the disk. A power failure then loses data. */
  readonly fast?: boolean
}

const patience = 120_000

/**
 * Starts PostgreSQL 18 from the npm package on the data in `dir`, or joins the server that already runs there: another process's,
 * or one left alone when its process was killed. Several processes may start and stop at once. Should the server die under way,
 * it is started again on the same port. SIGINT, SIGTERM and SIGHUP stop it too, unless the program has handlers of its own
 * (which then call `stop`). Throws Trouble for what the surroundings refuse: folder, user, version, platform.
 */
export const startEmbedded = async ({ dir, log = () => {}, fast = false }: Options): Promise<Embedded> => {
  const places = placesIn(path.resolve(dir))
  prepare(places)
  let stopping = false
  let current = open(places, log, fast)
  const watch = (held: Held): void => {
    held.owner.once('end', () => {
      if (stopping) return
      log(words.restarting)
      current = open(places, log, fast)
      current.then(watch, (error: unknown) => log(words.notRestarted((error as Error).message)))
    })
  }
  const first = await current
  watch(first)

  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopping = true
    for (const signal of signals) process.off(signal, onSignal)
    stopped ??= current.then((held) => letGo(places, held)).catch(() => {})
    return stopped
  }
  let left = Number.NEGATIVE_INFINITY
  const onSignal = (signal: NodeJS.Signals): void => {
    // Ctrl-C under npm comes twice, by the terminal and by npm: what the program has begun to handle is not ours a moment later either.
    if (process.listenerCount(signal) > 1) left = performance.now()
    if (performance.now() - left < 1000) return
    void stop().then(() => process.kill(process.pid, signal))
  }
  // First in line: a handler that the program set with `once` is then still there to be seen.
  for (const signal of signals) process.prependListener(signal, onSignal)
  return { url: first.url, stop }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a process holds while it uses the server: a session of its own, with a lock shared by all owners. */
interface Held {
  readonly owner: pg.Client
  readonly url: string
  readonly bin: string
}

const prepare = (places: Places): void => {
  try {
    makeFolder(places.dir)
  } catch (error) {
    throw new Trouble(words.notWritable(places.dir, (error as Error).message), { cause: error })
  }
  checkOwner(places)
}

const open = (places: Places, log: (text: Text) => void, fast: boolean): Promise<Held> =>
  withFileLock(places.lock, async () => {
    const runAs = chooseUser(places)
    const bin = findBinaries(places.dir, runAs, log)
    if (!existsSync(places.cluster)) {
      log(words.creating)
      createCluster(places, bin, runAs, fast)
    }
    checkCluster(places)
    const { port } = (await running(places, log)) ?? (await start())
    const url = (database: string): string =>
      `postgres://postgres:${readFileSync(places.password, 'utf8').trim()}@127.0.0.1:${port}/${database}?sslmode=disable`
    const owner = await holdSession(places, url('postgres'))
    return { owner, url: url('genomslag'), bin }

    /** Tries again while the port is snatched, or while sessions of a killed server are still ending. */
    async function start(): Promise<Postmaster> {
      const until = performance.now() + 30_000
      for (;;) {
        const from = existsSync(places.log) ? statSync(places.log).size : 0
        const server = spawnServer(places, bin, runAs, await choosePort(places), fast)
        let failure: string | null = null
        server.once('error', (error) => (failure = error.message))
        server.once('exit', () => (failure ??= ''))
        const found = await untilReady(log, places, () => failure !== null)
        if (found) return found
        const why = failure || readFileSync(places.log, 'utf8').slice(from).trim()
        if (!/could not bind|still in use|lock file/.test(why) || performance.now() > until) throw new Trouble(words.notStarted(why))
        await sleep(100)
      }
    }
  })

/** The server that runs already, once it takes sessions; null when none does, or when it was stopping and has stopped. */
const running = async (places: Places, log: (text: Text) => void): Promise<Postmaster | null> => {
  const found = findPostmaster(places)
  return found && untilReady(log, places, () => !isServerOf(places, found.pid))
}

/** Waits while the server starts or recovers, which may take minutes after a crash; null when it is over instead. */
const untilReady = async (log: (text: Text) => void, places: Places, isOver: () => boolean): Promise<Postmaster | null> => {
  const began = performance.now()
  for (let told = false; !isOver(); await sleep(10)) {
    const found = findPostmaster(places)
    if (found?.status === 'ready') return found
    if (performance.now() - began > 10 * patience) throw new Trouble(words.notStarted('it does not become ready'))
    if (!told && performance.now() - began > 5000) {
      log(words.recovering)
      told = true
    }
  }
  return null
}

const gone = async (places: Places, pid: number): Promise<void> => {
  const began = performance.now()
  while (isServerOf(places, pid)) {
    if (performance.now() - began > patience) throw new Trouble(words.busyTooLong(places.dir))
    await sleep(10)
  }
}

/** Any numbers, the same in every process. The lock is taken in the database `postgres`, where no application code runs. */
const ownersLock = '717171, 1'

const holdSession = async (places: Places, url: string): Promise<pg.Client> => {
  const owner = new pg.Client({ connectionString: url, application_name: 'genomslag owner', keepAlive: true })
  owner.on('error', () => {}) // told by 'end'
  try {
    await owner.connect()
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new Trouble(words.passwordGone(places.password), { cause: error })
    throw error
  }
  await owner.query(`select pg_advisory_lock_shared(${ownersLock})`)
  const { rowCount } = await owner.query(`select from pg_database where datname = 'genomslag'`)
  if (rowCount === 0) await owner.query('create database genomslag')
  return owner
}

/** Stops the server unless other processes hold it: their sessions share the lock that is tried here. A killed process holds nothing. */
const letGo = (places: Places, { owner, bin }: Held): Promise<void> =>
  withFileLock(places.lock, async () => {
    const last = await owner
      .query<{ last: boolean }>(`select pg_advisory_unlock_shared(${ownersLock}), pg_try_advisory_lock(${ownersLock}) as last`)
      .then(({ rows }) => rows[0]?.last === true)
      .catch(() => false) // the server is gone, so there is nothing to stop
    await owner.end().catch(() => {})
    const server = findPostmaster(places)
    if (!last || server === null) return
    askToStop(places, bin, server.pid)
    await gone(places, server.pid)
  })
