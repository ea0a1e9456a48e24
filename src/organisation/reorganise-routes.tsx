import type { Deps } from '../database/transact.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { may } from '../rulebook/policy.ts'
import type { App, Ctx } from '../web/view.ts'
import { changeNode } from './change-node.ts'
import { closeNode } from './close-node.ts'
import { createNode } from './create-node.ts'
import { type FormRoute, formRoute } from './form-route.ts'
import { mergeNodes } from './merge-nodes.ts'
import { notFound } from './message-page.tsx'
import { moveNode } from './move-node.ts'
import { loadTimeline } from './node-store.ts'
import type { Reading } from './reading.ts'
import { ChangePage, ClosePage, CreatePage, mergeCount, MergePage, MovePage, partCount, SplitPage } from './reorganise-pages.tsx'
import { type Part, splitNode } from './split-node.ts'
import { lastVersion, type NodeLife, type Timeline, treeOn } from './timeline.ts'
import { words } from './words.ts'

/** Why somebody may not change a body or unit; without one, whether they may change any that they work for. */
export const changeBarred = (c: Ctx, timeline: Timeline, nodeId: string | null): readonly Refusal[] => {
  const { who, today } = c.get('view')
  const tree = treeOn(timeline, today)
  const chains = nodeId !== null ? [tree.chain(nodeId)] : who.posts.length > 0 ? who.posts.map((post) => post.chain) : [[]]
  const judged = chains.map((belongsTo) => may(who, 'organisation.change', { belongsTo, secrecy: null }, today))
  return judged.some((refusals) => refusals.length === 0) ? [] : (judged[0] ?? [])
}

interface OfNode {
  readonly timeline: Timeline
  readonly node: NodeLife
}

/** The body or unit of the address, whether it is there today or not. */
export const loadNode = async (c: Ctx, deps: Deps): Promise<OfNode | Response> => {
  const timeline = await loadTimeline(deps.store)
  const node = [...timeline.values()].find((life) => life.slug === c.req.param('slug'))
  return node ? { timeline, node } : notFound(c, words.noNode)
}

/** The forms that change the tree. */
export const reorganiseRoutes = (app: App, deps: Deps): void => {
  const ofNode = (c: Ctx) => loadNode(c, deps)
  const ofTree = async () => ({ timeline: await loadTimeline(deps.store) })
  const barredNode: FormRoute<OfNode, unknown>['barred'] = (c, { timeline, node }) => changeBarred(c, timeline, node.id)
  const barredTree = (c: Ctx, { timeline }: { timeline: Timeline }) => changeBarred(c, timeline, null)
  const today = (c: Ctx) => ({ on: c.get('view').today })
  const toPeople = (slug: string) => `/bodies/${slug}/people`

  formRoute(app, {
    path: '/organisation/new',
    load: ofTree,
    barred: barredTree,
    initial: (_, c) => ({ ...today(c), kind: 'unit', parentId: c.req.query('under') }),
    draw: (c, { timeline }, form) => <CreatePage view={c.get('view')} form={form} timeline={timeline} />,
    act: (c, _, r) => createNode(deps, c.get('who'), { ...r.draft(), kind: r.kind('kind'), parentId: r.id('parentId'), on: r.day('on') }, r.refusals),
    notice: 'reorganised',
    after: (_, made) => toPeople(made.slug),
  })

  formRoute(app, {
    path: '/organisation/merge',
    load: ofTree,
    barred: barredTree,
    initial: (_, c) => today(c),
    draw: (c, { timeline }, form) => <MergePage view={c.get('view')} form={form} timeline={timeline} />,
    act: (c, _, r) => {
      const nodeId = r.id('into')
      const into = nodeId === null ? { ...r.draft(), parentId: r.id('parentId') ?? '' } : { nodeId }
      return mergeNodes(
        deps,
        c.get('who'),
        { fromIds: Array.from({ length: mergeCount }, (_, no) => r.id(`from.${no}`)).filter((id) => id !== null), into, on: r.day('on') },
        r.refusals,
      )
    },
    notice: 'reorganised',
    after: (_, made) => `/bodies/${made.slug}/history`,
  })

  formRoute(app, {
    path: '/bodies/:slug/change',
    load: ofNode,
    barred: barredNode,
    initial: ({ node }, c) => {
      const { name, short, seats } = lastVersion(node)
      return { ...today(c), name: name.sv, nameEn: name.en, short, seats }
    },
    draw: (c, { node, timeline }, form) => <ChangePage view={c.get('view')} form={form} node={node} timeline={timeline} />,
    act: (c, { node }, r) => changeNode(deps, c.get('who'), { nodeId: node.id, ...r.draft(), on: r.day('on') }, r.refusals),
    notice: 'reorganised',
    after: ({ node }) => `/bodies/${node.slug}/history`,
  })

  formRoute(app, {
    path: '/bodies/:slug/move',
    load: ofNode,
    barred: barredNode,
    initial: ({ node }, c) => ({ ...today(c), parentId: lastVersion(node).parentId }),
    draw: (c, { node, timeline }, form) => <MovePage view={c.get('view')} form={form} node={node} timeline={timeline} />,
    act: (c, { node }, r) => moveNode(deps, c.get('who'), { nodeId: node.id, parentId: r.id('parentId') ?? '', on: r.day('on') }, r.refusals),
    notice: 'reorganised',
    after: ({ node }) => `/bodies/${node.slug}/history`,
  })

  formRoute(app, {
    path: '/bodies/:slug/close',
    load: ofNode,
    barred: barredNode,
    initial: (_, c) => today(c),
    draw: (c, { node, timeline }, form) => <ClosePage view={c.get('view')} form={form} node={node} timeline={timeline} />,
    act: (c, { node }, r) => closeNode(deps, c.get('who'), { nodeId: node.id, childrenTo: r.id('childrenTo'), on: r.day('on') }, r.refusals),
    notice: 'reorganised',
    after: ({ node }) => `/bodies/${node.slug}/history`,
  })

  formRoute(app, {
    path: '/bodies/:slug/split',
    load: ofNode,
    barred: barredNode,
    initial: (_, c) => today(c),
    draw: (c, { node, timeline }, form) => <SplitPage view={c.get('view')} form={form} node={node} timeline={timeline} />,
    act: (c, { node }, r) => {
      const childrenTo = r.text('childrenTo')
      return splitNode(
        deps,
        c.get('who'),
        { nodeId: node.id, parts: readParts(r), childrenTo: /^\d$/.test(childrenTo) ? Number(childrenTo) : null, on: r.day('on') },
        r.refusals,
      )
    },
    notice: 'reorganised',
    after: ({ node }) => `/bodies/${node.slug}/history`,
  })
}

/** The parts that have anything written; the first two always. */
const readParts = (r: Reading): readonly Part[] =>
  Array.from({ length: partCount }, (_, no) => `.${no}`)
    .filter((suffix, no) => no < 2 || ['name', 'short', 'share', 'shareUnknown'].some((name) => r.text(`${name}${suffix}`) !== ''))
    .map((suffix) => ({ ...r.draft(suffix), share: r.share(`share${suffix}`, `shareUnknown${suffix}`) }))
