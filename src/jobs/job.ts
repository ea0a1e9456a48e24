import type { z } from 'zod'
import type { Deps } from '../database/transact.ts'

/** What a job is run with: what acts are given, and who runs it, for those that hold things of their own while they run. */
export interface JobDeps extends Deps {
  /** The runner's identity, new at each start of a process. */
  readonly holder: string
}

/** A kind of work: what it is told, and how it is done. It may be run again after a crash, so doing it twice must come to the same. */
export interface Job {
  readonly kind: string
  /** Resolves when done. What it throws is told, and the job tried again later. `signal` is aborted when the process is to stop. */
  run(deps: JobDeps, payload: unknown, signal: AbortSignal): Promise<void>
}

/** States a kind of work. A payload that does not fit its schema is a defect, and thrown. */
export const defineJob = <P>(
  kind: string,
  payload: z.ZodType<P>,
  run: (deps: JobDeps, payload: P, signal: AbortSignal) => Promise<void>,
): Job & { readonly payload: z.ZodType<P> } => ({ kind, payload, run: (deps, given, signal) => run(deps, payload.parse(given), signal) })

/** Work that comes back: the name of its turn at an instant ('2026-11-25T14'), in the order of time. A new name is a new turn. */
export interface Turn {
  readonly job: Job
  readonly slot: (now: Date) => string
}

/** The work of the house, as the runner is given it. */
export interface Work {
  readonly jobs: readonly Job[]
  readonly turns: readonly Turn[]
}

/** Thrown by a job that cannot be done now but surely later (a mail server is away): waits without counting as a failure. */
export class NotNow extends Error {
  readonly seconds: number
  constructor(why: string, seconds: number) {
    super(why)
    this.seconds = seconds
  }
}
