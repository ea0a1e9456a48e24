import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunAs } from './embedded-binaries.ts'
import { cleanEnvironment, exe, namedUser, type Places, standingIn } from './embedded-cluster.ts'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

/** Makes the data folder, whole or not at all: a start that is killed half-way leaves nothing that looks finished. */
export const createCluster = ({ dir, cluster, password }: Places, bin: string, runAs: RunAs, fast: boolean): void => {
  const unfinished = path.join(dir, 'cluster.unfinished')
  const secret = path.join(dir, 'password.initial')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  rmSync(password, { force: true })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
  writeFileSync(secret, readFileSync(password), { mode: 0o600 })
  if ('uid' in runAs) for (const file of [unfinished, secret]) chownSync(file, runAs.uid, runAs.gid)

  // The password goes in by an open file: the server's user may be unable to reach its path.
  const opened = openSync(secret, 'r')
  const { cwd, data } = standingIn(unfinished, runAs)
  const pwfile = process.platform === 'win32' ? secret : '/dev/stdin'
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${pwfile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const initdb = [path.join(bin, `initdb${exe}`), ...args, '--locale=C', ...(fast ? ['--no-sync'] : [])]
  const run = (command: readonly string[]) =>
    spawnSync(command[0] as string, command.slice(1), { ...runAs, cwd, env: cleanEnvironment(), stdio: [opened, 'ignore', 'pipe'], encoding: 'utf8' })
  const first = run(initdb)
  // initdb wants a name for its user, which an id given to a container may lack: then it gets one in a user namespace, where allowed.
  const nameless = first.stderr?.includes('could not look up effective user ID') && process.platform === 'linux'
  const second = nameless ? run(['unshare', '--user', `--map-user=${namedUser().uid}`, `--map-group=${namedUser().gid}`, ...initdb]) : first
  closeSync(opened)
  rmSync(secret)
  if (second.status !== 0)
    throw new Trouble(nameless ? words.namelessUser(process.getuid?.() ?? 0) : words.notCreated(second.error?.message ?? second.stderr.trim()))
  renameSync(unfinished, cluster)
}

/** Refuses a folder that another user has begun to use: this one could neither read the password nor run the server. Root can. */
export const checkOwner = ({ dir, cluster }: Places): void => {
  const me = process.getuid?.() ?? 0
  if (me !== 0 && [dir, cluster].some((folder) => existsSync(folder) && statSync(folder).uid !== me)) throw new Trouble(words.othersFolder(dir))
}

/** Refuses a data folder of another PostgreSQL, or one that nobody has the password of. */
export const checkCluster = ({ cluster, password }: Places): void => {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18') throw new Trouble(words.otherVersion(cluster, version))
  if (!existsSync(password)) throw new Trouble(words.passwordGone(password))
}
