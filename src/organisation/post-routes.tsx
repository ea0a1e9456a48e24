import type { Deps } from '../database/transact.ts'
import { addDays } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { refused } from '../kernel/refusal.ts'
import type { App, Ctx } from '../web/view.ts'
import { addPerson, addPersonHindrances } from './add-person.ts'
import { appoint } from './appoint.ts'
import { appointHindrances } from './change-posts.ts'
import { createPost } from './create-post.ts'
import { electedHereSince } from './elected-by-hand.ts'
import { endAppointment } from './end-appointment.ts'
import { formRoute } from './form-route.ts'
import { notFound } from './message-page.tsx'
import { loadTimeline } from './node-store.ts'
import { AddPersonPage, AppointPage, EndPage, PostPage } from './post-pages.tsx'
import { findPeople, loadHoldings, loadPerson, loadPost } from './post-store.ts'
import { loadNode } from './reorganise-routes.tsx'
import { holdsOn, type NodeLife, type Timeline } from './timeline.ts'
import { words } from './words.ts'

const limit = 20

interface OfNode {
  readonly timeline: Timeline
  readonly node: NodeLife
}

/** The forms that make posts, fill them and end appointments. */
export const postRoutes = (app: App, deps: Deps): void => {
  const barred = (c: Ctx, { timeline, node }: OfNode) => appointHindrances(c.get('who'), timeline, node.id, c.get('view').today)
  const toPeople = ({ node }: OfNode) => `/bodies/${node.slug}/people`
  /** The body or unit that a post belongs to. */
  const nodeOf = async (nodeId: string): Promise<OfNode | null> => {
    const timeline = await loadTimeline(deps.store)
    const node = timeline.get(nodeId)
    return node ? { timeline, node } : null
  }

  formRoute(app, {
    path: '/bodies/:slug/posts/new',
    load: (c) => loadNode(c, deps),
    barred,
    initial: () => ({}),
    draw: (c, { node }, form) => <PostPage view={c.get('view')} form={form} node={node} />,
    act: async (c, { node }, r) => {
      const input = { nodeId: node.id, role: r.role('role'), title: { sv: r.text('title'), en: r.text('titleEn') }, seat: r.count('seat') }
      return r.refusals.length > 0 ? refused(...r.refusals) : createPost(deps, c.get('who'), input)
    },
    notice: 'created',
    after: toPeople,
  })

  formRoute(app, {
    path: '/posts/:id/appoint',
    load: async (c) => {
      const post = await loadPost(deps.store, c.req.param('id') ?? '')
      const place = post ? await nodeOf(post.nodeId) : null
      return post && place ? { ...place, post } : notFound(c, words.noPostHere)
    },
    barred,
    initial: (_, c) => ({ from: c.get('view').today, personId: c.req.query('person') }),
    draw: async (c, { node, post, timeline }, form) => {
      const view = c.get('view')
      const q = c.req.query('q') ?? ''
      const chosen = form.values['personId']?.[0] ?? ''
      const person = await loadPerson(deps.store, chosen)
      const found = (await findPeople(deps.store, q, limit)).filter(({ id }) => id !== person?.id)
      const holder = (await loadHoldings(deps.store, { postId: post.id })).find((h) => holdsOn(h, view.today)) ?? null
      return (
        <AppointPage
          view={view}
          form={form}
          node={node}
          post={post}
          holder={holder}
          electedSince={await electedHereSince(deps.store, { post, node, timeline })}
          q={q}
          found={person ? [person, ...found].slice(0, limit) : found}
          limit={limit}
        />
      )
    },
    act: async (c, { post }, r) => {
      const input = { postId: post.id, personId: r.id('personId') ?? '', from: r.day('from'), to: r.through('to') }
      return r.refusals.length > 0 ? refused(...r.refusals) : appoint(deps, c.get('who'), input)
    },
    notice: 'appointed',
    after: toPeople,
  })

  formRoute(app, {
    path: '/appointments/:id/end',
    load: async (c) => {
      const id = c.req.param('id') ?? ''
      const [held] = isId(id) ? await loadHoldings(deps.store, { appointmentId: id }) : []
      const place = held ? await nodeOf(held.post.nodeId) : null
      return held && place ? { ...place, held } : notFound(c, words.noPostHere)
    },
    barred,
    initial: (_, c) => ({ on: c.get('view').today }),
    draw: (c, { node, held }, form) => <EndPage view={c.get('view')} form={form} node={node} held={held} />,
    act: async (c, { held }, r) => {
      const on = addDays(r.day('on'), 1)
      return r.refusals.length > 0 ? refused(...r.refusals) : endAppointment(deps, c.get('who'), { appointmentId: held.id, on })
    },
    notice: 'ended',
    after: toPeople,
  })

  formRoute(app, {
    path: '/people/new',
    load: async (c) => ({ post: isId(c.req.query('post') ?? '') ? (c.req.query('post') as string) : null }),
    barred: (c) => addPersonHindrances(c.get('who'), c.get('view').today),
    initial: () => ({}),
    draw: (c, { post }, form) => <AddPersonPage view={c.get('view')} form={form} back={post ? `/posts/${post}/appoint` : '/organisation'} />,
    act: (c, _, r) =>
      addPerson(deps, c.get('who'), { givenName: r.text('givenName'), familyName: r.text('familyName'), party: r.text('party'), email: r.text('email') }),
    notice: 'person_added',
    after: ({ post }, { id }) => (post ? `/posts/${post}/appoint?person=${id}` : `/people/${id}`),
  })
}
