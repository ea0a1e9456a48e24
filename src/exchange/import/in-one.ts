import type { Deps, Tx } from '../../database/transact.ts'
import { exchangeWords as words } from '../words.ts'
import { type ImportOutcome, problemAt } from './problem.ts'
import type { Run } from './run.ts'

/** What undoes a preview, and a file with a problem: it carries what was found out. */
class Undo extends Error {
  readonly outcome: ImportOutcome
  constructor(outcome: ImportOutcome) {
    super('undone')
    this.outcome = outcome
  }
}

/**
 * Does a whole file in one transaction and lets it stand only when it is to be applied and nothing was wrong. A preview does all of it
 * and undoes it: what it tells is what would happen, by the same acts.
 */
export const inOne = async (
  deps: Deps,
  { apply, settle = () => Promise.resolve(true) }: Pick<Run, 'apply' | 'settle'>,
  work: (deps: Deps, tx: Tx) => Promise<Omit<ImportOutcome, 'applied'>>,
): Promise<ImportOutcome> => {
  try {
    return await deps.store.transaction().execute(async (tx) => {
      const found = await work({ ...deps, store: tx }, tx)
      const outcome = { ...found, applied: apply && found.problems.length === 0 }
      if (!outcome.applied) throw new Undo(outcome)
      if (!(await settle(tx)))
        throw new Undo({ ...outcome, applied: false, problems: [problemAt('', undefined, { code: 'import.gone', text: words.readInAlready })] })
      return outcome
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}
