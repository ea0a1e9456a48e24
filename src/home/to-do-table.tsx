import { type Day, fullDay, shortDay, weekday } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Law } from '../web/components/law.tsx'
import { Status } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import { whyMine } from './answering-for.ts'
import type { Own, ToDo } from './to-do.ts'
import { sundayOf, words } from './words.ts'

interface ToDoTableProps {
  readonly view: View
  readonly tree: Tree
  readonly rows: readonly ToDo[]
  /** What the reader answers for: then each row says why it stands in their list. */
  readonly own?: Own | undefined
}

/** What waits, by day: each row says what, who asks and on what ground, and how late it is. */
export const ToDoTable = ({ view, tree, rows, own }: ToDoTableProps) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.toDoCaption)}
    captionHidden
    columns={columns(view, tree, own)}
    rows={rows}
    rowKey={(r) => r.id}
    empty={view.t(words.nothingToDo)}
  />
)

const columns = (view: View, tree: Tree, own: Own | undefined): readonly Column<ToDo>[] => [
  { id: 'by', head: view.t(words.by), nowrap: true, cell: (r) => <Due view={view} row={r} /> },
  { id: 'what', head: view.t(words.what), rowHead: true, cell: (r) => <What view={view} row={r} /> },
  { id: 'asks', head: view.t(words.asks), label: `${view.t(words.asks)}:`, cell: (r) => <Asks view={view} tree={tree} row={r} /> },
  ...(own ? [{ id: 'why', head: view.t(words.whyHead), label: `${view.t(words.whyHead)}:`, cell: (r: ToDo) => view.t(whyMine(r, view.who, own, tree)) }] : []),
  { id: 'state', head: view.t(words.state), cell: (r) => <HowLate view={view} row={r} /> },
]

interface CellProps {
  readonly view: View
  readonly row: ToDo
}

const What = ({ view, row }: CellProps) => (
  <>
    <a href={row.href}>{view.t(row.what)}</a>
    {row.about && <span className="sub">{row.about}</span>}
  </>
)

const Asks = ({ view, row, tree }: CellProps & { readonly tree: Tree }) => {
  const asks = row.askedBy === null ? undefined : tree.get(row.askedBy)
  return (
    <>
      {asks ? view.t(asks.name) : '–'}
      {row.source && <span className="sub">{isLaw(row.source) ? <Law law={row.source} locale={view.locale} /> : row.source}</span>}
    </>
  )
}

const isLaw = (source: string): boolean => /^[A-ZÅÄÖ]{2,5} \d/.test(source)

const Due = ({ view, row }: CellProps) => {
  const name = fullDay(row.due, view.locale).slice(0, 3)
  const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}\u00a0${shortDay(row.due, view.today, view.locale)}`
  return row.due < view.today ? <b className="brk">{text}</b> : text
}

const HowLate = ({ view: { t, today }, row }: CellProps) => (
  <Status mark={row.kind === 'sent_back' ? 'half' : row.due < today ? 'gap' : 'open'}>{t(howLate(row, today))}</Status>
)

/** How late or near it is, in words. */
export const howLate = ({ kind, due }: ToDo, today: Day): Text => {
  if (kind === 'sent_back') return words.sentBack
  if (due < today) return words.daysLate(due, today)
  if (due === today) return words.today
  return due <= sundayOf(today, weekday(today)) ? words.thisWeek : words.coming
}
