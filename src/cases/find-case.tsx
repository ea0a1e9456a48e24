import { may } from '../access/policy.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import { isBody, loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { type Ctx, page } from '../web/view.ts'
import type { Case } from './case.ts'
import { loadCase } from './case-store.ts'
import { GonePage, SecretPage } from './missing-page.tsx'
import { words } from './words.ts'

/** The bodies of a day, as forms and filters offer them. */
export const bodiesOf = (tree: Tree): readonly OrgNode[] => tree.nodes.filter((n) => isBody(n.kind))

/** Says that an address leads to no case. */
export const gone = (c: Ctx): Response =>
  page(c, <GonePage view={c.get('view')} title={words.gone} text={words.goneText} list={{ href: '/cases', words: words.toList }} />, 404)

/** Lets a page show a case that the reader may see; else says that there is none, or that it is secret. */
export const withCase = async (c: Ctx, deps: Deps, id: string, show: (found: Case, tree: Tree) => Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const found = isId(id) ? await loadCase(deps.store, id) : undefined
  if (!found) return gone(c)
  const tree = await loadTree(deps.store, view.today)
  const hidden = may(view.who, 'see', subjectOf(found, tree), view.today)[0]
  return hidden ? page(c, <SecretPage view={view} number={found.number} why={hidden.text} />, 403) : show(found, tree)
}
