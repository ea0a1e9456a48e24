import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words } from '../words.ts'
import { nextStep } from './procedure.ts'

export interface NoteFinding {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly found: string
}

/** The chair finds what is carried, by the answers heard (KL 5:53). What is heard is the chair's to judge; whoever doubts it asks for a vote. */
export const noteFinding = (deps: Deps, who: Who, input: NoteFinding, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'finding' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const step = nextStep(item.value)
      if (step.do !== 'find') return refused({ code: 'finding.not_next', text: words.notNext })
      if (!step.question.alternatives.includes(input.found)) return refused({ code: 'finding.unknown', field: 'found', text: words.alternativeUnknown })
      return granted({ facts: [{ kind: 'finding' as const, itemId: input.itemId, aboutId: step.question.id, data: { found: input.found } }] })
    },
    options,
  )
