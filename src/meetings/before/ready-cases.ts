import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../../access/visible.ts'
import type { Store } from '../../database/connection.ts'
import type { Day } from '../../kernel/day.ts'

/** A case that could be put on the agenda. `ready`: its preparation has come to this body. */
export interface ReadyCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly ready: boolean
  readonly due: Day | null
}

/** How many cases are offered; others are found by their number. */
const most = 40

/** Open cases of the body, those whose preparation has come to it first, that are not on this agenda already. */
export const readyCases = async (store: Store, meetingId: string, bodyId: string, secretsOf: Secrets): Promise<readonly ReadyCase[]> => {
  const step = sql<boolean>`(s.node_id = ${bodyId}::uuid and s.kind = 'decide')`
  const rows = await store
    .selectFrom('case_file')
    .innerJoin('thing', 'thing.id', 'case_file.id')
    .leftJoin('preparation_step as s', (join) => join.onRef('s.case_id', '=', 'case_file.id').on('s.state', '=', 'open'))
    .select(['case_file.id', 'thing.number', 'thing.title', 's.due', step.as('ready')])
    .where('case_file.state', '<>', 'closed')
    .where(visibleThing(secretsOf))
    .where((eb) => eb.or([eb('thing.node_id', '=', bodyId), step]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('agenda_item').select('agenda_item.id').whereRef('agenda_item.case_id', '=', 'case_file.id').where('meeting_id', '=', meetingId),
        ),
      ),
    )
    .orderBy(sql`coalesce(${step}, false)`, 'desc')
    .orderBy(sql`s.due nulls last`)
    .orderBy('case_file.opened', 'desc')
    .orderBy('case_file.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number ?? '', title: row.title, ready: row.ready === true, due: row.due as Day | null }))
}
