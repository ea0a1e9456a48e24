import { sql } from 'kysely'
import { isId } from '../../kernel/identity.ts'
import type { EntryData } from '../../registers/define.ts'
import type { Entry } from '../../registers/entry.ts'
import { selectEntries, toEntry } from '../../registers/entry-store.ts'
import { type NextDay, nextDays } from '../../registers/load-list.ts'
import { loadNames, type Names } from '../../registers/names.ts'
import { hiddenFields, maskedEntry, withoutFields } from '../../registers/mask.ts'
import { namedIn } from '../../registers/shown.ts'
import { subjectOf } from '../../registers/subject.ts'
import { may } from '../../rulebook/policy.ts'
import { cellText } from '../sheet/sheet.ts'
import type { Importing, Row } from './row.ts'

/** The entries that rows are about, as they stand, and as they stood when the rows were written where that is earlier. */
export interface Standing {
  entry(id: string): Entry | undefined
  /** The entry as it was in the version that the row was written from; undefined when there never was such a version. */
  base(id: string, seen: number): Pick<Entry, 'data' | 'state'> | undefined
  readonly names: Names
  readonly next: ReadonlyMap<string, NextDay>
}

/** The version that a row was taken out at; null where the row says none, or nothing that is a version. */
export const seenIn = (row: Row): number | null => {
  const text = cellText(row.cell('_seen'))
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Loads what the rows are about, of what the reader may see: of the rest nothing is told, not even that it is there. */
export const loadRows = async ({ deps, who, definition, tree }: Importing, rows: readonly Row[]): Promise<Standing> => {
  const ids = rows.map((r) => r.id).filter(isId)
  const found = ids.length === 0 ? [] : await selectEntries(deps.store).where('entry.id', 'in', ids).where('entry.register', '=', definition.name).execute()
  const today = deps.clock.today()
  const entries = new Map(
    found
      .map(toEntry)
      .filter((e) => may(who, 'see', subjectOf(e, tree), today).length === 0)
      // What the reader may not read is neither shown as it was nor written over.
      .map((e) => [e.id, maskedEntry(definition, e, subjectOf(e, tree), who, today)]),
  )
  const old = rows.flatMap((row) => {
    const [entry, seen] = [entries.get(row.id), seenIn(row)]
    return entry && seen !== null && seen < entry.version ? [{ id: row.id, seen }] : []
  })
  const earlier = new Map<string, Pick<Entry, 'data' | 'state'>>()
  if (old.length > 0) {
    const { rows: told } = await sql<{ key: string; version: number; data: EntryData; state: string }>`
      select e.key, (e.content ->> 'version')::int as version, e.content -> 'data' as data, e.content ->> 'state' as state
        from history.entry e join unnest(${old.map((o) => o.id)}::text[], ${old.map((o) => o.seen)}::int[]) want (key, version)
          on e.relation = 'entry' and e.key = want.key and (e.content ->> 'version')::int = want.version`.execute(deps.store)
    for (const t of told) {
      const entry = entries.get(t.key)
      if (entry)
        earlier.set(`${t.key} ${t.version}`, { data: withoutFields(t.data, hiddenFields(definition, subjectOf(entry, tree), who, today)), state: t.state })
    }
  }
  const all = [...entries.values()]
  const named = namedIn(
    definition,
    [...all, ...earlier.values()].map((e) => e.data),
  )
  return {
    entry: (id) => entries.get(id),
    base: (id, seen) => (seen === entries.get(id)?.version ? entries.get(id) : earlier.get(`${id} ${seen}`)),
    names: await loadNames(deps.store, { ...named, nodes: [...named.nodes, ...all.map((e) => e.nodeId)] }),
    next: await nextDays(deps.store, [...entries.keys()]),
  }
}
