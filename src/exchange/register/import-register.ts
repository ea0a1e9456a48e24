import { noteSecrets } from '../../access/access-log.ts'
import type { Deps } from '../../database/transact.ts'
import { isId } from '../../kernel/identity.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { choicesFor } from '../../registers/choices.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import { handInAllEntries } from '../../registers/hand-in-entry.ts'
import { writeAllFreeFields } from '../../registers/write-free-fields.ts'
import { inOne } from '../import/in-one.ts'
import type { Run } from '../import/run.ts'
import { type ImportOutcome, mostProblems, type Problem } from '../import/problem.ts'
import type { Named } from '../import/read-cell.ts'
import { type RowWrite, whatChanged } from './change-row.ts'
import type { RowMade } from './create-row.ts'
import { loadRows } from './load-rows.ts'
import { readRow, readRows } from './read-rows.ts'
import type { Importing, RowDone } from './row.ts'

/**
 * Reads a list of a register in again, through the register's own acts, in one transaction: each row by its id, new ones without. All of
 * it is written, or nothing when anything is wrong; every problem is told with its cell. Rows that say what they said when they were
 * written are left alone, whatever others have done since; one that was changed here and by others is a conflict.
 */
export const importRegister = async (deps: Deps, who: Who, definition: AnyDefinition, asked: Run): Promise<ImportOutcome> => {
  const { table, onProgress = () => {}, signal } = asked
  const { columns, rows, problems: found } = readRows(definition, table)
  const problems: Problem[] = found.slice(0, mostProblems)
  if (problems.length > 0) return { rows: [], unchanged: 0, problems, applied: false }
  // What they say now is told beside what they would become. Noted outside the transaction: a preview that is undone was still looked at.
  await noteSecrets(deps, who, 'export', rows.map((row) => row.id).filter(isId), `/import/register/${definition.path}`)
  return inOne(deps, asked, async (inside, tx) => {
    const tree = await loadTree(tx, deps.clock.today())
    const choices = await choicesFor(tx, definition, tree)
    const named = Object.fromEntries(
      Object.entries(choices).map(([field, options]): [string, Named[]] => [field, options.map((o) => namedOption(o, (id) => tree.get(id)))]),
    )
    const bodies = tree.nodes.map((n): Named => ({ id: n.id, names: [n.name.sv, n.name.en, n.short, n.slug].filter(Boolean) }))
    const importing: Importing = { deps: inside, who, definition, columns, tree, named, bodies, today: deps.clock.today(), nextId: () => deps.ids.next() }
    const changed: ImportOutcome['rows'][number][] = []
    const firstAt = new Map<string, number>()
    let unchanged = 0
    for (let from = 0; from < rows.length; from += 500) {
      signal?.throwIfAborted()
      onProgress(from, rows.length)
      const some = rows.slice(from, from + 500)
      const standing = await loadRows(importing, some)
      const read: (RowDone | RowWrite | RowMade)[] = []
      for (const row of some) {
        const what = readRow(importing, row, standing, firstAt)
        read.push('since' in what ? what.refused(await whatChanged(importing, row.id, what.since)) : what)
      }
      for (const done of await carryOut(importing, read)) {
        problems.push(...done.problems)
        if (done.row) changed.push(done.row)
        else if (done.problems.length === 0) unchanged++
      }
      if (problems.length >= mostProblems) break
    }
    return { rows: changed, unchanged, problems: problems.slice(0, mostProblems) }
  })
}

/** Lets what some rows change and make be written at once, and tells what became of each row. */
const carryOut = async ({ deps, who, definition }: Importing, read: readonly (RowDone | RowWrite | RowMade)[]): Promise<readonly RowDone[]> => {
  const writes = read.filter((r): r is RowWrite => 'asked' in r)
  const changes = await writeAllFreeFields(
    deps,
    who,
    definition,
    writes.map((w) => w.asked),
  )
  const makes = read.filter((r): r is RowMade => 'made' in r)
  const news = await handInAllEntries(
    deps,
    who,
    definition,
    makes.map((m) => m.made),
  )
  const became = new Map<RowWrite | RowMade, RowDone>([
    ...writes.map((w, i) => [w, w.done(changes[i] as (typeof changes)[number])] as const),
    ...makes.map((m, i) => [m, m.done(news[i] as (typeof news)[number])] as const),
  ])
  return read.map((r) => ('done' in r ? (became.get(r) as RowDone) : r))
}

/** A choice by its words; a node also by its short name, a post also by its title alone. */
const namedOption = (
  option: { value: string; label: { sv: string; en: string } },
  node: (id: string) => { short: string; slug: string } | undefined,
): Named => {
  const { sv, en } = option.label
  const found = node(option.value)
  return { id: option.value, names: found ? [sv, en, found.short, found.slug].filter(Boolean) : [sv, en, sv.split(', ')[0] ?? '', en.split(', ')[0] ?? ''] }
}
