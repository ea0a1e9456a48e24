import type { Refusal } from '../../kernel/refusal.ts'
import { because, type Reason } from '../reason.ts'
import type { Variants } from '../variants.ts'
import { postponement } from './postponement.ts'
import { questionWords } from './propositions-words.ts'
import type { Answer, PropositionsFacts, PropositionsValue, Question, Step } from './propositions-shapes.ts'
import { vote, type VoteFacts, type VoteValue } from './vote.ts'

/** What the meeting answered, where it stands in the facts, and where to say that it cannot be. */
interface Given {
  readonly answer: Answer
  readonly field: string
  readonly refusals: Refusal[]
}
/** What was done, in order, and why. */
interface Log {
  readonly steps: Step[]
  readonly reasons: Reason[]
}
/** What an item came to: what carried, or how it was postponed. */
export type Outcome = Partial<Pick<PropositionsValue, 'main' | 'overturned' | 'addOns' | 'postponed'>>
type Course<T> = Generator<Question, T, Given>
type Ask = Pick<Question, 'purpose' | 'motion' | 'alternatives'>
interface Setting {
  readonly facts: PropositionsFacts
  readonly variants: Pick<Variants, 'postponementClass' | 'postponementYes'>
  readonly log: Log
}

/** The chair asks until an answer of the kind can stand. */
const put = function* <K extends Answer['kind']>(kind: K, ask: Ask): Course<{ readonly answer: Extract<Answer, { kind: K }> } & Given> {
  const question = { kind, ...ask }
  const given = yield { ...question, text: questionWords(question) }
  return given as { readonly answer: Extract<Answer, { kind: K }> } & Given
}

const note = ({ log }: Setting, step: Omit<Step, 'motion' | 'tally'> & Partial<Pick<Step, 'motion' | 'tally'>>): void => {
  log.steps.push({ motion: null, tally: null, ...step })
}

/** The whole item (catalogue: DECIDE). */
export const meetingOf = function* (facts: PropositionsFacts, variants: Setting['variants'], log: Log): Course<Outcome> {
  const setting = { facts, variants, log }
  for (const motion of facts.formal) {
    const postponed = yield* formal(setting, motion)
    if (postponed) return { postponed }
  }
  const carried = facts.main.length === 0 ? null : yield* mainProposal(setting)
  const addOns: PropositionsValue['addOns'][number][] = []
  for (const addOn of facts.addOns) addOns.push({ id: addOn.id, result: yield* addition(setting, addOn, carried?.result ?? null) })
  return { main: carried?.result ?? null, overturned: carried?.overturned ?? false, addOns }
}

const mainProposal = function* (setting: Setting): Course<{ readonly result: string; readonly overturned: boolean }> {
  let alternatives = setting.facts.main
  if (alternatives.length > 1) {
    const { answer } = yield* put('order', { purpose: 'order', motion: null, alternatives })
    alternatives = answer.order
    note(setting, { kind: 'order', purpose: 'order', alternatives, result: 'approved', by: 'approval' })
  }
  const { found, voted } = yield* finding(setting, { purpose: 'main', motion: null, alternatives })
  if (!voted) return { result: found, overturned: false }
  const result = yield* elect(setting, found, alternatives)
  return { result, overturned: result !== found }
}

/** The finding stands as main proposal against the counter-proposal (catalogue: ELECT). */
const elect = function* (setting: Setting, found: string, alternatives: readonly string[]): Course<string> {
  const counter = yield* counterProposal(setting, without(alternatives, found))
  return yield* ballot(setting, { purpose: 'main', motion: null, alternatives: [found, counter] })
}

/** The winner of the rest (catalogue: COUNTER): the last two meet first, so that n proposals take n − 1 ballots at most. */
const counterProposal = function* (setting: Setting, rest: readonly string[]): Course<string> {
  const [only] = rest
  if (rest.length === 1 && only !== undefined) return only
  const { found, voted } = yield* finding(setting, { purpose: 'counter', motion: null, alternatives: rest })
  if (!voted) return found
  const against = yield* counterProposal(setting, without(rest, found))
  return yield* ballot(setting, { purpose: 'counter', motion: null, alternatives: [found, against] })
}

const without = (alternatives: readonly string[], one: string): readonly string[] => alternatives.filter((id) => id !== one)

const finding = function* (setting: Setting, ask: Ask): Course<{ readonly found: string; readonly voted: boolean }> {
  const { answer } = yield* put('finding', ask)
  note(setting, { kind: 'finding', ...ask, result: answer.finding, by: 'acclamation' })
  return { found: answer.finding, voted: answer.vote }
}

/** One ballot with its casting vote or lot (catalogue: BALLOT); gives the alternative that won. */
const ballot = function* (setting: Setting, ask: Ask): Course<string> {
  const value = yield* counted(setting, ask)
  const winner = ask.alternatives[value.winner === 'no' ? 1 : 0] ?? ''
  note(setting, { kind: 'ballot', ...ask, result: winner, by: value.by ?? 'majority', tally: { yes: value.yes, no: value.no, abstain: value.abstain } })
  return winner
}

