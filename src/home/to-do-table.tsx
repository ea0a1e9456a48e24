import { shortDay, weekday } from '../kernel/day.ts'
import type { Tree } from '../organisation/tree.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Law } from '../web/components/law.tsx'
import { Status } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import type { ToDo } from './to-do.ts'
import { sundayOf, words } from './words.ts'

interface ToDoTableProps {
  readonly view: View
  readonly tree: Tree
  readonly rows: readonly ToDo[]
}

/** What waits, by day: each row says what, who asks and on what ground, and how late it is. */
export const ToDoTable = ({ view, tree, rows }: ToDoTableProps) => {
  const { t } = view
  const columns: readonly Column<ToDo>[] = [
    { id: 'by', head: t(words.by), nowrap: true, cell: (r) => <Due view={view} row={r} /> },
    {
      id: 'what',
      head: t(words.what),
      rowHead: true,
      cell: (r) => (
        <>
          <a href={r.href}>{t(r.what)}</a>
          {r.about && <span className="sub">{r.about}</span>}
        </>
      ),
    },
    {
      id: 'asks',
      head: t(words.asks),
      label: `${t(words.asks)}:`,
      cell: (r) => (
        <>
          {r.askedBy === null ? '–' : t(tree.get(r.askedBy)?.name ?? { sv: '–', en: '–' })}
          {r.source && <span className="sub">{isLaw(r.source) ? <Law law={r.source} locale={view.locale} /> : r.source}</span>}
        </>
      ),
    },
    { id: 'state', head: t(words.state), cell: (r) => <HowLate view={view} row={r} /> },
  ]
  return (
    <DataTable
      locale={view.locale}
      caption={t(words.toDoCaption)}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(r) => r.id}
      empty={t(words.nothingToDo)}
    />
  )
}

const isLaw = (source: string): boolean => /^[A-ZÅÄÖ]{2,5} \d/.test(source)

const Due = ({ view, row }: { readonly view: View; readonly row: ToDo }) => {
  const text = shortDay(row.due, view.today, view.locale)
  return row.due < view.today ? <b className="brk">{text}</b> : text
}

const HowLate = ({ view: { t, today }, row }: { readonly view: View; readonly row: ToDo }) => {
  if (row.kind === 'sent_back') return <Status mark="half">{t(words.sentBack)}</Status>
  if (row.due < today) return <Status mark="gap">{t(words.daysLate(row.due, today))}</Status>
  if (row.due === today) return <Status mark="open">{t(words.today)}</Status>
  return <Status mark="open">{t(row.due <= sundayOf(today, weekday(today)) ? words.thisWeek : words.coming)}</Status>
}
