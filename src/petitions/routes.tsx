import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { readCursor } from '../kernel/cursor.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { type Asked, UnansweredPage } from './unanswered-page.tsx'
import { countUnanswered, listUnanswered, petitions, type UnansweredFilter } from './unanswered.ts'

/** What of it is asked for by the address. */
export const readUnanswered = (c: Ctx, tree: Tree): { asked: Asked; filter: UnansweredFilter } => {
  const { who, today } = c.get('view')
  const asked = {
    body: tree.bySlug(c.req.query('body') ?? '') ?? null,
    register: petitions.find((d) => d.name === c.req.query('register'))?.name ?? null,
  }
  return { asked, filter: { nodeId: asked.body?.id ?? null, register: asked.register, secretsOf: seesSecretsOf(who, tree, today) } }
}

/** What members and residents have put to the council: the list of what is not answered. Each kind is a register of its own. */
export const petitionRoutes = (app: App, deps: Deps): void => {
  app.get('/petitions', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const { asked, filter } = readUnanswered(c, tree)
    const after = readCursor(c.req.query('after') ?? '')
    const [{ rows, next }, counts] = await Promise.all([listUnanswered(deps.store, filter, after), countUnanswered(deps.store, filter, view.today)])
    const bodies = tree.nodes.filter((node) => node.kind === 'council')
    return page(
      c,
      <UnansweredPage view={view} tree={tree} bodies={bodies} asked={asked} rows={rows} counts={counts} next={next} onFirstPage={after === null} />,
    )
  })
}