/** The ballot's numbers; when they cannot be, what is wrong is told and the caller's result is thrown away. */
const counted = function* ({ facts, log }: Setting, ask: Ask): Course<VoteValue> {
  const { answer, field, refusals } = yield* put('ballot', ask)
  const { kind: _, ...votes } = answer
  const base = { ...votes, subject: facts.subject ?? 'ordinary', body: facts.body, seats: facts.seats }
  refusals.push(...wrongBallot(facts, base, field))
  let ruled = vote(base)
  if (ruled.value?.status === 'casting_vote') ruled = vote({ ...base, casting: (yield* put('casting', ask)).answer.chair })
  else if (ruled.value?.status === 'lot') ruled = vote({ ...base, lot: (yield* put('lot', ask)).answer.drawn })
  log.reasons.push(...ruled.reasons)
  return ruled.value ?? { status: 'decided', winner: null, by: null, yes: votes.yes, no: votes.no, abstain: votes.abstain }
}

const wrongBallot = (facts: PropositionsFacts, votes: VoteFacts, field: string): readonly Refusal[] => {
  const checked = vote(votes)
  const cast = votes.yes + votes.no + votes.abstain
  return [
    ...(checked.ok ? [] : checked.refusals.map((r) => ({ ...r, field: `${field}.${r.field ?? 'yes'}` }))),
    ...(facts.present !== undefined && cast > facts.present ? [tooMany(cast, facts.present, field)] : []),
  ]
}

const tooMany = (cast: number, present: number, field: string): Refusal => ({
  code: 'vote.present',
  field: `${field}.yes`,
  law: 'KL 5:67',
  text: { sv: `${cast} röster och avståenden är fler än ${present} närvarande.`, en: `${cast} votes and abstentions are more than ${present} present.` },
})

/** A formal motion, by itself; in the council a third of the present is enough (catalogue: TEST_POSTPONE). */
const formal = function* (setting: Setting, { id, kind }: PropositionsFacts['formal'][number]): Course<PropositionsValue['postponed']> {
  const { facts, variants, log } = setting
  const { found, voted } = yield* finding(setting, { purpose: 'formal', motion: id, alternatives: ['postpone', 'decide_today'] })
  if (!voted) return found === 'postpone' ? { motion: id, kind, by: 'acclamation' } : null
  const yesPostpones = variants.postponementYes === 'postpone'
  const ask: Ask = { purpose: 'formal', motion: id, alternatives: yesPostpones ? ['postpone', 'decide_today'] : ['decide_today', 'postpone'] }
  const { answer: tally, field, refusals } = yield* put('ballot', ask)
  const cast = tally.yes + tally.no + tally.abstain
  const asSide = (side: 'yes' | 'no'): 'yes' | 'no' => (yesPostpones ? side : side === 'yes' ? 'no' : 'yes')
  const { kind: _, ...votes } = tally
  refusals.push(...wrongBallot(facts, { ...votes, subject: 'ordinary', body: facts.body, seats: facts.seats }, field))
  const test = {
    body: facts.body,
    item: 'ordinary',
    usedMinority: facts.usedMinority ?? false,
    present: Math.max(facts.present ?? cast, cast),
    for: yesPostpones ? tally.yes : tally.no,
    against: yesPostpones ? tally.no : tally.yes,
    chair: tally.chair === 'yes' || tally.chair === 'no' ? asSide(tally.chair) : tally.chair,
  } as const
  let ruled = postponement(test, variants)
  let counted = { yes: tally.yes, no: tally.no, abstain: tally.abstain }
  if (ruled.value?.status === 'casting_vote') {
    const casting = (yield* put('casting', ask)).answer.chair
    counted = { ...counted, [casting]: counted[casting] + 1, abstain: counted.abstain - (tally.chair === 'abstain' ? 1 : 0) }
    ruled = postponement({ ...test, casting: asSide(casting) }, variants)
  }
  log.reasons.push(...ruled.reasons)
  const postponed = ruled.value?.status === 'postponed'
  const by = ruled.value?.by === 'minority' || ruled.value?.by === 'chair' ? ruled.value.by : 'majority'
  note(setting, {
    kind: 'ballot',
    ...ask,
    result: postponed ? 'postpone' : 'decide_today',
    by,
    tally: counted,
  })
  return postponed ? { motion: id, kind, by } : null
}

const addition = function* (
  setting: Setting,
  { id, compatibleWith }: PropositionsFacts['addOns'][number],
  main: string | null,
): Course<'accepted' | 'rejected' | 'skipped'> {
  if (compatibleWith !== undefined && (main === null || !compatibleWith.includes(main))) {
    note(setting, { kind: 'skipped', purpose: 'add_on', motion: id, alternatives: [], result: 'skipped', by: 'incompatible' })
    setting.log.reasons.push(because('KL 5:53', `${id} går inte ihop med beslutet och ställs inte.`, `${id} does not fit what was decided and is not put.`))
    return 'skipped'
  }
  const { found, voted } = yield* finding(setting, { purpose: 'add_on', motion: id, alternatives: ['accept', 'reject'] })
  // Yes is always for the addition, whatever the chair found: here nothing is put against a main proposal.
  const result = voted ? yield* ballot(setting, { purpose: 'add_on', motion: id, alternatives: ['accept', 'reject'] }) : found
  return result === 'accept' ? 'accepted' : 'rejected'
}
