import type { Deps } from '../../database/transact.ts'
import { docFormats, sendBundle, sendDocument } from '../../files/send-document.tsx'
import { isId } from '../../kernel/identity.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import { type App, type Ctx, page } from '../../web/view.ts'
import { agendaDoc } from '../documents/meeting-docs.ts'
import type { Telling } from '../documents/telling.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { asSeen } from '../record/as-seen.ts'
import { loadRecord } from '../record/record-store.ts'
import { type Summons, summonsAsSent } from './as-sent.ts'
import { bundleOf } from './bundle-of.ts'
import { SummonsPage } from './summons-page.tsx'
import { type SummonsPart, summonsOf, supplementOf } from './summons-of.ts'

/** The summons with all that belongs to it, as it was sent: as a page and as one PDF, and its agenda by itself. `?version=` shows an earlier one. */
export const summonsRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/summons', (c) =>
    withSummons(c, deps, ({ telling, summons, parts }) => page(c, <SummonsPage view={c.get('view')} telling={telling} summons={summons} parts={parts} />)),
  )
  app.get('/meetings/:id/summons/pdf', (c) =>
    withSummons(c, deps, async ({ telling, summons, parts, tree }) => {
      const chosen = c.req.query('only') === 'new' ? supplementOf(parts, summons) : parts
      return sendBundle(c, await bundleOf(deps.store, tree, telling, summons.version, chosen))
    }),
  )
  for (const format of docFormats) {
    app.get(`/meetings/:id/agenda/${format}`, (c) =>
      withSummons(c, deps, ({ telling, summons }) => sendDocument(c, agendaDoc({ ...telling, sent: summons.version }), format)),
    )
  }
}

interface Shown {
  readonly telling: Telling
  readonly summons: Summons
  readonly parts: readonly SummonsPart[]
  readonly tree: Tree
}

const withSummons = async (c: Ctx, deps: Deps, show: (shown: Shown) => Response | Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const asked = c.req.query('version') ?? ''
  const whole = isId(id) ? await loadRecord(deps.store, id) : undefined
  const summons = whole && (await summonsAsSent(deps.store, whole, /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null))
  if (!summons) return page(c, <MissingMeetingPage view={view} />, 404)
  const tree = await loadTree(deps.store, view.today)
  const record = asSeen(view, summons.record, tree)
  // A summons is in Swedish whatever the reader's language (språklag 10 §).
  const telling: Telling = { record, locale: 'sv', municipality: view.desk.municipality }
  return show({ telling, summons, tree, parts: await summonsOf(deps.store, view, { ...summons, record }, tree) })
}
