import { type Deps, transact, type Tx } from '../../database/transact.ts'
import { registerDecision } from '../../decisions/register-decision.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem, whileSitting } from '../act.ts'
import { quorumNow } from '../attendance/there.ts'
import { lacksPreparation } from '../preparation/item-preparation.ts'
import { composeDecision } from '../debate/compose-decision.ts'
import { decisionOf } from '../debate/foresee.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { words } from '../words.ts'
import { nextStep, type Step } from '../voting/procedure.ts'
import { sentenceOf } from '../voting/sentences.ts'
import type { ProposedClause } from './proposal.ts'
import { settleItem } from './settle-item.ts'

export interface CloseItem {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** An uncontested proposal put and found carried in the same breath. */
  readonly carry?: boolean
  /** Identity of the decision to register; of a historic one, it may be registered already and must then say the same. */
  readonly decisionId?: string
}

/**
 * The gavel: the item is closed, and what was decided is registered with its clauses, which take effect (law 1), all in one
 * transaction. Tabled or referred where that was decided. Refused while the body is not quorate (KL 5:45, 6:27), or the propositions
 * are not put.
 */
export const closeItem = (deps: Deps, who: Who, input: CloseItem, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'close item' },
    async (record, tx) => {
      const open = openItem(record, input.itemId)
      if (!open.ok) return open
      const item = open.value
      const asked = nextStep(item)
      const carried = input.carry === true && asked.do === 'ask' && asked.stage === 'main' && asked.points === null && asked.alternatives.length === 1
      const step: Step = carried ? { do: 'decide', winner: asked.alternatives[0] as string, additions: [] } : asked
      if (step.do !== 'decide' && step.do !== 'postpone') return refused({ code: 'item.not_ready', text: words.notReady })
      const refusals = hinders(record, item, step)
      if (refusals.length > 0) return refused(...refusals)
      const before = carried ? putAndFound(record, item, asked, deps.ids.next()) : []
      if (step.do === 'postpone') {
        const outcome = step.motion.kind === 'table' ? ('tabled' as const) : ('referred' as const)
        return granted({
          facts: [closing(item, { outcome, ...(step.motion.text ? { why: step.motion.text } : {}) })],
          after: (t) => settleItem(t, item.id, outcome, null),
        })
      }
      const clauses = composeDecision(item, step.winner, step.additions)
      if (clauses.length === 0)
        return granted({ facts: [...before, closing(item, { outcome: 'noted' })], after: (t) => settleItem(t, item.id, 'closed', null) })
      const decisionId = input.decisionId ?? item.id
      const done = await decide(tx, deps, who, options, { record, item, clauses, decisionId })
      if (!done.ok) return done
      return granted({ facts: [...before, closing(item, { outcome: 'decided', decisionId })], after: (t) => settleItem(t, item.id, 'closed', decisionId) })
    },
    options,
  )

const closing = (item: ItemRecord, data: NonNullable<ItemRecord['outcome']>) => ({ kind: 'item_closed' as const, itemId: item.id, data })

const putAndFound = (record: MeetingRecord, item: ItemRecord, asked: Extract<Step, { do: 'ask' }>, questionId: string) => [
  {
    id: questionId,
    kind: 'question' as const,
    itemId: item.id,
    data: { stage: asked.stage, alternatives: [...asked.alternatives], words: sentenceOf(record, item, asked).sv },
  },
  { kind: 'finding' as const, itemId: item.id, aboutId: questionId, data: { found: asked.alternatives[0] as string } },
]

const hinders = (record: MeetingRecord, item: ItemRecord, step: Step): readonly Refusal[] => {
  const quorum = quorumNow(record, item)
  const unprepared = step.do === 'decide' && lacksPreparation(record, item) && !item.urgent?.unanimous
  return [
    ...whileSitting(record),
    ...(quorum.ok ? [] : quorum.refusals),
    ...(unprepared ? [{ code: 'item.not_prepared', law: 'KL 5:26–32', text: words.notPrepared }] : []),
  ]
}

interface Deciding {
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly clauses: readonly ProposedClause[]
  readonly decisionId: string
}

/** Registers the decision through the decisions' own act, in this transaction; then the history is told the meeting's act again. */
const decide = async (tx: Tx, deps: Deps, who: Who, options: MeetingActOptions, { record, item, clauses, decisionId }: Deciding): Promise<Verdict<unknown>> => {
  const there = await tx.selectFrom('clause').select(['kind', 'text']).where('decision_id', '=', decisionId).orderBy('no').execute()
  if (there.length > 0) return saysTheSame(there, clauses) ? granted(null) : refused({ code: 'item.decision_differs', text: words.decisionDiffers })
  const within = { ...deps, store: tx }
  // Whoever keeps the meeting may close the item, and the decision follows from it: the policy has been asked (meeting.run).
  const registered = await registerDecision(within, who, await decisionOf(tx, record, item, clauses, decisionId), { bySystem: true })
  await transact(within, { actor: actorFor(who, options), act: 'meeting: close item' }, () => Promise.resolve())
  return registered
}

/** Does a registered decision say what was decided? Some write beside it, as clauses of their own, what they rejected. */
const saysTheSame = (there: readonly { readonly kind: string; readonly text: string }[], clauses: readonly ProposedClause[]): boolean => {
  const decided = clauses.map((c) => c.text.trim())
  return decided.every((text) => there.some((c) => c.text === text)) && there.every((c) => c.kind === 'reject' || decided.includes(c.text))
}
