import { electionStep } from '../election/election-step.ts'
import type { Round } from '../election/round.ts'
import type { Stage } from '../record/fact.ts'
import type { Part } from '../../rulebook/voting/clause-by-clause.ts'
import type { Alternative, ItemRecord, Motion, Question, Vote } from '../record/record.ts'
import { partsOf, samePoints, standing } from './parts.ts'

/**
 * What the chair does next in an item. The order is practice built on KL 5:53–57: formal motions first, each by itself; then the
 * main alternatives with elimination (the one found stands, the others compete for the place against it), of the whole proposal or of
 * each part where its clauses are put one by one (`points`); then the additions.
 */
export type Step =
  | { readonly do: 'close_debate' }
  | { readonly do: 'order'; readonly stage: Stage; readonly alternatives: readonly Alternative[]; readonly points: readonly number[] | null }
  | { readonly do: 'ask'; readonly stage: Stage; readonly alternatives: readonly Alternative[]; readonly points: readonly number[] | null }
  | { readonly do: 'find'; readonly question: Question }
  | { readonly do: 'open_vote'; readonly question: Question; readonly yes: Alternative; readonly no: Alternative }
  | { readonly do: 'close_vote'; readonly vote: Vote }
  | { readonly do: 'lot'; readonly vote: Vote }
  | { readonly do: 'count'; readonly round: Round }
  | { readonly do: 'election_lot'; readonly round: Round; readonly among: readonly string[] }
  | { readonly do: 'postpone'; readonly motion: Motion }
  | { readonly do: 'decide'; readonly winner: Alternative; readonly additions: readonly string[] }

/** The alternatives that exclude each other: the proposal, its rejection where somebody moves it, and each amendment. */
export const mainAlternatives = (item: Pick<ItemRecord, 'motions' | 'proposal'>): readonly Alternative[] => {
  const motions = standing(item)
  const proposed = item.proposal.clauses.length > 0 || motions.some((m) => m.kind === 'approve')
  return [
    ...(proposed ? ['proposal'] : []),
    ...(motions.some((m) => m.kind === 'reject') ? ['reject'] : []),
    ...motions.filter((m) => m.kind === 'amend').map((m) => m.id),
  ]
}

/** What formal motions there are, tabling before referral, and what additions. */
export const formalMotions = (item: Pick<ItemRecord, 'motions'>): readonly Motion[] => {
  const motions = standing(item)
  return [...motions.filter((m) => m.kind === 'table'), ...motions.filter((m) => m.kind === 'refer')]
}
/** The motions that stand beside the main proposal and are put by themselves. */
export const additions = (item: Pick<ItemRecord, 'motions'>): readonly Motion[] => standing(item).filter((m) => m.kind === 'add' || m.kind === 'other')

/** The outcome of a set of alternatives so far: one of them, or the step that is missing. */
type Settled = { readonly settled: Alternative } | { readonly step: Step }

const sameSet = (a: readonly Alternative[], b: readonly Alternative[]): boolean => a.length === b.length && a.every((x) => b.includes(x))

/** COUNTER and BALLOT of the practice, as one recursion: the question on the set, and where a vote is asked for, against whom it goes. */
const settle = (item: ItemRecord, alternatives: readonly Alternative[], stage: Stage, points: readonly number[] | null = null): Settled => {
  const [one] = alternatives
  if (one !== undefined && alternatives.length === 1) return { settled: one }
  const question = item.questions.findLast((q) => samePoints(q.points, points) && sameSet(q.alternatives, alternatives))
  if (!question) return { step: { do: 'ask', stage, alternatives, points } }
  if (question.found === null) return { step: { do: 'find', question } }
  const { found } = question
  if (!question.voteRequested) return { settled: found }
  const counter = settle(
    item,
    alternatives.filter((a) => a !== found),
    stage === 'main' ? 'counter' : stage,
    points,
  )
  if ('step' in counter) return counter
  const vote = item.votes.findLast((v) => v.questionId === question.id && v.state !== 'void')
  const pair = stage === 'postpone' ? postponing(item, alternatives) : { yes: found, no: counter.settled }
  if (!vote) return { step: { do: 'open_vote', question, ...pair } }
  return voted(vote)
}

/** Practice: yes is that the item is decided today, whatever was found; or that it is postponed, where the rules of procedure say so. */
const postponing = ({ variants }: ItemRecord, alternatives: readonly Alternative[]): { readonly yes: Alternative; readonly no: Alternative } => {
  const motion = alternatives.find((a) => a !== 'today') ?? 'today'
  return variants.postponementYes === 'postpone' ? { yes: motion, no: 'today' } : { yes: 'today', no: motion }
}

const voted = (vote: Vote): Settled => {
  if (!vote.result) return { step: { do: 'close_vote', vote } }
  if (vote.result.outcome === 'tie') return { step: { do: 'lot', vote } }
  if (vote.result.outcome === 'minority') return { settled: vote.yes === 'today' ? vote.no : vote.yes }
  return { settled: vote.result.outcome === 'yes' ? vote.yes : vote.no }
}

