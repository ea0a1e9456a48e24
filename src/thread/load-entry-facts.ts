import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryData } from '../registers/define.ts'
import type { EntryFact } from './facts.ts'
import { noMeasureAct } from './note-no-measure.ts'
import { textOf } from './text-of.ts'

interface Row {
  id: string
  register: string
  state: string
  since: string
  data: EntryData
  owner_id: string | null
  parent_id: string | null
  no_measure: string | null
  title_sv: string | null
  title_en: string | null
}

/**
 * Entries as they were on `day`: fields from the history where it reaches back, state from the latest event by then. What was
 * loaded from older documents has no history of that day; then the fields are the ones that the entry has now.
 */
export const loadEntryFacts = async (store: Store | Tx, ids: readonly string[], day: Day): Promise<ReadonlyMap<string, EntryFact>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select e.id, e.register, coalesce(v.to_state, e.state) as state, coalesce(v.day, t.day) as since, coalesce(h.content -> 'data', e.data) as data,
           coalesce(h.content ->> 'owner_id', e.owner_id::text) as owner_id, e.parent_id, n.comment as no_measure, p.title_sv, p.title_en
      from entry e
      join thing t on t.id = e.id
      left join lateral (select to_state, day from entry_event where entry_id = e.id and day <= ${day} and (from_state is distinct from to_state)
                          order by day desc, id desc limit 1) v on true
      left join lateral (select comment from entry_event where entry_id = e.id and day <= ${day} and act = ${noMeasureAct}
                          order by day desc, id desc limit 1) n on true
      left join lateral (select content from history.entry where relation = 'entry' and key = e.id::text and day <= ${day}
                          order by day desc, id desc limit 1) h on true
      cross join lateral (select coalesce(h.content -> 'data', e.data) ->> 'responsible' as id) r
      left join post p on p.id = case when pg_input_is_valid(r.id, 'uuid') then r.id::uuid end
     where e.id = any(${ids}::uuid[])`.execute(store)
  return new Map(
    rows.map((r) => [
      r.id,
      {
        register: r.register,
        state: r.state,
        since: r.since as Day,
        data: r.data,
        ownerId: r.owner_id,
        parentId: r.parent_id,
        noMeasure: r.no_measure,
        responsible: textOf(r.title_sv, r.title_en),
      },
    ]),
  )
}
