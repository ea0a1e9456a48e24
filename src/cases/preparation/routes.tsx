import type { Deps } from '../../database/transact.ts'
import { readDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/identity.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type StepKind, stepKinds } from '../../rulebook/preparation-chain.ts'
import { newForm, refusedForm } from '../../web/components/form-state.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Fields, first, page, readFields, seeOther } from '../../web/view.ts'
import { loadDocuments } from '../case-store.ts'
import { bodiesOf, gone, withCase } from '../find-case.tsx'
import { showCase } from '../show-case.tsx'
import { passOn, sendBack } from './pass-on.ts'
import { AnswerPage, formSteps, PlanPage, ReferPage } from './plan-page.tsx'
import { planPreparation } from './plan-preparation.ts'
import { loadReferrals, loadSteps } from './preparation-store.ts'
import { answerReferral, refer } from './refer.ts'
import { words } from './words.ts'

const readSteps = (
  fields: Fields,
): {
  readonly steps: readonly { readonly kind: StepKind; readonly nodeId: string; readonly due: ReturnType<typeof readDay> }[]
  readonly wrong: readonly Refusal[]
} => {
  const rows = Array.from({ length: formSteps }, (_, i) => i + 1).filter((no) => first(fields, `step.${no}`) !== '')
  const unreadable = rows.filter((no) => first(fields, `due.${no}`).trim() !== '' && readDay(first(fields, `due.${no}`)) === null)
  return {
    steps: rows.map((no) => ({
      kind: stepKinds.find((kind) => kind === first(fields, `kind.${no}`)) ?? 'draft',
      nodeId: first(fields, `step.${no}`),
      due: readDay(first(fields, `due.${no}`)),
    })),
    wrong: unreadable.map((no) => ({ code: 'field.unreadable', field: `due.${no}`, text: words.dayUnreadable(first(fields, `due.${no}`)) })),
  }
}

/** The pages and acts of preparing a case: its chain, and the opinions asked of others. */
export const preparationRoutes = (app: App, deps: Deps): void => {
  app.on(['GET', 'POST'], '/cases/:id/preparation', (c) =>
    withCase(c, deps, c.req.param('id') ?? '', async (found, tree) => {
      const view = c.get('view')
      const nodes = tree.nodes.filter((node) => node.kind !== 'municipality' && node.kind !== 'external')
      if (c.req.method === 'GET') {
        const left = (await loadSteps(deps.store, found.id)).filter((step) => step.state === 'open' || step.state === 'waiting')
        const known = Object.fromEntries(
          left.flatMap((step, i) => [
            [`step.${i + 1}`, step.nodeId],
            [`kind.${i + 1}`, step.kind],
            [`due.${i + 1}`, step.due],
          ]),
        )
        return page(c, <PlanPage view={view} found={found} nodes={nodes} form={newForm(view.locale, known)} />)
      }
      const fields = await readFields(c)
      const { steps, wrong } = readSteps(fields)
      const done = await planPreparation(deps, view.who, { caseId: found.id, steps, exempt: first(fields, 'exempt') }, { beside: wrong })
      if (!done.ok) return page(c, <PlanPage view={view} found={found} nodes={nodes} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
      flash(c, 'saved')
      return seeOther(c, `/cases/${found.id}#preparation`)
    }),
  )

  app.post('/cases/:id/preparation/step', (c) =>
    withCase(c, deps, c.req.param('id'), async (found, tree) => {
      const view = c.get('view')
      const fields = await readFields(c)
      const act = first(fields, 'act') === 'back' ? sendBack : passOn
      const done = await act(deps, view.who, { caseId: found.id, stepId: first(fields, 'step'), note: first(fields, 'note').slice(0, 5000) })
      if (done.ok) {
        flash(c, 'saved')
        return seeOther(c, `/cases/${found.id}#preparation`)
      }
      return showCase(c, deps, found, tree, refusedForm(view.locale, fields, done.refusals))
    }),
  )

  app.on(['GET', 'POST'], '/cases/:id/refer', (c) =>
    withCase(c, deps, c.req.param('id') ?? '', async (found, tree) => {
      const view = c.get('view')
      const nodes = bodiesOf(tree).filter((node) => node.kind !== 'council')
      if (c.req.method === 'GET') return page(c, <ReferPage view={view} found={found} nodes={nodes} form={newForm(view.locale)} />)
      const fields = await readFields(c)
      const due = readDay(first(fields, 'due'))
      const done = await refer(deps, view.who, { caseId: found.id, nodeIds: fields['node'] ?? [], asks: first(fields, 'asks').slice(0, 20_000), due })
      if (!done.ok) return page(c, <ReferPage view={view} found={found} nodes={nodes} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
      flash(c, 'saved')
      return seeOther(c, `/cases/${found.id}#preparation`)
    }),
  )

  app.on(['GET', 'POST'], '/cases/:id/referrals/:referral', (c) =>
    withCase(c, deps, c.req.param('id') ?? '', async (found) => {
      const view = c.get('view')
      const referral = (await loadReferrals(deps.store, found.id)).find((r) => r.id === c.req.param('referral'))
      if (!referral) return gone(c)
      const documents = await loadDocuments(deps.store, found.id)
      const show = (form: Parameters<typeof AnswerPage>[0]['form'], status: 200 | 422): Response =>
        page(c, <AnswerPage view={view} found={found} referral={referral} documents={documents} form={form} />, status)
      if (c.req.method === 'GET') return show(newForm(view.locale), 200)
      const fields = await readFields(c)
      const documentId = first(fields, 'document')
      const done = await answerReferral(deps, view.who, {
        referralId: referral.id,
        documentId: isId(documentId) ? documentId : null,
        answer: first(fields, 'answer').slice(0, 20_000),
      })
      if (!done.ok) return show(refusedForm(view.locale, fields, done.refusals), 422)
      flash(c, 'saved')
      return seeOther(c, `/cases/${found.id}#preparation`)
    }),
  )
}
