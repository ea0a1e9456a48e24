import { readCursor } from '../../kernel/cursor.ts'
import { type MailRow, mailRows } from '../../reminders/mail-list.ts'
import { barred } from '../../reminders/routes.tsx'
import { reminderWords as words } from '../../reminders/words.ts'
import type { ListOut } from '../list.ts'
import { dayCell, numberCell, textCell } from '../sheet/sheet.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { exchangeWords } from '../words.ts'
import { allPages } from './pages.ts'

/** How letters go, for those who keep the outbox; never what they say. */
export const outboxList: ListOut = {
  name: 'outbox',
  sheet: (c, deps, part) => {
    if (part !== '' || barred(c).length > 0) return Promise.resolve(null)
    const { t } = c.get('view')
    const rows = allPages((after: string | null) => mailRows(deps.store, 'all', readCursor(after ?? '')))
    const columns: readonly OutColumn<MailRow>[] = [
      { head: exchangeWords.day, cell: (r) => dayCell(r.day) },
      { head: words.person, cell: (r) => textCell(r.person) },
      { head: exchangeWords.cadence, cell: (r) => textCell(t(words.cadence[r.cadence])) },
      { head: words.state, cell: (r) => textCell(t(words.states[r.state])) },
      { head: words.attempts, cell: (r) => numberCell(r.attempts) },
      { head: words.why, cell: (r) => textCell(r.error) },
    ]
    return Promise.resolve(sheetOf(c, { title: words.outbox, path: '/outbox', holds: 'outbox', selection: [] }, columns, rows))
  },
}
