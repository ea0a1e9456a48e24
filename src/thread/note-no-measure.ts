import { may } from '../access/policy.ts'
import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { words } from './words.ts'

/** The name that the note has among the entry's events. */
export const noMeasureAct = 'no_measure_needed'

/**
 * Notes why an entry needs no measure of effect: the note stands on the thread in place of the gap and stays in the history.
 * For those who follow the entry up. Refused where a measure or a note is there already, or where no effect is intended.
 */
export const noteNoMeasure = (deps: Deps, who: Who, entryId: string, reason: string): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'note why no measure is needed' }, async (tx) => {
    const today = deps.clock.today()
    const entry = await loadEntry(tx, entryId, { lock: true })
    const definition = entry && definitionOf(entry.register)
    if (!entry || !definition) return refused({ code: 'measure.unknown', text: words.noMeasure.notHere })
    const refusals: Refusal[] = [...may(who, 'entry.follow', subjectOf(entry, await loadTree(tx, today)), today)]
    const noted = await tx.selectFrom('entry_event').select('id').where('entry_id', '=', entryId).where('act', '=', noMeasureAct).executeTakeFirst()
    const measured = await tx.selectFrom('link').select('id').where('from_id', '=', entryId).where('kind', '=', 'measured_by').executeTakeFirst()
    if (noted || measured || !definition.effect) refusals.push({ code: 'measure.not_missing', text: words.noMeasure.notHere })
    if (reason.trim().length < 10) refusals.push({ code: 'measure.reason', field: 'reason', text: words.noMeasure.tooShort })
    if (refusals.length > 0) return refused(...refusals)
    await tx
      .insertInto('entry_event')
      .values({
        id: deps.ids.next(),
        entry_id: entryId,
        act: noMeasureAct,
        from_state: entry.state,
        to_state: entry.state,
        comment: reason.trim(),
        day: today,
        person_id: who.personId,
        clause_id: null,
      })
      .execute()
    return granted(null)
  })
