import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Text } from '../kernel/text.ts'
import { loadTree } from '../organisation/tree.ts'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import { type App, type Ctx, page } from '../web/view.ts'
import { loadAttachment, loadHomes } from './attachment-store.ts'
import { downloadOf } from './download.ts'
import { words } from './words.ts'

/** The files themselves, for those who may see what they are attached to. */
export const fileRoutes = (app: App, deps: Deps): void => {
  app.get('/files/:id', (c) => sendFile(c, deps, c.req.param('id')))
  app.get('/files/:id/:name', (c) => sendFile(c, deps, c.req.param('id')))
}

const notice = (c: Ctx, title: Text, text: Text, status: 403 | 404): Response => {
  const view = c.get('view')
  return page(
    c,
    <Shell view={view} title={view.t(title)} question={1}>
      <PageHead title={view.t(title)} lead={view.t(text)} />
    </Shell>,
    status,
  )
}

const sendFile = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const view = c.get('view')
  const attachment = isId(id) ? await loadAttachment(deps.store, id) : undefined
  if (!attachment) return notice(c, words.gone, words.goneText, 404)
  const tree = await loadTree(deps.store, view.today)
  const homes = await loadHomes(deps.store, attachment.thingId)
  const hidden = homes.flatMap((home) => may(view.who, 'see', { belongsTo: tree.chain(home.nodeId), secrecy: home.secrecy }, view.today))[0]
  return hidden ? notice(c, words.secret, hidden.text, 403) : downloadOf(c, deps.store, attachment)
}
