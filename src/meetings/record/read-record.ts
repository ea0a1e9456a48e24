import { day } from '../../kernel/day.ts'
import { conflictsOf, keepsAway, participantsAt, presenceOf, servingOf } from '../attendance/attendance.ts'
import { standsAfterConflict } from '../debate/stands-after-conflict.ts'
import { readRounds } from '../election/round.ts'
import type { Fact, FactKind } from './fact.ts'
import { momentOf, readJournal } from './journal.ts'
import type { ItemRecord, MeetingHead, MeetingRecord, Motion, Question, Remark, Seat, Vote } from './record.ts'

/** An item as the agenda has it. */
export type ItemHead = Pick<
  ItemRecord,
  | 'id'
  | 'order'
  | 'paragraph'
  | 'title'
  | 'kind'
  | 'secrecy'
  | 'announced'
  | 'prepared'
  | 'exempt'
  | 'minorityUsed'
  | 'case'
  | 'proposal'
  | 'listed'
  | 'state'
  | 'version'
  | 'decision'
  | 'immediate'
>

/** A vote's voters and ballots, as its tables have them. */
export interface VoteRows {
  readonly id: string
  readonly secret: boolean
  readonly changeable: boolean
  readonly state: Vote['state']
  readonly voters: readonly string[]
  readonly ballots: Vote['ballots']
  readonly cast: readonly string[]
}

interface Source {
  readonly head: MeetingHead
  readonly roster: readonly Seat[]
  readonly items: readonly ItemHead[]
  readonly facts: readonly Fact[]
  readonly votes: readonly VoteRows[]
  readonly names: Readonly<Record<string, string>>
}

type Of<K extends FactKind> = Extract<Fact, { kind: K }>
const only = <K extends FactKind>(facts: readonly Fact[], kind: K): readonly Of<K>[] => facts.filter((f): f is Of<K> => f.kind === kind)

/** The record: what the journal says when it is read from beginning to end. Pure. */
export const readRecord = ({ head, roster, items, facts, votes, names }: Source): MeetingRecord => {
  const { journal, corrections } = readJournal(facts)
  const there = { roster, presence: presenceOf(journal), serving: servingOf(journal), variants: head.variants, body: head.body }
  const held = (kind: 'presides' | 'secretary') => only(journal, kind).flatMap((f) => (f.personId ? [{ personId: f.personId, from: momentOf(f) }] : []))
  return {
    ...head,
    ...there,
    names,
    presiding: held('presides'),
    secretaries: held('secretary'),
    adjusters: only(journal, 'adjuster').flatMap((f) => (f.personId ? [{ ...f.data, personId: f.personId }] : [])),
    others: only(journal, 'attends').flatMap((f) => (f.personId ? [{ personId: f.personId, as: f.data.as, from: momentOf(f) }] : [])),
    pauses: only(journal, 'paused').map((f) => {
      const resumed = journal.find((g) => g.kind === 'resumed' && g.no > f.no)
      return { from: momentOf(f), to: resumed ? momentOf(resumed) : null, why: f.data.why ?? null }
    }),
    items: items.toSorted((a, b) => a.order - b.order).map((item) => readItem(item, journal, there, votes, head.seq)),
    corrections,
    journal,
  }
}

const readItem = (
  item: ItemHead,
  journal: readonly Fact[],
  there: Parameters<typeof participantsAt>[0] & Pick<MeetingHead, 'variants' | 'body'>,
  votes: readonly VoteRows[],
  seq: number,
): ItemRecord => {
  const facts = journal.filter((f) => f.itemId === item.id)
  const opened = only(facts, 'item_opened').at(-1)
  const closed = only(facts, 'item_closed').at(-1)
  const conflicts = conflictsOf(facts)
  const away = new Set(conflicts.filter(keepsAway).map((c) => c.personId))
  const moment = closed ? closed.no - 1 : seq
  const questions = only(facts, 'question').map((f) => readQuestion(f, facts))
  const held = only(facts, 'vote_opened').flatMap((f) => readVote(f, facts, votes))
  return {
    ...item,
    proposal: { ...item.proposal, clauses: shaped(item.proposal.clauses, facts, 'proposal') },
    outcome: closed?.data ?? null,
    opened: opened ? momentOf(opened) : null,
    closed: closed ? momentOf(closed) : null,
    urgent: only(facts, 'urgent_admitted').at(-1)?.data ?? null,
    conflicts,
    speakers: only(facts, 'spoke').flatMap((f) => f.personId ?? []),
    motions: only(facts, 'motion').map((f) => standsAfterConflict(there.body, readMotion(f, facts), conflicts, questions)),
    debateClosed: only(facts, 'debate_closed').length > 0,
    oneByOne: only(facts, 'one_by_one').at(-1)?.data.points ?? null,
    orders: only(facts, 'order').map((f) => ({ ...f.data, factId: f.id, at: momentOf(f) })),
    questions,
    votes: held,
    rounds: readRounds(facts, held, there.variants),
    variants: there.variants,
    lots: only(facts, 'lot').map((f) => ({ ...f.data, factId: f.id })),
    elected: only(facts, 'elected').at(-1)?.data.persons ?? [],
    reservations: only(facts, 'reservation').map((f) => remark(f, facts, f.data.motionId ?? null, f.data.points)),
    notes: only(facts, 'note').map((f) => remark(f, facts, null)),
    statements: only(facts, 'statement').map((f) => remark(f, facts, null)),
    wouldHaveVoted: only(facts, 'would_have_voted').flatMap((f) => wouldHaveVoted(f, questions, held)),
    participants: opened ? participantsAt(there, moment, away, item.id) : [],
  }
}

