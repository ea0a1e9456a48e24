import { createHash } from 'node:crypto'
import type { Deps } from '../../database/transact.ts'
import type { Who } from '../../kernel/who.ts'
import { importAppointment, importPerson, importPost } from './import-people.ts'
import { closeUnit, importUnits } from './import-units.ts'
import { type ListKind, listKinds, lists } from './lists.ts'
import type { Problem, ReadList, Row } from './read-list.ts'
import type { ChangedRow, Named, RowAct } from './row-act.ts'
import { words } from './words.ts'

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

const identify: Record<ListKind, (row: Row) => string> = {
  units: (row) => row.text('key'),
  people: (row) => row.text('key'),
  posts: (row) => row.text('key'),
  appointments: (row) => `${row.text('post')}\u0000${row.text('from')}`,
}

/** Rows that say something about what an earlier row has said already. */
const tellTwice = (kind: ListKind, rows: readonly Row[]): void => {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const id = identify[kind](row)
    const earlier = seen.get(id)
    if (earlier !== undefined) row.wrong(lists[kind].columns[0]?.id ?? '', { code: 'import.twice', text: words.twice(earlier) })
    else seen.set(id, row.no)
  }
}

/**
 * Carries out the lists by the organisation's own acts, all in one transaction: with anything wrong, nothing is done. Without `apply`
 * everything is done, told and undone (rows that cannot be read are left out, so that all that is wrong is told at once): the preview is what would happen, refusals by law and rights with it. With `apply` it is done if
 * the outcome is the one that was seen.
 */
export const importOrganisation = async (deps: Deps, who: Who, read: readonly ReadList[], apply: { readonly digest: string } | null): Promise<Outcome> => {
  const problems = (): readonly Problem[] => read.flatMap((list) => list.problems)
  const of = (kind: ListKind): readonly Row[] => read.filter((list) => list.kind === kind).flatMap((list) => list.rows)
  for (const kind of listKinds) tellTwice(kind, of(kind))
  const keys = new Map(listKinds.map((kind) => [kind, new Set(of(kind).map((row) => row.text('key')))] as const))
  const named: Named = (kind, key) => keys.get(kind)?.has(key) === true
  const good = (kind: ListKind): readonly Row[] => of(kind).filter((row) => !row.bad)
  try {
    return await deps.store.transaction().execute(async (tx) => {
      const inner: Deps = { ...deps, store: tx }
      const rows: (ChangedRow | null)[] = [...(await importUnits(inner, who, good('units'), named))]
      const acts: readonly (readonly [ListKind, RowAct])[] = [
        ['people', importPerson],
        ['posts', importPost],
        ['appointments', importAppointment],
        ['units', closeUnit],
      ]
      for (const [kind, act] of acts) for (const row of good(kind)) rows.push(await act(inner, who, row, named))
      const changed = rows.filter((row) => row !== null)
      const digest = createHash('sha256').update(JSON.stringify(changed)).digest('hex')
      const all = listKinds.reduce((n, kind) => n + of(kind).length, 0)
      const outcome: Outcome = { rows: changed, unchanged: Math.max(0, all - changed.length), problems: problems(), digest, done: false }
      if (outcome.problems.length > 0 || apply?.digest !== digest) throw new Undo(outcome)
      return { ...outcome, done: true }
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}
