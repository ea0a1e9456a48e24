import type { Deps } from '../../database/transact.ts'
import { enactments, isClauseKind } from '../../decisions/enactments.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { correctionWords as words } from './correction-words.ts'
import { type Correcting, correctionFact, hindersCorrecting, writeOnDecision } from './correcting.ts'

export interface CorrectWording extends Correcting {
  /** A clause of a decision of the meeting. */
  readonly clauseId: string
  /** As it was decided, without the word "att". */
  readonly text: string
}

/**
 * Corrects the wording of a clause that was written otherwise than it was decided: a name, a number, a word. The registered decision says
 * the corrected wording, with what stood beside it. What the clause did is changed by a new decision alone (law 1), which is told first.
 */
export const correctWording = (deps: Deps, who: Who, input: CorrectWording, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'correct wording' },
    async (record, tx) => {
      const item = record.items.find((i) => i.decision?.clauses.some((c) => c.id === input.clauseId))
      const clause = item?.decision?.clauses.find((c) => c.id === input.clauseId)
      const closed = item && record.journal.findLast((f) => f.kind === 'item_closed' && f.itemId === item.id)
      if (!item || !clause || !closed) return refused({ code: 'correction.unknown', text: words.unknown })
      const text = input.text.trim().replace(/^att\s+/i, '')
      const acts = isClauseKind(clause.kind) && enactments[clause.kind].hasEffect
      const refusals: Refusal[] = [
        ...(await hindersCorrecting(tx, record, item, input)),
        ...(text === '' || text === clause.text ? [{ code: 'correction.same', field: 'text', text: words.same }] : []),
        ...(acts && !input.stands ? [{ code: 'correction.effect', field: 'stands', text: words.effectStands, mend: words.standsMend }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const told = [{ what: words.clause(clause.no), before: clause.text, after: text }]
      return granted({
        facts: [correctionFact(record, item, closed.id, input, { data: {}, told })],
        after: async (t) => {
          await writeOnDecision(t, deps, who, { record, item, input, told, clauseId: clause.id })
          await t.updateTable('clause').set({ text }).where('id', '=', clause.id).execute()
          await t
            .updateTable('thing')
            .set({ title: text.slice(0, 300) })
            .where('id', '=', clause.id)
            .execute()
          return granted(null)
        },
      })
    },
    options,
  )