/** The clauses with what was told of what each does, the last word of each counting. */
const shaped = (clauses: ItemRecord['proposal']['clauses'], facts: readonly Fact[], of: string): ItemRecord['proposal']['clauses'] => {
  const told = only(facts, 'clause_shaped').filter((f) => f.data.of === of)
  return clauses.map((clause) => told.findLast((f) => f.data.clause.no === clause.no)?.data.clause ?? clause)
}

const readMotion = (fact: Of<'motion'>, facts: readonly Fact[]): Omit<Motion, 'conflicted' | 'fallen'> => {
  const joined = only(facts, 'joined').filter((f) => f.aboutId === fact.id)
  const withdrawn = facts.find((f) => f.kind === 'motion_withdrawn' && f.aboutId === fact.id)
  return {
    ...fact.data,
    clauses: shaped(fact.data.clauses, facts, fact.id),
    personIds: [...new Set([...fact.data.personIds, ...joined.flatMap((j) => j.data.personIds)])],
    parties: [...new Set([...fact.data.parties, ...joined.flatMap((j) => j.data.parties)])],
    id: fact.id,
    from: momentOf(fact),
    withdrawn: withdrawn ? momentOf(withdrawn) : null,
    ruling: only(facts, 'ruling').findLast((f) => f.aboutId === fact.id)?.data ?? null,
  }
}

const readQuestion = (fact: Of<'question'>, facts: readonly Fact[]): Question => {
  const requests = facts.filter((f) => f.kind === 'vote_requested' && f.aboutId === fact.id)
  return {
    ...fact.data,
    points: fact.data.points ?? null,
    id: fact.id,
    found: only(facts, 'finding').findLast((f) => f.aboutId === fact.id)?.data.found ?? null,
    voteRequested: requests.length > 0,
    requestedBy: requests.flatMap((f) => f.personId ?? []),
    at: momentOf(fact),
  }
}

const readVote = (fact: Of<'vote_opened'>, facts: readonly Fact[], rows: readonly VoteRows[]): readonly Vote[] => {
  const row = rows.find((v) => v.id === fact.id)
  if (!row) return []
  const result = only(facts, 'vote_closed').findLast((f) => f.aboutId === fact.id)?.data ?? null
  const corrected = new Map(result?.corrected?.map((c) => [c.personId, c.choice]))
  const ballots = [
    ...row.ballots.filter((b) => !corrected.has(b.personId)),
    ...[...corrected].flatMap(([personId, choice]) => (choice === 'absent' ? [] : [{ personId, choice }])),
  ]
  return [{ ...fact.data, ...row, ballots, questionId: fact.aboutId, result, at: momentOf(fact) }]
}

const wouldHaveVoted = (fact: Of<'would_have_voted'>, questions: readonly Question[], votes: readonly Vote[]): ItemRecord['wouldHaveVoted'] => {
  const { personId, aboutId } = fact
  if (!personId || !aboutId) return []
  const asked = votes.find((v) => v.id === aboutId)?.questionId ?? aboutId
  return [{ factId: fact.id, personId, aboutId, alternative: fact.data.alternative, points: questions.find((q) => q.id === asked)?.points ?? null }]
}

const remark = (
  fact: Of<'reservation'> | Of<'note'> | Of<'statement'>,
  facts: readonly Fact[],
  motionId: string | null,
  points: readonly number[] = [],
): Remark => ({
  factId: fact.id,
  personIds: fact.data.personIds,
  parties: fact.data.parties,
  motionId,
  points,
  text: fact.data.text,
  motivation: only(facts, 'motivation').findLast((f) => f.aboutId === fact.id)?.data.text ?? null,
  dated: fact.kind === 'statement' && fact.data.day ? day(fact.data.day) : null,
  at: momentOf(fact),
})
