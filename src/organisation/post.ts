import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { termIsFixed, termOf } from '../rulebook/terms.ts'
import { postWords as words } from './post-words.ts'
import { earlier, lastVersion, type NodeLife, overlap, versionOn } from './timeline.ts'
import { isBody, type NodeKind } from './tree.ts'

/** Roles of those who are elected to a body and have a seat in it. */
export const seatRoles: readonly Role[] = ['chair', 'vice_chair', 'second_vice_chair', 'member']
const electedRoles: readonly Role[] = [...seatRoles, 'substitute']

/** Is the role an elected one, held for a term? */
export const isElected = (role: Role): boolean => electedRoles.includes(role)

export interface Post {
  readonly id: string
  readonly slug: string
  readonly nodeId: string
  readonly role: Role
  readonly title: Text
  readonly seat: number | null
}

/** A person holding a post; `to` is the first day it is no longer held, null while open. */
export interface Appointment {
  readonly id: string
  readonly postId: string
  readonly personId: string
  readonly personName: string
  readonly from: Day
  readonly to: Day | null
}

/** Why a body or unit of the kind cannot have a post of the role. */
export const roleHindrances = (role: Role, kind: NodeKind): readonly Refusal[] => {
  const fits =
    (isElected(role) && isBody(kind)) ||
    (role === 'auditor' && kind === 'auditors') ||
    (role === 'department_head' && (kind === 'department' || kind === 'company' || kind === 'joint_authority')) ||
    (role === 'unit_head' && (kind === 'unit' || kind === 'department')) ||
    (role === 'chief_executive' && !['unit', 'external', 'committee'].includes(kind)) ||
    ['secretary', 'registrar', 'controller', 'officer'].includes(role)
  return fits ? [] : [words.roleUnfit]
}

interface Seats {
  /** The posts that the body has already. */
  readonly posts: readonly Pick<Post, 'role' | 'seat'>[]
  readonly seats: number | null
}

/** Why a body has no room for another post with a seat: all seats have one, or the number is taken. Substitutes and officials have no seat. */
export const seatHindrances = (role: Role, seat: number | null, { posts, seats }: Seats): readonly Refusal[] => {
  if (!seatRoles.includes(role)) return []
  const seated = posts.filter((post) => seatRoles.includes(post.role))
  return [
    ...(seats !== null && seated.length >= seats ? [words.noSeatLeft(seats)] : []),
    ...(seat !== null && (seats !== null ? seat > seats : false) ? [words.noSuchSeat(seats ?? 0)] : []),
    ...(seat !== null && seated.some((post) => post.seat === seat) ? [words.seatTaken(seat)] : []),
  ]
}

interface Appointing {
  readonly post: Post
  readonly node: NodeLife
  /** Appointments to the post, through all time. */
  readonly held: readonly Appointment[]
  /** The person's appointments to other posts with elected roles in the same body. */
  readonly others: readonly (Appointment & { readonly title: Text })[]
  readonly from: Day
  readonly to: Day | null
}

/** What appointing comes to: the days it is held, and whose appointment ends by it. */
export interface Appointed {
  readonly from: Day
  readonly to: Day | null
  readonly ends: Appointment | null
}

/**
 * Whether a person can take up a post from a day. Whoever holds it that day leaves it; somebody who takes it up later is in the way.
 * Without an end, an elected post is held to the end of the term (KL 5:9, 6:18) and any other for as long as the body is there.
 */
export const judgeAppointment = ({ post, node, held, others, from, to }: Appointing): Verdict<Appointed> => {
  const term = isElected(post.role) ? termOf(node.kind, from) : null
  const gone = lastVersion(node).to
  const until = to ?? earlier(term?.to ?? null, gone)
  const span = { from, to: until }
  const next = held.find((a) => a.from >= from && overlap(a, span))
  const elsewhere = isElected(post.role) ? others.find((a) => overlap(a, span)) : undefined
  const there = versionOn(node, from) !== undefined
  const refusals = [
    ...(there ? [] : [words.noBody(lastVersion(node).name, from)]),
    ...(until !== null && until <= from && there ? [words.endsBeforeItBegins] : []),
    ...(to !== null && gone !== null && to > gone ? [words.bodyEnds(lastVersion(node).name, gone)] : []),
    ...(term && termIsFixed(node.kind) && to !== null && to > term.to ? [words.beyondTerm(term, node.kind === 'council' ? 'KL 5:9' : 'KL 6:18')] : []),
    ...(next ? [words.taken(next.personName, next.from)] : []),
    ...(elsewhere ? [words.twoSeats(elsewhere.personName, elsewhere.title)] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  return granted({ from, to: until, ends: held.find((a) => a.from < from && (a.to === null || a.to > from)) ?? null })
}

/** Why an appointment cannot end on the day (the first day it is not held). */
export const endingHindrances = (appointment: Appointment, on: Day): readonly Refusal[] => {
  if (on <= appointment.from) return [words.endsTooEarly(appointment.from)]
  return appointment.to !== null && on >= appointment.to ? [words.endsAlready(appointment.to)] : []
}
