import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { OrderWay } from '../record/fact.ts'
import type { Alternative } from '../record/record.ts'
import { words } from '../words.ts'
import { mainAlternatives, nextStep } from './procedure.ts'

export interface ApproveOrder {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** In what order the chair puts them: all main alternatives, or all those of the part at hand, each once. */
  readonly alternatives: readonly Alternative[]
  /** Another way than the system's, where the meeting so decides. */
  readonly way?: OrderWay
}

/**
 * The meeting approves the order of propositions, which the minutes tell (KL 5:67). The order itself is the chair's to propose,
 * and the meeting may decide another. */
export const approveOrder = (deps: Deps, who: Who, input: ApproveOrder, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'order of propositions' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const step = nextStep(item.value)
      const ofPart = step.do === 'order' && step.points !== null ? step : null
      if (item.value.oneByOne !== null && !ofPart) return refused({ code: 'order.not_next', text: words.notNext })
      const main = ofPart?.alternatives ?? mainAlternatives(item.value)
      const given = [...new Set(input.alternatives)]
      if (given.length !== main.length || !given.every((a) => main.includes(a)))
        return refused({ code: 'order.alternatives', field: 'alternatives', text: words.alternativeUnknown })
      const data = {
        stage: 'main' as const,
        alternatives: given,
        approved: true,
        ...(input.way ? { way: input.way } : {}),
        ...(ofPart?.points ? { points: [...ofPart.points] } : {}),
      }
      return granted({ facts: [{ kind: 'order' as const, itemId: input.itemId, data }] })
    },
    options,
  )
