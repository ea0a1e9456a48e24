import { listCases } from '../../cases/list-cases.ts'
import { readCaseFilter } from '../../cases/routes.tsx'
import { words } from '../../cases/words.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { loadTree } from '../../organisation/tree.ts'
import { aboutFile, asked, type ListOut } from '../list.ts'
import { dayCell, type SheetCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { allPages } from './pages.ts'

/** The register of cases. */
export const caseList: ListOut = {
  name: 'cases',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const view = c.get('view')
    const { t } = view
    const tree = await loadTree(deps.store, view.today)
    const filter = readCaseFilter(c, tree)
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      const all = allPages(async (after: string | null) => {
        const page = await listCases(deps.store, filter, readCursor(after ?? ''))
        return { rows: page.cases, next: page.next }
      })
      for await (const found of all) {
        const body = tree.get(found.nodeId)
        yield [
          textCell(found.number),
          textCell(found.title),
          textCell(body && t(body.name)),
          dayCell(found.opened),
          textCell(t(words.state(found.state))),
          textCell(found.secrecy),
          textCell(found.id),
        ]
      }
    }
    const heads = [words.number, words.title, words.body, words.openedDay, words.stateLabel, exchangeWords.secrecy, exchangeWords.id].map(t)
    return { name: t(words.cases), heads, rows: rows(), about: aboutFile({ view, title: words.cases, path: '/cases', holds: 'cases', selection: asked(c) }) }
  },
}
