import { type CalledOff, type Pot, listPots, loadCalledOff, loadPot } from '../../decisions/pots/pot-store.ts'
import { readPotFilter } from '../../decisions/pots/routes.tsx'
import { potWords as words } from '../../decisions/pots/words.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/identity.ts'
import { periodLabel } from '../../kernel/period.ts'
import { loadTree } from '../../organisation/tree.ts'
import { leftOf } from '../../rulebook/pot.ts'
import { asked, type ListOut } from '../list.ts'
import { dayCell, numberCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

const tkr = (of: number): number => of / 100_000

/** Central pots with what is left of each; with the part `call-offs`, what has been called off from one. */
export const potList: ListOut = {
  name: 'pots',
  sheet: async (c, deps, part) => {
    if (part !== '' && part !== 'call-offs') return null
    const { t, today, locale } = c.get('view')
    const tree = await loadTree(deps.store, today)
    const name = (id: string): string => t(tree.get(id)?.name ?? { sv: '–', en: '–' })
    const filter = readPotFilter(c, tree)
    if (part === 'call-offs') {
      const id = c.req.query('pot') ?? ''
      const pot = isId(id) ? await loadPot(deps.store, id, filter.secrets) : undefined
      if (!pot) return null
      const columns: readonly OutColumn<CalledOff>[] = [
        { head: words.number, cell: (r) => textCell(r.number, r.id) },
        { head: words.receiver, cell: (r) => textCell(name(r.nodeId)) },
        { head: words.purpose, cell: (r) => textCell(r.purpose) },
        { head: words.amountTkr, cell: (r) => numberCell(tkr(r.amount)) },
        { head: words.decidedBy, cell: (r) => textCell(r.decision.number) },
        { head: words.day, cell: (r) => dayCell(r.decision.day) },
        { head: exchangeWords.id, cell: (r) => textCell(r.id) },
      ]
      const one = async function* (): AsyncGenerator<CalledOff> {
        yield* await loadCalledOff(deps.store, pot.id, filter.secrets)
      }
      return sheetOf(c, { title: words.callOffs, path: `/pots/${pot.id}`, holds: 'call-offs', selection: [pot.number] }, columns, one())
    }
    const columns: readonly OutColumn<Pot>[] = [
      { head: words.number, cell: (r) => textCell(r.number, r.id) },
      { head: words.purpose, cell: (r) => textCell(r.purpose) },
      { head: words.period, cell: (r) => textCell(periodLabel(r.period, locale)) },
      { head: words.holder, cell: (r) => textCell(name(r.nodeId)) },
      {
        head: words.callers,
        cell: (r) =>
          textCell(
            r.callers.length === 0
              ? t(words.anybody)
              : r.callers
                  .map(name)
                  .toSorted((a, b) => a.localeCompare(b, locale))
                  .join(', '),
          ),
      },
      { head: words.setAsideTkr, cell: (r) => numberCell(tkr(r.amount)) },
      { head: words.calledOffTkr, cell: (r) => numberCell(r.hidden ? null : tkr(r.calledOff)) },
      { head: words.leftTkr, cell: (r) => numberCell(r.hidden ? null : tkr(leftOf(r))) },
      { head: words.from, cell: (r) => dayCell(r.from) },
      { head: words.to, cell: (r) => dayCell(r.to) },
      { head: words.decidedBy, cell: (r) => textCell(r.decision.number) },
      { head: exchangeWords.id, cell: (r) => textCell(r.id) },
    ]
    const rows = allPages((after: string | null) => listPots(deps.store, filter, readCursor(after ?? '')))
    return sheetOf(c, { title: words.pots, path: '/pots', holds: 'pots', selection: asked(c) }, columns, rows)
  },
}
