import { sql } from 'kysely'
import type { Deps } from '../../database/transact.ts'
import { longDay } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { electWords } from '../../organisation/elect-words.ts'
import { isBody, type OrgNode, type Tree, treeRoot } from '../../organisation/tree.ts'
import { electedBodies, electorOf, type ElectedPlace, electedPlaces } from '../../rulebook/election/eligible.ts'
import { addItem } from '../agenda/add-item.ts'
import type { Proposal } from '../agenda/proposal.ts'
import { loadHead } from '../record/record-store.ts'
import type { MeetingHead } from '../record/record.ts'
import { words as meetingWords } from '../words.ts'
import { onAgenda } from './prepare-agenda.ts'
import { words } from './words.ts'

export interface PutElection {
  /** Made where the form is: sent twice it is done once. */
  readonly id: string
  readonly meetingId: string
  /** An election that is on the agenda already; null for a new item. */
  readonly itemId: string | null
  readonly bodyId: string
  readonly place: string
  /** Who are nominated, one a line; '' where it is left to the meeting. */
  readonly nominated: string
}

/** Does the meeting's body elect to the place in the body? KL 4:3, 5:1, 5:11, 6:16, 6:42. */
const elects = (tree: Tree, by: string, body: OrgNode, place: ElectedPlace): boolean => {
  const elector = electorOf(electedBodies.find((k) => k === body.kind) ?? 'board', place)
  if (elector === 'voters') return false
  if (elector === 'board') return body.parentId === by
  return tree.get(by)?.kind === 'council' && treeRoot(tree, by) === treeRoot(tree, body.id)
}

/** The bodies that a body elects to, for choosing one. */
export const electedBy = (tree: Tree, by: string): readonly OrgNode[] =>
  tree.nodes.filter((node) => isBody(node.kind) && electedPlaces.some((place) => elects(tree, by, node, place)))

const proposalOf = (meeting: MeetingHead, body: OrgNode, place: ElectedPlace, nominated: string): Proposal => {
  const persons = nominated.trim()
  const named = persons === '' ? '…' : persons.split(/\r?\n/).join(', ')
  return {
    from: '',
    text: '',
    clauses: [
      {
        no: 1,
        kind: 'elect',
        text: `till ${electWords.place(place).sv} i ${body.name.sv} från ${longDay(meeting.day, 'sv')} välja ${named}`,
        data: { body: body.id, role: place, persons, from: meeting.day },
      },
    ],
    receivers: [{ nodeId: body.id, demandsAction: false, what: null }],
  }
}

/**
 * Puts an election on the agenda, or tells what one that stands there concerns: to which place in which body. What is elected at the meeting
 * then gives the places. Elections need no preparation (KL 5:29).
 */
export const putElection = async (deps: Deps, who: Who, tree: Tree, input: PutElection): Promise<Verdict<{ readonly id: string }>> => {
  const meeting = await loadHead(deps.store, input.meetingId)
  const body = tree.get(input.bodyId)
  const place = electedPlaces.find((p) => p === input.place)
  const wrong: Refusal[] = []
  if (!meeting) wrong.push({ code: 'meeting.unknown', text: meetingWords.unknownMeeting })
  if (!body) wrong.push({ code: 'election.body', field: 'body', text: words.chooseBody })
  if (!place) wrong.push({ code: 'election.place', field: 'place', text: words.choosePlace })
  if (!meeting || !body || !place) return refused(...wrong)
  if (!elects(tree, meeting.body.id, body, place))
    return refused({ code: 'election.elector', field: 'body', law: 'KL 5:1, 5:11, 6:16, 6:42', text: words.electsNot(meeting.body.name, body.name) })
  const proposal = proposalOf(meeting, body, place, input.nominated)
  const title = `Val av ${electWords.place(place).sv} i ${body.name.sv}`
  if (input.itemId === null)
    return addItem(deps, who, { id: input.id, meetingId: meeting.id, caseId: null, title, kind: 'election', prepared: false, exempt: 'election', proposal })
  const { itemId } = input
  return onAgenda(deps, who, { meetingId: meeting.id, act: 'what the election concerns' }, async (tx, _, items) => {
    if (!items.some((item) => item.id === itemId)) return refused({ code: 'item.unknown', text: meetingWords.unknownItem })
    await tx
      .updateTable('agenda_item')
      .set({ kind: 'election', exempt: 'election', proposal: JSON.stringify(proposal), version: sql`version + 1` })
      .where('id', '=', itemId)
      .execute()
    return granted({ id: itemId })
  })
}
