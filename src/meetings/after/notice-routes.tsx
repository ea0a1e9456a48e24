import { may } from '../../access/policy.ts'
import type { Deps } from '../../database/transact.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/identity.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, page, seeOther } from '../../web/view.ts'
import { takeDown } from './announce.ts'
import { NoticeBoardPage } from './notice-board-page.tsx'
import { countUp, listNotices } from './notice-store.ts'

/** The notice board, for everybody; and taking down what has been up long enough. */
export const noticeRoutes = (app: App, deps: Deps): void => {
  app.get('/notices', (c) => show(c, deps, []))
  app.post('/notices/:id/remove', async (c) => {
    const id = c.req.param('id')
    const done = isId(id) ? await takeDown(deps, c.get('who'), id) : null
    if (!done) return c.notFound()
    if (!done.ok) return show(c, deps, done.refusals)
    flash(c, 'saved')
    return seeOther(c, '/notices')
  })
}

const show = async (c: Ctx, deps: Deps, refusals: readonly Refusal[]): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const after = readCursor(c.req.query('after') ?? '')
  const [up, down, count] = await Promise.all([
    listNotices(deps.store, { up: true, nodeId: null }, after),
    listNotices(deps.store, { up: false, nodeId: null }, null),
    countUp(deps.store),
  ])
  const keeps = (nodeId: string): boolean => may(view.who, 'meeting.run', { belongsTo: tree.chain(nodeId), secrecy: null }, view.today).length === 0
  return page(
    c,
    <NoticeBoardPage
      view={view}
      tree={tree}
      refusals={refusals}
      count={count}
      up={up.rows}
      next={up.next}
      down={after === null ? down.rows.slice(0, 20) : []}
      onFirstPage={after === null}
      mayTakeDown={(notice) => view.today >= notice.until && keeps(notice.nodeId)}
    />,
    refusals.length > 0 ? 422 : 200,
  )
}
