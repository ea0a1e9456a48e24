import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { type Cursor, pageSize, readCursor, writeCursor } from '../kernel/cursor.ts'
import { isDay, yearOf } from '../kernel/day.ts'
import { loadTimeline } from '../organisation/node-store.ts'
import { loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { loadThread } from '../thread/load-thread.ts'
import { loadThreads } from '../thread/load-threads.ts'
import { NoThread } from '../thread/thread-page.tsx'
import { type App, type Ctx, page } from '../web/view.ts'
import { BodyPage } from './body-page.tsx'
import { DecisionsPage } from './decisions-page.tsx'
import { followedDecisions } from './followed.ts'
import { countsByNode, latestDecisions, tellingDecision } from './home-store.ts'
import { LandingPage } from './landing-page.tsx'
import { loadBodyHome } from './load-body-home.ts'
import { bodyOwed, showDue, showOwnDue } from './due-list.tsx'
import { ReorganisationPage, ReorganisationsPage } from './reorganisation-page.tsx'
import { passedOn, reorganisationDays } from './reorganisation-store.ts'
import { reorganisationWords } from './reorganisation-words.ts'
import { words } from './words.ts'

/** The way in: a body's home, the municipality for visitors, and everyone's own list of dates. */
export const homeRoutes = (app: App, deps: Deps): void => {
  app.get('/', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const body = view.who.personId === null ? undefined : tree.bySlug(view.desk.slug)
    return body ? home(c, deps, tree, body) : landing(c, deps, tree)
  })
  app.get('/bodies/:slug', (c) => ofBody(c, deps, (tree, body) => home(c, deps, tree, body)))
  app.get('/bodies/:slug/decisions', (c) => ofBody(c, deps, (tree, body) => decisions(c, deps, tree, body)))
  app.get('/bodies/:slug/due', (c) => ofBody(c, deps, (tree, body) => showDue(c, deps, tree, bodyOwed(c.get('view'), tree, body))))
  app.get('/organisation/changes', async (c) => page(c, <ReorganisationsPage view={c.get('view')} days={await reorganisationDays(deps.store)} />))
  app.get('/organisation/changes/:day', (c) => reorganisation(c, deps, c.req.param('day')))
  app.get('/due', (c) => showOwnDue(c, deps))
}

const home = async (c: Ctx, deps: Deps, tree: Tree, body: OrgNode): Promise<Response> =>
  page(c, <BodyPage {...(await loadBodyHome(deps.store, c.get('view'), tree, body))} />)

const ofBody = async (c: Ctx, deps: Deps, show: (tree: Tree, body: OrgNode) => Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const body = tree.bySlug(c.req.param('slug') ?? '')
  if (body) return show(tree, body)
  const back = { href: '/organisation', words: view.t(words.toOrganisation) }
  return page(c, <NoThread view={view} title={view.t(words.unknownBody)} lead={view.t(words.unknownBodyLead)} back={back} />, 404)
}

const reorganisation = async (c: Ctx, { store }: Deps, day: string): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(store, view.today)
  const passed = isDay(day) ? await passedOn(store, day, seesSecretsOf(view.who, tree, view.today)) : []
  if (isDay(day) && passed.length > 0) return page(c, <ReorganisationPage view={view} day={day} timeline={await loadTimeline(store)} passed={passed} />)
  const back = { href: '/organisation/changes', words: view.t(reorganisationWords.title) }
  return page(c, <NoThread view={view} title={view.t(reorganisationWords.unknown)} lead={view.t(reorganisationWords.unknownLead)} back={back} />, 404)
}

/** Decisions that the landing page shows: the latest of all bodies. */
const landingDecisions = 7

const landing = async (c: Ctx, { store }: Deps, tree: Tree): Promise<Response> => {
  const view = c.get('view')
  const year = yearOf(view.today)
  const secrets = seesSecretsOf(view.who, tree, view.today)
  const [counts, latest] = await Promise.all([countsByNode(store, year, view.today), latestDecisions(store, view.today, secrets, landingDecisions)])
  const asked = { who: view.who, tree, today: view.today }
  const telling = await tellingDecision(store, view.today)
  const [recent, followed, whole] = await Promise.all([
    loadThreads(store, latest, asked),
    telling ? loadThreads(store, [telling], asked) : [],
    telling ? loadThread(store, telling, { ...asked, day: view.today }) : undefined,
  ])
  const [row] = followed
  const featured = row && whole?.is === 'thread' ? { row, whole } : null
  return page(c, <LandingPage view={view} tree={tree} year={year} counts={counts} recent={recent} featured={featured} />)
}

/** Years back that the list of decisions leads to. */
const yearsBack = 4

const decisions = async (c: Ctx, { store }: Deps, tree: Tree, body: OrgNode): Promise<Response> => {
  const view = c.get('view')
  const thisYear = yearOf(view.today)
  const asked = Number(c.req.query('year'))
  const year = Number.isInteger(asked) && asked >= 1900 && asked <= thisYear ? asked : thisYear
  const secrets = seesSecretsOf(view.who, tree, view.today)
  const after = dayCursor(c)
  const found = await followedDecisions(store, { bodyId: body.id, nodeIds: tree.below(body.id), year, today: view.today, secrets }, pageSize + 1, after)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  const next = found.length > pageSize && last ? `/bodies/${body.slug}/decisions?year=${year}&after=${writeCursor({ value: last.day, id: last.id })}` : null
  const rows = await loadThreads(
    store,
    shown.map((d) => d.id),
    { who: view.who, tree, today: view.today },
  )
  const years = [...new Set([year, ...Array.from({ length: yearsBack + 1 }, (_, i) => thisYear - i)])].toSorted((a, b) => b - a)
  return page(c, <DecisionsPage view={view} body={body} year={year} years={years} rows={rows} next={next} />)
}

const dayCursor = (c: Ctx): Cursor | null => {
  const cursor = readCursor(c.req.query('after') ?? '')
  return cursor && isDay(cursor.value) ? cursor : null
}
