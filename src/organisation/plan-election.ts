import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { type ElectedPlace, inPresidium } from '../rulebook/election/eligible.ts'
import { electWords as words } from './elect-words.ts'
import { judgeAppointment, type Post, seatRoles } from './post.ts'
import type { Holding } from './post-store.ts'
import { type NodeLife, overlap } from './timeline.ts'

/** Somebody elected, and the place in the body that is left for the new one. */
export interface Candidate {
  readonly personId: string
  readonly leaves: Holding | null
}

interface Election {
  readonly node: NodeLife
  readonly seats: number | null
  readonly posts: readonly Post[]
  /** Appointments to the body's posts, through all time. */
  readonly held: readonly Holding[]
  readonly place: ElectedPlace
  readonly candidates: readonly Candidate[]
  readonly from: Day
  /** The first day after; null: the end of the term, or of the one who is replaced. */
  readonly to: Day | null
  /** Whose rest of the term it is, in a by-election. */
  readonly instead: Holding | null
}

/** Where one of the elected is placed: an existing post, or a new one with its number. */
export interface Placed extends Candidate {
  readonly post: Post | null
  readonly seat: number | null
  readonly from: Day
  readonly to: Day | null
}

/** Places those elected in the body's free posts, the one that was left first; every hindrance at once. Eligibility is judged apart. */
export const planElection = (election: Election): Verdict<readonly Placed[]> => {
  const { node, posts, held, place, candidates, from, instead } = election
  const to = election.to ?? instead?.ended?.meantTo ?? null
  const moving = new Set(candidates.flatMap((c) => c.leaves?.id ?? []))
  const staying = held.filter((h) => !moving.has(h.id))
  const judged = judgeAppointment({ post: { ...blank, role: place }, node, held: [], others: [], from, to })
  if (!judged.ok) return refused(...judged.refusals.map((r) => (r.field === 'personId' ? { ...r, field: 'persons' } : r)))
  const span = { from, to: judged.value.to }
  const hinders = [...officeHinders(election, staying, span), ...seatHinders(election, staying, span)]
  if (hinders.length > 0) return refused(...hinders)
  const free = posts.filter((post) => post.role === place && !staying.some((h) => h.postId === post.id && overlap(h, span)))
  const first = free.filter((post) => post.id === instead?.postId)
  const ordered = [...first, ...free.filter((post) => !first.includes(post))]
  const used = posts.filter((post) => (place === 'substitute' ? post.role === 'substitute' : seatRoles.includes(post.role))).flatMap((p) => p.seat ?? [])
  let last = Math.max(0, ...used)
  return granted(
    candidates.map((candidate, i): Placed => {
      const post = ordered[i] ?? null
      return { ...candidate, post, seat: post ? post.seat : ++last, ...span }
    }),
  )
}

const blank: Post = { id: '', slug: '', nodeId: '', role: 'member', title: { sv: '', en: '' }, seat: null }
type Span = { readonly from: Day; readonly to: Day | null }

const officeHinders = ({ place, candidates }: Election, staying: readonly Holding[], span: Span): readonly Refusal[] => {
  if (!inPresidium(place)) return []
  const holder = staying.find((h) => h.post.role === place && overlap(h, span))
  return [
    ...(candidates.length > 1 ? [{ code: 'elect.only_one', field: 'persons', law: 'KL 6:21', text: words.onlyOne }] : []),
    ...(holder ? [words.officeTaken(holder.personName, place, holder.to)] : []),
  ]
}

const seatHinders = ({ place, candidates, seats }: Election, staying: readonly Holding[], span: Span): readonly Refusal[] => {
  if (place === 'substitute' || seats === null) return []
  const taken = new Set(staying.filter((h) => seatRoles.includes(h.post.role) && overlap(h, span)).map((h) => h.postId)).size
  return taken + candidates.length > seats ? [words.noSeatFree(Math.max(0, seats - taken), seats)] : []
}
