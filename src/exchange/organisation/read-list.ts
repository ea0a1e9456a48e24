import { type Day, readDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { cellName, cellText, emptyCell, type ReadTable } from '../sheet/sheet.ts'
import { type ListKind, listKinds, lists } from './lists.ts'
import { words } from './words.ts'

/** What is wrong: in which file and cell, what stood there, and why. */
export interface Problem {
  readonly file: string
  /** 'C14', or '' when it is about the file as a whole. */
  readonly cell: string
  readonly stood: string
  readonly refusal: Refusal
}

/** A row of a list: its texts by column, and where each stands. Gathers what is wrong with it. */
export class Row {
  readonly no: number
  readonly problems: Problem[]
  private readonly wrongAt = new Set<string>()
  private readonly file: string
  private readonly places: ReadonlyMap<string, number>
  private readonly texts: readonly string[]

  constructor(file: string, no: number, places: ReadonlyMap<string, number>, texts: readonly string[], problems: Problem[]) {
    this.file = file
    this.no = no
    this.places = places
    this.texts = texts
    this.problems = problems
  }

  /** Has anything been wrong with it? */
  get bad(): boolean {
    return this.wrongAt.size > 0
  }

  text(column: string): string {
    return this.texts[this.places.get(column) ?? -1] ?? ''
  }

  /** Tells a problem at a column; at the row's first cell where the list has no such column. */
  wrong(column: string, refusal: Refusal): void {
    const at = this.places.get(column)
    this.wrongAt.add(column)
    this.problems.push({ file: this.file, cell: cellName(at ?? 0, this.no), stood: this.text(column).slice(0, 100), refusal })
  }

  /** What is typed in a column; nothing where that has been told as wrong already. */
  private typed(column: string): string {
    return this.wrongAt.has(column) ? '' : this.text(column)
  }

  /** A day; null when nothing is written, and a problem when it is none. */
  day(column: string): Day | null {
    const typed = this.typed(column)
    const day = typed === '' ? null : readDay(typed)
    if (typed !== '' && day === null) this.wrong(column, { code: 'import.day', text: words.badDay(typed) })
    return day
  }

  /** A whole number of 1 or more; null when nothing is written. */
  count(column: string): number | null {
    const typed = this.typed(column)
    if (typed === '') return null
    if (!/^[1-9]\d{0,3}$/.test(typed)) this.wrong(column, { code: 'import.count', text: words.badCount(typed) })
    return Number(typed) || null
  }

  /** One of a closed list, by its word in either language or in code. */
  oneOf<T extends string>(column: string, named: Readonly<Record<T, { readonly sv: string; readonly en: string }>>): T | null {
    const typed = this.typed(column).toLowerCase()
    const found = (Object.keys(named) as T[]).find((value) => [value, named[value].sv.toLowerCase(), named[value].en.toLowerCase()].includes(typed))
    if (found === undefined && typed !== '')
      this.wrong(column, { code: 'import.choice', text: words.badChoice(this.text(column), Object.values<{ sv: string; en: string }>(named)) })
    return found ?? null
  }
}

export interface ReadList {
  readonly kind: ListKind | null
  readonly rows: readonly Row[]
  /** Also what the rows gather while they are carried out. */
  readonly problems: Problem[]
}

const simple = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Where each column of a kind of list stands under these heads. */
const placesOf = (kind: ListKind, heads: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lists[kind].columns.flatMap(({ id, head }): [string, number][] => {
      const at = heads.findIndex((typed) => [simple(head.sv), simple(head.en)].includes(simple(typed)))
      return at < 0 ? [] : [[id, at]]
    }),
  )

/** Tells by its heads which list a table is, and reads its rows. Missing and unknown columns, empty needed cells and formulas are problems. */
export const readList = (file: string, table: ReadTable): ReadList => {
  const problems: Problem[] = []
  const kind = listKinds.find((k) => lists[k].columns.every(({ id, needed }) => !needed || placesOf(k, table.heads).has(id))) ?? null
  if (kind === null) {
    problems.push({
      file,
      cell: cellName(0, table.headRow),
      stood: table.heads.join(' · ').slice(0, 200),
      refusal: { code: 'import.list', text: words.unknownList },
    })
    return { kind, rows: [], problems }
  }
  const places = placesOf(kind, table.heads)
  const known = new Set(places.values())
  for (const [at, head] of table.heads.entries()) {
    if (head !== '' && !known.has(at))
      problems.push({
        file,
        cell: cellName(at, table.headRow),
        stood: head.slice(0, 100),
        refusal: { code: 'import.column', text: words.unknownColumn(lists[kind].name) },
      })
  }
  const rows = table.rows.map(({ no, cells }) => {
    const row = new Row(
      file,
      no,
      places,
      cells.map((cell) => cellText(cell ?? emptyCell).replaceAll('\u0000', '')),
      problems,
    )
    for (const { id, needed, head } of lists[kind].columns) {
      const cell = cells[places.get(id) ?? -1] ?? emptyCell
      if (cell.kind === 'formula' || cell.kind === 'error') row.wrong(id, { code: 'import.formula', text: words.formula })
      else if (needed && row.text(id) === '') row.wrong(id, { code: 'import.empty', text: words.needed(head) })
      else if (row.text(id).length > 200) row.wrong(id, { code: 'import.long', text: words.tooLong })
    }
    return row
  })
  return { kind, rows, problems }
}
