import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { atDraft, draftGone } from './at-draft.tsx'
import { changeDecisionDraft } from './change-draft.ts'
import { dispatchProblems } from './decision.ts'
import type { DraftReceiver } from './draft.ts'
import { readDraft } from './read-draft.ts'
import { ReceiversPage } from './receivers-page.tsx'

/** So many rows stand empty for receivers that nobody suggested. */
const spare = 3
/** So many receivers a decision may have. */
const most = 100

const typedRows = (receivers: readonly DraftReceiver[]): Record<string, string> =>
  Object.fromEntries(
    receivers.flatMap((r, i) => [
      [`receivers.${i + 1}`, r.nodeId],
      [`receivers.${i + 1}.demands`, r.demandsAction ? 'yes' : ''],
      [`receivers.${i + 1}.what`, r.what],
      [`receivers.${i + 1}.due`, r.due ?? ''],
    ]),
  )

const receiversIn = (fields: Fields): readonly DraftReceiver[] =>
  Array.from({ length: most }, (_, i) => `receivers.${i + 1}`)
    .map((name) => {
      const due = readDay(first(fields, `${name}.due`))
      return {
        nodeId: first(fields, name),
        demandsAction: first(fields, `${name}.demands`) !== '',
        what: first(fields, `${name}.what`).trim(),
        ...(due ? { due } : {}),
      }
    })
    .filter((r) => isId(r.nodeId))

/** Choosing who gets the decision. */
export const receiverRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions/drafts/:id/receivers', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ draft, reading }) => {
      const { receivers } = await readDraft(reading, draft)
      const view = c.get('view')
      return page(
        c,
        <ReceiversPage
          view={view}
          draftId={draft.id}
          form={newForm(view.locale, typedRows(receivers))}
          nodes={reading.tree.nodes}
          rows={receivers.length + spare}
        />,
      )
    }),
  )

  app.post('/decisions/drafts/:id/receivers', (c) =>
    atDraft(c, deps, c.req.param('id'), async ({ draft, reading, personId }) => {
      const view = c.get('view')
      const fields = await readFields(c)
      const receivers = receiversIn(fields)
      if (!(await changeDecisionDraft(deps, personId, draft.id, (d) => ({ ...d, receivers })))) return draftGone(c, deps, draft.id)
      const refused = dispatchProblems(
        receivers.map((r) => ({ receiverId: r.nodeId, demandsAction: r.demandsAction, what: r.what, due: r.due })),
        (id) => reading.tree.get(id) !== undefined,
      ).map((r) => (r.code === 'dispatch.what' || r.code === 'dispatch.due' ? { ...r, field: `${r.field}.${r.code.slice(9)}` } : r))
      if (refused.length === 0 && first(fields, 'more') === '') return seeOther(c, `/decisions/drafts/${draft.id}`)
      const form = refusedForm(view.locale, newForm(view.locale, typedRows(receivers)).values, refused)
      return page(
        c,
        <ReceiversPage view={view} draftId={draft.id} form={form} nodes={reading.tree.nodes} rows={receivers.length + spare} />,
        refused.length > 0 ? 422 : 200,
      )
    }),
  )
}
