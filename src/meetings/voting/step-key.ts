import { createHash } from 'node:crypto'
import { composeDecision } from '../debate/compose-decision.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { nextStep, type Step } from './procedure.ts'

const partsOf = (item: ItemRecord, step: Step): readonly unknown[] => {
  switch (step.do) {
    case 'close_debate':
      return []
    case 'order':
      return [step.stage, step.alternatives, step.points]
    case 'ask':
      // One that stands alone is found and decided in the same breath: then the words of what is decided belong to it.
      return [step.stage, step.alternatives, step.points, step.alternatives.length === 1 ? composeDecision(item, step.alternatives[0] ?? '', []) : null]
    case 'find':
      return [step.question.id]
    case 'open_vote':
      return [step.question.id, step.yes, step.no]
    case 'close_vote':
    case 'lot':
      return [step.vote.id]
    case 'count':
    case 'election_lot':
      return [step.round.id]
    case 'postpone':
      return [step.motion.id]
    case 'decide':
      return [composeDecision(item, step.winner, step.additions)]
  }
}

/** What a form of the desk was drawn for: which item, which step of it, and what the gavel would decide. The same as long as none of it changes. */
export const stepKey = (item: ItemRecord): string => {
  const step = nextStep(item)
  const told = JSON.stringify([step.do, ...partsOf(item, step)])
  return `${item.id} ${createHash('sha256').update(told).digest('base64url').slice(0, 16)}`
}

/** Has the step of the item at hand become another than the one that a form was drawn for? An item that is closed is told by the act itself. */
export const isStale = (record: Pick<MeetingRecord, 'items'>, seen: string): boolean => {
  const open = record.items.find((i) => i.state === 'open')
  return open !== undefined && seen.startsWith(`${open.id} `) && stepKey(open) !== seen
}
