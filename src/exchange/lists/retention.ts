import { dueForDestruction } from '../../retention/routes.tsx'
import type { Due } from '../../retention/retention-page.tsx'
import { words } from '../../retention/words.ts'
import type { ListOut } from '../list.ts'
import { dayCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'

/** What may be destroyed, of what the reader may see. */
export const retentionList: ListOut = {
  name: 'retention',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const { t } = c.get('view')
    const columns: readonly OutColumn<Due>[] = [
      { head: exchangeWords.number, cell: (d) => textCell(d.number) },
      { head: words.what, cell: (d) => textCell(d.title) },
      { head: words.rule, cell: (d) => textCell(d.rule.keep === 'years' && d.days.by ? t(words.years(d.rule.years, d.rule.law)) : t(words.handedOver)) },
      { head: words.last, cell: (d) => dayCell(d.last) },
      { head: words.from, cell: (d) => dayCell(d.days.from) },
      { head: words.by, cell: (d) => dayCell(d.days.by) },
      { head: words.trial, cell: (d) => textCell(d.hinders.map((h) => t(h.text)).join(' ') || t(words.ready)) },
      { head: exchangeWords.id, cell: (d) => textCell(d.id) },
    ]
    return sheetOf(c, { title: words.due, path: '/retention', holds: 'retention', selection: [] }, columns, await dueForDestruction(c, deps))
  },
}
