import { moverConflict } from '../../rulebook/voting/mover-conflict.ts'
import { keepsAway } from '../attendance/attendance.ts'
import { ruledAs } from '../attendance/there.ts'
import type { Alternative, Conflict, MeetingHead, Motion, Question } from '../record/record.ts'

/** What the chair puts when a motion is put: approval and rejection are of the proposal, the others are themselves. */
export const putAs = ({ kind, id }: Pick<Motion, 'kind' | 'id'>): Alternative => (kind === 'approve' ? 'proposal' : kind === 'reject' ? 'reject' : id)

/**
 * The motion with what conflict of interest has done to it: who behind it are in conflict, and when it fell where nobody else upholds it
 * (KL 5:47, 6:30). It stands again when somebody joins it, or when it is decided that there is no conflict. Pure.
 */
export const standsAfterConflict = (
  body: MeetingHead['body'],
  motion: Omit<Motion, 'conflicted' | 'fallen'>,
  conflicts: readonly Conflict[],
  questions: readonly Question[],
): Motion => {
  const theirs = conflicts.filter((c) => keepsAway(c) && motion.personIds.includes(c.personId))
  const last = theirs.at(-1)
  if (!last) return { ...motion, conflicted: [], fallen: null }
  const conflicted = [...new Set(theirs.map((c) => c.personId))]
  const put = questions.some((q) => q.at.no < last.from.no && q.alternatives.includes(putAs(motion)))
  const movers = motion.personIds.map((id) => ({ id, conflict: conflicted.includes(id) }))
  const ruled = moverConflict({ body: ruledAs({ body }), movers, parties: motion.parties.length, put })
  return { ...motion, conflicted, fallen: ruled.ok ? null : last.from }
}
