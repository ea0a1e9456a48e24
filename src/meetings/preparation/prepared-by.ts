import type { Referral, Step } from '../../cases/preparation/preparation-store.ts'
import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { type Tree, treeRoot } from '../../organisation/tree.ts'
import type { preparation } from '../../rulebook/meeting/preparation.ts'

/** As what the law sees a body that has prepared a case for the council (KL 5:26). */
export type PreparingAs = Parameters<typeof preparation>[0]['preparedBy'][number]

/** What has been done in a case, as it is kept: its chain, the opinions asked for, and what bodies decided in it or sent into it. */
export interface Dealings {
  readonly steps: readonly Pick<Step, 'no' | 'kind' | 'nodeId' | 'state' | 'doneOn'>[]
  readonly referrals: readonly Pick<Referral, 'nodeId' | 'sent' | 'due' | 'answeredOn'>[]
  readonly decisions: readonly { readonly nodeId: string; readonly day: Day }[]
}

/** For which council's meeting, on what day; the organisation as it was when each thing was done. */
export interface ForCouncil {
  readonly councilId: string
  readonly day: Day
  readonly treeOn: (day: Day) => Tree
}

/** A body, as what it acted, and what it was called then. */
interface Body {
  readonly nodeId: string
  readonly as: PreparingAs
  readonly name: Text
}

/** Who have prepared a case for the council, and who have had the opportunity to be heard. */
export interface Prepared {
  readonly by: readonly Body[]
  /** Bodies that answered what they were asked, or whose time to answer is out at the meeting. */
  readonly heard: readonly Body[]
  readonly executiveBoardHeard: boolean
  readonly boardHeard: boolean
  /** Until when the executive board may still answer, where that is the meeting's day or later; null where it is not asked, or heard. */
  readonly executiveBoardUntil: Day | null
}

/**
 * Who has prepared a case for the council, of what is kept in it. Pure. A body has prepared it that finished its latest step of decision
 * in the chain, or, where the chain asks nothing of it, that decided in the case (what is tabled or referred gives no decision); what it
 * decided on the way to a step that is not done, or before the case was sent back to it, is not its preparation. Bodies are boards, the
 * executive board and the council's own committees (KL 5:26); a board's committee does not act for the board towards the council (6:38),
 * and other municipalities' bodies are none of ours. Who was asked has had the opportunity (5:27–28) when it has answered, or when the day
 * it had until is before the meeting's.
 */
export const preparedBy = ({ steps, referrals, decisions }: Dealings, { councilId, day, treeOn }: ForCouncil): Prepared => {
  const bodyOf = (nodeId: string, on: Day): Body | null => {
    const tree = treeOn(on)
    const node = tree.get(nodeId)
    if (!node || treeRoot(tree, nodeId) !== treeRoot(tree, councilId)) return null
    if (node.kind === 'committee') return node.parentId === councilId ? { nodeId, as: 'drafting_committee', name: node.name } : null
    return node.kind === 'board' || node.kind === 'executive_board' ? { nodeId, as: node.kind, name: node.name } : null
  }
  const latest = new Map(steps.filter((step) => step.kind === 'decide').map((step) => [step.nodeId, step]))
  const done = [
    ...[...latest.values()].flatMap(({ nodeId, state, doneOn }) => (state === 'done' && doneOn ? [{ nodeId, day: doneOn }] : [])),
    ...decisions.filter((made) => !latest.has(made.nodeId)),
  ]
  const by = once(done.filter((made) => made.day <= day).flatMap((made) => bodyOf(made.nodeId, made.day) ?? []))
  const asked = referrals.flatMap(({ nodeId, sent, due, answeredOn }) => {
    const body = bodyOf(nodeId, sent)
    return body ? [{ body, due, heard: (answeredOn !== null && answeredOn <= day) || due < day }] : []
  })
  const heard = once(asked.flatMap((one) => (one.heard ? [one.body] : [])))
  const heardAs = (as: PreparingAs): boolean => [...by, ...heard].some((body) => body.as === as)
  return {
    by,
    heard: heard.filter((body) => !by.some((other) => other.nodeId === body.nodeId)),
    executiveBoardHeard: heardAs('executive_board'),
    boardHeard: heardAs('board'),
    executiveBoardUntil: heardAs('executive_board') ? null : (asked.find((one) => one.body.as === 'executive_board')?.due ?? null),
  }
}

/** Each body once, as it was last. */
const once = (bodies: readonly Body[]): readonly Body[] => [...new Map(bodies.map((body) => [body.nodeId, body])).values()]
