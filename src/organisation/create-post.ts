import type { Deps } from '../database/transact.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Role, Who } from '../kernel/who.ts'
import { type BySystem, changePosts } from './change-posts.ts'
import { roleHindrances, seatHindrances } from './post.ts'
import { loadPosts } from './post-store.ts'
import { postWords as words } from './post-words.ts'
import { refusalWords } from './refusal-words.ts'
import { slugOf } from './slug.ts'
import { lastVersion } from './timeline.ts'

export interface CreatePost {
  readonly nodeId: string
  readonly role: Role
  /** An empty English title means the Swedish one. */
  readonly title: Text
  /** Number of the seat, or of the substitute's place in the order; null where neither is numbered. */
  readonly seat: number | null
}

/** What a post's address word begins with. */
export const postSlugBase = (nodeSlug: string, title: Text): string => `${nodeSlug}-${title.sv.trim()}`

/** A post as kept. */
export const postRow = ({ id, slug }: { readonly id: string; readonly slug: string }, { nodeId, role, title, seat }: CreatePost) => ({
  id,
  slug,
  node_id: nodeId,
  role,
  title_sv: title.sv.trim(),
  title_en: title.en.trim() || title.sv.trim(),
  seat,
})

/** Makes a post, as yet held by nobody, in a body or unit. Not more posts with a seat than the body has seats. */
export const createPost = (
  deps: Deps,
  who: Who,
  { nodeId, role, title, seat }: CreatePost,
  { bySystem }: BySystem = {},
): Promise<Verdict<{ readonly id: string; readonly slug: string }>> =>
  changePosts(deps, who, {
    bySystem,
    act: 'create post',
    of: { nodeId },
    work: async (tx, { node }) => {
      const { seats, to, name } = lastVersion(node)
      const posts = await loadPosts(tx, nodeId)
      const sv = title.sv.trim()
      const refusals = [
        ...(to === null ? [] : [refusalWords.gone(name, to)]),
        ...(sv === '' ? [words.titleless] : []),
        ...roleHindrances(role, node.kind),
        ...seatHindrances(role, seat, { posts, seats }),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const base = postSlugBase(node.slug, title)
      const near = await tx
        .selectFrom('post')
        .select('slug')
        .where('slug', 'like', `${slugOf(base, new Set())}%`)
        .execute()
      const made = { id: deps.ids.next(), slug: slugOf(base, new Set(near.map((row) => row.slug))) }
      await tx.insertInto('post').values(postRow(made, { nodeId, role, title, seat })).execute()
      return granted(made)
    },
  })
