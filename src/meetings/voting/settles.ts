import type { Text } from '../../kernel/text.ts'
import type { Alternative, ItemRecord, MeetingRecord, Question } from '../record/record.ts'
import { samePoints } from './parts.ts'
import { meaningOf } from './sentences.ts'

type Settling = Pick<Question, 'stage' | 'alternatives' | 'points'>

/**
 * What a proposition settles: the matter itself, or only what stands in the next one. With elimination those that compete to be the
 * counter-proposal settle no more than that, nor does a round of a ladder but the last. The minutes must not call that a decision.
 */
export const settles = (item: Pick<ItemRecord, 'orders'>, question: Settling | undefined): 'matter' | 'counter' | 'round' => {
  if (question?.stage === 'counter') return 'counter'
  const order = item.orders.findLast((o) => o.stage === 'main' && o.approved && samePoints(o.points, question?.points))
  const last = order?.alternatives.at(-1)
  const ladder = question?.stage === 'main' && order?.way === 'ladder' && order.alternatives.length > 2
  return ladder && last !== undefined && !question.alternatives.includes(last) ? 'round' : 'matter'
}

/** An alternative as it reads out of its question: rejection says of what, also of which addition. */
export const wonIn = (record: MeetingRecord, item: ItemRecord, question: Settling | undefined, won: Alternative): Text => {
  const addition = question?.stage === 'addition' ? question.alternatives.find((a) => a !== 'reject') : undefined
  if (won !== 'reject' || !question || question.points !== null) return meaningOf(record, item, won, question?.points ?? null)
  const of = addition === undefined ? { sv: 'förslaget', en: 'the proposal' } : meaningOf(record, item, addition)
  return { sv: `avslag på ${of.sv}`, en: `rejection of ${of.en}` }
}

/** What the chair finds, after 'The chair finds': 'that the proposal of A is carried', 'that the motion of B is the counter-proposal'. */
export const findingOf = (record: MeetingRecord, item: ItemRecord, question: Settling, found: string): Text => {
  const { sv, en } = wonIn(record, item, question, found)
  switch (settles(item, question)) {
    case 'counter':
      return { sv: `att ${sv} är motförslag`, en: `that ${en} is the counter-proposal` }
    case 'round':
      return { sv: `att ${sv} går vidare`, en: `that ${en} goes on` }
    case 'matter':
      return found === 'today' || found === 'reject' ? { sv, en } : { sv: `bifall till ${sv}`, en: `for ${en}` }
  }
}
