import { askedDue, bodyOwed, ownOwed } from '../../home/due-list.tsx'
import { howLate } from '../../home/to-do-table.tsx'
import { type ToDo, toDo } from '../../home/to-do.ts'
import { words } from '../../home/words.ts'
import type { Cursor } from '../../kernel/cursor.ts'
import { loadTree } from '../../organisation/tree.ts'
import { asked, type ListOut } from '../list.ts'
import { dayCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** So many are read at a time. */
const some = 500

/** What is owed: the reader's own list, or by its address a body's. */
export const dueList: ListOut = {
  name: 'due',
  sheet: async (c, deps, slug) => {
    const view = c.get('view')
    const { t } = view
    const tree = await loadTree(deps.store, view.today)
    const body = slug === '' ? undefined : tree.bySlug(slug)
    const owed = slug === '' ? await ownOwed(view, deps.store, tree) : body ? bodyOwed(view, tree, body) : null
    if (!owed) return null
    const { chosen } = askedDue(c, tree, owed)
    const rows = allPages(async (after: Cursor | null) => {
      const found = await toDo(deps.store, chosen, some, after)
      const last = found.at(-1)
      return { rows: found, next: found.length === some && last ? { value: last.due, id: last.id } : null }
    })
    const name = (id: string | null): string | null => {
      const node = id === null ? undefined : tree.get(id)
      return node ? t(node.name) : null
    }
    const columns: readonly OutColumn<ToDo>[] = [
      { head: words.by, cell: (r) => dayCell(r.due) },
      { head: words.what, cell: (r) => textCell(t(r.what), r.thingId) },
      { head: exchangeWords.about, cell: (r) => textCell(r.about, r.thingId) },
      { head: words.asks, cell: (r) => textCell(name(r.askedBy)) },
      { head: exchangeWords.ground, cell: (r) => textCell(r.source) },
      { head: exchangeWords.owedBy, cell: (r) => textCell(name(r.nodeId)) },
      { head: words.state, cell: (r) => textCell(t(howLate(r, view.today))) },
      { head: exchangeWords.id, cell: (r) => textCell(r.thingId) },
    ]
    return sheetOf(c, { title: words.dueTitle, path: owed.path, holds: owed.list, selection: [owed.name, ...asked(c)] }, columns, rows)
  },
}
