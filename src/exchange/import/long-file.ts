import { z } from 'zod'
import { loadWho } from '../../access/who.ts'
import { type Deps, transact } from '../../database/transact.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { defineJob, type JobDeps } from '../../jobs/job.ts'
import { type ImportOutcome, shownOf } from './problem.ts'
import { targetOf, unreadable } from './target.ts'
import { dropFiles } from './waiting-files.ts'
import { filesOf, loadWaiting, type Waiting } from './waiting.ts'

const kind = 'import file'
const payload = z.object({ id: z.string(), personId: z.string(), turn: z.number() })
type Turn = z.infer<typeof payload>

/** How often it is told how far the work has come, and asked whether it is still wanted. */
const beat = 1000

/**
 * Asks for a long file to be looked at, or written, as work for later. False where work with it goes on, or is no longer to be done: a
 * file is written once it has been looked at and nothing was wrong.
 */
export const askForFile = (deps: Deps, personId: string, id: string, work: 'look' | 'write', rows: number): Promise<boolean> =>
  transact(deps, { actor: `person:${personId}`, act: 'import file' }, async (tx) => {
    const asked = await tx
      .updateTable('import_upload')
      .set((eb) => ({ work, turn: eb('turn', '+', 1), done: 0, of_rows: rows, ended: null, ...(work === 'look' ? { outcome: null } : {}) }))
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where((eb) =>
        work === 'look'
          ? eb.or([eb('work', 'is', null), eb('ended', 'in', ['found', 'stopped', 'failed'])])
          : eb.or([eb('ended', '=', 'found'), eb.and([eb('work', '=', 'write'), eb('ended', 'in', ['stopped', 'failed'])])]),
      )
      .returning('turn')
      .executeTakeFirst()
    if (asked) await enqueue(tx, kind, { id, personId, turn: asked.turn } satisfies Turn)
    return asked !== undefined
  })

/** Stops the work with a file: from now on none of it can be written, whoever does it. False where it has come to its end already. */
export const stopFile = async ({ store }: Deps, personId: string, id: string): Promise<boolean> =>
  (await store
    .updateTable('import_upload')
    .set({ ended: 'stopped' })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('work', 'is not', null)
    .where('ended', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

/**
 * Looks at a long file or writes it, once: what is written and that it is written are one transaction, so that work which is taken up again
 * after a crash finds it done, or nothing of it. It is done with the rights that its sender has then.
 */
export const importFileJob = defineJob(kind, payload, async (deps, turn, signal) => {
  const waiting = await loadWaiting(deps.store, turn.personId, turn.id)
  if (!waiting?.progress || !(await mine(deps, turn))) return
  const stopped = new AbortController()
  let done = 0
  let of = waiting.progress.of
  const told = setInterval(() => {
    // A beat that is missed is made up for by the next.
    void mine(deps, turn, { done, of_rows: of }).then(
      (still) => still || stopped.abort(),
      () => {},
    )
  }, beat)
  try {
    const outcome = await workOn(deps, turn, waiting, {
      signal: AbortSignal.any([signal, stopped.signal]),
      onProgress: (sofar, all) => ([done, of] = [sofar, all]),
    })
    if (!outcome.applied) await mine(deps, turn, { ended: 'found', outcome: JSON.stringify(shownOf(outcome)) })
  } catch (error) {
    if (stopped.signal.aborted) return
    if (!signal.aborted) await mine(deps, turn, { ended: 'failed' })
    throw error
  } finally {
    clearInterval(told)
  }
})

const workOn = async (
  deps: JobDeps,
  turn: Turn,
  { target: name, progress }: Waiting,
  how: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
): Promise<ImportOutcome> => {
  const who = await loadWho(deps.store, undefined, turn.personId, deps.clock.today())
  const target = await targetOf(deps, who, name)
  if (!target) return unreadable([])
  const settle = async (store: Deps['store']): Promise<boolean> => {
    const still = await mine({ ...deps, store }, turn, { ended: 'written', content: Buffer.alloc(0) })
    if (still) await dropFiles(store, turn.id)
    return still
  }
  const { digest: seen } = progress?.outcome ?? {}
  return target.run(deps, who, await filesOf(deps.store, turn.id), {
    apply: progress?.work === 'write',
    settle,
    ...(seen === undefined ? {} : { seen }),
    ...how,
  })
}

/** Writes what is known of the work, if it is still this turn's and goes on. */
const mine = async ({ store }: Pick<Deps, 'store'>, { id, turn }: Turn, known: object = {}): Promise<boolean> =>
  (await store
    .updateTable('import_upload')
    .set({ turn, ...known })
    .where('id', '=', id)
    .where('turn', '=', turn)
    .where('ended', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
