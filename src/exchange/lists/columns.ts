import { say, type Text } from '../../kernel/text.ts'
import type { Ctx } from '../../web/view.ts'
import { aboutFile } from '../list.ts'
import type { Sheet, SheetCell } from '../sheet/sheet.ts'

/** A column of a list that is taken out: its head beside its cell. */
export interface OutColumn<Row> {
  readonly head: Text
  cell(row: Row): SheetCell
}

interface Told {
  readonly title: Text
  readonly path: string
  readonly holds: string
  readonly selection: readonly string[]
}

/** A list by its columns, its rows as they come. */
export const sheetOf = <Row>(c: Ctx, told: Told, columns: readonly OutColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Sheet => {
  const view = c.get('view')
  const cells = async function* (): AsyncGenerator<readonly SheetCell[]> {
    for await (const row of rows) yield columns.map((column) => column.cell(row))
  }
  return { name: view.t(told.title), heads: columns.map(({ head }) => say(head, view.locale)), rows: cells(), about: aboutFile({ view, ...told }) }
}
