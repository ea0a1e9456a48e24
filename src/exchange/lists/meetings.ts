import type { Cursor } from '../../kernel/cursor.ts'
import { daysBetween } from '../../kernel/day.ts'
import { listComing, listHeld, type MeetingRow } from '../../meetings/list-meetings.ts'
import { pageWords as words } from '../../meetings/pages/words.ts'
import { words as meetingWords } from '../../meetings/words.ts'
import { asked, type ListOut } from '../list.ts'
import { dayCell, numberCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** All meetings: those in session and coming, nearest first, then those held, latest first. */
export const meetingList: ListOut = {
  name: 'meetings',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const { t } = c.get('view')
    const rows = async function* (): AsyncGenerator<MeetingRow> {
      yield* await listComing(deps.store)
      yield* allPages((after: Cursor | null) => listHeld(deps.store, after))
    }
    const columns: readonly OutColumn<MeetingRow>[] = [
      { head: words.body, cell: (r) => textCell(t(r.body)) },
      { head: words.day, cell: (r) => dayCell(r.day) },
      { head: exchangeWords.starts, cell: (r) => textCell(r.starts) },
      { head: words.where, cell: (r) => textCell(r.place) },
      { head: words.items, cell: (r) => numberCell(r.items) },
      { head: words.stateHead, cell: (r) => textCell(t(meetingWords.meetingState[r.state])) },
      { head: words.adjustedHead, cell: (r) => dayCell(r.adjusted) },
      { head: words.daysToAdjustment, cell: (r) => numberCell(r.adjusted && daysBetween(r.day, r.adjusted)) },
      { head: exchangeWords.id, cell: (r) => textCell(r.id) },
    ]
    return sheetOf(c, { title: words.meetings, path: '/meetings', holds: 'meetings', selection: asked(c) }, columns, rows())
  },
}
