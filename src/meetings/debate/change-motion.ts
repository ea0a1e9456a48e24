import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { standing } from '../voting/procedure.ts'
import { words } from '../words.ts'

export interface ChangeMotion {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly motionId: string
}

type Change =
  | { readonly do: 'join'; readonly personIds: readonly string[]; readonly parties?: readonly string[] }
  | { readonly do: 'withdraw' }
  /** The chair must refuse one that opens a new matter, and may refuse an unlawful one, which the body can overrule (KL 5:57). */
  | { readonly do: 'rule'; readonly ruling: 'refused' | 'admitted'; readonly why: string; readonly law?: string }

/** Somebody joins a motion, withdraws it, or the chair rules on it. What is withdrawn does not stand in the minutes (KL 5:67). */
export const changeMotion = (deps: Deps, who: Who, input: ChangeMotion & Change, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { id: input.id, meetingId: input.meetingId, act: `motion: ${input.do}` },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const { itemId, motionId: aboutId } = input
      const known = input.do === 'rule' ? item.value.motions : standing(item.value)
      const put = item.value.questions.some((q) => q.alternatives.includes(aboutId))
      const refusals = [
        ...(known.some((m) => m.id === aboutId) ? [] : [{ code: 'motion.unknown', text: words.motionUnknown }]),
        ...(put ? [{ code: 'motion.put', text: words.debateClosed }] : []),
        ...(input.do === 'rule' && !input.why.trim() ? [{ code: 'motion.why', field: 'why', law: 'KL 5:57', text: words.whyNeeded }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      switch (input.do) {
        case 'join':
          return granted({
            facts: [{ kind: 'joined' as const, itemId, aboutId, data: { personIds: [...input.personIds], parties: [...(input.parties ?? [])] } }],
          })
        case 'withdraw':
          return granted({ facts: [{ kind: 'motion_withdrawn' as const, itemId, aboutId, data: {} }] })
        case 'rule':
          return granted({
            facts: [{ kind: 'ruling' as const, itemId, aboutId, data: { ruling: input.ruling, why: input.why.trim(), law: input.law ?? 'KL 5:57' } }],
          })
      }
    },
    options,
  )
