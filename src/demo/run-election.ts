import type { Deps } from '../database/transact.ts'
import { takingPart } from '../meetings/attendance/there.ts'
import { countBallots } from '../meetings/election/count-ballots.ts'
import { demandProportional } from '../meetings/election/demand-proportional.ts'
import { drawElectionLot } from '../meetings/election/draw-election-lot.ts'
import { handInLists } from '../meetings/election/hand-in-lists.ts'
import { countSlips } from '../meetings/voting/count-slips.ts'
import { openVote } from '../meetings/voting/open-vote.ts'
import type { Told } from '../meetings/voting/slips.ts'
import { loadRecord } from '../meetings/record/record-store.ts'
import { loader, must } from './event.ts'

export interface ElectStep {
  readonly do: 'proportional'
  readonly seats: number
  /** The parties whose members demand it. */
  readonly demanded: readonly string[]
  readonly lists: readonly { readonly label: string; readonly names: string[]; readonly count: number }[]
  readonly blank: number
  /** The lists that the lots gave. */
  readonly lots: readonly string[]
}

/** A closed vote on slips, of one between those with counts. */
export interface SlipsStep {
  readonly do: 'slips'
  readonly counts: readonly Told[]
  readonly written: readonly Told[]
  readonly blank: number
  readonly unclear: number
}

interface On {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
}

/** A proportional election as it went: demanded, the lists, the ballots counted, the lots. */
export const runElection = async (deps: Deps, step: ElectStep, on: On, at: () => { readonly bySystem: true; readonly at: Date }): Promise<void> => {
  const record = await loadRecord(deps.store, on.meetingId)
  const item = record?.items.find((i) => i.id === on.itemId)
  if (!record || !item) throw new Error(`no item ${on.itemId}`)
  const party = (id: string): string => record.roster.find((s) => s.personId === id)?.party ?? ''
  const personIds = takingPart(record, item).flatMap((p) => (step.demanded.includes(party(p.personId)) ? p.personId : []))
  const next = () => ({ ...on, id: deps.ids.next() })
  must('demand', await demandProportional(deps, loader, { ...on, of: 'members', seats: step.seats, personIds }, at()))
  must('lists', await handInLists(deps, loader, { ...next(), lists: step.lists.map(({ label, names }) => ({ label, names })) }, at()))
  const invalid = [{ why: 'no_label' as const, count: step.blank }]
  must('ballots', await countBallots(deps, loader, { ...next(), ballots: [...step.lists], invalid, ineligible: [] }, at()))
  for (const drawn of step.lots) must('lot', await drawElectionLot(deps, loader, { ...next(), drawn }, at()))
}

/** A vote on slips as it went: opened, and what the urn held. */
export const runSlips = async (deps: Deps, step: SlipsStep, on: On, at: () => { readonly bySystem: true; readonly at: Date }): Promise<void> => {
  const { counts, written, blank, unclear } = step
  must('slips', await openVote(deps, loader, { ...on, way: 'slips', candidates: counts.map(({ name }) => name) }, at()))
  const invalid = [{ why: 'unclear' as const, count: unclear }]
  must('slips counted', await countSlips(deps, loader, { ...on, id: deps.ids.next(), counts, written, blank, invalid }, at()))
}
