import type { Tree } from '../organisation/tree.ts'
import { lights } from '../rulebook/light.ts'
import { ButtonLink } from '../web/components/button.tsx'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { countCap, pageSize } from './keyset.ts'
import type { SeriesSort } from './list-series.ts'
import { pageWords as words } from './page-words.ts'
import { seriesColumns } from './series-columns.tsx'
import type { SeriesRow } from './standing.ts'

/** What the address asks for. */
export interface ListAsk {
  readonly search: string
  readonly lights: readonly string[]
  readonly node: string
  readonly askedBy: string
  readonly sort: SeriesSort
}

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly ask: ListAsk
  readonly rows: readonly SeriesRow[]
  readonly count: number
  readonly next: string | null
  readonly askers: readonly string[]
  readonly mayDefine: boolean
  readonly counting: boolean
}

const address = (ask: ListAsk, over: Partial<ListAsk> & { readonly after?: string } = {}): string => {
  const { search, lights: chosen, node, askedBy, sort } = { ...ask, ...over }
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  for (const light of chosen) query.append('light', light)
  if (node) query.set('node', node)
  if (askedBy) query.set('asked_by', askedBy)
  if (sort !== 'light') query.set('sort', sort)
  if (over.after) query.set('after', over.after)
  return query.size > 0 ? `/series?${query}` : '/series'
}

/** All measures, to narrow and to sort: the one with the worst light first. */
export const SeriesListPage = ({ view, tree, ask, rows, count, next, askers, mayDefine, counting }: Props) => {
  const { locale, t } = view
  const option = (id: string, chosen: string) => {
    const node = tree.get(id)
    return node ? [{ value: node.slug, label: t(node.name), chosen: node.slug === chosen }] : []
  }
  const narrowed = ask.search !== '' || ask.lights.length > 0 || ask.node !== '' || ask.askedBy !== ''
  const told = words.count(count, countCap)
  return (
    <Shell view={view} title={t(words.series)} question={4} room="series">
      <PageHead title={t(words.series)} lead={t(words.listLead(told))} />
      <section className="sec" aria-label={t(words.series)}>
        <FilterColumn
          locale={locale}
          action="/series"
          keep={ask.sort === 'light' ? {} : { sort: ask.sort }}
          filters={[
            { kind: 'search', name: 'q', label: t(words.searchSeries), value: ask.search },
            {
              kind: 'checks',
              name: 'light',
              label: t(words.lightHead),
              options: lights.map((l) => ({ value: l, label: t(words.light[l]), chosen: ask.lights.includes(l) })),
            },
            {
              kind: 'select',
              name: 'node',
              label: t(words.body),
              // Thousands of units would make a page of names; a measure of theirs is among those of what they lie under.
              options: tree.nodes.filter((n) => (n.kind !== 'external' && n.kind !== 'unit') || n.slug === ask.node).flatMap((n) => option(n.id, ask.node)),
            },
            { kind: 'select', name: 'asked_by', label: t(words.askedByFilter), options: askers.flatMap((id) => option(id, ask.askedBy)) },
          ]}
        />
        <div className="stack">
          <Chosen locale={locale} count={t(told)} words={t(ask.sort === 'light' ? words.worstFirst : words.byName)} clearHref={narrowed ? '/series' : null}>
            {mayDefine && <ButtonLink href="/series/new">{t(words.define)}</ButtonLink>}
          </Chosen>
          {counting && (
            <p className="notice" role="status">
              {t(words.counting)}
            </p>
          )}
          <DataTable
            locale={locale}
            caption={t(words.series)}
            captionNote={t(words.signs)}
            columns={seriesColumns(view, tree, { sort: ask.sort, name: address(ask, { sort: 'name' }), light: address(ask, { sort: 'light' }) })}
            rows={rows}
            rowKey={(row) => row.series.id}
            empty={t(words.noneFound)}
          />
          {(next || rows.length === pageSize) && (
            <Pager locale={locale} count={t(words.shown(rows.length))} next={next ? address(ask, { after: next }) : null} />
          )}
          <Takeout view={view} list="series" />
        </div>
      </section>
    </Shell>
  )
}
