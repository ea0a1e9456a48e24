import type { Deps } from '../database/transact.ts'
import { type Day, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { type Found, loadThread } from './load-thread.ts'
import { NoMeasurePage } from './no-measure-page.tsx'
import { noteNoMeasure } from './note-no-measure.ts'
import { threadJson } from './thread-json.ts'
import { NoThread, ThreadPage } from './thread-page.tsx'
import { words } from './words.ts'

/** The red thread of any thing: page and JSON, also as it was on an earlier day; and the note that no measure is needed. */
export const threadRoutes = (app: App, deps: Deps): void => {
  app.get('/thread/:id', (c) => show(c, deps, c.req.param('id')))
  app.get('/api/thread/:id', (c) => showJson(c, deps, c.req.param('id')))
  app.get('/thread/:id/no-measure', async (c) => {
    const found = await find(c, deps, c.req.param('id'), c.get('view').today)
    return found.is === 'thread' ? page(c, <NoMeasurePage view={c.get('view')} thing={found.start} form={newForm(c.get('view').locale)} />) : nothing(c, found)
  })
  app.post('/thread/:id/no-measure', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const found = await find(c, deps, c.req.param('id'), view.today)
    if (found.is !== 'thread') return nothing(c, found)
    const done = await noteNoMeasure(deps, c.get('who'), found.start.id, first(fields, 'reason'))
    if (done.ok) return seeOther(c, `/thread/${found.start.id}`)
    return page(c, <NoMeasurePage view={view} thing={found.start} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
  })
}

const find = async (c: Ctx, deps: Deps, id: string, day: Day): Promise<Found> =>
  isId(id) ? loadThread(deps.store, id, { who: c.get('who'), today: c.get('view').today, day }) : { is: 'unknown' }

/** The day that is asked for: today when none is, null when it cannot be read or has not come. */
const dayAsked = (c: Ctx): { readonly typed: string; readonly day: Day | null } => {
  const typed = c.req.query('day')?.trim() ?? ''
  const { today } = c.get('view')
  const day = typed === '' ? today : readDay(typed)
  return { typed, day: day !== null && day <= today ? day : null }
}

const show = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const view = c.get('view')
  const { typed, day } = dayAsked(c)
  const found = await find(c, deps, id, day ?? view.today)
  if (found.is !== 'thread') return nothing(c, found, day ?? view.today)
  if (day !== null) return page(c, <ThreadPage view={view} found={found} day={day} />)
  const form = refusedForm(view.locale, { day: [typed] }, [{ code: 'thread.day', field: 'day', text: words.badDay(typed) }])
  return page(c, <ThreadPage view={view} found={found} day={view.today} form={form} />, 422)
}

const nothing = (c: Ctx, found: Exclude<Found, { is: 'thread' }>, day?: Day): Response => {
  const view = c.get('view')
  if (found.is === 'secret')
    return page(c, <NoThread view={view} title={view.t(words.secretTitle)} lead={view.t(words.secretLead(found.number, found.section))} />, 403)
  if (found.is === 'later' && day) {
    const back = { href: `/thread/${found.start.id}`, words: view.t(words.asOfNow) }
    return page(c, <NoThread view={view} title={found.start.title} lead={view.t(words.notYet(day))} back={back} />, 404)
  }
  return page(c, <NoThread view={view} title={view.t(words.unknown)} lead={view.t(words.unknownLead)} />, 404)
}

const showJson = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const { typed, day } = dayAsked(c)
  if (day === null) return c.json({ refusals: [{ code: 'thread.day', field: 'day', text: words.badDay(typed) }] }, 422)
  const found = await find(c, deps, id, day)
  if (found.is === 'secret') return c.json({ refusals: [{ code: 'thread.secret', text: words.secretLead(found.number, found.section), law: 'OSL 26:1' }] }, 403)
  if (found.is !== 'thread') return c.json({ refusals: [{ code: 'thread.unknown', text: words.unknownLead }] }, 404)
  return c.json(threadJson(found))
}
