import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { type Ctx, page } from '../web/view.ts'
import { AbsentPage } from './absent-page.tsx'
import { pageWords as words } from './page-words.ts'
import type { Series } from './series.ts'
import { seriesBySlug } from './series-store.ts'

/** The series that the address names, with today's organisation; or the page that says that there is none, or that it is secret. */
export const foundSeries = async (c: Ctx, deps: Deps): Promise<Found | Response> => seen(c, deps, await seriesBySlug(deps.store, c.req.param('slug') ?? ''))

/** The series, if the reader may see it. A secret one is not named, not even by its address. */
export const seen = async (c: Ctx, deps: Deps, series: Series | undefined): Promise<Found | Response> => {
  const view = c.get('view')
  const back = { href: '/series', words: words.toList }
  if (!series) return page(c, <AbsentPage view={view} title={words.absentTitle} lead={words.absentLead} back={back} />, 404)
  const tree = await loadTree(deps.store, view.today)
  const [refusal] = may(c.get('who'), 'see', { belongsTo: tree.chain(series.nodeId), secrecy: series.secrecy }, view.today)
  if (refusal) return page(c, <AbsentPage view={view} title={words.secretTitle} lead={refusal.text} back={back} />, 403)
  return { series, tree }
}

interface Found {
  readonly series: Series
  readonly tree: Tree
}
