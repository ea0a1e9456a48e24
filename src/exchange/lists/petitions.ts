import { readCursor } from '../../kernel/cursor.ts'
import { loadTree } from '../../organisation/tree.ts'
import { readUnanswered } from '../../petitions/routes.tsx'
import { listUnanswered, type Unanswered } from '../../petitions/unanswered.ts'
import { words } from '../../petitions/words.ts'
import { asked, type ListOut } from '../list.ts'
import { dayCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** What waits for the council's answer, the most urgent first. */
export const petitionList: ListOut = {
  name: 'petitions',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const { t, today } = c.get('view')
    const tree = await loadTree(deps.store, today)
    const { filter } = readUnanswered(c, tree)
    const rows = allPages((after: string | null) => listUnanswered(deps.store, filter, readCursor(after ?? '')))
    const columns: readonly OutColumn<Unanswered>[] = [
      { head: exchangeWords.number, cell: (r) => textCell(r.number) },
      { head: words.what, cell: (r) => textCell(r.title) },
      { head: words.kind, cell: (r) => textCell(t(r.definition.words.one)) },
      { head: words.body, cell: (r) => textCell(tree.get(r.nodeId) && t(tree.get(r.nodeId)?.name ?? exchangeWords.id)) },
      { head: words.filed, cell: (r) => dayCell(r.filed) },
      { head: words.due, cell: (r) => dayCell(r.due) },
      { head: words.state, cell: (r) => textCell(t(r.definition.lifecycle.states[r.state]?.words ?? { sv: r.state, en: r.state })) },
      { head: exchangeWords.id, cell: (r) => textCell(r.id) },
    ]
    return sheetOf(c, { title: words.title, path: '/petitions', holds: 'petitions', selection: asked(c) }, columns, rows)
  },
}
