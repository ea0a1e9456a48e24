import { may } from '../access/policy.ts'
import type { ActOptions } from '../cases/act.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { daysHinder } from '../rulebook/deciding.ts'
import { loadDecision } from './decision-store.ts'
import { words } from './words.ts'

export interface MinutesInput {
  readonly decisionId: string
  readonly adjusted: Day | null
  readonly announced: Day | null
}

/**
 * Notes when the minutes of a decision were adjusted and the adjustment announced (KL 5:69, 8:12), from which the time of appeal
 * counts. Each day is noted once; nothing else of a decision can ever change.
 */
export const noteMinutes = async (deps: Deps, who: Who, { decisionId, adjusted, announced }: MinutesInput, options: ActOptions = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'note minutes' }, async (tx) => {
    await tx.selectFrom('decision').select('id').where('id', '=', decisionId).forUpdate().execute()
    const found = await loadDecision(tx, decisionId)
    if (!found) return refused({ code: 'decision.unknown', text: words.unknownDecision })
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const days = { adjusted: found.adjusted ?? adjusted, announced: found.announced ?? announced }
    const noted = (field: 'adjusted' | 'announced', before: Day | null, now: Day | null): readonly Refusal[] =>
      before !== null && now !== null && now !== before ? [{ code: 'minutes.noted', field, text: words.alreadyNoted(before) }] : []
    const refusals = [
      ...(options.beside ?? []),
      ...(options.bySystem ? [] : may(who, 'decision.register', { belongsTo: tree.chain(found.nodeId), secrecy: null }, today)),
      ...noted('adjusted', found.adjusted, adjusted),
      ...noted('announced', found.announced, announced),
      ...daysHinder({ day: found.day, ...days, bodyFrom: found.day, bodyEnded: false }, today),
      ...(days.adjusted === null && days.announced === null && !options.beside?.length
        ? [{ code: 'minutes.empty', field: 'adjusted', text: words.dayNeeded }]
        : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    await tx.updateTable('decision').set(days).where('id', '=', decisionId).execute()
    return granted(null)
  })
