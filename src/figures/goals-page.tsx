import { Written } from '../web/components/written.tsx'
import { longDay } from '../kernel/day.ts'
import type { Tree } from '../organisation/tree.ts'
import { isBody } from '../organisation/tree.ts'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Status } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Goal } from './goal-store.ts'
import { goalWords as words } from './goal-words.ts'
import { pageWords } from './page-words.ts'
import type { SeriesRow } from './standing.ts'
import { LightOf } from './value.tsx'
import { cited } from '../rulebook/citation.ts'

/** What the address asks for. */
export interface GoalAsk {
  readonly search: string
  readonly node: string
  readonly all: boolean
}

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly ask: GoalAsk
  readonly goals: readonly Goal[]
  readonly measures: ReadonlyMap<string, readonly SeriesRow[]>
  readonly next: string | null
}

/** In a list a goal shows at most this many of its measures. */
const most = 3

/** The goals, latest decided first, each with its measures and how they stand; a goal without a measure is a gap. */
export const GoalsPage = ({ view, tree, ask, goals, measures, next }: Props) => {
  const { t, locale } = view
  const query = (after: string): string =>
    `/goals?${new URLSearchParams({ ...(ask.search && { q: ask.search }), ...(ask.node && { node: ask.node }), ...(ask.all && { which: 'all' }), after })}`
  return (
    <Shell view={view} title={t(words.goals)} question={4} room="goals">
      <PageHead title={t(words.goals)} lead={t(words.lead)} />
      <section className="sec" aria-label={t(words.goals)}>
        <FilterColumn
          locale={locale}
          action="/goals"
          filters={[
            { kind: 'search', name: 'q', label: t(words.searchGoals), value: ask.search },
            {
              kind: 'select',
              name: 'node',
              label: t(words.body),
              options: tree.nodes.filter((n) => isBody(n.kind)).map((n) => ({ value: n.slug, label: t(n.name), chosen: n.slug === ask.node })),
            },
            { kind: 'select', name: 'which', label: t(words.which), all: t(words.inForce), options: [{ value: 'all', label: t(words.all), chosen: ask.all }] },
          ]}
        />
        <div className="stack">
          <Chosen locale={locale} count={t(pageWords.shown(goals.length))} clearHref={ask.search || ask.node || ask.all ? '/goals' : null} />
          <DataTable
            locale={locale}
            caption={t(words.goals)}
            captionHidden
            columns={[
              {
                id: 'goal',
                head: t(words.goal),
                rowHead: true,
                cell: (g) => (
                  <>
                    <a href={`/goals/${g.id}`}>
                      <Written locale={locale}>{g.text}</Written>
                    </a>
                    {g.area && <span className="sub">{g.area}</span>}
                  </>
                ),
              },
              {
                id: 'decided',
                head: t(words.decided),
                label: `${t(words.decided)}:`,
                cell: (g) => (
                  <a href={`/decisions/${g.decision.id}`}>
                    {tree.get(g.decision.bodyId)?.short} {longDay(g.decision.day, locale)} {cited(g.decision.paragraph)}
                  </a>
                ),
              },
              {
                id: 'measures',
                head: t(words.measures),
                label: `${t(words.measures)}:`,
                cell: (g) => <Measures rows={measures.get(g.id) ?? []} view={view} />,
              },
            ]}
            rows={goals}
            rowKey={(g) => g.id}
            empty={t(words.noneFound)}
          />
          {next && <Pager locale={locale} count={t(pageWords.shown(goals.length))} next={query(next)} />}
          <Takeout view={view} list="goals" />
        </div>
      </section>
    </Shell>
  )
}

const Measures = ({ rows, view }: { readonly rows: readonly SeriesRow[]; readonly view: View }) =>
  rows.length === 0 ? (
    <Status mark="gap">{view.t(words.noMeasure)}</Status>
  ) : (
    <ul className="bare">
      {rows.slice(0, most).map((row) => (
        <li key={row.series.id}>
          <a href={`/series/${row.series.slug}`}>{view.t(row.series.name)}</a>
          <span className="sub">
            <LightOf judged={row.judged} view={view} />
          </span>
        </li>
      ))}
    </ul>
  )
