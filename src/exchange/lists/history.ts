import { touched } from '../../history/change.ts'
import { actorWords } from '../../history/history-page.tsx'
import { type Change, latestChanges } from '../../history/history-store.ts'
import { openHistory, wholeBarred } from '../../history/open-history.ts'
import { namesOf } from '../../history/routes.tsx'
import { instantOf, toldValue } from '../../history/told-value.ts'
import { words } from '../../history/words.ts'
import type { ListOut } from '../list.ts'
import { dayCell, numberCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { type OutColumn, sheetOf } from './columns.ts'
import { allPages } from './pages.ts'

/** So many changes are read at a time. */
const some = 500

interface Told {
  readonly change: Change
  readonly names: ReadonlyMap<string, string>
}

/** The history of a thing by its id, or for those who may read it the whole, latest first. */
export const historyList: ListOut = {
  name: 'history',
  sheet: async (c, deps, id) => {
    const view = c.get('view')
    const { t } = view
    const opened = id === '' ? null : await openHistory(c, deps, id)
    if (id === '' ? wholeBarred(view.who, view.today).length > 0 : !opened?.ok) return null
    const register = opened?.ok ? opened.value.register : null
    const load = opened?.ok ? opened.value.load : (before: number | null, limit: number) => latestChanges(deps.store, before, limit)
    const rows = allPages(async (before: number | null) => {
      const changes = await load(before, some)
      const names = await namesOf(deps, changes, view.locale)
      return { rows: changes.map((change): Told => ({ change, names })), next: changes.length === some ? (changes.at(-1)?.id ?? null) : null }
    })
    const fields = ({ change, names }: Told): string =>
      touched(change, register)
        .map((field) => {
          const was = change.op === 'update' ? `${toldValue(field, field.before, { names, locale: view.locale })} → ` : ''
          return `${t(field.label)}: ${was}${toldValue(field, field.after, { names, locale: view.locale })}`
        })
        .join('\n')
    const columns: readonly OutColumn<Told>[] = [
      { head: words.recorded, cell: ({ change }) => textCell(instantOf(change.recordedAt, view.locale)) },
      { head: words.when, cell: ({ change }) => dayCell(change.day) },
      { head: words.what, cell: ({ change }) => textCell(t(words.relation(change.relation)), id === '' ? change.key : id) },
      { head: exchangeWords.kind, cell: ({ change }) => textCell(t(words.op(change.op))) },
      { head: words.changes, cell: (told) => textCell(fields(told)) },
      { head: words.who, cell: ({ change, names }) => textCell(t(actorWords(change.actor, names))) },
      { head: exchangeWords.byClause, cell: ({ change }) => textCell(change.clauseId) },
      { head: words.place, cell: ({ change }) => numberCell(change.position) },
      { head: exchangeWords.id, cell: ({ change }) => textCell(change.key) },
    ]
    const path = id === '' ? '/history' : `/history/${id}`
    const title = opened?.ok ? words.historyOf(opened.value.title) : words.title
    return sheetOf(c, { title, path, holds: path.slice(1), selection: [] }, columns, rows)
  },
}
