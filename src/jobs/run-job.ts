import { finishJob, type HeldJob, keepJob, putBack, takeJob } from './job-store.ts'
import { type Job, type JobDeps, NotNow } from './job.ts'

/** Seconds to wait after the nth failure; after the last one it is given up, and told to the operator. */
const waits = [10, 60, 300, 900, 3600, 3600, 3600, 3600] as const

interface Running {
  readonly deps: JobDeps
  readonly jobs: readonly Job[]
  /** Milliseconds that a job is held; renewed while it runs, so that only what a dead process held is taken over. */
  readonly lease: number
  readonly signal: AbortSignal
  readonly onError: (error: Error, kind: string) => void
}

/** Takes and runs one job that is due. False when there is none. Never throws for what a job throws. */
export const runOne = async (running: Running): Promise<boolean> => {
  const { deps, jobs, lease } = running
  const held = await takeJob(
    deps.store,
    deps.holder,
    jobs.map((job) => job.kind),
    lease,
  )
  if (!held) return false
  const beat = setInterval(() => void keepJob(deps.store, deps.holder, held, lease).catch(() => {}), lease / 3)
  try {
    await jobs.find((job) => job.kind === held.kind)?.run(deps, held.payload, running.signal)
    await finishJob(deps.store, deps.holder, held)
  } catch (error) {
    await failed(running, held, error as Error)
  } finally {
    clearInterval(beat)
  }
  return true
}

const failed = async ({ deps, onError, signal }: Running, held: HeldJob, error: Error): Promise<void> => {
  // Stopped in the middle by the process's own stop: the next one takes it up at once.
  if (signal.aborted) return putBack(deps.store, deps.holder, held, { seconds: 0, error: null, counts: false })
  if (error instanceof NotNow) return putBack(deps.store, deps.holder, held, { seconds: error.seconds, error: error.message, counts: false })
  onError(error, held.kind)
  await putBack(deps.store, deps.holder, held, { seconds: waits[held.attempts - 1] ?? null, error: error.message.slice(0, 500) })
}

/** Runs everything that is due now, one after the other, without waiting for more: for commands, for loading and for tests. */
export const runDue = async (deps: JobDeps, jobs: readonly Job[], { lease = 30_000, signal = new AbortController().signal } = {}): Promise<number> => {
  const errors: Error[] = []
  let done = 0
  while (!signal.aborted && (await runOne({ deps, jobs, lease, signal, onError: (error) => errors.push(error) }))) done++
  if (errors[0]) throw errors[0]
  return done
}
