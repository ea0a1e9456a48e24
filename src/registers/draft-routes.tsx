import { type Deps, transact } from '../database/transact.ts'
import { actorOf } from '../kernel/who.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, page, readFields, seeOther } from '../web/view.ts'
import { dropDraft, isDraftKey, listDrafts, loadDraft, saveDraft } from './draft-store.ts'
import { addressOf, DraftsPage } from './drafts-page.tsx'
import { entryWords as words } from './entry-words.ts'

/** Drafts of every form: the reader's own list, saving (by the button, or by the script as one types), throwing away. */
export const draftRoutes = (app: App, deps: Deps): void => {
  app.get('/drafts', async (c) => {
    const { personId } = c.get('who')
    return page(c, <DraftsPage view={c.get('view')} drafts={personId ? await listDrafts(deps.store, personId) : []} />)
  })
  app.post('/drafts/:key', (c) => save(c, deps, c.req.param('key')))
  app.post('/drafts/:key/drop', async (c) => {
    const who = c.get('who')
    const key = c.req.param('key')
    const { personId } = who
    if (personId && isDraftKey(key)) await transact(deps, { actor: actorOf(who), act: 'drop draft' }, (tx) => dropDraft(tx, personId, key))
    return seeOther(c, '/drafts')
  })
}

const save = async (c: Ctx, deps: Deps, key: string): Promise<Response> => {
  const who = c.get('who')
  const { personId } = who
  const byScript = (c.req.header('accept') ?? '').includes('application/json')
  if (!isDraftKey(key)) return c.notFound()
  if (!personId) return byScript ? c.json({ refusals: [{ code: 'draft.nobody', text: words.signInFirst }] }, 403) : seeOther(c, '/sign-in')
  const { _csrf, ...fields } = await readFields(c)
  const saved = await transact(deps, { actor: actorOf(who), act: 'save draft' }, (tx) => saveDraft(tx, personId, key, fields))
  if (byScript)
    return saved ? c.json({ saved: deps.clock.now().toISOString() }) : c.json({ refusals: [{ code: 'draft.refused', text: words.draftRefused }] }, 422)
  const draft = saved ? await loadDraft(deps.store, personId, key) : null
  if (!draft) return page(c, <DraftsPage view={{ ...c.get('view'), notice: words.draftRefused }} drafts={await listDrafts(deps.store, personId)} />, 422)
  flash(c, 'saved')
  return seeOther(c, addressOf(draft))
}
