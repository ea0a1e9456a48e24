import type { Referral, Step } from '../../cases/preparation/preparation-store.ts'
import type { Day } from '../../kernel/day.ts'
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

/** Who have prepared a case for the council, and who have had the opportunity to be heard. */
export interface Prepared {
  readonly by: readonly { readonly nodeId: string; readonly as: PreparingAs }[]
  /** Bodies that answered what they were asked, or whose time to answer is out at the meeting. */
  readonly heard: readonly string[]
  readonly executiveBoardHeard: boolean
  readonly boardHeard: boolean
  /** Until when the executive board may still answer, where that is the meeting's day or later; null where it is not asked, or heard. */
  readonly executiveBoardUntil: Day | null
}

/**
 * Who has prepared a case for the council, of what is kept in it. Pure. A body has prepared it that finished its latest step of decision
 * in the chain, or that decided in the case by itself (what is tabled or referred gives no decision), unless it was sent back there
 * afterwards. Bodies are boards, the executive board and the council's own committees (KL 5:26); a board's committee does not act for
 * the board towards the council (6:38), and other municipalities' bodies are none of ours. Who was asked has had the opportunity (5:27–28)
 * when it has answered, or when the day it had until is before the meeting's.
 */
export const preparedBy = ({ steps, referrals, decisions }: Dealings, { councilId, day, treeOn }: ForCouncil): Prepared => {
  const kindOf = (nodeId: string, on: Day): PreparingAs | null => {
    const tree = treeOn(on)
    const node = tree.get(nodeId)
    if (!node || treeRoot(tree, nodeId) !== treeRoot(tree, councilId)) return null
    if (node.kind === 'committee') return node.parentId === councilId ? 'drafting_committee' : null
    return node.kind === 'board' || node.kind === 'executive_board' ? node.kind : null
  }
  const latest = new Map(steps.filter((step) => step.kind === 'decide').map((step) => [step.nodeId, step]))
  const sentBack = (nodeId: string): Day | null => {
    const step = latest.get(nodeId)
    if (!step || step.state === 'done') return null
    return steps.findLast((other) => other.state === 'returned' && other.no < step.no)?.doneOn ?? null
  }
  const done = [
    ...[...latest.values()].flatMap(({ nodeId, state, doneOn }) => (state === 'done' && doneOn ? [{ nodeId, day: doneOn }] : [])),
    ...decisions.filter((made) => made.day >= (sentBack(made.nodeId) ?? made.day)),
  ].filter((made) => made.day <= day)
  const by = new Map(
    done.flatMap((made) => {
      const as = kindOf(made.nodeId, made.day)
      return as ? [[made.nodeId, as] as const] : []
    }),
  )
  const asked = referrals.flatMap((referral) => {
    const as = kindOf(referral.nodeId, referral.sent)
    return as ? [{ ...referral, as, heard: (referral.answeredOn !== null && referral.answeredOn <= day) || referral.due < day }] : []
  })
  const heard = asked.filter((referral) => referral.heard)
  const heardAs = (as: PreparingAs): boolean => heard.some((referral) => referral.as === as) || [...by.values()].includes(as)
  return {
    by: [...by].map(([nodeId, as]) => ({ nodeId, as })),
    heard: [...new Set(heard.map((referral) => referral.nodeId))].filter((nodeId) => !by.has(nodeId)),
    executiveBoardHeard: heardAs('executive_board'),
    boardHeard: heardAs('board'),
    executiveBoardUntil: heardAs('executive_board') ? null : (asked.find((referral) => referral.as === 'executive_board')?.due ?? null),
  }
}
