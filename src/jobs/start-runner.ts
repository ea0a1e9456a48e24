import { randomUUID } from 'node:crypto'
import type { Deps } from '../database/transact.ts'
import type { Live } from '../kernel/live.ts'
import { topic } from './enqueue.ts'
import type { JobDeps, Work } from './job.ts'
import { takeTurn, untilNext } from './job-store.ts'
import { runOne } from './run-job.ts'

interface Options {
  readonly deps: Deps
  /** Where it hears that there is work. */
  readonly live: Live
  readonly work: Work
  readonly onError: (error: Error, kind: string) => void
  /** How many jobs at once. */
  readonly lanes?: number
  readonly lease?: number
}

export interface Runner {
  /** Lets what runs come to an end, within some seconds, and resolves. */
  stop(): Promise<void>
}

/** Looked around at least so often: for turns, for jobs whose holder died, and should a wake-up have been lost. */
const longestSleep = 15_000

/**
 * Runs the house's jobs in this process until it is stopped. Any number of processes may run: each job is done by one of them.
 * What goes wrong is told to `onError`, and tried again; the runner itself goes on as long as the process does.
 */
export const startRunner = ({ deps, live, work, onError, lanes = 3, lease = 30_000 }: Options): Runner => {
  const stopping = new AbortController()
  const { signal } = stopping
  const jobDeps: JobDeps = { ...deps, holder: randomUUID() }
  const sleepers = new Set<() => void>()
  let calls = 0
  const wake = (): void => {
    calls++
    for (const rise of sleepers) rise()
  }
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const rise = (): void => {
        clearTimeout(timer)
        sleepers.delete(rise)
        resolve()
      }
      const timer = setTimeout(rise, ms)
      sleepers.add(rise)
      if (signal.aborted) rise()
    })
  const kinds = work.jobs.map((job) => job.kind)
  const lane = async (first: boolean): Promise<void> => {
    while (!signal.aborted) {
      // A call that comes while this lane looks around is not slept through.
      const heard = calls
      try {
        if (first) for (const { job, slot } of work.turns) await takeTurn(deps.store, job.kind, slot(deps.clock.now()))
        if (await runOne({ deps: jobDeps, jobs: work.jobs, lease, signal, onError })) continue
        const next = await untilNext(deps.store, kinds)
        if (heard === calls) await sleep(Math.min(Math.max(next ?? longestSleep, 50), longestSleep))
      } catch (error) {
        if (signal.aborted) break
        onError(error as Error, 'runner')
        await sleep(1000)
      }
    }
  }
  const deaf = live.subscribe(topic, wake)
  const running = Array.from({ length: lanes }, (_, i) => lane(i === 0))
  return {
    stop: async () => {
      stopping.abort()
      deaf()
      wake()
      await Promise.all(running)
    },
  }
}
