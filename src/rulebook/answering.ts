import type { Role } from '../kernel/who.ts'

/** A post that somebody holds, as far as answering goes. */
export interface Holder {
  readonly postId: string
  readonly personId: string
  readonly nodeId: string
  readonly role: Role
}

/** A node on the way up from who owes something to the nearest body: is it a body itself? */
export interface Step {
  readonly nodeId: string
  readonly body: boolean
}

/** Those who lead a unit answer for it; a body's office answers for the body, and its chair where it has no office. Best first. */
const forUnit: readonly (readonly Role[])[] = [['department_head', 'unit_head', 'chief_executive']]
const forBody: readonly (readonly Role[])[] = [['secretary', 'registrar'], ['chair']]

/** The roles that may come to answer for something. */
export const answeringRoles: readonly Role[] = [...forUnit, ...forBody].flat()

/**
 * Who answers for what a body or unit owes: whoever leads it or keeps its office; where nobody does, the nearest above it that has
 * somebody, up to the body it works for. `chain` goes from the node itself upwards. Empty where nobody holds such a post.
 */
export const answeringFor = (chain: readonly Step[], held: (nodeId: string) => readonly Holder[]): readonly Holder[] => {
  for (const { nodeId, body } of chain) {
    for (const roles of body ? forBody : forUnit) {
      const found = held(nodeId).filter((h) => roles.includes(h.role))
      if (found.length > 0) return found
    }
  }
  return []
}
