import { refused } from '../../kernel/refusal.ts'
import type { Doing, Sent } from '../desk-acts.ts'
import { loadRecord } from '../record/record-store.ts'
import { openVote } from '../voting/open-vote.ts'
import { countBallots } from './count-ballots.ts'
import { demandProportional } from './demand-proportional.ts'
import { drawElectionLot } from './draw-election-lot.ts'
import { handInLists } from './hand-in-lists.ts'
import { readBallots, readCount, readLists, readNames } from './read-lists.ts'
import { type Ballots, roundAtHand, roundsOf } from './round.ts'

const faults = ['not_closed', 'form', 'no_label'] as const

const handIn: Doing = (deps, who, sent) => {
  const lists = readLists(sent.one('lists'))
  return lists.ok ? handInLists(deps, who, { ...sent, lists: lists.value }) : Promise.resolve(lists)
}

/** The ballots as the form has them: a number for each list handed in (`list0` …), for each kind of invalid ones, and others in lines. */
const count: Doing = async (deps, who, sent) => {
  const record = await loadRecord(deps.store, sent.meetingId)
  const item = record?.items.find((i) => i.id === sent.itemId)
  const lists = (item && roundAtHand(item)?.lists) ?? []
  const numbers = [...lists.map((_, i) => `list${i}`), ...faults].map((field) => readCount(sent.one(field), field))
  const other = readBallots(sent.one('other'))
  const wrong = [...numbers, other].flatMap((read) => (read.ok ? [] : read.refusals))
  if (wrong.length > 0 || !other.ok) return refused(...wrong)
  const given = numbers.map((read) => (read.ok ? read.value : 0))
  return countBallots(deps, who, {
    ...sent,
    ballots: [...lists.map((list, i): Ballots['ballots'][number] => ({ ...list, count: given[i] ?? 0 })), ...other.value],
    invalid: faults.map((why, i) => ({ why, count: given[lists.length + i] ?? 0 })),
    ineligible: [...readNames(sent.one('ineligible'))],
  })
}

const demand: Doing = (deps, who, sent: Sent) =>
  demandProportional(deps, who, {
    ...sent,
    of: roundsOf.find((of) => of === sent.one('of')) ?? 'members',
    seats: Number(sent.one('seats').trim() || Number.NaN),
    personIds: sent.all('personIds'),
  })

/** What the forms of proportional elections do at the desk. */
export const electionActs: Readonly<Record<string, Doing>> = {
  demand,
  lists: handIn,
  list_vote: (deps, who, sent, options) => openVote(deps, who, { ...sent, way: 'device' }, options),
  count,
  election_lot: (deps, who, sent, options) => drawElectionLot(deps, who, { ...sent, drawn: sent.pressed }, options),
}
