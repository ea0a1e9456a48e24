import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { pageSize, readCursor, writeCursor } from '../kernel/cursor.ts'
import type { Store } from '../database/connection.ts'
import { addDays, type Day, isDay, weekday } from '../kernel/day.ts'
import { loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { type Ctx, page, type View } from '../web/view.ts'
import { ownOf } from './answering-for.ts'
import { DueForNobody, DuePage } from './due-page.tsx'
import { countToDo, type Own, toDo, type Whose } from './to-do.ts'
import { sundayOf } from './words.ts'

/** What the list is narrowed to, as the address says; what it does not know is left out. */
export interface DueQuery {
  readonly whose: 'mine' | 'unit'
  /** Which of the two the reader meets when nothing is chosen. */
  readonly usual: 'mine' | 'unit'
  readonly kind: string
  readonly when: '' | 'late' | 'week'
}

/** Whose list of what is owed: everyone's own, or a body's. */
export interface Owed {
  readonly path: string
  /** The list's name when it is taken out. */
  readonly list: string
  /** Whose list, in words. */
  readonly name: string
  readonly nodeIds: readonly string[]
  readonly postIds?: readonly string[]
  /** What the reader answers for; absent for a body's list as anybody reads it. */
  readonly own?: Own
}

/** What the reader owes: what they answer for themselves, and what their units owe. Null for somebody who has not signed in. */
export const ownOwed = async ({ who, post }: View, store: Store, tree: Tree): Promise<Owed | null> => {
  if (who.personId === null) return null
  const nodeIds = [...new Set(who.posts.flatMap(({ nodeId }) => tree.below(nodeId)))]
  const postIds = who.posts.map(({ postId }) => postId)
  return { path: '/due', list: 'due', name: post ?? who.name, nodeIds, postIds, own: await ownOf(store, who, tree) }
}

/** What a body and its units owe, as anybody reads it. */
export const bodyOwed = ({ t }: View, tree: Tree, body: OrgNode): Owed => ({
  path: `/bodies/${body.slug}/due`,
  list: `due/${body.slug}`,
  name: t(body.name),
  nodeIds: tree.below(body.id),
})

/** Everyone's own list. */
export const showOwnDue = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const owed = await ownOwed(view, deps.store, tree)
  return owed ? showDue(c, deps, tree, owed) : page(c, <DueForNobody view={view} />)
}

const kinds: readonly string[] = [...allDefinitions.filter((d) => d.deadlines.length > 0).map((d) => d.name), 'dispatch', 'sent_back']

const readQuery = (c: Ctx, own: Own | undefined): DueQuery => {
  const [whose, kind = '', when = ''] = [c.req.query('whose'), c.req.query('kind'), c.req.query('when')]
  // Whoever answers for nothing, as a member, meets what the units owe.
  const usual = own && (own.nodeIds.length > 0 || own.mailOf.length > 0) ? 'mine' : 'unit'
  return {
    whose: !own ? 'unit' : whose === 'mine' || whose === 'unit' ? whose : usual,
    usual,
    kind: kinds.includes(kind) ? kind : '',
    when: when === 'late' || when === 'week' ? when : '',
  }
}

/** What is asked for by the address: everything of those, what of it is chosen, and the Sunday that the week ends with. */
export const askedDue = (c: Ctx, tree: Tree, { nodeIds, postIds = [], own }: Owed): { all: Whose; chosen: Whose; query: DueQuery; sunday: Day } => {
  const { who, today } = c.get('view')
  const query = readQuery(c, own)
  const sunday = sundayOf(today, weekday(today))
  const all: Whose = { nodeIds, postIds, today, secrets: seesSecretsOf(who, tree, today), own: query.whose === 'mine' ? own : undefined }
  const before = query.when === 'late' ? today : query.when === 'week' ? addDays(sunday, 1) : undefined
  return { all, chosen: { ...all, kind: query.kind, before }, query, sunday }
}

/** A list of what is owed, late first, by what the reader has chosen. */
export const showDue = async (c: Ctx, { store }: Deps, tree: Tree, owed: Owed): Promise<Response> => {
  const view = c.get('view')
  const { path, name, own } = owed
  const { all, chosen, query, sunday } = askedDue(c, tree, owed)
  const cursor = readCursor(c.req.query('after') ?? '')
  const [found, dates] = await Promise.all([toDo(store, chosen, pageSize + 1, cursor && isDay(cursor.value) ? cursor : null), countToDo(store, all, sunday)])
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const asked = new URLSearchParams({
    ...(own && query.whose !== query.usual && { whose: query.whose }),
    ...(query.kind && { kind: query.kind }),
    ...(query.when && { when: query.when }),
  })
  const next = found.length > pageSize && last ? `${path}?${new URLSearchParams([...asked, ['after', writeCursor({ value: last.due, id: last.id })]])}` : null
  return page(c, <DuePage view={view} tree={tree} whose={name} path={path} list={owed.list} rows={rows} dates={dates} next={next} query={query} own={own} />)
}
