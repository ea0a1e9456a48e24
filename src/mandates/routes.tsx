import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { readAmount } from '../kernel/amount.ts'
import { readCursor } from '../kernel/cursor.ts'
import { readDay } from '../kernel/day.ts'
import { isBody, loadTree, type Tree } from '../organisation/tree.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { type Asked, DelegationPage } from './delegation-page.tsx'
import { listBeside, listScheme, type SchemeFilter } from './scheme-store.ts'
import { words } from './words.ts'

/** What of the schemes is asked for by the address. */
export const readScheme = (c: Ctx, tree: Tree): { asked: Asked; filter: SchemeFilter } => {
  const { who, today } = c.get('view')
  const typed = { amount: (c.req.query('amount') ?? '').slice(0, 40).trim(), day: (c.req.query('day') ?? '').slice(0, 40).trim() }
  const amount = typed.amount === '' ? null : readAmount(typed.amount, 'tkr')
  const day = typed.day === '' ? today : readDay(typed.day)
  const asked = {
    search: (c.req.query('q') ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, 200),
    body: tree.bySlug(c.req.query('body') ?? '') ?? null,
    amount: amount?.ok ? amount.value : null,
    typed,
    problems: [...(amount && !amount.ok ? [words.badAmount] : []), ...(day === null ? [words.badDay] : [])],
  }
  return { asked, filter: { nodeId: asked.body?.id ?? null, search: asked.search, day: day ?? today, secretsOf: seesSecretsOf(who, tree, today) } }
}

/** The page that answers who may decide what, for how much, on which day. */
export const mandateRoutes = (app: App, deps: Deps): void => {
  app.get('/delegation', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const { asked, filter } = readScheme(c, tree)
    const after = readCursor(c.req.query('after') ?? '')
    const [{ points, next }, beside] = await Promise.all([listScheme(deps.store, filter, after), after === null ? listBeside(deps.store, filter) : []])
    const bodies = tree.nodes.filter((node) => isBody(node.kind))
    return page(
      c,
      <DelegationPage view={view} tree={tree} bodies={bodies} asked={asked} points={points} beside={beside} next={next} onFirstPage={after === null} />,
    )
  })
}
