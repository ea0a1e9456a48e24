import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { changedFields } from './free-fields.ts'

/** One change of an entry that somebody else made meanwhile: who, when, which fields from what to what. */
export interface MeanwhileChange {
  readonly actor: string
  /** The person's name, or null where the system acted. */
  readonly person: string | null
  readonly day: Day
  readonly at: Date
  readonly state: { readonly before: string; readonly after: string } | null
  readonly fields: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[]
}

interface Content {
  readonly version: number
  readonly state: string
  readonly data: EntryData
}

/** What has changed in an entry since the version that somebody saw, oldest first, as the history tells it. */
export const changesSince = async (store: Store, definition: AnyDefinition, entryId: string, seen: number): Promise<readonly MeanwhileChange[]> => {
  const { rows } = await sql<{ content: Content; actor: string; day: Day; recorded_at: Date; given_name: string | null; family_name: string | null }>`
    select e.content, e.actor, e.day::text as day, e.recorded_at, p.given_name, p.family_name
      from history.entry e left join person p on p.id = case when e.actor like 'person:%' then substr(e.actor, 8)::uuid end
     where e.relation = 'entry' and e.key = ${entryId} and e.op <> 'delete' order by e.id`.execute(store)
  return rows.flatMap(({ content, ...row }, i) => {
    const before = rows[i - 1]?.content
    if (!before || content.version <= seen) return []
    const fields = changedFields(definition, before.data, content.data).map((name) => ({ name, before: before.data[name], after: content.data[name] }))
    const state = before.state === content.state ? null : { before: before.state, after: content.state }
    if (fields.length === 0 && state === null) return []
    const person = row.given_name ? `${row.given_name} ${row.family_name}` : null
    return [{ actor: row.actor, person, day: row.day, at: row.recorded_at, state, fields }]
  })
}
