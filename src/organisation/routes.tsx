import type { Deps } from '../database/transact.ts'
import { verbatim } from '../kernel/text.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { addPersonHindrances } from './add-person.ts'
import { readAsOf } from './as-of.tsx'
import { appointHindrances } from './change-posts.ts'
import { notFound } from './message-page.tsx'
import { historyOf } from './node-history.ts'
import { NodePage } from './node-page.tsx'
import { loadChangeDays, loadSuccessions, loadTimeline } from './node-store.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { peopleOn } from './people.ts'
import { PeoplePage } from './people-page.tsx'
import { may } from '../rulebook/policy.ts'
import { PersonPage } from './person-page.tsx'
import { postRoutes } from './post-routes.tsx'
import { loadHoldings, loadPerson, loadPosts } from './post-store.ts'
import { changeBarred, loadNode, reorganiseRoutes } from './reorganise-routes.tsx'
import { holdsOn, lastVersion, treeOn, versionOn } from './timeline.ts'
import { loadTree } from './tree.ts'
import { words } from './words.ts'

/** Organisation, people of a body or unit, its history, a person; and the forms that change them. */
export const organisationRoutes = (app: App, deps: Deps): void => {
  // The forms first: '/people/new' is not a person.
  reorganiseRoutes(app, deps)
  postRoutes(app, deps)

  app.get('/organisation', async (c) => {
    const { view, asked, on, form } = askedDay(c)
    const tree = await loadTree(deps.store, on)
    const timeline = await loadTimeline(deps.store)
    return page(
      c,
      <OrganisationPage
        view={view}
        tree={tree}
        form={form}
        changeDays={await loadChangeDays(deps.store)}
        mayChange={changeBarred(c, timeline, null).length === 0}
        mayAddPerson={addPersonHindrances(view.who, view.today).length === 0}
      />,
      asked.ok ? 200 : 422,
    )
  })

  app.get('/bodies/:slug/people', async (c) => {
    const { view, asked, on, form } = askedDay(c)
    const place = await loadNode(c, deps)
    if (place instanceof Response) return place
    const { node, timeline } = place
    const version = versionOn(node, on)
    const people = peopleOn(await loadPosts(deps.store, node.id), await loadHoldings(deps.store, { nodeId: node.id }), version?.seats ?? null, on, view.today)
    return page(
      c,
      <PeoplePage
        view={view}
        node={node}
        version={version}
        on={on}
        people={people}
        form={form}
        mayChange={changeBarred(c, timeline, node.id).length === 0}
        mayAppoint={appointHindrances(view.who, timeline, node.id, view.today).length === 0}
      />,
      asked.ok ? 200 : 422,
    )
  })

  app.get('/bodies/:slug/history', async (c) => {
    const place = await loadNode(c, deps)
    if (place instanceof Response) return place
    const { node, timeline } = place
    const successions = await loadSuccessions(deps.store, [node.id])
    return page(c, <NodePage view={c.get('view')} node={node} events={historyOf(timeline, node, successions)} />)
  })

  app.get('/people/:id', async (c) => {
    const id = c.req.param('id')
    const person = await loadPerson(deps.store, id)
    if (!person) return notFound(c, words.noPerson)
    const timeline = await loadTimeline(deps.store)
    const holdings = (await loadHoldings(deps.store, { personId: id })).toReversed().map((held) => {
      const node = timeline.get(held.post.nodeId)
      return { ...held, node: { slug: node?.slug ?? '', name: node ? (versionOn(node, held.from) ?? lastVersion(node)).name : verbatim('') } }
    })
    const { who, today } = c.get('view')
    const tree = treeOn(timeline, today)
    const belongsTo = holdings.filter((h) => holdsOn(h, today)).flatMap((h) => tree.chain(h.post.nodeId))
    const mayShut = may(who, 'access.shut', { belongsTo, secrecy: null }, today).length === 0
    return page(c, <PersonPage view={c.get('view')} person={person} holdings={holdings} mayShut={mayShut} />)
  })
}

/** The day that the page is asked about; today stands in for one that cannot be read, which the form then tells. */
const askedDay = (c: Ctx) => {
  const view = c.get('view')
  const typed = c.req.query('day')
  const asked = readAsOf(typed, view.today)
  const on = asked.ok ? asked.value : view.today
  const form = asked.ok ? newForm(view.locale, { day: on }) : refusedForm(view.locale, { day: [typed ?? ''] }, asked.refusals)
  return { view, asked, on, form }
}
