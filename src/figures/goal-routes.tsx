import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { loadTimeline } from '../organisation/node-store.ts'
import { treeOn } from '../organisation/timeline.ts'
import { type App, page } from '../web/view.ts'
import { AbsentPage } from './absent-page.tsx'
import { GoalPage } from './goal-page.tsx'
import { goalById, listGoals, measuresOf } from './goal-store.ts'
import { goalWords as words } from './goal-words.ts'
import { GoalsPage } from './goals-page.tsx'
import { readCursor } from './keyset.ts'
import { seriesSummary } from './summary.ts'

/** At most this many measures of one goal, or of a page of goals, are shown. */
const most = 500

/** The pages of goals: the list, and each with its targets and how they stand. */
export const goalRoutes = (app: App, deps: Deps): void => {
  app.get('/goals', async (c) => {
    const view = c.get('view')
    const tree = treeOn(await loadTimeline(deps.store), view.today)
    const ask = {
      search: (c.req.query('q') ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, 200),
      node: c.req.query('node') ?? '',
      all: c.req.query('which') === 'all',
    }
    const node = tree.bySlug(ask.node)
    const secretsOf = seesSecretsOf(c.get('who'), tree, view.today)
    const filter = { nodeIds: node ? tree.below(node.id) : null, on: ask.all ? null : view.today, search: ask.search, secretsOf }
    const { goals, next } = await listGoals(deps.store, filter, readCursor(c.req.query('after'), 1))
    const ids = await measuresOf(
      deps.store,
      goals.map((g) => g.id),
    )
    const rows = await seriesSummary(deps.store, { seriesIds: [...new Set([...ids.values()].flat())], today: view.today, limit: most, secretsOf })
    const measures = new Map([...ids].map(([goal, series]) => [goal, rows.filter((row) => series.includes(row.series.id))]))
    return page(c, <GoalsPage view={view} tree={tree} ask={ask} goals={goals} measures={measures} next={next} />)
  })

  app.get('/goals/:id', async (c) => {
    const view = c.get('view')
    const id = c.req.param('id')
    const goal = isId(id) ? await goalById(deps.store, id) : undefined
    const back = { href: '/goals', words: words.toList }
    if (!goal) return page(c, <AbsentPage view={view} title={words.absentTitle} lead={words.absentLead} back={back} />, 404)
    const timeline = await loadTimeline(deps.store)
    const tree = treeOn(timeline, view.today)
    const [refusal] = may(c.get('who'), 'see', { belongsTo: tree.chain(goal.nodeId), secrecy: goal.secrecy }, view.today)
    if (refusal) return page(c, <AbsentPage view={view} title={words.secretTitle} lead={refusal.text} back={back} />, 403)
    const seriesIds = (await measuresOf(deps.store, [goal.id])).get(goal.id) ?? []
    const rows = await seriesSummary(deps.store, { seriesIds, today: view.today, limit: most, secretsOf: seesSecretsOf(c.get('who'), tree, view.today) })
    const { clause } = goal
    const told = may(c.get('who'), 'see', { belongsTo: tree.chain(clause.nodeId), secrecy: clause.secrecy }, view.today).length === 0
    return page(c, <GoalPage view={view} tree={tree} timeline={timeline} goal={goal} clause={told ? clause.text : null} rows={rows} />)
  })
}
