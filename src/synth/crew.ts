import { must } from '../demo/event.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { postSlugBase } from '../organisation/create-post.ts'
import { isElected, judgeAppointment, roleHindrances, seatHindrances } from '../organisation/post.ts'
import { slugOf } from '../organisation/slug.ts'
import { lastVersion, type NodeLife } from '../organisation/timeline.ts'
import { personName } from './names.ts'
import type { Organisation } from './organisation.ts'
import { type Chance, idsOf } from './random.ts'

export interface MadePerson {
  readonly id: string
  readonly key: string
  readonly from: Day
  readonly givenName: string
  readonly familyName: string
  readonly party: string
  readonly email: string
}

export interface MadePost {
  readonly id: string
  readonly key: string
  readonly slug: string
  readonly from: Day
  readonly nodeId: string
  readonly role: Role
  readonly title: Text
  readonly seat: number | null
}

export interface MadeAppointment {
  readonly id: string
  readonly key: string
  readonly post: MadePost
  readonly personId: string
  readonly from: Day
  readonly to: Day | null
}

/** The people of the municipality, their posts and who has held them. Everything is judged by the rules of the acts. */
export interface Crew {
  readonly persons: MadePerson[]
  readonly posts: MadePost[]
  readonly appointments: MadeAppointment[]
  post(key: string, from: Day, nodeId: string, role: Role, title: Text, seat?: number | null): MadePost
  person(key: string, from: Day, chance: Chance, party?: string): MadePerson
  appoint(post: MadePost, personId: string, from: Day, to: Day | null): void
  holder(postId: string, on: Day): string | null
  /** Everybody's appointments to posts of the node. */
  postsOf(nodeId: string): readonly MadePost[]
}

const fail = (key: string, refusals: readonly { readonly text: Text }[]): void => {
  if (refusals.length > 0) throw new Error(`${key}: ${refusals.map((r) => r.text.en).join(' | ')}`)
}

/** An empty crew for the organisation. */
export const crewOf = ({ seed, sketch, name, size }: Organisation): Crew => {
  const [persons, posts, appointments]: [MadePerson[], MadePost[], MadeAppointment[]] = [[], [], []]
  const slugs = new Set<string>()
  const byNode = new Map<string, MadePost[]>()
  const byPost = new Map<string, MadeAppointment[]>()
  const byMember = new Map<string, MadeAppointment[]>()
  const counts = new Map<string, number>()
  const domain = `${slugOf(name.sv.split(' ')[1] ?? '', new Set())}.example`
  const next = (slugBase: string): string => {
    // Straight on from the last number: the same answer as trying them all, without trying them all.
    const first = slugOf(slugBase, new Set())
    const no = counts.get(first) ?? 1
    counts.set(first, no + 1)
    const slug = no === 1 ? first : `${first}-${no}`
    if (slugs.has(slug)) return next(slugBase)
    slugs.add(slug)
    return slug
  }
  const addressOf = (givenName: string, familyName: string): string => `${slugOf(givenName, new Set())}.${slugOf(familyName, new Set())}`
  return {
    persons,
    posts,
    appointments,
    post: (key, from, nodeId, role, title, seat = null) => {
      const node = sketch.timeline.get(nodeId) as NodeLife
      const seated = isElected(role) ? (byNode.get(nodeId) ?? []) : []
      fail(key, [...roleHindrances(role, node.kind), ...seatHindrances(role, seat, { posts: seated, seats: lastVersion(node).seats })])
      const made: MadePost = {
        id: idsOf(seed, `post/${key}`, from).next(),
        key: `post/${key}`,
        slug: next(postSlugBase(node.slug, title)),
        from,
        nodeId,
        role,
        title,
        seat,
      }
      posts.push(made)
      byNode.set(nodeId, [...(byNode.get(nodeId) ?? []), made])
      return made
    },
    person: (key, from, chance, party = '') => {
      const named = personName(chance)
      const email = size.few && party !== '' ? '' : `${addressOf(named.givenName, named.familyName)}@${domain}`
      const made: MadePerson = { id: idsOf(seed, `person/${key}`, from).next(), key: `person/${key}`, from, ...named, party, email }
      persons.push(made)
      return made
    },
    appoint: (post, personId, from, to) => {
      const key = `appointment/${post.key}/${from}`
      const held = byPost.get(post.id) ?? []
      const elected = isElected(post.role)
      const told = (a: MadeAppointment) => ({ id: a.id, postId: a.post.id, personId: a.personId, personName: '', from: a.from, to: a.to })
      const member = `${post.nodeId} ${personId}`
      const others = elected ? (byMember.get(member) ?? []).filter((a) => a.post.id !== post.id).map((a) => ({ ...told(a), title: a.post.title })) : []
      const judged = must(key, judgeAppointment({ post, node: sketch.timeline.get(post.nodeId) as NodeLife, held: held.map(told), others, from, to }))
      const made: MadeAppointment = { id: idsOf(seed, key, from).next(), key, post, personId, from, to: judged.to }
      appointments.push(made)
      byPost.set(post.id, [...held, made])
      if (elected) byMember.set(member, [...(byMember.get(member) ?? []), made])
    },
    holder: (postId, on) => byPost.get(postId)?.find((a) => a.from <= on && (a.to === null || on < a.to))?.personId ?? null,
    postsOf: (nodeId) => byNode.get(nodeId) ?? [],
  }
}

/** How long somebody stays, in days: eight years in the middle, some a few months, some all their life. */
export const tenure = (chance: Chance): number => Math.max(150, Math.round(-Math.log(1 - chance.next()) * 365 * 9))

/** The spells in which a post is held between two days, with those when it stands empty in between. */
export const spellsOf = (chance: Chance, from: Day, to: Day | null, today: Day): { readonly from: Day; readonly to: Day | null }[] => {
  const spells: { from: Day; to: Day | null }[] = []
  const over = (at: Day): boolean => at > today || (to !== null && at >= to)
  for (let at = from; !over(at); ) {
    if (at !== from && chance.happens(0.3)) at = addDays(at, chance.whole(20, 120))
    if (over(at)) break
    const end = addDays(at, tenure(chance))
    const until = end > today || (to !== null && end >= to) ? to : end
    spells.push({ from: at, to: until })
    if (until === null) break
    at = until
  }
  return spells
}
