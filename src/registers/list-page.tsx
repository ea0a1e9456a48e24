import { type Day, daysBetween, shortDay } from '../kernel/day.ts'
import { say, type Text } from '../kernel/text.ts'
import { Written } from '../web/components/written.tsx'
import { ButtonLink } from '../web/components/button.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, type Filter, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { mayWrite } from './hand-in-entry.ts'
import { filterNames, listAddress } from './list-query.ts'
import type { LoadedList } from './load-list.ts'
import { isNeuter, pageWords as words } from './page-words.ts'
import { fieldOf, shownValue } from './shown.ts'
import { sortKeys } from './sort-keys.ts'
import { standing } from './standing.ts'
import { nodeColumns } from './units-today.ts'

/** The list of a register: the opening sentence, what it can be narrowed by, the entries, and the way on. */
export const ListPage = ({ view, list, mayAdd }: { readonly view: View; readonly list: LoadedList; readonly mayAdd: boolean }) => {
  const { definition, query, page, whole, shown } = list
  const path = `/register/${definition.path}`
  const narrowed = query.search !== '' || query.broken || Object.keys(query.filters).length > 0
  const key = keyWords(definition, query.sort)
  return (
    <Shell view={view} title={view.t(definition.words.many)} question={definition.question} room={definition.name}>
      <PageHead kicker={view.t(words.register)} title={view.t(definition.words.many)} lead={<OpeningSentence view={view} list={list} />} />
      <section className="sec" aria-label={view.t(definition.words.many)}>
        <FilterColumn
          locale={view.locale}
          action={path}
          filters={filtersOf(view, list)}
          keep={query.sort === 'due' && !query.descending ? {} : { sort: `${query.descending ? '-' : ''}${query.sort}` }}
        />
        <div className="stack">
          <Chosen
            locale={view.locale}
            count={view.t(words.shownOf(definition, shown, whole.total))}
            words={[query.near && view.t(words.near), view.t(words.sortedBy(key, query.descending))].filter(Boolean).join(', ')}
            clearHref={narrowed ? path : null}
          >
            {mayAdd && <ButtonLink href={`${path}/new`}>{view.t(words.new(definition))}</ButtonLink>}
            {!mayAdd && definition.steering && <a href={`${path}/new`}>{view.t(words.howMade(definition))}</a>}
          </Chosen>
          <DataTable
            locale={view.locale}
            caption={view.t(words.caption(definition, key))}
            captionHidden
            columns={columnsOf(view, list)}
            rows={page.entries}
            rowKey={(e) => e.id}
            empty={view.t(narrowed ? words.noneChosen : words.noneYet(definition))}
          />
          {page.entries.length > 0 && (
            <Pager
              locale={view.locale}
              count={view.t(words.rows(page.entries.length, shown))}
              next={page.next ? path + listAddress(query, { after: page.next }) : null}
            >
              {query.after && <a href={path + listAddress(query)}>{view.t(words.firstPage)}</a>}
            </Pager>
          )}
          <Takeout view={view} list={`register/${definition.path}`} back={mayWrite(view.who, view.today)} />
        </div>
      </section>
    </Shell>
  )
}

/** 'Nämnden har 14 uppdrag. På två är tråden av: ett är sent och ett saknar ansvarig.' */
const OpeningSentence = ({ view, list: { definition, query, whole, facets } }: { readonly view: View; readonly list: LoadedList }) => {
  const bodies = query.filters['body'] ?? []
  const only = bodies.length === 1 ? facets['body']?.find((o) => o.value === bodies[0])?.label : undefined
  const subject = only ? view.t(only) : view.desk.municipality
  const neuter = isNeuter(definition)
  const breaks = [{ n: whole.late }, ...definition.gaps.map((g) => ({ n: whole.gaps[g.field] ?? 0, gap: g.words }))].filter((b) => b.n > 0)
  return (
    <>
      {view.t(words.has(definition, subject, whole.total, neuter))}{' '}
      {whole.broken > 0 && (
        <>
          <Brk>{view.t(words.brokenOn(whole.broken, neuter))}</Brk>: {view.t(words.breaks(breaks, whole.broken, neuter))}.
        </>
      )}
      {whole.broken === 0 &&
        whole.total > 0 &&
        view.t(
          words.whole(
            definition.gaps.map((g) => g.words),
            neuter,
          ),
        )}
    </>
  )
}

const keyWords = (definition: AnyDefinition, key: string): Text =>
  key === 'due' ? words.nextDay : key === 'number' ? words.number : key === 'title' ? definition.words.one : (fieldOf(definition, key)?.label ?? words.nextDay)

