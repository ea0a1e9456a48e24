import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import type { Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { type CaseAct, CaseActPage, caseActs } from './act-page.tsx'
import { addParty } from './add-party.ts'
import { partyRoles } from './case.ts'
import { closeCase } from './close-case.ts'
import { bodiesOf, withCase } from './find-case.tsx'
import { noteEvent } from './note-event.ts'
import { openCase } from './open-case.ts'
import { OpenCasePage } from './open-page.tsx'
import { reopenCase } from './reopen-case.ts'

const perform = (deps: Deps, who: Who, act: CaseAct, caseId: string, fields: Fields): Promise<Verdict<unknown>> => {
  switch (act) {
    case 'party':
      return addParty(deps, who, { caseId, name: first(fields, 'name'), role: partyRoles.find((r) => r === first(fields, 'role')) ?? null })
    case 'event':
      return noteEvent(deps, who, { caseId, day: readDay(first(fields, 'day')), text: first(fields, 'text') })
    case 'close':
      return closeCase(deps, who, { caseId, reason: first(fields, 'reason') })
    case 'reopen':
      return reopenCase(deps, who, { caseId, reason: first(fields, 'reason') })
  }
}

/** Opening a case, and the small acts on one. */
export const caseActRoutes = (app: App, deps: Deps): void => {
  app.get('/cases/new', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const form = newForm(view.locale, { nodeId: tree.bySlug(view.desk.slug)?.id, day: view.today, role: 'author' })
    return page(c, <OpenCasePage view={view} form={form} bodies={bodiesOf(tree)} />)
  })

  app.post('/cases/new', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const done = await openCase(deps, view.who, {
      nodeId: first(fields, 'nodeId'),
      title: first(fields, 'title'),
      opened: readDay(first(fields, 'day')),
      party: { name: first(fields, 'party'), role: partyRoles.find((r) => r === first(fields, 'role')) ?? 'concerned' },
      secrecy: first(fields, 'secrecy').trim() || null,
    })
    if (done.ok) {
      flash(c, 'created')
      return seeOther(c, `/cases/${done.value.id}`)
    }
    const tree = await loadTree(deps.store, view.today)
    return page(c, <OpenCasePage view={view} form={refusedForm(view.locale, fields, done.refusals)} bodies={bodiesOf(tree)} />, 422)
  })

  for (const act of caseActs) {
    app.get(`/cases/:id/${act}`, (c) =>
      withCase(c, deps, c.req.param('id'), async (found) => {
        const view = c.get('view')
        return page(c, <CaseActPage view={view} found={found} act={act} form={newForm(view.locale, act === 'event' ? { day: view.today } : {})} />)
      }),
    )
    app.post(`/cases/:id/${act}`, (c) =>
      withCase(c, deps, c.req.param('id'), async (found) => {
        const view = c.get('view')
        const fields = await readFields(c)
        const done = await perform(deps, view.who, act, found.id, fields)
        if (!done.ok) return page(c, <CaseActPage view={view} found={found} act={act} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
        flash(c, 'saved')
        return seeOther(c, `/cases/${found.id}`)
      }),
    )
  }
}
