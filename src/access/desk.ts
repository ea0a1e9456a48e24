import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import { type Locale, say } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import { isBody, loadTree, municipalityOf, type OrgNode, type Tree } from '../organisation/tree.ts'
import type { Desk } from '../web/view.ts'

/** What the instance has been told about itself, of what every page needs. */
export interface Settings {
  /** Slug of the body that visitors without a post meet first. */
  readonly desk: string
  /** Has the database been loaded with the demonstration? */
  readonly demo: boolean
}

const firstDesk = 'arbetslivsnamnden'

/** The settings that tell a visitor where they are; those of a new database where none is kept. */
export const loadSettings = async (store: Store): Promise<Settings> => {
  const rows = await store.selectFrom('setting').select(['name', 'value']).where('name', 'in', ['desk', 'demo']).execute()
  const value = (name: string): unknown => rows.find((row) => row.name === name)?.value
  const desk = value('desk')
  return { desk: typeof desk === 'string' ? desk : firstDesk, demo: Boolean(value('demo')) }
}

/** The bodies that somebody's posts work for, the first post's first. */
const bodiesOf = (who: Who, tree: Tree): readonly OrgNode[] =>
  who.posts.flatMap((post) => post.chain.map((id) => tree.get(id)).findLast((node) => node !== undefined && isBody(node.kind)) ?? [])

/** The body that somebody's first post works for, if any. */
export const bodyOf = (who: Who, tree: Tree): OrgNode | undefined => bodiesOf(who, tree)[0]

/** The body whose desk somebody sits at: the instance's own where they have a post for it, else that of their first post, else the instance's own, else the municipality. */
export const deskOf = (who: Who, tree: Tree, slug: string, locale: Locale): Desk => {
  const own = tree.bySlug(slug)
  const bodies = bodiesOf(who, tree)
  const body = bodies.find((b) => b.id === own?.id) ?? bodies[0] ?? own
  const root = municipalityOf(tree, body?.slug ?? slug)
  const municipality = root ? say(root.name, locale) : 'Genomslag'
  return body ? { slug: body.slug, name: say(body.name, locale), municipality } : { slug: '', name: municipality, municipality }
}

/** The organisation of the day and the settings, for every request. */
export const loadSurroundings = async (store: Store, today: Day): Promise<{ readonly tree: Tree; readonly settings: Settings }> => {
  const [tree, settings] = await Promise.all([loadTree(store, today), loadSettings(store)])
  return { tree, settings }
}