const filtersOf = (view: View, { definition, query, broken, facets }: LoadedList): readonly Filter[] => [
  { kind: 'search', name: 'q', label: view.t(words.searchLabel), value: query.search },
  {
    kind: 'checks',
    name: 'broken',
    label: view.t(words.brokenFilter),
    options: [{ value: '1', label: view.t(words.brokenChoice), count: view.t(words.count(broken)), chosen: query.broken }],
  },
  {
    kind: 'select',
    name: 'units',
    label: view.t(words.unitsFilter),
    all: view.t(words.asDecided),
    options: [{ value: 'today', label: view.t(words.asToday), chosen: query.restated ?? false }],
  },
  ...filterNames(definition).flatMap((name): Filter[] => {
    const options = (facets[name] ?? []).map((o) => ({
      value: o.value,
      label: view.t(o.label),
      count: o.n === null ? null : view.t(words.count(o.n)),
      chosen: o.chosen,
    }))
    const label = name === 'state' ? words.state : name === 'body' ? definition.words.by : (fieldOf(definition, name)?.label ?? words.state)
    if (options.length === 0) return []
    const few = name === 'state' || fieldOf(definition, name)?.input === 'choice' || options.filter((o) => o.chosen).length > 1 || options.length <= 6
    return [{ kind: few ? 'checks' : 'select', name, label: view.t(label), options }]
  }),
]

const columnsOf = (view: View, { definition, query, names, next, unitsToday, page }: LoadedList): readonly Column<Entry>[] => {
  const path = `/register/${definition.path}`
  const keys = sortKeys(definition)
  const sorting = (key: string): Partial<Column<Entry>> => {
    if (!Object.hasOwn(keys, key)) return {}
    const here = query.sort === key
    const sortHref = path + listAddress(query, { sort: key, descending: here && !query.descending })
    return here ? { sortHref, sorted: query.descending ? 'descending' : 'ascending' } : { sortHref }
  }
  const name: Column<Entry> = {
    id: 'title',
    head: view.t(definition.words.one),
    rowHead: true,
    cell: (e) => (
      <>
        <a href={`${path}/${e.id}`}>
          <Written locale={view.locale}>{e.title}</Written>
        </a>
        <span className="sub">
          {[e.number, say(names.node(e.nodeId, e.day) ?? words.unknownNode, view.locale), shortDay(e.day, view.today, view.locale)].join(' · ')}
        </span>
      </>
    ),
    ...sorting('title'),
  }
  const fields = definition.list.columns.map((field): Column<Entry> => {
    const meta = fieldOf(definition, field)
    const label = view.t(meta?.label ?? words.state)
    const numeric = meta?.input === 'amount' || meta?.input === 'count' || meta?.input === 'number'
    return {
      id: field,
      head: label,
      label: `${label}:`,
      numeric,
      nowrap: meta?.input === 'day',
      cell: (e) =>
        (meta && shownValue(meta, e.data[field], { names, day: e.day, locale: view.locale })) ?? (
          <Missing view={view} definition={definition} entry={e} field={field} />
        ),
      ...sorting(field),
    }
  })
  const day: Column<Entry> = {
    id: 'due',
    head: view.t(words.nextDay),
    label: `${view.t(words.nextDay)}:`,
    nowrap: true,
    cell: (e) => <NextDayCell view={view} due={next.get(e.id)?.due ?? null} label={next.get(e.id)?.label ?? null} />,
    ...sorting('due'),
  }
  const state: Column<Entry> = {
    id: 'state',
    head: view.t(words.state),
    cell: (e) => {
      const { mark, text } = standing(definition, e, view.today)
      return <Status mark={mark}>{view.t(text)}</Status>
    },
  }
  // In today's units the unit of the time stands in one column and who does its work today in the next.
  const today = (id: string, head: Text, nodeOf: (e: Entry) => string | null): Column<Entry> => ({
    id: `${id}-today`,
    head: view.t(words.today(head)),
    label: `${view.t(words.today(head))}:`,
    cell: (e) => {
      const node = nodeOf(e)
      const now = node === null ? null : unitsToday?.(node, e.day)
      return now ? now.map(view.t).join(', ') || <span className="q3">–</span> : <span className="q3">{view.t(words.sameToday)}</span>
    },
  })
  const bodyMoved = unitsToday !== null && page.entries.some((e) => unitsToday(e.nodeId, e.day))
  const units = unitsToday
    ? [
        ...(bodyMoved ? [today('body', definition.words.by, (e) => e.nodeId)] : []),
        ...nodeColumns(definition).map((field) =>
          today(field, fieldOf(definition, field)?.label ?? words.unitsFilter, (e) => (typeof e.data[field] === 'string' ? e.data[field] : null)),
        ),
      ]
    : []
  return [name, ...fields.flatMap((f) => [f, ...units.filter((u) => u.id === `${f.id}-today`)]), ...units.filter((u) => u.id === 'body-today'), day, state]
}

const Missing = ({
  view,
  definition,
  entry,
  field,
}: {
  readonly view: View
  readonly definition: AnyDefinition
  readonly entry: Entry
  readonly field: string
}) => {
  const gap = definition.gaps.some((g) => g.field === field) && definition.lifecycle.states[entry.state]?.open
  return gap ? <Brk>{view.t(words.missing)}</Brk> : <span className="q3">–</span>
}

const NextDayCell = ({ view, due, label }: { readonly view: View; readonly due: Day | null; readonly label: Text | null }) =>
  due === null ? (
    <span className="q3">–</span>
  ) : (
    <>
      <span className="num">{shortDay(due, view.today, view.locale)}</span>
      <span className="sub">
        {label && view.t(label)}
        {due >= view.today && daysBetween(view.today, due) <= 14 && ` ${view.t(words.daysLeft(daysBetween(view.today, due)))}`}
      </span>
    </>
  )
