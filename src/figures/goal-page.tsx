import { Written } from '../web/components/written.tsx'
import { nameOf, type Timeline } from '../organisation/timeline.ts'
import type { Tree } from '../organisation/tree.ts'
import { longDay } from '../kernel/day.ts'
import { ButtonLink } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import { Aside, Facts, Note, PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Goal } from './goal-store.ts'
import { goalWords as words } from './goal-words.ts'
import { seriesColumns } from './series-columns.tsx'
import type { SeriesRow } from './standing.ts'
import { textOfDay } from './value.tsx'
import { cited } from '../rulebook/citation.ts'

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly timeline: Timeline
  readonly goal: Goal
  /** What the clause says; null where the reader may not know it. */
  readonly clause: string | null
  readonly rows: readonly SeriesRow[]
}

/** One goal: what it says, where it was decided, and how the measures that follow it stand. */
export const GoalPage = ({ view, tree, timeline, goal, clause, rows }: Props) => {
  const { t, locale } = view
  const { decision } = goal
  const valid = goal.from && (goal.to ? words.fromTo(textOfDay(goal.from), textOfDay(goal.to)) : words.from(textOfDay(goal.from)))
  return (
    <Shell view={view} title={`${t(words.goal)}: ${goal.text}`} question={4} room="goals">
      <PageHead
        kicker={[t(words.goal), goal.area].filter(Boolean).join(' · ')}
        title={<Written locale={view.locale}>{goal.text}</Written>}
        lead={t(words.oneLead(nameOf(timeline, decision.bodyId), textOfDay(decision.day), cited(decision.paragraph)))}
        aside={
          <Aside id="whence" title={t(words.whence)}>
            <Facts
              facts={[
                {
                  name: t(words.decision),
                  value: (
                    <a href={`/decisions/${decision.id}`}>
                      {t(nameOf(timeline, decision.bodyId))} {longDay(decision.day, locale)} {cited(decision.paragraph)}
                    </a>
                  ),
                },
                { name: `${t(words.clause)} ${goal.clause.no}`, value: clause ?? t(words.secretClause) },
                { name: t(words.body1), value: t(nameOf(timeline, goal.nodeId)) },
                valid && { name: t(words.valid), value: t(valid) },
              ]}
            />
          </Aside>
        }
      >
        <p className="ui">
          <ButtonLink kind="second" href={`/thread/${goal.id}`}>
            {t(words.thread)}
          </ButtonLink>
        </p>
      </PageHead>
      <Section id="how" title={t(words.how)} intro={t(words.howIntro)}>
        {rows.length === 0 ? (
          <Note kind="gap">{t(words.noMeasureLong)}</Note>
        ) : (
          <DataTable
            locale={locale}
            caption={t(words.measures)}
            captionHidden
            columns={seriesColumns(view, tree)}
            rows={rows}
            rowKey={(row) => row.series.id}
          />
        )}
      </Section>
    </Shell>
  )
}
