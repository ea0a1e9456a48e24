import { shortDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { OrgNode } from '../organisation/tree.ts'
import { Written } from '../web/components/written.tsx'
import { ButtonLink } from '../web/components/button.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Status } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { type Case, caseStates } from './case.ts'
import { type CaseFilter, type CaseList, type CaseSort, countCap } from './list-cases.ts'
import { words } from './words.ts'

interface CaseListPageProps {
  readonly view: View
  readonly filter: CaseFilter
  readonly list: CaseList
  readonly count: { readonly all: number; readonly open: number }
  readonly bodies: readonly OrgNode[]
  readonly onFirstPage: boolean
}

const capped = (n: number, view: View): string =>
  n > countCap ? `${view.t(words.moreThan)} ${formatNumber(countCap, 0, view.locale)}` : formatNumber(n, 0, view.locale)

/** The register's address with the filter, and what is to be different. */
const address = ({ nodeId, year, state, search, sort }: CaseFilter, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams()
  const told: Record<string, string | null> = {
    q: search,
    body: nodeId,
    year: year === null ? null : String(year),
    state,
    sort: sort === 'newest' ? null : sort,
    ...more,
  }
  for (const [name, value] of Object.entries(told)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}

/** The register of cases: how many, narrowed by what, and the cases themselves. */
export const CaseListPage = ({ view, filter, list, count, bodies, onFirstPage }: CaseListPageProps) => {
  const years = Array.from({ length: 12 }, (_, i) => String(Number(view.today.slice(0, 4)) - i))
  const narrowed = filter.search !== '' || filter.nodeId !== null || filter.year !== null || filter.state !== null
  return (
    <Shell view={view} title={view.t(words.cases)} question={1} room="cases">
      <PageHead title={view.t(words.cases)} lead={view.t(words.listSentence(capped(count.all, view), capped(count.open, view)))} />
      <section className="sec" aria-label={view.t(words.cases)}>
        <FilterColumn
          locale={view.locale}
          action="/cases"
          keep={filter.sort === 'newest' ? {} : { sort: filter.sort }}
          filters={[
            { kind: 'search', name: 'q', label: view.t(words.search), value: filter.search },
            {
              kind: 'select',
              name: 'body',
              label: view.t(words.body),
              options: bodies.map((b) => ({ value: b.id, label: view.t(b.name), chosen: b.id === filter.nodeId })),
            },
            { kind: 'select', name: 'year', label: view.t(words.year), options: years.map((y) => ({ value: y, label: y, chosen: y === String(filter.year) })) },
            {
              kind: 'select',
              name: 'state',
              label: view.t(words.stateLabel),
              options: caseStates.map((s) => ({ value: s, label: view.t(words.state(s)), chosen: s === filter.state })),
            },
          ]}
        />
        <div className="stack">
          <Chosen
            locale={view.locale}
            count={view.t(words.counted(capped(count.all, view)))}
            words={view.t(words.sorts[filter.sort])}
            clearHref={narrowed ? '/cases' : null}
          >
            <ButtonLink href="/cases/new">{view.t(words.open)}</ButtonLink>
          </Chosen>
          <DataTable
            locale={view.locale}
            caption={view.t(words.listCaption)}
            captionHidden
            columns={columns(view, filter, bodies)}
            rows={list.cases}
            rowKey={(c) => c.id}
            empty={view.t(words.noneMatch)}
          />
          {(list.next !== null || !onFirstPage) && (
            <Pager locale={view.locale} count={view.t(words.onPage(list.cases.length))} next={list.next ? address(filter, { after: list.next }) : null}>
              {!onFirstPage && <a href={address(filter)}>{view.t(words.firstPage)}</a>}
            </Pager>
          )}
          <Takeout view={view} list="cases" />
        </div>
      </section>
    </Shell>
  )
}

const columns = (view: View, filter: CaseFilter, bodies: readonly OrgNode[]): readonly Column<Case>[] => {
  const sort = (to: CaseSort): string => address({ ...filter, sort: to })
  return [
    {
      id: 'title',
      head: view.t(words.title),
      rowHead: true,
      sortHref: sort('title'),
      ...(filter.sort === 'title' ? { sorted: 'ascending' as const } : {}),
      cell: (c) => (
        <>
          <a href={`/cases/${c.id}`}>
            <Written locale={view.locale}>{c.title}</Written>
          </a>
          {c.secrecy && <span className="sub">{c.secrecy}</span>}
        </>
      ),
    },
    { id: 'number', head: view.t(words.number), nowrap: true, cell: (c) => c.number },
    { id: 'body', head: view.t(words.body), cell: (c) => bodies.find((b) => b.id === c.nodeId)?.short ?? '–', label: `${view.t(words.body)}:` },
    {
      id: 'opened',
      head: view.t(words.openedDay),
      nowrap: true,
      label: `${view.t(words.openedDay)}:`,
      sortHref: sort(filter.sort === 'newest' ? 'oldest' : 'newest'),
      ...(filter.sort === 'title' ? {} : { sorted: filter.sort === 'newest' ? ('descending' as const) : ('ascending' as const) }),
      cell: (c) => shortDay(c.opened, view.today, view.locale),
    },
    {
      id: 'state',
      head: view.t(words.stateLabel),
      cell: (c) => <Status mark={c.state === 'open' ? 'half' : c.state === 'decided' ? 'done' : 'stop'}>{view.t(words.state(c.state))}</Status>,
    },
  ]
}
