import { dispatchWords } from '../../decisions/dispatch-words.ts'
import { seesIn } from '../../decisions/dispatch-routes.tsx'
import { boxes, listDispatch } from '../../decisions/dispatch-store.ts'
import { listDecisions } from '../../decisions/list-decisions.ts'
import { pageWords as words } from '../../decisions/page-words.ts'
import { readDecisionFilter } from '../../decisions/routes.tsx'
import { readCursor } from '../../kernel/cursor.ts'
import { loadTree } from '../../organisation/tree.ts'
import { aboutFile, asked, type ListOut } from '../list.ts'
import { dayCell, type SheetCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { allPages } from './pages.ts'

/** The decisions, newest first. */
export const decisionList: ListOut = {
  name: 'decisions',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const view = c.get('view')
    const { t } = view
    const tree = await loadTree(deps.store, view.today)
    const filter = readDecisionFilter(c, tree)
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      const all = allPages(async (after: string | null) => {
        const page = await listDecisions(deps.store, filter, readCursor(after ?? ''))
        return { rows: page.decisions, next: page.next }
      })
      for await (const d of all) {
        const body = tree.get(d.nodeId)
        yield [
          textCell(d.number),
          textCell(d.title),
          textCell(body && t(body.name)),
          dayCell(d.day),
          textCell(t(words.deciders[d.postId ? 'post' : 'body'])),
          dayCell(d.adjusted),
          dayCell(d.announced),
          textCell(d.urgentBecause),
          textCell(d.id),
        ]
      }
    }
    const heads = [
      words.number,
      words.title,
      words.body,
      words.day,
      words.decider,
      exchangeWords.adjusted,
      exchangeWords.announced,
      words.urgentBecause,
      exchangeWords.id,
    ].map(t)
    const about = aboutFile({ view, title: words.decisions, path: '/decisions', holds: 'decisions', selection: asked(c) })
    return { name: t(words.decisions), heads, rows: rows(), about }
  },
}

/** A body's mail of decisions. Of a secret one only its number is told, as the page does. */
export const dispatchList: ListOut = {
  name: 'dispatch',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const view = c.get('view')
    const { t } = view
    const tree = await loadTree(deps.store, view.today)
    const box = boxes.find((b) => b === c.req.query('box')) ?? 'in'
    const desk = tree.bySlug(view.desk.slug)
    const sees = seesIn(c, tree)
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      const all = allPages((after: string | null) => listDispatch(deps.store, desk ? tree.below(desk.id) : [], box, view.today, readCursor(after ?? '')))
      for await (const d of all) {
        const other = tree.get(box === 'out' ? d.receiverId : d.decision.nodeId)
        const seen = sees(d.decision)
        const title = seen ? d.decision.title : t(dispatchWords.secretTitle(d.decision.number))
        yield [
          textCell(d.decision.number),
          textCell(title, seen ? d.decisionId : undefined),
          textCell(other && t(other.name)),
          textCell(seen ? d.what : null),
          dayCell(seen ? d.due : null),
          dayCell(d.sent),
          dayCell(d.received),
          textCell(d.receivedBy),
          textCell(d.home?.number ?? null),
          dayCell(d.filed),
          textCell(d.id),
        ]
      }
    }
    const heads = [
      words.number,
      dispatchWords.decision,
      box === 'out' ? dispatchWords.to : dispatchWords.from,
      dispatchWords.asks,
      dispatchWords.by,
      exchangeWords.sent,
      exchangeWords.received,
      exchangeWords.receivedBy,
      exchangeWords.handledIn,
      exchangeWords.filed,
      exchangeWords.id,
    ].map(t)
    const about = aboutFile({ view, title: dispatchWords.mail, path: '/dispatch', holds: 'dispatch', selection: [t(dispatchWords.boxes[box])] })
    return { name: t(dispatchWords.mail), heads, rows: rows(), about }
  },
}
