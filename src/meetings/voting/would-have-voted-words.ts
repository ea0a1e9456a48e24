import type { Text } from '../../kernel/text.ts'
import { takenVotes } from '../documents/vote-blocks.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { meaningOf, movers } from './sentences.ts'
import type { Settled } from './would-have-voted.ts'

/** Of which vote it is, where the item has several; empty of the only one, and of what was found without a vote. */
const ofVote = (item: ItemRecord, aboutId: string): Text => {
  const taken = takenVotes(item)
  const no = taken.findIndex((vote) => vote.id === aboutId) + 1
  return no > 0 && taken.length > 1 ? { sv: ` i omröstning ${no}`, en: ` in vote ${no}` } : { sv: '', en: '' }
}

/** What one would have done: 'röstat för ändringsyrkandet från V i omröstning 2', 'avstått'. */
export const wouldHave = (record: MeetingRecord, item: ItemRecord, { id, points }: Pick<Settled, 'id' | 'points'>, alternative: string): Text => {
  const where = ofVote(item, id)
  if (alternative === 'abstain') return { sv: `avstått${where.sv}`, en: `abstained${where.en}` }
  const meaning = meaningOf(record, item, alternative, points)
  return { sv: `röstat för ${meaning.sv}${where.sv}`, en: `voted for ${meaning.en}${where.en}` }
}

/** How those without vote would have voted, a sentence for each alternative, in the order they were noted. */
export const wouldHaveVotedLines = (record: MeetingRecord, item: ItemRecord): readonly Text[] => {
  const key = ({ aboutId, alternative }: ItemRecord['wouldHaveVoted'][number]): string => `${aboutId} ${alternative}`
  return [...new Set(item.wouldHaveVoted.map(key))].flatMap((one) => {
    const noted = item.wouldHaveVoted.filter((w) => key(w) === one)
    const [first] = noted
    if (!first) return []
    const who = (and: string): string => movers(record, { personIds: noted.map((w) => w.personId), parties: [] }, and)
    const did = wouldHave(record, item, { id: first.aboutId, points: first.points }, first.alternative)
    return [{ sv: `${who('och')} hade inte rösträtt men skulle ha ${did.sv}.`, en: `${who('and')} had no vote but would have ${did.en}.` }]
  })
}
