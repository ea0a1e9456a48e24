import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { ProposedClause } from '../agenda/proposal.ts'
import { nameOf, takingPart } from '../attendance/there.ts'
import type { MotionKind } from '../record/fact.ts'
import { words } from '../words.ts'

export interface MakeMotion {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly kind: MotionKind
  readonly personIds: readonly string[]
  /** Parties that move it, where persons are not named, as in old minutes. */
  readonly parties?: readonly string[]
  readonly text: string
  readonly clauses: readonly ProposedClause[]
  readonly otherwiseApprove: boolean
}

const bare: readonly MotionKind[] = ['approve', 'reject', 'table']

/** Notes a motion in the debate. Tabling and referral may be moved at any time before the decision; the others until the debate is closed. */
export const makeMotion = (deps: Deps, who: Who, input: MakeMotion, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'motion' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const { kind, personIds, parties = [], otherwiseApprove } = input
      const text = input.text.trim()
      const clauses = input.clauses.filter((c) => c.text.trim() !== '')
      const part = new Set(takingPart(record, item.value).map((p) => p.personId))
      const formal = kind === 'table' || kind === 'refer'
      const refusals = [
        ...(personIds.length + parties.length === 0 ? [{ code: 'motion.mover', field: 'personIds', text: words.moverNeeded }] : []),
        ...personIds
          .filter((id) => !part.has(id))
          .map((id) => ({ code: 'motion.absent', field: 'personIds', law: 'KL 4:19', text: words.moverAbsent(nameOf(record, id)) })),
        ...(!formal && item.value.debateClosed ? [{ code: 'motion.debate_closed', text: words.debateClosed }] : []),
        ...(kind === 'refer' && text === '' ? [{ code: 'motion.refer_why', field: 'text', law: 'KL 5:50', text: words.referWhy }] : []),
        ...(!bare.includes(kind) && kind !== 'refer' && clauses.length === 0 && text === ''
          ? [{ code: 'motion.text', field: 'clauses', text: words.motionNeeded }]
          : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const data = { kind, personIds: [...personIds], parties: [...parties], text, clauses, otherwiseApprove }
      return granted({ facts: [{ kind: 'motion' as const, itemId: input.itemId, data }] })
    },
    options,
  )
