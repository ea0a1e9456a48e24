import { longDay } from '../kernel/day.ts'
import type { Tree } from '../organisation/tree.ts'
import { Written } from '../web/components/written.tsx'
import { Button } from '../web/components/button.tsx'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Report } from './report.ts'
import { ReportState } from './report-page.tsx'
import { words } from './words.ts'

interface ReportListProps {
  readonly view: View
  readonly reports: readonly Report[]
  readonly count: number
  readonly waiting: number
  readonly query: string
  readonly next: string | null
  readonly tree: Tree
}

/** All reports that the reader may see, latest first. */
export const ReportList = ({ view, reports, count, waiting, query, next, tree }: ReportListProps) => {
  const { t, locale } = view
  return (
    <Shell view={view} title={t(words.reports)} question={3} room="reports">
      <PageHead title={t(words.reports)} lead={t(words.listLead(count, waiting))} />
      <section className="sec sec--wide" aria-label={t(words.reports)}>
        <form method="get" role="search" className="field-row">
          <div className="field">
            <label htmlFor="q">{t(words.search)}</label>
            <input id="q" type="search" name="q" defaultValue={query} />
          </div>
          <Button kind="second">{t(words.show)}</Button>
        </form>
        <div className="stack">
          <DataTable
            locale={locale}
            caption={t(words.reports)}
            captionHidden
            rows={reports}
            rowKey={(r) => r.id}
            empty={t(words.none)}
            columns={[
              { id: 'day', head: t(words.day), nowrap: true, cell: (r) => longDay(r.day, locale) },
              {
                id: 'report',
                head: t(words.report),
                rowHead: true,
                cell: (r) => (
                  <>
                    <a href={`/reports/${r.id}`}>
                      <Written locale={view.locale}>{r.title}</Written>
                    </a>
                    <span className="sub">{t(words.stance(r.stance))}</span>
                  </>
                ),
              },
              { id: 'to', head: t(words.body), label: `${t(words.body)}:`, cell: (r) => t(tree.get(r.nodeId)?.name ?? words.noPost) },
              { id: 'state', head: t(words.state), cell: (r) => <ReportState view={view} report={r} /> },
            ]}
          />
          {next && <Pager locale={locale} count={t(words.older)} next={next} />}
          <Takeout view={view} list="reports" />
        </div>
      </section>
    </Shell>
  )
}
