import { readCursor } from '../../kernel/cursor.ts'
import { readScheme } from '../../mandates/routes.tsx'
import { type Delegate, listScheme, type Point } from '../../mandates/scheme-store.ts'
import { words } from '../../mandates/words.ts'
import { loadTree } from '../../organisation/tree.ts'
import { decisionType } from '../../registers/definitions/decision-type.ts'
import { metaOf } from '../../registers/field.ts'
import { asked, type ListOut } from '../list.ts'
import { numberCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** Who may decide a point: a row each, and one for a point that only the body decides. */
interface Line {
  readonly point: Point
  readonly delegate: Delegate | null
}

const reportings = metaOf(decisionType.fields.shape.reporting).choices ?? {}

/** The points of the schemes of delegation with those who may decide them on the day. */
export const delegationList: ListOut = {
  name: 'delegation',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const { t, today } = c.get('view')
    const tree = await loadTree(deps.store, today)
    const { filter } = readScheme(c, tree)
    const lines = async function* (): AsyncGenerator<Line> {
      const points = allPages(async (after: string | null) => {
        const { points: rows, next } = await listScheme(deps.store, filter, readCursor(after ?? ''))
        return { rows, next }
      })
      for await (const point of points) {
        for (const delegate of point.delegates) yield { point, delegate }
        if (point.delegates.length === 0) yield { point, delegate: null }
      }
    }
    const body = (id: string): string => {
      const node = tree.get(id)
      return node ? t(node.name) : ''
    }
    const columns: readonly OutColumn<Line>[] = [
      { head: exchangeWords.number, cell: ({ point }) => textCell(point.code) },
      { head: words.point, cell: ({ point }) => textCell(point.what) },
      { head: words.area, cell: ({ point }) => textCell(point.area) },
      { head: exchangeWords.ground, cell: ({ point }) => textCell(point.law) },
      { head: words.conditions, cell: ({ point }) => textCell(point.conditions) },
      { head: words.body, cell: ({ point }) => textCell(body(point.nodeId)) },
      { head: words.who, cell: ({ point, delegate }) => textCell(delegate ? t(delegate.post) : body(point.nodeId), delegate?.mandateId) },
      {
        head: exchangeWords.holders,
        cell: ({ delegate }) => textCell(delegate && (delegate.holders.length === 0 ? t(words.vacant) : delegate.holders.join(', '))),
      },
      { head: exchangeWords.limit, cell: ({ delegate }) => numberCell(delegate?.limit === null || delegate === null ? null : delegate.limit / 100) },
      { head: exchangeWords.urgent, cell: ({ delegate }) => textCell(delegate?.urgent ? t(words.urgent) : null) },
      { head: exchangeWords.limits, cell: ({ delegate }) => textCell(delegate?.limits) },
      { head: words.told, cell: ({ point }) => textCell(reportings[point.reporting] ? t(reportings[point.reporting] ?? words.told) : point.reporting) },
      { head: exchangeWords.id, cell: ({ point }) => textCell(point.id) },
    ]
    return sheetOf(c, { title: words.title, path: '/delegation', holds: 'delegation', selection: asked(c) }, columns, lines())
  },
}
