import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { readAmount } from '../kernel/amount.ts'
import { readCursor } from '../kernel/cursor.ts'
import { readDay } from '../kernel/day.ts'
import { isBody, loadTree } from '../organisation/tree.ts'
import { type App, page } from '../web/view.ts'
import { DelegationPage } from './delegation-page.tsx'
import { listBeside, listScheme } from './scheme-store.ts'
import { words } from './words.ts'

/** The page that answers who may decide what, for how much, on which day. */
export const mandateRoutes = (app: App, deps: Deps): void => {
  app.get('/delegation', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const typed = { amount: (c.req.query('amount') ?? '').slice(0, 40).trim(), day: (c.req.query('day') ?? '').slice(0, 40).trim() }
    const amount = typed.amount === '' ? null : readAmount(typed.amount, 'tkr')
    const day = typed.day === '' ? view.today : readDay(typed.day)
    const asked = {
      search: (c.req.query('q') ?? '').toWellFormed().slice(0, 200),
      body: tree.bySlug(c.req.query('body') ?? '') ?? null,
      amount: amount?.ok ? amount.value : null,
      typed,
      problems: [...(amount && !amount.ok ? [words.badAmount] : []), ...(day === null ? [words.badDay] : [])],
    }
    const filter = { nodeId: asked.body?.id ?? null, search: asked.search, day: day ?? view.today, secretsOf: seesSecretsOf(view.who, tree, view.today) }
    const after = readCursor(c.req.query('after') ?? '')
    const [{ points, next }, beside] = await Promise.all([listScheme(deps.store, filter, after), after === null ? listBeside(deps.store, filter) : []])
    const bodies = tree.nodes.filter((node) => isBody(node.kind))
    return page(
      c,
      <DelegationPage view={view} tree={tree} bodies={bodies} asked={asked} points={points} beside={beside} next={next} onFirstPage={after === null} />,
    )
  })
}
