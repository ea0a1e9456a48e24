import { createHash } from 'node:crypto'
import type { Deps } from '../../database/transact.ts'
import type { Who } from '../../kernel/who.ts'
import { importAppointment, importPerson, importPost } from './import-people.ts'
import { closeUnit, importUnits } from './import-units.ts'
import type { How } from '../import/run.ts'
import type { Problem, ReadList } from './read-list.ts'
import { readRows } from './read-rows.ts'
import type { ChangedRow, RowAct } from './row-act.ts'

/** What a set of lists would do, or has done. `digest` tells two outcomes apart: what was shown is what is done. */
export interface Outcome {
  readonly rows: readonly ChangedRow[]
  readonly unchanged: number
  readonly problems: readonly Problem[]
  readonly digest: string
  readonly done: boolean
}

/** Thrown to undo everything: a preview, or an import with something wrong. */
class Undo extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('undone')
    this.outcome = outcome
  }
}

/**
 * Carries out the lists by the organisation's own acts, all in one transaction: with anything wrong, nothing is done. Without `apply`
 * everything is done, told and undone (rows that cannot be read are left out, so that all that is wrong is told at once): the preview is what would happen, refusals by law and rights with it. With `apply` it is done if
 * the outcome is the one that was seen, and `settle` lets it.
 */
export const importOrganisation = async (
  deps: Deps,
  who: Who,
  read: readonly ReadList[],
  apply: { readonly digest: string } | null,
  { settle = () => Promise.resolve(true), onProgress = () => {}, signal }: Pick<How, 'settle' | 'onProgress' | 'signal'> = {},
): Promise<Outcome> => {
  const problems = (): readonly Problem[] => read.flatMap((list) => list.problems)
  const { units, people, posts, appointments, count, named } = readRows(read)
  try {
    return await deps.store.transaction().execute(async (tx) => {
      const inner: Deps = { ...deps, store: tx }
      const rows: (ChangedRow | null)[] = [...(await importUnits(inner, who, units, named))]
      const carryOut = async <R>(all: readonly R[], act: RowAct<R>): Promise<void> => {
        for (const one of all) {
          signal?.throwIfAborted()
          onProgress(rows.length, count)
          rows.push(await act(inner, who, one, named))
        }
      }
      await carryOut(people, importPerson)
      await carryOut(posts, importPost)
      await carryOut(appointments, importAppointment)
      const well = units.filter(({ row }) => !row.bad)
      await carryOut(well, closeUnit)
      const changed = rows.filter((row) => row !== null)
      const digest = createHash('sha256').update(JSON.stringify(changed)).digest('hex')
      const outcome: Outcome = { rows: changed, unchanged: Math.max(0, count - changed.length), problems: problems(), digest, done: false }
      if (outcome.problems.length > 0 || apply?.digest !== digest) throw new Undo(outcome)
      if (!(await settle(tx))) throw new Undo(outcome)
      return { ...outcome, done: true }
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}
