import { seesSecretsOf } from '../access/visible.ts'
import type { Deps } from '../database/transact.ts'
import { pageSize, readCursor, writeCursor } from '../kernel/cursor.ts'
import { addDays, isDay, weekday } from '../kernel/day.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { type Ctx, page } from '../web/view.ts'
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

interface Owed {
  readonly path: string
  /** Whose list, in words. */
  readonly name: string
  readonly nodeIds: readonly string[]
  readonly postIds?: readonly string[]
  /** What the reader answers for; absent for a body's list as anybody reads it. */
  readonly own?: Own
}

/** Everyone's own list: what they answer for themselves, and what their units owe. */
export const showOwnDue = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const { who } = view
  if (who.personId === null) return page(c, <DueForNobody view={view} />)
  const tree = await loadTree(deps.store, view.today)
  const nodeIds = [...new Set(who.posts.flatMap((post) => tree.below(post.nodeId)))]
  const postIds = who.posts.map((post) => post.postId)
  return showDue(c, deps, tree, { path: '/due', name: view.post ?? who.name, nodeIds, postIds, own: await ownOf(deps.store, who, tree) })
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

/** A list of what is owed, late first, by what the reader has chosen. */
export const showDue = async (c: Ctx, { store }: Deps, tree: Tree, { path, name, nodeIds, postIds = [], own }: Owed): Promise<Response> => {
  const view = c.get('view')
  const query = readQuery(c, own)
  const sunday = sundayOf(view.today, weekday(view.today))
  const all: Whose = {
    nodeIds,
    postIds,
    today: view.today,
    secrets: seesSecretsOf(view.who, tree, view.today),
    own: query.whose === 'mine' ? own : undefined,
  }
  const before = query.when === 'late' ? view.today : query.when === 'week' ? addDays(sunday, 1) : undefined
  const cursor = readCursor(c.req.query('after') ?? '')
  const [found, dates] = await Promise.all([
    toDo(store, { ...all, kind: query.kind, before }, pageSize + 1, cursor && isDay(cursor.value) ? cursor : null),
    countToDo(store, all, sunday),
  ])
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const asked = new URLSearchParams({
    ...(own && query.whose !== query.usual && { whose: query.whose }),
    ...(query.kind && { kind: query.kind }),
    ...(query.when && { when: query.when }),
  })
  const next = found.length > pageSize && last ? `${path}?${new URLSearchParams([...asked, ['after', writeCursor({ value: last.due, id: last.id })]])}` : null
  return page(c, <DuePage view={view} tree={tree} whose={name} path={path} rows={rows} dates={dates} next={next} query={query} own={own} />)
}
