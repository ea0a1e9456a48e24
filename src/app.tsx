import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { AccessibilityPage } from './accessibility-page.tsx'
import type { AccessConfig, WaysIn } from './access/config.ts'
import { backChannelRoutes } from './access/back-channel.ts'
import { shutOutRoutes } from './access/shut-out-routes.tsx'
import { door } from './access/door.ts'
import { secureHeaders } from './access/protect.tsx'
import { reviewRoutes } from './access/review-routes.tsx'
import { accessRoutes } from './access/routes.tsx'
import { watchSecrets } from './access/watch-secrets.ts'
import { type Assets, buildFolder } from './assets.ts'
import { apiRoutes } from './api/routes.tsx'
import { assignmentRoutes } from './assignments/routes.tsx'
import { contradictionRoutes } from './contradictions/routes.tsx'
import type { Deps } from './database/transact.ts'
import { decisionRoutes } from './decisions/routes.tsx'
import { ErrorPage } from './error-page.tsx'
import { caseRoutes } from './cases/routes.tsx'
import { organisationImportRoutes } from './exchange/organisation/routes.tsx'
import { fileRoutes } from './files/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { potRoutes } from './decisions/pots/routes.tsx'
import { variantRoutes } from './decisions/variants/routes.tsx'
import { electionRoutes } from './elections/routes.tsx'
import { exchangeRoutes } from './exchange/routes.tsx'
import { registerRoutes } from './registers/routes.tsx'
import { figureRoutes } from './figures/routes.tsx'
import { guideRoutes } from './guide/routes.tsx'
import { historyRoutes } from './history/routes.tsx'
import { isId } from './kernel/identity.ts'
import type { Live } from './kernel/live.ts'
import { summonsRoutes } from './meetings/summons/routes.tsx'
import { meetingRoutes } from './meetings/routes.tsx'
import { nav } from './nav.ts'
import { allDefinitions } from './registers/definitions/index.ts'
import type { Operations } from './operations/operations.ts'
import { queueReaders } from './operations/queue-readers.ts'
import { organisationRoutes } from './organisation/routes.tsx'
import { petitionRoutes } from './petitions/routes.tsx'
import { beforeRoutes } from './meetings/before/routes.tsx'
import { minutesRoutes } from './meetings/after/minutes-routes.tsx'
import { itemMinutesRoutes } from './meetings/after/item-minutes-routes.tsx'
import { noticeRoutes } from './meetings/after/notice-routes.tsx'
import { mandateRoutes } from './mandates/routes.tsx'
import { openReminderRoutes } from './reminders/open-routes.ts'
import { reminderRoutes } from './reminders/routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { retentionRoutes } from './retention/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { threadRoutes } from './thread/routes.tsx'
import { type App, type Ctx, type Env, page, seeOther } from './web/view.ts'

interface AppConfig {
  readonly deps: Deps
  /** What the rooms hear of what happens in all processes. */
  readonly live: Live
  readonly demo: boolean
  readonly secureCookies: boolean
  readonly trustProxy: boolean
  readonly waysIn: WaysIn
  /** Is there a mail server, so that letters are sent and do not wait? */
  readonly sendsMail?: boolean
  readonly assets: Assets
  /** Where there is somebody who watches over the process. */
  readonly operations?: Operations
  /** Where defects are told: an error that nobody foresaw, with the number that the reader was shown. */
  readonly report: (error: Error, number: string) => void
}

