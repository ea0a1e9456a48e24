import type { Tree } from '../organisation/tree.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { Pager } from '../web/components/data-table.tsx'
import { type Filter, FilterColumn } from '../web/components/filter-column.tsx'
import { Empty, PageHead } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { DueQuery } from './due-list.tsx'
import type { Own, ToDo } from './to-do.ts'
import { ToDoTable } from './to-do-table.tsx'
import { words } from './words.ts'

interface DuePageProps {
  readonly view: View
  readonly tree: Tree
  /** Whose list: 'Arbetslivsförvaltningen', or the reader's own posts. */
  readonly whose: string
  readonly path: string
  /** The list's name when it is taken out. */
  readonly list: string
  readonly rows: readonly ToDo[]
  readonly dates: { readonly late: number; readonly week: number }
  readonly next: string | null
  readonly query: DueQuery
  /** What the reader answers for, when the list is their own: then each row says why it is there. */
  readonly own: Own | undefined
}

/** What is owed, earliest first: what is late stands first. */
export const DuePage = ({ view, tree, whose, path, list, rows, dates, next, query, own }: DuePageProps) => {
  const { t } = view
  const narrowed = query.kind !== '' || query.when !== ''
  return (
    <Shell view={view} title={t(words.dueTitle)} question={3} room="due">
      <PageHead kicker={whose} title={t(words.dueTitle)} lead={t(words.dueLead(dates.late, dates.week))}>
        {own && (
          <p>
            <a href="/account/reminders">{t(words.calendarToo)}</a>
          </p>
        )}
      </PageHead>
      <section className="sec" aria-label={t(words.dueTitle)}>
        <FilterColumn locale={view.locale} action={path} filters={filters(view, query, own !== undefined)} />
        <div className="stack">
          {rows.length === 0 ? (
            <Empty>{t(narrowed ? words.dueNoneChosen : words.dueEmpty)}</Empty>
          ) : (
            <ToDoTable view={view} tree={tree} rows={rows} own={own} />
          )}
          {next && <Pager locale={view.locale} count={t(words.dueOnPage(rows.length))} next={next} />}
          {rows.length > 0 && <Takeout view={view} list={list} />}
        </div>
      </section>
    </Shell>
  )
}

const filters = ({ t }: View, query: DueQuery, own: boolean): readonly Filter[] => {
  const option = (value: string, label: string, chosen: string) => ({ value, label, chosen: value === chosen })
  const registers = allDefinitions.filter((d) => d.deadlines.length > 0)
  return [
    ...(own
      ? [
          {
            kind: 'select' as const,
            name: 'whose',
            label: t(words.whose),
            all: t(query.usual === 'mine' ? words.whoseMine : words.whoseUnit),
            options: [query.usual === 'mine' ? option('unit', t(words.whoseUnit), query.whose) : option('mine', t(words.whoseMine), query.whose)],
          },
        ]
      : []),
    {
      kind: 'select',
      name: 'kind',
      label: t(words.kindFilter),
      all: t(words.kindAll),
      options: [
        ...registers.map((d) => option(d.name, t(d.words.many), query.kind)),
        option('dispatch', t(words.kindDispatch), query.kind),
        option('sent_back', t(words.kindSentBack), query.kind),
      ],
    },
    {
      kind: 'select',
      name: 'when',
      label: t(words.whenFilter),
      all: t(words.whenAll),
      options: [option('late', t(words.whenLate), query.when), option('week', t(words.whenWeek), query.when)],
    },
  ]
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
