import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { isListVote } from '../election/round.ts'
import { outcomeOf } from '../voting/explain-vote.ts'
import { meaningsOf } from '../voting/sentences.ts'
import { openVoteOf } from '../voting/procedure.ts'
import { goingWords, titleOf } from './parts.tsx'
import { pageWords as words } from './words.ts'

const named = (view: View, item: ItemRecord): string => `${item.paragraph ? `§\u00a0${item.paragraph} ` : ''}${titleOf(item, view)}`

/** What a vote that is going on or over in the item says, or nothing. */
const ofVote = (view: View, record: MeetingRecord, item: ItemRecord): string => {
  const { t } = view
  const vote = openVoteOf(item)
  if (vote) {
    const { yes, no } = meaningsOf(record, item, vote)
    const meaning = vote.candidates ? '' : ` ${t(words.meaning(t(yes), t(no)))}`
    return ` ${t(goingWords(vote))}.${meaning}`
  }
  const last = item.votes.findLast((v) => v.state === 'closed' && v.result && !isListVote(item, v))
  const outcome = last && outcomeOf(record, item, last)
  return outcome ? ` ${t(outcome)}` : ''
}

/**
 * Where the meeting stands, in a sentence or two, for who listens: an item is taken up, a vote is opened, its result, how the item ended.
 * It says nothing of each ballot that comes, and so speaks only when something has happened.
 */
export const Heard = ({ view, record }: { readonly view: View; readonly record: MeetingRecord }) => {
  const { t } = view
  const open = record.items.find((i) => i.state === 'open')
  const last = record.items
    .filter((i) => i.closed !== null)
    .toSorted((a, b) => (a.closed?.no ?? 0) - (b.closed?.no ?? 0))
    .at(-1)
  const says = open
    ? `${t(words.isUp(named(view, open)))}${ofVote(view, record, open)}`
    : last
      ? `${named(view, last)}: ${last.outcome ? t(words.outcome[last.outcome.outcome]) : ''}.`
      : ''
  return (
    <p id="heard" className="vh" role="status">
      {record.state === 'open' ? says : record.closedAt ? t(words.isOver) : ''}
    </p>
  )
}
