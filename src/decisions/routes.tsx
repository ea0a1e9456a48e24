import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { bodiesOf } from '../cases/find-case.tsx'
import { readCursor } from '../cases/keyset.ts'
import { GonePage, SecretPage } from '../cases/missing-page.tsx'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { loadNames } from '../registers/names.ts'
import { subjectOf } from '../registers/subject.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { listDecisionDrafts } from './change-draft.ts'
import { clauseRoutes } from './clause-routes.tsx'
import { DecisionPage } from './decision-page.tsx'
import { loadAround, loadClauses, loadDecision } from './decision-store.ts'
import { dispatchRoutes } from './dispatch-routes.tsx'
import { loadDispatches } from './dispatch-store.ts'
import { draftRoutes } from './draft-routes.tsx'
import { isClauseKind } from './enactments.ts'
import { countDecisions, type DecisionFilter, deciders, listDecisions } from './list-decisions.ts'
import { DecisionListPage } from './list-page.tsx'
import { pageWords as words } from './page-words.ts'
import { receiverRoutes } from './receiver-routes.tsx'

/** Decisions: the list, each decision, drafting without script, and the mail between bodies. */
export const decisionRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions', (c) => showList(c, deps))
  draftRoutes(app, deps)
  clauseRoutes(app, deps)
  receiverRoutes(app, deps)
  dispatchRoutes(app, deps)
  app.get('/decisions/:id', (c) => showDecision(c, deps, c.req.param('id')))
}

const readFilter = (c: Ctx, tree: Tree): DecisionFilter => {
  const view = c.get('view')
  const year = c.req.query('year') ?? ''
  const kind = c.req.query('kind') ?? ''
  return {
    nodeId: bodiesOf(tree).find((b) => b.id === c.req.query('body'))?.id ?? null,
    year: /^(19|20|21)\d{2}$/.test(year) ? Number(year) : null,
    decider: deciders.find((d) => d === c.req.query('decider')) ?? null,
    kind: isClauseKind(kind) ? kind : null,
    search: (c.req.query('q') ?? '').replaceAll('\u0000', '').slice(0, 200),
    secretsOf: seesSecretsOf(view.who, tree, view.today),
  }
}

const showList = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const filter = readFilter(c, tree)
  const after = readCursor(c.req.query('after') ?? '')
  const [list, count, drafts] = await Promise.all([
    listDecisions(deps.store, filter, after),
    countDecisions(deps.store, filter),
    view.who.personId ? listDecisionDrafts(deps, view.who.personId) : [],
  ])
  return page(
    c,
    <DecisionListPage view={view} filter={filter} list={list} count={count} bodies={bodiesOf(tree)} drafts={drafts} onFirstPage={after === null} />,
  )
}

const showDecision = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const view = c.get('view')
  const decision = isId(id) ? await loadDecision(deps.store, id) : undefined
  if (!decision) return page(c, <GonePage view={view} title={words.gone} text={words.goneText} list={{ href: '/decisions', words: words.toList }} />, 404)
  const tree = await loadTree(deps.store, view.today)
  const sees = (thing: { readonly nodeId: string; readonly secrecy: string | null }): boolean =>
    may(view.who, 'see', subjectOf(thing, tree), view.today).length === 0
  const hidden = may(view.who, 'see', subjectOf(decision, tree), view.today)[0]
  if (hidden) return page(c, <SecretPage view={view} number={decision.number} why={hidden.text} />, 403)
  const [clauses, around, dispatches] = await Promise.all([loadClauses(deps.store, id), loadAround(deps.store, decision), loadDispatches(deps.store, id)])
  const names = await loadNames(deps.store, { nodes: [decision.nodeId, ...dispatches.map((d) => d.receiverId)], posts: [] })
  const name = (nodeId: string) => names.node(nodeId, decision.day) ?? { sv: '–', en: '–' }
  const body = { name: name(decision.nodeId), slug: tree.get(decision.nodeId)?.slug ?? '' }
  return page(
    c,
    <DecisionPage
      view={view}
      decision={decision}
      body={body}
      clauses={clauses}
      around={around}
      dispatches={dispatches}
      nodeName={(nodeId) => view.t(name(nodeId))}
      sees={sees}
    />,
  )
}
