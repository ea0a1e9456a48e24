import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import type { RunAs } from './embedded-binaries.ts'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

export const exe = process.platform === 'win32' ? '.exe' : ''
const nobody = 65534

/** The files of one embedded server, all in the folder it was given. */
export interface Places {
  readonly dir: string
  /** PostgreSQL's own data folder. */
  readonly cluster: string
  /** The owner's password, readable by the owner alone. */
  readonly password: string
  /** The port last used, so that addresses stay the same from one start to the next. */
  readonly port: string
  readonly lock: string
  readonly log: string
}

/** Where everything of a data folder lies. */
export const placesIn = (dir: string): Places => {
  const at = (name: string): string => path.join(dir, name)
  return { dir, cluster: at('cluster'), password: at('password'), port: at('port'), lock: at('lock'), log: at('server.log') }
}

/** Root may not run PostgreSQL: then it runs as whoever owns the data, at first nobody. No user is added to the system. */
export const chooseUser = ({ cluster }: Places): RunAs => {
  if (process.getuid?.() !== 0) return {}
  const owner = existsSync(cluster) ? statSync(cluster) : null
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : namedUser()
}

/** A user without rights that this system has a name for: nobody, which some small systems number otherwise or lack. */
export const namedUser = (): { uid: number; gid: number } => {
  const users = (existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  const { uid, gid } = users.find((user) => user.uid === nobody) ?? users.find(({ name }) => name === 'nobody') ?? users[0] ?? { uid: nobody, gid: nobody }
  return { uid, gid }
}

/**
 * How a program is given the data folder. As root on Linux it stands in the folder before it becomes another user, and the folder
 * is named by way of the process itself: then the folders above (root's home, a private temporary folder) may be closed to that user.
 */
export const standingIn = (folder: string, runAs: RunAs): { cwd: string; data: string } =>
  'uid' in runAs && process.platform === 'linux' ? { cwd: folder, data: '/proc/self/cwd' } : { cwd: path.dirname(folder), data: folder }

/** Variables such as PGDATA or PGOPTIONS of whoever starts us must not reach the server. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/** The running server of the data folder, by PostgreSQL's own note of it; null when there is none, or only the note is left. */
export const findPostmaster = (places: Places): Postmaster | null => {
  const note = path.join(places.cluster, 'postmaster.pid')
  if (!existsSync(note)) return null
  const lines = readFileSync(note, 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 && isServerOf(places, pid) ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : null
}

/** Process ids are used again, most of all after a restart of a container: the process must also be a postgres that stands in the folder. */
export const isServerOf = ({ cluster }: Places, pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as { code?: string }).code === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false // gone meanwhile, or another user's: no server of ours
  }
}

const neverLose = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']
const fastButFrail = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=4GB']

/**
 * Starts the server of the data folder. It listens on TCP on this machine alone and asks for a password (scram): unlike a Unix socket
 * that works for any length of path, as root and not, and on every system; unlike `trust`, other local users stay outside.
 * It is no child of the terminal: Ctrl-C reaches this process, which then stops the server in good order.
 */
export const spawnServer = (places: Places, bin: string, runAs: RunAs, port: number, fast: boolean): ChildProcess => {
  rmSync(path.join(places.cluster, 'postmaster.pid'), { force: true }) // of a server that is dead: findPostmaster said so
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'logging_collector=off',
    'log_checkpoints=off',
    'cluster_name=genomslag',
    ...(fast ? fastButFrail : neverLose),
  ]
  if (existsSync(places.log) && statSync(places.log).size > 5_000_000) renameSync(places.log, `${places.log}.old`)
  const log = openSync(places.log, 'a', 0o600)
  const { cwd, data } = standingIn(places.cluster, runAs)
  try {
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    const server = spawn(path.join(bin, `postgres${exe}`), args, { ...runAs, cwd, env: cleanEnvironment(), detached: true, stdio: ['ignore', log, log] })
    server.unref()
    return server
  } finally {
    closeSync(log)
  }
}

/** Asks the server to end all sessions, write everything down and stop. */
export const askToStop = (places: Places, bin: string, pid: number): void => {
  if (process.platform === 'win32') {
    spawnSync(path.join(bin, 'pg_ctl.exe'), ['stop', '-D', places.cluster, '-m', 'fast'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It is gone already: what was asked for.
  }
}

/** The port used last when it is free, else any free one. */
export const choosePort = async ({ port }: Places): Promise<number> => {
  const last = existsSync(port) ? Number(readFileSync(port, 'utf8')) : 0
  const chosen = (last > 0 ? await freePort(last) : null) ?? (await freePort(0))
  if (chosen === null) throw new Trouble(words.notStarted('no free port on 127.0.0.1'))
  if (chosen !== last) writeFileSync(port, String(chosen))
  return chosen
}

const freePort = (wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Makes the folder; it is closed to others, but root's lets the server's user pass through to programs copied there. */
export const makeFolder = (dir: string): void => {
  mkdirSync(dir, { recursive: true })
  const me = process.getuid?.()
  if (me === undefined || statSync(dir).uid === me) chmodSync(dir, me === 0 ? 0o711 : 0o700)
}
