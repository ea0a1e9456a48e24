import { sql } from 'kysely'
import { isSection } from '../cases/case.ts'
import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { words } from './words.ts'

/** A change of secrecy: `section` null takes the marking away. */
export interface MarkSecrecy {
  readonly thingId: string
  readonly section: string | null
  readonly reason: string
}

/**
 * Marks a case, document, decision, entry or report as secret by a section, with day and authority (OSL 5:5), or takes the marking
 * away. What stands in it and was marked alike follows. Every reason against it at once.
 */
export const markSecrecy = (deps: Deps, who: Who, { thingId, section, reason }: MarkSecrecy): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'mark secrecy' }, async (tx) => {
    const today = deps.clock.today()
    const thing = await tx
      .selectFrom('thing')
      .selectAll()
      .where('id', '=', thingId)
      .where('kind', 'in', ['case', 'document', 'decision', 'entry', 'report'])
      .forUpdate()
      .executeTakeFirst()
    if (!thing) return refused({ code: 'secrecy.unknown', text: words.unknown })
    const subject = subjectOf({ nodeId: thing.node_id, secrecy: thing.secrecy }, await loadTree(tx, today))
    const wrong: Refusal[] = [...may(who, 'see', subject, today), ...may(who, 'secrecy.mark', subject, today)]
    if (section !== null && !isSection(section)) wrong.push({ code: 'secrecy.section', field: 'section', law: 'OSL 5:5', text: words.unreadable(section) })
    if (section === thing.secrecy) wrong.push({ code: 'secrecy.same', field: 'section', text: words.same })
    if (reason.trim() === '') wrong.push({ code: 'secrecy.reason', field: 'reason', text: words.reasonNeeded })
    if (wrong.length > 0) return refused(...wrong)
    await tx
      .insertInto('secrecy_mark')
      .values({ id: deps.ids.next(), thing_id: thingId, section, reason: reason.trim(), day: today, node_id: thing.node_id, person_id: who.personId })
      .execute()
    await sql`
      with recursive below (id, step) as (
        select ${thingId}::uuid, 0
        union all select b.id, step + 1 from below, lateral (
          select id from document where case_id = below.id union all select id from clause where decision_id = below.id
          union all select id from report where subject_id = below.id union all select id from entry where parent_id = below.id) b where step < 8)
      update thing set secrecy = ${section} where id in (select id from below) and secrecy is not distinct from ${thing.secrecy}`.execute(tx)
    return granted(null)
  })
