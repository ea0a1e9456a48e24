import { fullDay } from '../kernel/day.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import { named, type Vacancy } from '../elections/vacancy-store.ts'
import { words as electionWords } from '../elections/words.ts'
import type { SeriesRow } from '../figures/standing.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import { Written } from '../web/components/written.tsx'
import { Aside, Empty, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Brk, Legend, Status } from '../web/components/status.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { DecisionRows } from './decision-rows.tsx'
import type { LatestDecision, Sitting } from './home-store.ts'
import { MeasureTable } from './measure-table.tsx'
import type { Standing } from './standing.ts'
import type { ToDo } from './to-do.ts'
import { ToDoTable } from './to-do-table.tsx'
import { words } from './words.ts'

export interface BodyHome {
  readonly view: View
  readonly tree: Tree
  readonly body: OrgNode
  readonly year: number
  readonly standing: Standing
  /** True when there are more decisions than are counted. */
  readonly capped: number | null
  readonly recent: readonly DecisionThread[]
  readonly toDo: readonly ToDo[]
  /** Whose list it is, where it is not the whole body's. */
  readonly unit: OrgNode | null
  readonly dates: { readonly late: number; readonly week: number }
  readonly measures: readonly SeriesRow[]
  readonly sitting: Sitting
  readonly latest: LatestDecision | null
  /** Places that were left before their time, and that nobody is elected to. */
  readonly vacancies: readonly Vacancy[]
}

/** A body's home: the sentence, what is to be done, the year's decisions through the four questions, and the measures. */
export const BodyPage = (home: BodyHome) => {
  const { view, tree, body, year, standing, recent, toDo, unit, dates, measures } = home
  const { t, locale } = view
  return (
    <Shell view={view} title={t(body.name)}>
      <PageHead
        kicker={upper(fullDay(view.today, locale))}
        title={t(body.name)}
        lead={
          <>
            {t(words.follows(body.kind, standing, year, true))}{' '}
            {standing.gaps > 0 && (
              <>
                <Brk>{t(words.broken(standing.gaps))}</Brk>{' '}
              </>
            )}
            {dates.week > 0 && t(words.week(dates.week))}
          </>
        }
        aside={<Beside {...home} />}
      />
      <Section id="to-do" title={unit ? t(words.toDoFor(t(unit.name))) : t(words.toDo)} intro={t(words.toDoIntro)}>
        <ToDoTable view={view} tree={tree} rows={toDo} />
        <p>
          <a href={`/bodies/${body.slug}/due`}>{t(words.allToDo)}</a>
        </p>
      </Section>
      <Vacant {...home} />
      <Section id="decisions" kind="band" title={t(words.decisionsOf(year, true))}>
        {recent.length === 0 ? (
          <Empty>{t(words.noDecisions)}</Empty>
        ) : (
          <>
            <DecisionRows
              view={view}
              rows={recent}
              caption={t(words.rowsCaption(recent.length, standing.decisions))}
              note={t(words.latestOf(recent.length, standing.decisions))}
              standing={standing}
            />
            <Legend locale={locale} marks={['decision', 'done', 'half', 'open', 'gap', 'none', 'stop']}>
              <a href={`/bodies/${body.slug}/decisions?year=${year}`}>{t(words.allDecisions(standing.decisions))}</a>
            </Legend>
            {home.capped !== null && <p className="q3">{t(words.counted(home.capped))}</p>}
          </>
        )}
      </Section>
      <Section id="measures" title={t(words.measures(body.kind))} intro={t(words.measuresIntro)}>
        <MeasureTable view={view} rows={measures} />
        {measures.length > 0 && (
          <p>
            <a href={`/series?node=${body.slug}`}>{t(words.allMeasures)}</a>
          </p>
        )}
      </Section>
    </Shell>
  )
}

/** The places that wait for an election, with what shall happen; nothing while all are held. */
const Vacant = ({ view: { t }, body, vacancies }: BodyHome) =>
  vacancies.length === 0 ? null : (
    <Section id="vacancies" title={t(electionWords.vacancies)} intro={t(electionWords.lead(vacancies.length))}>
      <ul className="cell-list">
        {vacancies.map(({ left, place, ruled }) => (
          <li key={left.id}>
            <Status mark="open">
              <a href={`/bodies/${body.slug}/vacancies#v-${left.id}`}>{t(electionWords.after(place, named(left)))}</a>
              <span className="sub">{ruled.reasons[0] ? t(ruled.reasons[0].text) : ''}</span>
            </Status>
          </li>
        ))}
      </ul>
    </Section>
  )

const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

const Beside = ({ view: { t, locale }, body, latest, sitting }: BodyHome) => {
  const facts = (
    <Facts
      facts={[
        { name: t(words.chair), value: sitting.chair ? `${sitting.chair.name}${sitting.chair.party ? ` (${sitting.chair.party})` : ''}` : t(words.vacant) },
        { name: t(words.members), value: t(words.membersOf(sitting.members, body.seats)) },
        sitting.substitutes > 0 && { name: t(words.substitutes), value: sitting.substitutes },
        sitting.secretary !== null && { name: t(words.secretary), value: sitting.secretary },
      ]}
    />
  )
  if (!latest) {
    return (
      <Aside id="beside" title={t(words.aboutBody(body.kind))}>
        {facts}
      </Aside>
    )
  }
  return (
    <Aside id="beside" title={t(words.latestDecision)} when={t(words.decidedOn(latest.day))}>
      <div className="stack--s">
        <p>
          <a href={`/decisions/${latest.id}`}>
            <Written locale={locale}>{latest.title}</Written>
          </a>
          {latest.number && <span className="sub">{latest.number}</span>}
        </p>
        {facts}
      </div>
    </Aside>
  )
}
