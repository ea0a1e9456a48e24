import { mayDraft } from '../access/propose.ts'
import { shortDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { OrgNode } from '../organisation/tree.ts'
import { Written } from '../web/components/written.tsx'
import { ButtonLink } from '../web/components/button.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Decision } from './decision-store.ts'
import type { DecisionDraft } from './draft.ts'
import { clauseKinds, enactments } from './enactments.ts'
import { countCap, type DecisionFilter, type DecisionList, deciders } from './list-decisions.ts'
import { pageWords as words } from './page-words.ts'

interface DecisionListPageProps {
  readonly view: View
  readonly filter: DecisionFilter
  readonly list: DecisionList
  readonly count: number
  readonly bodies: readonly OrgNode[]
  readonly drafts: readonly DecisionDraft[]
  readonly onFirstPage: boolean
}

const capped = (n: number, view: View): string =>
  n > countCap ? `${view.t(words.moreThan)} ${formatNumber(countCap, 0, view.locale)}` : formatNumber(n, 0, view.locale)

const address = ({ nodeId, year, decider, kind, search }: DecisionFilter, after: string | null): string => {
  const query = new URLSearchParams()
  const told = { q: search, body: nodeId, year: year === null ? null : String(year), decider, kind, after }
  for (const [name, value] of Object.entries(told)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? '/decisions' : `/decisions?${text}`
}

/** The decisions: how many, narrowed by what, and the decisions themselves, newest first. */
export const DecisionListPage = ({ view, filter, list, count, bodies, drafts, onFirstPage }: DecisionListPageProps) => {
  const years = Array.from({ length: 12 }, (_, i) => String(Number(view.today.slice(0, 4)) - i))
  const narrowed = filter.search !== '' || filter.nodeId !== null || filter.year !== null || filter.decider !== null || filter.kind !== null
  const body = bodies.find((b) => b.id === filter.nodeId)
  return (
    <Shell view={view} title={view.t(words.decisions)} question={1} room="decisions">
      <PageHead title={view.t(words.decisions)} lead={view.t(words.listSentence(capped(count, view), body ? view.t(body.name) : null))}>
        {drafts.length > 0 && <Drafts view={view} drafts={drafts} />}
      </PageHead>
      <section className="sec" aria-label={view.t(words.decisions)}>
        <FilterColumn
          locale={view.locale}
          action="/decisions"
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
              name: 'decider',
              label: view.t(words.decider),
              options: deciders.map((d) => ({ value: d, label: view.t(words.deciders[d]), chosen: d === filter.decider })),
            },
            {
              kind: 'select',
              name: 'kind',
              label: view.t(words.kind),
              options: clauseKinds.map((k) => ({ value: k, label: view.t(enactments[k].words), chosen: k === filter.kind })),
            },
          ]}
        />
        <div className="stack">
          <Chosen
            locale={view.locale}
            count={view.t(words.counted(capped(count, view)))}
            words={view.t(words.newestFirst)}
            clearHref={narrowed ? '/decisions' : null}
          >
            {mayDraft(view.who, view.today) && <ButtonLink href="/decisions/new">{view.t(words.new)}</ButtonLink>}
          </Chosen>
          <DataTable
            locale={view.locale}
            caption={view.t(words.caption)}
            captionHidden
            columns={columns(view, bodies)}
            rows={list.decisions}
            rowKey={(d) => d.id}
            empty={view.t(words.noneMatch)}
          />
          {(list.next !== null || !onFirstPage) && (
            <Pager locale={view.locale} count={view.t(words.onPage(list.decisions.length))} next={list.next ? address(filter, list.next) : null}>
              {!onFirstPage && <a href={address(filter, null)}>{view.t(words.firstPage)}</a>}
            </Pager>
          )}
          <Takeout view={view} list="decisions" />
          <p>
            <a href="/pots">{view.t(words.toPots)}</a>
          </p>
        </div>
      </section>
    </Shell>
  )
}

const Drafts = ({ view, drafts }: { readonly view: View; readonly drafts: readonly DecisionDraft[] }) => (
  <div className="note">
    <p>
      <strong>{view.t(words.yourDrafts)}</strong>
    </p>
    <ul className="bare">
      {drafts.slice(0, 10).map((d) => (
        <li key={d.id}>
          <a href={`/decisions/drafts/${d.id}`}>{view.t(words.draftOf(d.head['title']?.[0] ?? '', d.clauses.length))}</a>
        </li>
      ))}
    </ul>
  </div>
)

/** Does any post of the reader's let them register decisions? */
const columns = (view: View, bodies: readonly OrgNode[]): readonly Column<Decision>[] => [
  {
    id: 'title',
    head: view.t(words.title),
    rowHead: true,
    cell: (d) => (
      <>
        <a href={`/decisions/${d.id}`}>
          <Written locale={view.locale}>{d.title}</Written>
        </a>
        {d.secrecy && <span className="sub">{d.secrecy}</span>}
      </>
    ),
  },
  { id: 'number', head: view.t(words.number), cell: (d) => d.number },
  { id: 'body', head: view.t(words.body), cell: (d) => bodies.find((b) => b.id === d.nodeId)?.short ?? '–', label: `${view.t(words.body)}:` },
  { id: 'day', head: view.t(words.day), nowrap: true, label: `${view.t(words.day)}:`, cell: (d) => shortDay(d.day, view.today, view.locale) },
]
