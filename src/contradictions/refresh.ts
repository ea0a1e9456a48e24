import type { Deps, Tx } from '../database/transact.ts'
import { transact } from '../database/transact.ts'
import { type At, compositionSums, wholesWith } from './composition-sums.ts'
import { casePapers, decisionWords } from './papers.ts'
import { saveFound } from './save-found.ts'
import { treeSums } from './tree-sums.ts'

/** Looks at the sums that a series has a share in, at one node and period or at all; called by the acts that write figures. Returns how many stand. */
export const refreshSeries = async (tx: Tx, deps: Deps, seriesId: string, at: At | null = null): Promise<number> => {
  let standing = 0
  for (const wholeId of await wholesWith(tx, seriesId)) {
    const prefix = at ? `composition/${wholeId}/${at.nodeId}/${at.period}/` : `composition/${wholeId}/`
    standing += await saveFound(tx, deps, prefix, await compositionSums(tx, wholeId, at))
  }
  const found = await treeSums(tx, seriesId, at)
  if (!at) return standing + (await saveFound(tx, deps, `tree/${seriesId}/`, found))
  // The figure is a part of the unit above and the whole of those below.
  const above = await tx.selectFrom('node_version').select('parent_id').where('node_id', '=', at.nodeId).distinct().execute()
  for (const nodeId of [at.nodeId, ...above.flatMap((row) => row.parent_id ?? [])]) {
    const scope = `tree/${seriesId}/${nodeId}/${at.period}/`
    standing += await saveFound(
      tx,
      deps,
      scope,
      found.filter((one) => one.scope === scope),
    )
  }
  return standing
}

/** Looks at the papers of a case; called by the act that files one. */
export const refreshCase = async (tx: Tx, deps: Deps, caseId: string): Promise<number> => saveFound(tx, deps, `case/${caseId}/`, await casePapers(tx, caseId))

/** Looks at the words of a decision; called by the act that registers it. */
export const refreshDecision = async (tx: Tx, deps: Deps, decisionId: string): Promise<number> =>
  saveFound(tx, deps, `decision/${decisionId}/`, await decisionWords(tx, decisionId))

interface Passing {
  readonly progress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

const batch = 200

/** Looks at the whole municipality, a batch a transaction, so that it can be stopped and others can write meanwhile. Returns how many stand. */
export const refreshAll = async (deps: Deps, { progress, signal }: Passing = {}): Promise<number> => {
  const ids = async (table: 'series' | 'case_file' | 'decision'): Promise<readonly string[]> =>
    (await deps.store.selectFrom(table).select('id').orderBy('id').execute()).map((row) => row.id)
  const work: readonly (readonly [readonly string[], (tx: Tx, deps: Deps, id: string) => Promise<number>])[] = [
    [await ids('series'), refreshSeries],
    [await ids('case_file'), refreshCase],
    [await ids('decision'), refreshDecision],
  ]
  const all = work.reduce((sum, [list]) => sum + list.length, 0)
  let [done, standing] = [0, 0]
  for (const [list, look] of work) {
    for (let i = 0; i < list.length; i += batch) {
      signal?.throwIfAborted()
      const some = list.slice(i, i + batch)
      standing += await transact(deps, { actor: 'system:contradictions', act: 'look for contradictions' }, async (tx) => {
        let n = 0
        for (const id of some) n += await look(tx, deps, id)
        return n
      })
      done += some.length
      progress?.(done, all)
    }
  }
  return standing
}
