import { seesSecretsOf } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { weekday, yearOf } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import type { SeriesRow } from '../figures/standing.ts'
import { seriesSummary } from '../figures/summary.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import { loadVacancies } from '../elections/vacancy-store.ts'
import { loadThreads } from '../thread/load-threads.ts'
import type { View } from '../web/view.ts'
import type { BodyHome } from './body-page.tsx'
import { followedDecisions, mostFollowed } from './followed.ts'
import { latestDecision, sittingOf } from './home-store.ts'
import { mostRecent, standingOf } from './standing.ts'
import { countToDo, toDo } from './to-do.ts'
import { sundayOf } from './words.ts'

/** Rows on the home page: as many as one takes in at a glance. */
const shownDecisions = 10
const shownToDo = 8
const shownMeasures = 12
/** Measures among which those that say most are chosen. */
const countedMeasures = 100

/** The unit whose list of things to do the reader meets first: that of the reader's own post below the body, or null for the whole body. */
const unitOf = (who: Who, tree: Tree, body: OrgNode): OrgNode | null => {
  const post = who.posts.find((p) => p.nodeId !== body.id && p.chain.includes(body.id))
  const unit = post && tree.get(post.nodeId)
  return unit?.kind === 'unit' ? unit : null
}

const urgency: Record<SeriesRow['judged']['light'], number> = { red: 0, yellow: 1, green: 2, unknown: 3 }

/** The measures that say most: those that can be judged, the worst first; then those with a target or a direction. */
const tellingMost = (rows: readonly SeriesRow[], most: number): readonly SeriesRow[] => {
  const rank = (r: SeriesRow): number => urgency[r.judged.light] + (r.judged.light === 'unknown' && !r.target && r.series.direction === null ? 1 : 0)
  return rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, most)
}

/** Everything a body's home shows, in a number of questions that does not grow with the number of decisions. */
export const loadBodyHome = async (store: Store, view: View, tree: Tree, body: OrgNode): Promise<BodyHome> => {
  const { who, today } = view
  const year = yearOf(today)
  const secrets = seesSecretsOf(who, tree, today)
  const nodeIds = tree.below(body.id)
  const unit = unitOf(who, tree, body)
  const whose = { nodeIds: unit ? tree.below(unit.id) : nodeIds, today, secrets }
  const [followed, waiting, dates, measures, sitting, latest, vacancies] = await Promise.all([
    followedDecisions(store, { bodyId: body.id, nodeIds, year, today, secrets }, mostFollowed + 1),
    toDo(store, whose, shownToDo),
    countToDo(store, { ...whose, nodeIds }, sundayOf(today, weekday(today))),
    seriesSummary(store, { nodeId: body.id, today, limit: countedMeasures }),
    sittingOf(store, body.id, today),
    latestDecision(store, body.id, today, secrets),
    loadVacancies(store, tree, body, today),
  ])
  const rows = await loadThreads(
    store,
    followed.slice(0, mostFollowed).map((d) => d.id),
    { who, tree, today },
  )
  return {
    view,
    tree,
    body,
    year,
    unit,
    dates,
    measures: tellingMost(measures, shownMeasures),
    sitting,
    latest,
    vacancies,
    standing: standingOf(rows),
    capped: followed.length > mostFollowed ? mostFollowed : null,
    recent: mostRecent(rows, shownDecisions),
    toDo: waiting,
  }
}
