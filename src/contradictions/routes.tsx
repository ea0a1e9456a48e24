import { may } from '../access/policy.ts'
import { seesSecretsOf, visibleThing } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { readCursor } from '../kernel/cursor.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree, isBody, type Tree } from '../organisation/tree.ts'
import { surenesses } from '../rulebook/contradictions/finding.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { answerContradiction } from './answer-contradiction.ts'
import { type Asked, StandingListPage } from './standing-list-page.tsx'
import { StandingPage } from './standing-page.tsx'
import { countStanding, listStanding, type Standing, type StandingFilter, standingById } from './standing-store.ts'

/** What does not add up in the municipality: the list, each one, and its answer. */
export const contradictionRoutes = (app: App, deps: Deps): void => {
  app.get('/contradictions', (c) => showList(c, deps))
  app.get('/contradictions/:id', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const standing = await found(c, deps, tree)
    return standing ? show(c, deps, tree, standing, newForm(view.locale, { answer: standing.answer?.text }), 200) : c.notFound()
  })
  app.post('/contradictions/:id', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const standing = await found(c, deps, tree)
    if (!standing) return c.notFound()
    const fields = await readFields(c)
    const done = await answerContradiction(deps, view.who, { id: standing.id, answer: first(fields, 'answer'), seen: first(fields, 'seen') })
    if (!done.ok) return show(c, deps, tree, standing, refusedForm(view.locale, fields, done.refusals), 422)
    flash(c, 'saved')
    return seeOther(c, `/contradictions/${standing.id}`)
  })
}

const found = (c: Ctx, deps: Deps, tree: Tree): Promise<Standing | null> => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? standingById(deps.store, id, seesSecretsOf(c.get('who'), tree, tree.at)) : Promise.resolve(null)
}

const show = async (c: Ctx, deps: Deps, tree: Tree, standing: Standing, form: FormState, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const subject = { belongsTo: tree.chain(standing.nodeId), secrecy: standing.secrecy }
  const mayAnswer = (['figure.record', 'case.write'] as const).some((act) => may(view.who, act, subject, view.today).length === 0)
  const things = await deps.store
    .selectFrom('thing')
    .select(['id', 'title'])
    .where('id', 'in', [...standing.concerns])
    .where(visibleThing(seesSecretsOf(view.who, tree, view.today)))
    .orderBy('title')
    .execute()
  return page(c, <StandingPage view={view} standing={standing} things={things} form={mayAnswer || status === 422 ? form : null} />, status)
}

/** What of them is asked for by the address. */
export const readStanding = (c: Ctx, tree: Tree): { asked: Asked; filter: StandingFilter } => {
  const { who, today } = c.get('view')
  const body = tree.bySlug(c.req.query('body') ?? '')
  const state = c.req.query('state')
  const asked: Asked = {
    body: body?.slug ?? '',
    sureness: surenesses.find((s) => s === c.req.query('sureness')) ?? null,
    state: state === 'open' || state === 'answered' ? state : null,
  }
  const secretsOf = seesSecretsOf(who, tree, today)
  return {
    asked,
    filter: { nodeIds: body ? tree.below(body.id) : null, sureness: asked.sureness, answered: asked.state && asked.state === 'answered', secretsOf },
  }
}

const showList = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const { asked, filter } = readStanding(c, tree)
  const after = readCursor(c.req.query('after') ?? '')
  const [list, counts] = await Promise.all([listStanding(deps.store, filter, after), countStanding(deps.store, filter.secretsOf)])
  const bodies = tree.nodes.filter((node) => isBody(node.kind))
  return page(
    c,
    <StandingListPage view={view} tree={tree} bodies={bodies} asked={asked} rows={list.rows} next={list.next} onFirstPage={after === null} counts={counts} />,
  )
}
