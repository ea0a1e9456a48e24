import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { SecretPage } from '../cases/missing-page.tsx'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { loadTree } from '../organisation/tree.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { splitAssignment } from './split-assignment.ts'
import { SplitPage } from './split-page.tsx'
import { words } from './words.ts'

const address = `/register/${assignment.path}`

/** Parts of assignments. Everything else of an assignment is the register's own. */
export const assignmentRoutes = (app: App, deps: Deps): void => {
  app.get(`${address}/:id/split`, (c) => show(c, deps, c.req.param('id'), {}, []))
  app.post(`${address}/:id/split`, async (c) => {
    const fields = await readFields(c)
    const id = c.req.param('id')
    const finalReport = readDay(first(fields, 'finalReport'))
    if (!isId(id)) return c.notFound()
    if (!finalReport) return show(c, deps, id, fields, [{ code: 'part.day', field: 'finalReport', text: words.badDay(first(fields, 'finalReport')) }])
    const part = { title: first(fields, 'title'), deliverable: first(fields, 'deliverable'), nodeId: first(fields, 'nodeId'), finalReport }
    const done = await splitAssignment(deps, c.get('who'), id, part)
    return done.ok ? seeOther(c, `${address}/${id}`) : show(c, deps, id, fields, done.refusals)
  })
}

const show = async (c: Ctx, deps: Deps, id: string, fields: Fields, refusals: readonly Refusal[]): Promise<Response> => {
  const whole = isId(id) ? await loadEntry(deps.store, id) : undefined
  if (whole?.register !== assignment.name) return c.notFound()
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const [hidden] = may(view.who, 'see', subjectOf(whole, tree), view.today)
  if (hidden) return page(c, <SecretPage view={view} number={whole.number ?? ''} why={hidden.text} />, 403)
  const form = refusedForm(view.locale, fields, refusals)
  return page(c, <SplitPage view={view} whole={whole} wholePath={`${address}/${id}`} tree={tree} form={form} />, refusals.length > 0 ? 422 : 200)
}
