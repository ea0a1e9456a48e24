import type { Deps } from '../../database/transact.ts'
import { sendBundle } from '../../files/send-document.tsx'
import { isId } from '../../kernel/identity.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import { type App, type Ctx, page } from '../../web/view.ts'
import type { Telling } from '../documents/telling.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { asSeen } from '../record/as-seen.ts'
import { loadRecord } from '../record/record-store.ts'
import { bundleOf } from './bundle-of.ts'
import { SummonsPage } from './summons-page.tsx'
import { type SummonsPart, summonsOf } from './summons-of.ts'

/** The summons with all that belongs to it, as a page and as one PDF. */
export const summonsRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/summons', (c) =>
    withSummons(c, deps, ({ telling, parts }) => page(c, <SummonsPage view={c.get('view')} telling={telling} parts={parts} />)),
  )
  app.get('/meetings/:id/summons/pdf', (c) =>
    withSummons(c, deps, async ({ telling, parts, tree }) => sendBundle(c, await bundleOf(deps.store, tree, telling, parts))),
  )
}

interface Summons {
  readonly telling: Telling
  readonly parts: readonly SummonsPart[]
  readonly tree: Tree
}

const withSummons = async (c: Ctx, deps: Deps, show: (summons: Summons) => Response | Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const whole = isId(id) ? await loadRecord(deps.store, id) : undefined
  if (!whole) return page(c, <MissingMeetingPage view={view} />, 404)
  const tree = await loadTree(deps.store, view.today)
  const record = asSeen(view, whole, tree)
  // A summons is in Swedish whatever the reader's language (språklag 10 §).
  const telling: Telling = { record, locale: 'sv', municipality: view.desk.municipality }
  return show({ telling, tree, parts: await summonsOf(deps.store, view, record, tree) })
}
