import type { OrgNode } from '../organisation/tree.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import { Pager } from '../web/components/data-table.tsx'
import { Empty, PageHead } from '../web/components/section.tsx'
import { Brk, Legend } from '../web/components/status.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { DecisionRows } from './decision-rows.tsx'
import { standingOf } from './standing.ts'
import { words } from './words.ts'

interface DecisionsPageProps {
  readonly view: View
  readonly body: OrgNode
  readonly year: number
  readonly years: readonly number[]
  readonly rows: readonly DecisionThread[]
  readonly next: string | null
}

/** All decisions that a body follows in a year, newest first, a page at a time. */
export const DecisionsPage = ({ view, body, year, years, rows, next }: DecisionsPageProps) => {
  const { t, locale } = view
  const { gaps } = standingOf(rows)
  return (
    <Shell view={view} title={t(words.decisionsTitle(t(body.name), year))} question={1}>
      <PageHead
        kicker={<a href={`/bodies/${body.slug}`}>{t(body.name)}</a>}
        title={t(words.decisionsOf(year, false))}
        lead={
          <>
            {t(words.shown(rows.length))}. {gaps > 0 && <Brk>{t(words.broken(gaps))}</Brk>}
          </>
        }
      >
        <nav aria-label={t(words.years)} className="acts">
          {years.map((y) => (
            <a key={y} href={`/bodies/${body.slug}/decisions?year=${y}`} aria-current={y === year ? 'page' : undefined}>
              {y}
            </a>
          ))}
        </nav>
      </PageHead>
      <div className="band">
        {rows.length === 0 ? (
          <Empty>{t(words.noDecisions)}</Empty>
        ) : (
          <>
            <DecisionRows view={view} rows={rows} caption={t(words.decisionsTitle(t(body.name), year))} />
            <Legend locale={locale} marks={['decision', 'done', 'half', 'open', 'gap', 'none', 'stop']} />
          </>
        )}
      </div>
      {next && <Pager locale={locale} count={t(words.shown(rows.length))} next={next} />}
    </Shell>
  )
}
