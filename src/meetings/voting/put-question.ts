import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem, whileSitting } from '../act.ts'
import { quorumNow } from '../attendance/there.ts'
import { words } from '../words.ts'
import { nextStep } from './procedure.ts'
import { sentenceOf } from './sentences.ts'

export interface PutQuestion {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** What the chair finds carried by acclamation; it may be noted in the same breath. */
  readonly found?: string
}

/** The chair puts the proposition that stands next, and may at once find its outcome. Only where the body is quorate (KL 5:45, 6:27). */
export const putQuestion = (deps: Deps, who: Who, input: PutQuestion, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'proposition' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const step = nextStep(item.value)
      if (step.do !== 'ask') return refused({ code: 'question.not_next', text: words.notNext })
      const quorum = quorumNow(record, item.value)
      const { found, itemId } = input
      const refusals = [
        ...whileSitting(record),
        ...(quorum.ok ? [] : quorum.refusals),
        ...(found !== undefined && !step.alternatives.includes(found) ? [{ code: 'finding.unknown', field: 'found', text: words.alternativeUnknown }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const { stage, alternatives, points } = step
      const data = { stage, alternatives: [...alternatives], words: sentenceOf(record, item.value, step).sv, ...(points ? { points: [...points] } : {}) }
      return granted({
        facts: [
          { kind: 'question' as const, itemId, data },
          ...(found === undefined ? [] : [{ kind: 'finding' as const, itemId, aboutId: input.id, data: { found } }]),
        ],
      })
    },
    options,
  )
