import type { Text } from '../../kernel/text.ts'
import { cellName, type ReadTable } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import { type Problem, problemAt } from './problem.ts'

interface Headed {
  readonly id: string
  readonly head: Text
}

const simple = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/**
 * Which column of the file is which: by their heads in either language, or by their own names; a unit in brackets may differ or be
 * left out. Unknown ones, and those that stand twice, are problems.
 */
export const readHeads = <C extends Headed>(
  columns: readonly C[],
  { heads, headRow }: ReadTable,
): {
  readonly places: ReadonlyMap<string, { readonly column: C; readonly at: number; readonly unit: string | null }>
  readonly problems: readonly Problem[]
} => {
  const byWords = new Map<string, C>()
  for (const column of columns) {
    for (const word of [column.id, column.head.sv, column.head.en]) {
      for (const spelt of [simple(word), simple(word.replace(/ \([^)]*\)$/, ''))]) if (!byWords.has(spelt)) byWords.set(spelt, column)
    }
  }
  const places = new Map<string, { column: C; at: number; unit: string | null }>()
  const problems: Problem[] = []
  for (const [at, head] of heads.entries()) {
    if (head === '') continue
    const column = byWords.get(simple(head)) ?? byWords.get(simple(head.replace(/\s*\([^)]*\)$/, '')))
    const wrong = (code: string, text: Text): void => void problems.push(problemAt(cellName(at, headRow), { kind: 'text', text: head }, { code, text }))
    if (!column) wrong('import.column_unknown', words.unknownColumn(head.slice(0, 80)))
    else if (places.has(column.id)) wrong('import.column_twice', words.twiceColumn(head.slice(0, 80)))
    else places.set(column.id, { column, at, unit: /\((kr|tkr|mnkr)\)$/i.exec(head)?.[1]?.toLowerCase() ?? null })
  }
  return { places, problems }
}

/** Cells with something in them under no head. */
export const besideHeads = ({ heads, rows }: ReadTable): readonly Problem[] =>
  rows.flatMap(({ no, cells }) =>
    cells.flatMap((cell, at) =>
      cell.kind !== 'empty' && (heads[at] ?? '') === '' ? [problemAt(cellName(at, no), cell, { code: 'import.beside', text: words.beside })] : [],
    ),
  )
