import { type Deps, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import type { FileConcern } from '../rulebook/social-file.ts'
import { keepWords as words } from './keep-words.ts'

/** What is noted of a personal file; null where it could not be read or was left out. */
export interface NoteFile {
  readonly caseId: string
  readonly concerns: FileConcern | null
  readonly born: Day | null
  readonly inCompilation: boolean | null
}

/** Notes what the exceptions from destruction ask of a personal file (SoL 16:1–4); a later note takes the place of an earlier one, which the history keeps. */
export const noteFile = (deps: Deps, who: Who, { caseId, concerns, born, inCompilation }: NoteFile, { bySystem = false } = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: bySystem ? 'system:demonstration' : actorOf(who), act: 'note personal file' }, async (tx) => {
    const today = deps.clock.today()
    const found = await tx.selectFrom('thing').selectAll().where('id', '=', caseId).where('kind', '=', 'case').forUpdate().executeTakeFirst()
    if (!found) return refused({ code: 'keep.unknown', text: words.unknown })
    const subject = subjectOf({ nodeId: found.node_id, secrecy: found.secrecy }, await loadTree(tx, today))
    const wrong: Refusal[] = bySystem ? [] : [...may(who, 'see', subject, today), ...may(who, 'case.write', subject, today)]
    if (concerns === null) wrong.push({ code: 'keep.concerns', field: 'concerns', text: words.concernsNeeded })
    if (born === null) wrong.push({ code: 'keep.born', field: 'born', text: words.bornNeeded })
    else if (born > today) wrong.push({ code: 'keep.born', field: 'born', text: words.bornLater })
    if (inCompilation === null) wrong.push({ code: 'keep.compilation', field: 'compilation', text: words.compilationNeeded })
    if (wrong.length > 0 || concerns === null || born === null || inCompilation === null) return refused(...wrong)
    const noted = { concerns, born, in_compilation: inCompilation, day: today, person_id: who.personId }
    await tx
      .insertInto('personal_file')
      .values({ case_id: caseId, ...noted })
      .onConflict((oc) => oc.column('case_id').doUpdateSet(noted))
      .execute()
    return granted(null)
  })
