import { readStanding } from '../../contradictions/routes.tsx'
import { listStanding, type Standing } from '../../contradictions/standing-store.ts'
import { standingWords as words } from '../../contradictions/standing-words.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { loadTree } from '../../organisation/tree.ts'
import { asked, type ListOut } from '../list.ts'
import { dayCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** What does not add up, newest first, with its answers. */
export const contradictionList: ListOut = {
  name: 'contradictions',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const { t, today } = c.get('view')
    const tree = await loadTree(deps.store, today)
    const { filter } = readStanding(c, tree)
    const rows = allPages((after: string | null) => listStanding(deps.store, filter, readCursor(after ?? '')))
    const columns: readonly OutColumn<Standing>[] = [
      // A secret one is about secret things: who takes it out is noted by them.
      { head: words.what, cell: (r) => textCell(t(r.finding.text), r.concerns[0]) },
      { head: words.howSure, cell: (r) => textCell(t(words.sureness[r.finding.sureness])) },
      { head: words.body, cell: (r) => textCell(t(tree.get(r.nodeId)?.name ?? { sv: '', en: '' })) },
      { head: words.state, cell: (r) => textCell(t(r.answer ? words.answered : words.open)) },
      { head: exchangeWords.answer, cell: (r) => textCell(r.answer?.text) },
      { head: exchangeWords.answeredBy, cell: (r) => textCell(r.answer?.by) },
      { head: words.found, cell: (r) => dayCell(r.found) },
      { head: exchangeWords.id, cell: (r) => textCell(r.id) },
    ]
    return sheetOf(c, { title: words.title, path: '/contradictions', holds: 'contradictions', selection: asked(c) }, columns, rows)
  },
}
