import { may } from '../../access/policy.ts'
import { seesSecretsOf } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import { loadChosen } from '../../organisation/chosen-variants.ts'
import { isBody, loadTree, municipalityOf, type OrgNode, type Tree } from '../../organisation/tree.ts'
import { type App, page } from '../../web/view.ts'
import { VariantsPage } from './variants-page.tsx'
import { loadChoices } from './variants-store.ts'

/** How the municipality reads the law where it leaves room, by body. */
export const variantRoutes = (app: App, { store }: Deps): void => {
  app.get('/procedure', async (c) => {
    const view = c.get('view')
    const tree = await loadTree(store, view.today)
    const chosenBody = tree.bySlug(c.req.query('body') ?? '')
    const body = chosenBody && holdsRules(chosenBody) ? chosenBody : (municipalityOf(tree, view.desk.slug) ?? tree.nodes[0])
    if (!body) return c.notFound()
    const [chosen, choices] = await Promise.all([
      loadChosen(store, body.id, view.today),
      loadChoices(store, upOf(tree, body.id), seesSecretsOf(view.who, tree, view.today)),
    ])
    return page(
      c,
      <VariantsPage
        view={view}
        body={body}
        bodies={tree.nodes.filter(holdsRules)}
        chosen={chosen}
        choices={choices}
        nameOf={(id) => tree.get(id)?.name ?? { sv: '–', en: '–' }}
        mayPropose={tree.nodes.some(
          (n) => n.kind === 'council' && may(view.who, 'decision.register', { belongsTo: tree.chain(n.id), secrecy: null }, view.today).length === 0,
        )}
      />,
    )
  })
}

/** The municipality, and bodies that meet by rules of procedure. */
const holdsRules = ({ kind }: OrgNode): boolean =>
  kind === 'municipality' || (isBody(kind) && !['company', 'joint_authority', 'coordination_association'].includes(kind))

const upOf = (tree: Tree, id: string): readonly string[] => {
  const above = tree.get(id)?.parentId
  return above ? [id, ...upOf(tree, above)] : [id]
}
