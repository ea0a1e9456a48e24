import { seesSecretsOf } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/identity.ts'
import { notFound } from '../../organisation/message-page.tsx'
import { isBody, loadTree, type Tree } from '../../organisation/tree.ts'
import { type App, type Ctx, page, seeOther } from '../../web/view.ts'
import { PotListPage, PotPage } from './pot-pages.tsx'
import { listPots, loadCalledOff, loadPot, type PotFilter } from './pot-store.ts'
import { potWords as words } from './words.ts'

const nameIn =
  (tree: Tree) =>
  (id: string): { readonly sv: string; readonly en: string } =>
    tree.get(id)?.name ?? { sv: '–', en: '–' }

/** What narrows the list, as the address says: a body, with the units below it. */
export const readPotFilter = (c: Ctx, tree: Tree): PotFilter & { readonly body: ReturnType<Tree['bySlug']> } => {
  const view = c.get('view')
  const body = tree.bySlug(c.req.query('body') ?? '')
  return { body, nodeIds: body ? tree.below(body.id) : null, secrets: seesSecretsOf(view.who, tree, view.today) }
}

/** Central pots: what is left of each, and what has been called off. */
export const potRoutes = (app: App, { store }: Deps): void => {
  app.get('/pots', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(store, view.today)
    const filter = readPotFilter(c, tree)
    const after = readCursor(c.req.query('after') ?? '')
    const { rows, next } = await listPots(store, filter, after)
    return page(
      c,
      <PotListPage
        view={view}
        pots={rows}
        next={next}
        onFirstPage={after === null}
        body={filter.body ?? null}
        bodies={tree.nodes.filter((node) => isBody(node.kind))}
        nameOf={nameIn(tree)}
      />,
    )
  })

  app.get('/pots/:id', async (c) => {
    const view = c.get('view')
    const id = c.req.param('id')
    const tree = await loadTree(store, view.today)
    const secrets = seesSecretsOf(view.who, tree, view.today)
    const pot = isId(id) ? await loadPot(store, id, secrets) : undefined
    if (!pot) return notFound(c, words.missing)
    // By the number of a call-off one comes to the pot that it is from.
    if (pot.id !== id) return seeOther(c, `/pots/${pot.id}`)
    const callOffs = await loadCalledOff(store, pot.id, secrets)
    return page(c, <PotPage view={view} pot={pot} callOffs={callOffs} nameOf={nameIn(tree)} />)
  })
}
