import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { readCursor } from '../kernel/cursor.ts'
import { GonePage } from '../cases/missing-page.tsx'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { refused, type Verdict } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { isLate } from './dispatch.ts'
import { HandlePage, MailPage } from './dispatch-page.tsx'
import type { Sees } from './dispatch-table.tsx'
import { boxes, type DispatchedDecision, listDispatch, loadDispatch } from './dispatch-store.ts'
import { dispatchWords as words } from './dispatch-words.ts'
import { fileDispatch } from './file-dispatch.ts'
import { findThing, offerThings } from './lookup.ts'
import { receiveDispatch, takeUpDispatch } from './receive-dispatch.ts'

/** May this reader see it: the decision that a dispatch carries, or the receiver's case? */
export const seesIn =
  (c: Ctx, tree: Tree): Sees =>
  (thing) => {
    const { who, today } = c.get('view')
    return may(who, 'see', subjectOf(thing, tree), today).length === 0
  }

const showMail = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const box = boxes.find((b) => b === c.req.query('box')) ?? 'in'
  const desk = tree.bySlug(view.desk.slug)
  const after = readCursor(c.req.query('after') ?? '')
  const found = await listDispatch(deps.store, desk ? tree.below(desk.id) : [], box, view.today, after)
  const count = { demands: found.rows.filter((r) => r.demandsAction).length, late: found.rows.filter((r) => isLate(r, view.today)).length }
  const nodeName = (id: string): string => say(tree.get(id)?.name ?? { sv: '–', en: '–' }, view.locale)
  return page(c, <MailPage view={view} box={box} found={found} count={count} nodeName={nodeName} sees={seesIn(c, tree)} onFirstPage={after === null} />)
}

const showOne = async (c: Ctx, deps: Deps, row: DispatchedDecision, form: FormState, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const secrets = seesSecretsOf(view.who, tree, view.today)
  return page(
    c,
    <HandlePage
      view={view}
      row={row}
      form={form}
      from={say(tree.get(row.decision.nodeId)?.name ?? { sv: '–', en: '–' }, view.locale)}
      cases={await offerThings(deps.store, ['case'], secrets)}
      sees={seesIn(c, tree)}
      mayHandle={may(view.who, 'dispatch.handle', { belongsTo: tree.chain(row.receiverId), secrecy: null }, view.today).length === 0}
    />,
    status,
  )
}

const handle = async (c: Ctx, deps: Deps, act: typeof receiveDispatch, dispatchId: string, fields: Fields): Promise<Verdict<unknown>> => {
  const view = c.get('view')
  const as = first(fields, 'as')
  if (as === 'note') return act(deps, view.who, { dispatchId, handling: { as } })
  if (as === 'open') return act(deps, view.who, { dispatchId, handling: { as, title: first(fields, 'title') } })
  if (as !== 'link') return refused({ code: 'dispatch.how', field: 'as', text: words.chooseHow })
  const tree = await loadTree(deps.store, view.today)
  const caseId = await findThing(deps.store, ['case'], first(fields, 'case'), seesSecretsOf(view.who, tree, view.today))
  return act(deps, view.who, { dispatchId, handling: { as, caseId: caseId ?? '00000000-0000-0000-0000-000000000000' } })
}

const gone = (c: Ctx): Response =>
  page(c, <GonePage view={c.get('view')} title={words.gone} text={words.goneText} list={{ href: '/dispatch', words: words.toMail }} />, 404)

/** Decisions between bodies: each body's mail, and the acts on what has come. */
export const dispatchRoutes = (app: App, deps: Deps): void => {
  const withRow = async (c: Ctx, id: string, show: (row: DispatchedDecision) => Promise<Response>): Promise<Response> => {
    const row = isId(id) ? await loadDispatch(deps.store, id) : undefined
    return row ? show(row) : gone(c)
  }
  const answer = async (c: Ctx, row: DispatchedDecision, fields: Fields, done: Verdict<unknown>): Promise<Response> => {
    if (!done.ok) return showOne(c, deps, row, refusedForm(c.get('view').locale, fields, done.refusals), 422)
    flash(c, 'saved')
    return seeOther(c, `/dispatch/${row.id}`)
  }

  app.get('/dispatch', (c) => showMail(c, deps))
  app.get('/dispatch/:id', (c) =>
    withRow(c, c.req.param('id'), (row) =>
      showOne(c, deps, row, newForm(c.get('view').locale, { as: row.demandsAction ? 'open' : row.received ? '' : 'note' }), 200),
    ),
  )
  app.post('/dispatch/:id/receive', (c) =>
    withRow(c, c.req.param('id'), async (row) => {
      const fields = await readFields(c)
      return answer(c, row, fields, await handle(c, deps, receiveDispatch, row.id, fields))
    }),
  )
  app.post('/dispatch/:id/take-up', (c) =>
    withRow(c, c.req.param('id'), async (row) => {
      const fields = await readFields(c)
      return answer(c, row, fields, await handle(c, deps, takeUpDispatch, row.id, fields))
    }),
  )
  app.post('/dispatch/:id/file', (c) =>
    withRow(c, c.req.param('id'), async (row) => answer(c, row, {}, await fileDispatch(deps, c.get('view').who, { dispatchId: row.id }))),
  )
}
