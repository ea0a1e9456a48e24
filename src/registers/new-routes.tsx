import { may } from '../access/policy.ts'
import { RefusedPage } from '../access/refused-page.tsx'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { loadTree } from '../organisation/tree.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { choicesFor } from './choices.ts'
import type { AnyDefinition } from './define.ts'
import { draftKey, isDraftKey, loadDraft } from './draft-store.ts'
import { bodiesToWriteFor, handInEntry, mayAdd } from './hand-in-entry.ts'
import { NewByDecisionPage, NewEntryPage } from './new-page.tsx'
import { readTyped, type Typed } from './read-entry.ts'
import { words } from './words.ts'

/** The page of a new entry: a form, or, where only a decision makes one, the way to the decision. */
export const newRoutes = (app: App, deps: Deps, definition: AnyDefinition): void => {
  const path = `/register/${definition.path}/new`
  app.get(path, async (c) => {
    if (definition.steering) return page(c, <NewByDecisionPage view={c.get('view')} definition={definition} />)
    const [barred] = mayAdd(definition, c.get('who'), await loadTree(deps.store, c.get('view').today)) ? [] : nobody(c)
    if (barred) return page(c, <RefusedPage view={c.get('view')} text={barred.text} />, 403)
    const draft = await draftOf(c, deps, c.req.query('draft') ?? '')
    return showForm(c, deps, definition, draft ?? {}, [])
  })
  app.post(path, async (c) => {
    if (definition.steering) return page(c, <NewByDecisionPage view={c.get('view')} definition={definition} />, 403)
    const typed = await readFields(c)
    const today = c.get('view').today
    const read = readTyped(definition, typed, today)
    const nodeId = first(typed, '_body')
    const id = first(typed, '_id')
    const missing = nodeId === '' ? [{ code: 'field.required', field: '_body', text: words.required(definition.words.by) }] : []
    if (!isId(id)) return showForm(c, deps, definition, typed, [...missing, ...(read.ok ? [] : read.refusals), { code: 'entry.no_id', text: words.idTaken }])
    if (!read.ok || missing.length > 0) return showForm(c, deps, definition, typed, [...missing, ...(read.ok ? [] : read.refusals)])
    const done = await handInEntry(deps, c.get('who'), definition, { data: read.value, nodeId, id, draft: draftKey(definition.name, id) })
    if (!done.ok) return showForm(c, deps, definition, typed, done.refusals)
    flash(c, 'created')
    return seeOther(c, `/register/${definition.path}/${done.value.id}`)
  })
}

/** Why somebody who writes for no body may not. */
const nobody = (c: Ctx): readonly Refusal[] => may(c.get('who'), 'entry.write', { belongsTo: [], secrecy: null }, c.get('view').today)

const draftOf = async (c: Ctx, deps: Deps, key: string): Promise<Typed | null> => {
  const { personId } = c.get('who')
  return personId && isDraftKey(key) ? ((await loadDraft(deps.store, personId, key))?.fields ?? null) : null
}

const showForm = async (c: Ctx, deps: Deps, definition: AnyDefinition, typed: Typed, refusals: readonly Refusal[]): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const bodies = bodiesToWriteFor(c.get('who'), tree).map((n) => ({ value: n.id, label: n.name }))
  const only = bodies.length === 1 && !typed['_body'] ? { _body: [bodies[0]?.value ?? ''] } : {}
  const given = first(typed, '_id')
  const id = isId(given) ? given : deps.ids.next()
  const status = refusals.length === 0 ? 200 : refusals.some((r) => r.code.startsWith('access.')) ? 403 : 422
  const shown = { view, definition, typed: { ...typed, ...only }, refusals, bodies, id, draft: draftKey(definition.name, id) }
  return page(c, <NewEntryPage {...shown} choices={await choicesFor(deps.store, definition, tree)} />, status)
}