/** The next step of an open item. Pure: what it says is worked out from what the record holds, and from nothing else. */
export const nextStep = (item: ItemRecord): Step => {
  const proportional = electionStep(item)
  if (proportional) return proportional
  const between = item.votes.findLast((v) => v.candidates && v.state !== 'void')
  if (between) {
    const outcome = voted(between)
    return 'step' in outcome ? outcome.step : { do: 'decide', winner: 'elected', additions: [] }
  }
  const formal = formalMotions(item)
  const main = mainAlternatives(item)
  const added = additions(item)
  const contested = formal.length > 0 || main.length > 1 || added.length > 0
  if (contested && !item.debateClosed) return { do: 'close_debate' }
  for (const motion of formal) {
    const outcome = settle(item, [motion.id, 'today'], 'postpone')
    if ('step' in outcome) return outcome.step
    if (outcome.settled === motion.id) return { do: 'postpone', motion }
  }
  const outcome = main.length === 0 ? { settled: 'today' } : partsOf(item) ? settleParts(item) : settleMain(item, main)
  if ('step' in outcome) return outcome.step
  const carried: string[] = []
  if (outcome.settled !== 'reject') {
    for (const motion of added) {
      const one = settle(item, [motion.id, 'reject'], 'addition')
      if ('step' in one) return one.step
      if (one.settled === motion.id) carried.push(motion.id)
    }
  }
  return { do: 'decide', winner: outcome.settled, additions: carried }
}

/** The order of the main alternatives, or of those of a part, that the meeting has approved, while it holds all that stand. */
export const approvedOrder = (item: Pick<ItemRecord, 'motions' | 'proposal' | 'orders'>, part: Part | null = null): ItemRecord['orders'][number] | null => {
  const among = part?.alternatives ?? mainAlternatives(item)
  return item.orders.findLast((o) => o.stage === 'main' && o.approved && samePoints(o.points, part?.points) && sameSet(o.alternatives, among)) ?? null
}

/** The main alternatives as the meeting has ordered them: by elimination, against a main proposal settled beforehand, or one after the other. */
const settleOrdered = (
  item: ItemRecord,
  { alternatives, way = 'elimination', points: some }: Pick<ItemRecord['orders'][number], 'alternatives' | 'way' | 'points'>,
): Settled => {
  const points = some ?? null
  const [first, ...rest] = alternatives
  if (way === 'elimination' || first === undefined || rest.length < 2) return settle(item, alternatives, 'main', points)
  if (way === 'fixed_main') {
    const counter = settle(item, rest, 'counter', points)
    return 'step' in counter ? counter : settle(item, [first, counter.settled], 'main', points)
  }
  let winner = first
  for (const next of rest) {
    const met = settle(item, [winner, next], 'main', points)
    if ('step' in met) return met
    winner = met.settled
  }
  return { settled: winner }
}

const settleMain = (item: ItemRecord, main: readonly Alternative[]): Settled => {
  if (main.length === 1) return settleAlone(item, main, null)
  const order = approvedOrder(item)
  return order ? settleOrdered(item, order) : { step: { do: 'order', stage: 'main', alternatives: main, points: null } }
}

/** A proposal that nobody speaks against is put by itself: the one question is whether it is approved. */
const settleAlone = (item: ItemRecord, alternatives: readonly Alternative[], points: readonly number[] | null): Settled => {
  const question = item.questions.findLast((q) => q.stage === 'main' && samePoints(q.points, points))
  if (!question) return { step: { do: 'ask', stage: 'main', alternatives, points } }
  return question.found === null ? { step: { do: 'find', question } } : { settled: question.found }
}

/** Between two the order follows from that they are put by themselves; between more the meeting approves it. */
const settlePart = (item: ItemRecord, part: Part): Settled => {
  const { alternatives, points } = part
  if (alternatives.length === 1) return settleAlone(item, alternatives, points)
  if (alternatives.length === 2) return settle(item, alternatives, 'main', points)
  const order = approvedOrder(item, part)
  return order ? settleOrdered(item, order) : { step: { do: 'order', stage: 'main', alternatives, points } }
}

/** Part by part, in their order; `points` where anything of it stands, and its rejection where all of it is rejected. */
const settleParts = (item: ItemRecord): Settled => {
  for (const part of partsOf(item) ?? []) {
    const one = settlePart(item, part)
    if ('step' in one) return one
  }
  return { settled: carriedInParts(item).every((a) => a === 'reject') ? 'reject' : 'points' }
}

/** What has carried in each part so far, in their order. */
export const carriedInParts = (item: ItemRecord): readonly Alternative[] =>
  (partsOf(item) ?? []).flatMap((part) => {
    const one = settlePart(item, part)
    return 'settled' in one ? [one.settled] : []
  })

/** The question on which a vote may still be asked for: found, and nothing has come after it (KL 5:54). */
export const votableQuestion = (item: ItemRecord): Question | null => {
  const last = item.questions.at(-1)
  if (!last || last.found === null || last.voteRequested || last.alternatives.length < 2) return null
  return item.votes.some((v) => v.at.no > last.at.no) ? null : last
}

/** The vote that is going on in the item, if any. */
export const openVoteOf = (item: ItemRecord): Vote | null => item.votes.find((v) => v.state === 'open') ?? null
