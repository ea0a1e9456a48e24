import { openCaseIn } from '../cases/open-case.ts'
import { type Deps, transact } from '../database/transact.ts'
import { keepDecisionDraft } from '../decisions/change-draft.ts'
import type { DecisionDraft } from '../decisions/draft.ts'
import type { Day } from '../kernel/day.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { electWords } from '../organisation/elect-words.ts'
import type { OrgNode } from '../organisation/tree.ts'
import type { ElectedPlace } from '../rulebook/election/eligible.ts'
import { addItem } from '../meetings/agenda/add-item.ts'
import { loadHead } from '../meetings/record/record-store.ts'
import { words } from './words.ts'
import { named, type Vacancy } from './vacancy-store.ts'

interface ByElection {
  /** Made where the form is: sent twice it is done once. */
  readonly id: string
  readonly body: OrgNode
  readonly vacancy: Vacancy
  /** 'Asta Ek (S)'; '' where nobody is nominated yet. */
  readonly nominated: string
}

/** From what day the new one holds the place: when it is free, and not before the decision. */
const startOf = ({ left }: Vacancy, decided: Day): Day => (left.to > decided ? left.to : decided)

/** A substitute who enters takes the place of a member; the office is elected to by itself (KL 6:21). */
const placeOf = ({ place, ruled }: Vacancy): ElectedPlace => (ruled.value?.remedy === 'substitute_enters' ? 'member' : place)

const dataOf = ({ body, vacancy, nominated }: ByElection, decided: Day) => ({
  body: body.id,
  role: placeOf(vacancy),
  persons: nominated.trim(),
  instead: named(vacancy.left),
  from: startOf(vacancy, decided),
})

const wordingOf = ({ body, vacancy, nominated }: ByElection): string =>
  `till ${electWords.place(placeOf(vacancy)).sv} i ${body.name.sv} efter ${named(vacancy.left)} välja ${nominated.trim() || '…'}`

/** Puts a by-election on the agenda of a meeting to come of the body that elects; what is elected there gives the place. Elections need no preparation (KL 5:29). */
export const putOnAgenda = async (
  deps: Deps,
  who: Who,
  input: ByElection & { readonly meetingId: string; readonly caseId?: string },
): Promise<Verdict<{ readonly id: string }>> => {
  const meeting = await loadHead(deps.store, input.meetingId)
  if (!meeting || meeting.body.id !== input.vacancy.elector?.id) return refused({ code: 'by_election.meeting', field: 'meeting', text: words.chooseMeeting })
  return addItem(deps, who, {
    id: input.id,
    meetingId: meeting.id,
    caseId: input.caseId ?? null,
    title: words.itemTitle(placeOf(input.vacancy), input.body.name, named(input.vacancy.left)).sv,
    kind: 'election',
    prepared: false,
    exempt: 'election',
    proposal: {
      from: '',
      text: '',
      clauses: [{ no: 1, kind: 'elect', text: wordingOf(input), data: dataOf(input, meeting.day) }],
      receivers: [{ nodeId: input.body.id, demandsAction: false, what: null }],
    },
  })
}

/**
 * Opens a case for the by-election at the body that elects, under the form's own identity, and puts it on the agenda of a meeting where
 * one is chosen: the nominations and letters of the matter are kept in it.
 */
export const openByElectionCase = (
  deps: Deps,
  who: Who,
  input: ByElection & { readonly meetingId: string | null },
  today: Day,
): Promise<Verdict<{ readonly id: string }>> =>
  transact(deps, { actor: actorFor(who, {}), act: 'open case' }, async (tx) => {
    const { elector, left } = input.vacancy
    if (!elector) return refused({ code: 'by_election.elector', text: electWords.noVoters })
    if (await tx.selectFrom('thing').select('id').where('id', '=', input.id).executeTakeFirst()) return granted({ id: input.id })
    const opened = await openCaseIn(
      tx,
      deps,
      who,
      {
        id: input.id,
        nodeId: elector.id,
        title: words.itemTitle(placeOf(input.vacancy), input.body.name, named(left)).sv,
        opened: today,
        party: { name: input.body.name.sv, role: 'concerned' },
        secrecy: null,
      },
      {},
    )
    if (!opened.ok || input.meetingId === null) return opened
    const put = await putOnAgenda({ ...deps, store: tx }, who, { ...input, id: deps.ids.next(), meetingId: input.meetingId, caseId: input.id })
    return put.ok ? granted({ id: input.id }) : put
  })

/** Begins a decision of the body that elects, with the election as its clause: for those who register it without a meeting here. */
export const draftByElection = async (deps: Deps, personId: string, input: ByElection, today: Day): Promise<Verdict<{ readonly id: string }>> => {
  const { elector } = input.vacancy
  if (!elector) return refused({ code: 'by_election.elector', text: electWords.noVoters })
  const title = words.itemTitle(placeOf(input.vacancy), input.body.name, named(input.vacancy.left)).sv
  const typed = Object.fromEntries(Object.entries({ ...dataOf(input, today), text: wordingOf(input) }).map(([name, value]) => [name, [value]]))
  const draft: DecisionDraft = {
    id: input.id,
    head: { body: [elector.id], day: [today], title: [title], by: ['body'] },
    clauses: [{ id: deps.ids.next(), kind: 'elect', target: null, typed }],
    receivers: null,
  }
  return (await keepDecisionDraft(deps, personId, draft)) ? granted({ id: draft.id }) : refused({ code: 'draft.too_many', text: words.tooManyDrafts })
}
