import { seesSecretsOf } from '../../access/visible.ts'
import { calledOn } from '../../home/reorganisation-page.tsx'
import { type PassedOn, passedOn } from '../../home/reorganisation-store.ts'
import { reorganisationWords as words } from '../../home/reorganisation-words.ts'
import { isDay } from '../../kernel/day.ts'
import { loadTimeline } from '../../organisation/node-store.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { ListOut } from '../list.ts'
import { numberCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'

/** What went where in the reorganisation of a day. */
export const reorganisationList: ListOut = {
  name: 'organisation/changes',
  sheet: async (c, { store }, day) => {
    const { t, who, today } = c.get('view')
    if (!isDay(day)) return null
    const passed = await passedOn(store, day, seesSecretsOf(who, await loadTree(store, today), today))
    if (passed.length === 0) return null
    const timeline = await loadTimeline(store)
    const columns: readonly OutColumn<PassedOn>[] = [
      { head: words.from, cell: (p) => textCell(t(calledOn(timeline, p.fromId, day))) },
      { head: exchangeWords.kind, cell: (p) => textCell(t(words.kind[p.kind])) },
      { head: words.to, cell: (p) => textCell(t(calledOn(timeline, p.toId, day))) },
      { head: words.share, cell: (p) => (p.share === null ? textCell(t(words.unknownShare)) : numberCell(p.share)) },
      { head: words.measures, cell: (p) => numberCell(p.measures) },
      { head: words.entries, cell: (p) => numberCell(p.entries) },
      { head: exchangeWords.ofThemOpen, cell: (p) => numberCell(p.open) },
      { head: words.posts, cell: (p) => numberCell(p.posts) },
      { head: exchangeWords.ofThemLeft, cell: (p) => numberCell(p.left) },
    ]
    const path = `/organisation/changes/${day}`
    return sheetOf(c, { title: words.on(day), path, holds: path.slice(1), selection: [] }, columns, passed)
  },
}
