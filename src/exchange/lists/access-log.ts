import { askedLooks } from '../../access/review-routes.tsx'
import { listLooks, type Look } from '../../access/review-store.ts'
import { words } from '../../access/review-words.ts'
import type { Cursor } from '../../kernel/cursor.ts'
import { longDay } from '../../kernel/day.ts'
import type { ListOut } from '../list.ts'
import { dayCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** Who has read what is secret, in the period and of the bodies that the reader reviews. Only numbers are told, as on the page. */
export const accessLogList: ListOut = {
  name: 'access-log',
  sheet: async (c, deps, part) => {
    const found = part === '' ? await askedLooks(c, deps) : null
    if (!found) return null
    const { t, locale } = c.get('view')
    const { tree, node, period } = found
    const rows = allPages((after: Cursor | null) => listLooks(deps.store, period, after))
    const columns: readonly OutColumn<Look>[] = [
      { head: exchangeWords.day, cell: (l) => dayCell(l.day) },
      { head: words.when, cell: (l) => textCell(l.time) },
      { head: words.thing, cell: (l) => textCell(l.number ?? t(words.unnumbered)) },
      { head: words.person, cell: (l) => textCell(l.person) },
      { head: words.how, cell: (l) => textCell(t(words.hows[l.how])) },
      { head: words.where, cell: (l) => textCell(t(tree.get(l.nodeId)?.name ?? { sv: '', en: '' })) },
      { head: words.section, cell: (l) => textCell(l.section) },
    ]
    const selection = [t(node.name), `${longDay(period.from, locale)} – ${longDay(period.to, locale)}`]
    return sheetOf(c, { title: words.title, path: '/access-log', holds: 'access-log', selection }, columns, rows)
  },
}
