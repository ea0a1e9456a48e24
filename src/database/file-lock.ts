import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

/**
 * Runs `work` while no other process holds the lock file; waits for it at most `patience` ms, then throws Trouble.
 * The lock is SQLite's on a file of its own: the operating system lets go of it however a process dies,
 * so that nothing stale is ever left to judge (a file with a process id in it would be, after a restart of a container).
 */
export const withFileLock = async <T>(file: string, work: () => Promise<T>, patience = 120_000): Promise<T> => {
  const lock = new DatabaseSync(file)
  try {
    const until = performance.now() + patience
    while (!taken(lock)) {
      if (performance.now() > until) throw new Trouble(words.busyTooLong(file))
      await sleep(20)
    }
    return await work()
  } finally {
    lock.close()
  }
}

const sqliteBusy = 5

const taken = (lock: DatabaseSync): boolean => {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === sqliteBusy) return false
    throw error
  }
}