/** The whole program as one function from request to answer: what guards the door, then one line of rooms. */
export const buildApp = ({ deps, live, demo, secureCookies, trustProxy, waysIn, sendsMail = false, assets, operations, report }: AppConfig): App => {
  const app: App = new Hono<Env>()
  const access: AccessConfig = { demo, secureCookies, trustProxy, waysIn, assets, nav }
  const reached = { origin: waysIn.origin, secureCookies, trustProxy }
  if (operations) app.use(operations.observe)
  app.use(compress())
  app.use(secureHeaders(access))
  app.get('/assets/*', serveStatic({ root: buildFolder, onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }))
  app.get('/icon.svg', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }))
  operations?.endpoints(app)
  app.use(queueReaders())
  openReminderRoutes(app, deps, reached)
  backChannelRoutes(app, deps, waysIn)
  door(app, deps, access)
  app.use(watchSecrets(deps))
  // No address of ours holds a NUL, and the database cannot ask for one.
  app.use((c, next) => (c.req.url.includes('%00') ? Promise.resolve(c.notFound()) : next()))
  accessRoutes(app, deps, access)
  retentionRoutes(app, deps)
  reviewRoutes(app, deps)
  shutOutRoutes(app, deps, waysIn)
  homeRoutes(app, deps)
  reminderRoutes(app, deps, { ...reached, sends: sendsMail })
  organisationImportRoutes(app, deps)
  organisationRoutes(app, deps)
  caseRoutes(app, deps)
  fileRoutes(app, deps)
  decisionRoutes(app, deps)
  beforeRoutes(app, deps)
  meetingRoutes(app, deps, live)
  electionRoutes(app, deps)
  variantRoutes(app, deps)
  potRoutes(app, deps)
  mandateRoutes(app, deps)
  minutesRoutes(app, deps)
  itemMinutesRoutes(app, deps)
  noticeRoutes(app, deps)
  summonsRoutes(app, deps)
  petitionRoutes(app, deps)
  registerRoutes(app, deps)
  figureRoutes(app, deps)
  threadRoutes(app, deps)
  contradictionRoutes(app, deps)
  guideRoutes(app)
  historyRoutes(app, deps)
  reportRoutes(app, deps)
  assignmentRoutes(app, deps)
  searchRoutes(app, deps)
  exchangeRoutes(app, deps)
  apiRoutes(app, deps)
  app.get('/accessibility', (c) => page(c, <AccessibilityPage view={c.get('view')} />))
  app.get('/thing/:id', (c) => toThing(c, deps, c.req.param('id')))
  app.notFound((c) => page(c, <ErrorPage view={c.get('view')} kind="unknown" />, 404))
  app.onError((error, c) => {
    const number = deps.ids.next().slice(-12)
    report(error, number)
    return c.get('view') ? page(c, <ErrorPage view={c.get('view')} kind="defect" number={number} />, 500) : c.text(`Genomslag: ${number}`, 500)
  })
  return app
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M11 16h8" stroke="#c0152b" stroke-width="3"/><circle cx="7" cy="16" r="5" fill="none" stroke="#c0152b" stroke-width="3"/><circle cx="24" cy="16" r="7" fill="#c0152b"/></svg>`

/** Sends the reader on to the page of any thing. A clause is read in its decision, a target and a frame that is no pot on their thread. */
const toThing = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const thing = isId(id) ? await deps.store.selectFrom('thing').select(['kind', 'register']).where('id', '=', id).executeTakeFirst() : undefined
  if (!thing) return c.notFound()
  switch (thing.kind) {
    case 'case':
      return seeOther(c, `/cases/${id}`)
    case 'decision':
      return seeOther(c, `/decisions/${id}`)
    case 'meeting':
      return seeOther(c, `/meetings/${id}`)
    case 'appointment':
      return seeOther(c, `/appointments/${id}`)
    case 'report':
      return seeOther(c, `/reports/${id}`)
    case 'goal':
      return seeOther(c, `/goals/${id}`)
    case 'document':
      return seeOther(c, `/documents/${id}`)
    case 'entry':
      return seeOther(c, `/register/${allDefinitions.find((d) => d.name === thing.register)?.path}/${id}`)
    case 'series': {
      const series = await deps.store.selectFrom('series').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
      return seeOther(c, `/series/${series.slug}`)
    }
    case 'clause': {
      const clause = await deps.store.selectFrom('clause').select(['decision_id', 'no']).where('id', '=', id).executeTakeFirstOrThrow()
      return seeOther(c, `/decisions/${clause.decision_id}#clause-${clause.no}`)
    }
    case 'frame': {
      const pot = await deps.store.selectFrom('pot').select('id').where('id', '=', id).executeTakeFirst()
      return seeOther(c, `/${pot ? 'pots' : 'thread'}/${id}`)
    }
    default:
      return seeOther(c, `/thread/${id}`)
  }
}
