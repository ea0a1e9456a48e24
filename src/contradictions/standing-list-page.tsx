import { shortDay } from '../kernel/day.ts'
import { verbatim } from '../kernel/text.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import { type Sureness, surenesses } from '../rulebook/contradictions/finding.ts'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Status } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Standing } from './standing-store.ts'
import { standingWords as words } from './standing-words.ts'

export interface Asked {
  readonly body: string
  readonly sureness: Sureness | null
  readonly state: 'open' | 'answered' | null
}

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly bodies: readonly OrgNode[]
  readonly asked: Asked
  readonly rows: readonly Standing[]
  readonly next: string | null
  readonly onFirstPage: boolean
  readonly counts: Readonly<Record<Sureness, number>>
}

const address = ({ body, sureness, state }: Asked, after?: string): string => {
  const query = new URLSearchParams(Object.entries({ body, sureness, state, after }).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? '/contradictions' : `/contradictions?${query}`
}

/** Everything in the municipality that does not add up, newest first. */
export const StandingListPage = ({ view, tree, bodies, asked, rows, next, onFirstPage, counts }: Props) => {
  const { t, locale } = view
  const columns: readonly Column<Standing>[] = [
    {
      id: 'what',
      head: t(words.what),
      rowHead: true,
      cell: (one) => <a href={`/contradictions/${one.id}`}>{t(one.finding.text)}</a>,
    },
    {
      id: 'sure',
      head: t(words.howSure),
      nowrap: true,
      cell: (one) => <Status mark={one.finding.sureness === 'ask' ? 'half' : 'gap'}>{t(words.sureness[one.finding.sureness])}</Status>,
    },
    { id: 'body', head: t(words.body), label: `${t(words.body)}:`, cell: (one) => t(tree.get(one.nodeId)?.name ?? verbatim('–')) },
    { id: 'state', head: t(words.state), label: `${t(words.state)}:`, cell: (one) => t(one.answer ? words.answered : words.open) },
    { id: 'found', head: t(words.found), label: `${t(words.found)}:`, nowrap: true, cell: (one) => shortDay(one.found, view.today, locale) },
  ]
  return (
    <Shell view={view} title={t(words.title)} question={3} room="contradictions">
      <PageHead title={t(words.title)} lead={t(words.lead(counts.error, counts.contradiction, counts.ask))}>
        <p className="ui">{t(words.about)}</p>
      </PageHead>
      <section className="sec" aria-label={t(words.title)}>
        <FilterColumn
          locale={locale}
          action="/contradictions"
          filters={[
            {
              kind: 'select',
              name: 'body',
              label: t(words.body),
              options: bodies.map((b) => ({ value: b.slug, label: t(b.name), chosen: b.slug === asked.body })),
            },
            {
              kind: 'select',
              name: 'sureness',
              label: t(words.howSure),
              options: surenesses.map((s) => ({ value: s, label: t(words.sureness[s]), count: counts[s], chosen: s === asked.sureness })),
            },
            {
              kind: 'select',
              name: 'state',
              label: t(words.state),
              options: (['open', 'answered'] as const).map((s) => ({ value: s, label: t(words[s]), chosen: s === asked.state })),
            },
          ]}
        />
        <div className="stack">
          <Chosen
            locale={locale}
            count={t(words.counted(rows.length))}
            words={t(words.sorted)}
            clearHref={asked.body || asked.sureness || asked.state ? '/contradictions' : null}
          />
          <DataTable locale={locale} caption={t(words.title)} captionHidden columns={columns} rows={rows} rowKey={(one) => one.id} empty={t(words.none)} />
          {(next !== null || !onFirstPage) && (
            <Pager locale={locale} count={t(words.counted(rows.length))} next={next ? address(asked, next) : null}>
              {!onFirstPage && <a href={address(asked)}>{t(words.firstPage)}</a>}
            </Pager>
          )}
          {rows.length > 0 && <Takeout view={view} list="contradictions" />}
        </div>
      </section>
    </Shell>
  )
}
