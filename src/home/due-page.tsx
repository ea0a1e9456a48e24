import type { Tree } from '../organisation/tree.ts'
import { Pager } from '../web/components/data-table.tsx'
import { Empty, PageHead } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { ToDo } from './to-do.ts'
import { ToDoTable } from './to-do-table.tsx'
import { words } from './words.ts'

interface DuePageProps {
  readonly view: View
  readonly tree: Tree
  /** Whose list: 'Arbetslivsförvaltningen', or the reader's own posts. */
  readonly whose: string
  readonly rows: readonly ToDo[]
  readonly dates: { readonly late: number; readonly week: number }
  readonly next: string | null
}

/** Dates to keep, earliest first: what is late stands first. */
export const DuePage = ({ view, tree, whose, rows, dates, next }: DuePageProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.dueTitle)} question={3} room="due">
      <PageHead kicker={whose} title={t(words.dueTitle)} lead={t(words.dueLead(dates.late, dates.week))} />
      {rows.length === 0 ? <Empty>{t(words.dueEmpty)}</Empty> : <ToDoTable view={view} tree={tree} rows={rows} />}
      {next && <Pager locale={view.locale} count="" next={next} />}
      {view.path.startsWith('/due') && <Takeout view={view} list="due" />}
    </Shell>
  )
}

/** For those who have not signed in there is no own list. */
export const DueForNobody = ({ view }: { readonly view: View }) => (
  <Shell view={view} title={view.t(words.dueTitle)} question={3} room="due">
    <PageHead title={view.t(words.dueTitle)} lead={view.t(words.dueNobody)}>
      <p>
        <a href="/sign-in?back=/due">{view.t(words.signIn)}</a>
      </p>
    </PageHead>
  </Shell>
)
