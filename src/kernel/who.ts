import type { Day } from './day.ts'
import type { Text } from './text.ts'

/** What a post may be. Rights follow posts, posts follow appointments, by date (design: post, appointment). */
export const roles = [
  'chair',
  'vice_chair',
  'second_vice_chair',
  'member',
  'substitute',
  'secretary',
  'registrar',
  'department_head',
  'unit_head',
  'controller',
  'auditor',
  'chief_executive',
  'officer',
] as const
export type Role = (typeof roles)[number]

/** A post somebody holds, with the days it is held; `to` is the first day it is no longer held, null while open. */
export interface HeldPost {
  readonly postId: string
  readonly nodeId: string
  /** The post's node and the nodes above it, up to and with the nearest body: whom the post works for. */
  readonly chain: readonly string[]
  readonly role: Role
  readonly title: Text
  readonly from: Day
  readonly to: Day | null
}

/** Who asks. A resident or anybody not signed in has no person and no posts. */
export interface Who {
  readonly personId: string | null
  readonly name: string
  readonly posts: readonly HeldPost[]
}

/** Anybody: sees what is public. */
export const anybody: Who = { personId: null, name: '', posts: [] }

/** The actor's name in the history. */
export const actorOf = (who: Who): string => (who.personId ? `person:${who.personId}` : 'anybody')

/** The actor's name where the loader of historic records may act, who holds no post: `bySystem` names the part of the system instead. */
export const actorFor = (who: Who, { bySystem = false }: { readonly bySystem?: boolean | undefined }): string =>
  bySystem ? `system:${who.name || 'load'}` : actorOf(who)
