import { sql } from 'kysely'
import type { z } from 'zod'
import { type Secrets, visibleThing } from '../access/visible.ts'
import { containing, matching } from '../cases/keyset.ts'
import type { Store } from '../database/connection.ts'
import type { ThingKind } from '../database/schema.ts'
import { isId } from '../kernel/identity.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { metaOf } from '../registers/field.ts'
import type { Target } from './enactment.ts'
import type { Typed } from './draft.ts'

/** How a thing is offered while it is typed: its number and title, or a series' name. What is typed back is read up to the dot. */
const separator = ' · '
/** So many are offered; the rest are found by number or by searching. */
export const mostOffered = 50

/** Things to offer for a field: the latest that the reader may see. */
export const offerThings = async (store: Store, kinds: readonly ThingKind[], secrets: Secrets): Promise<readonly string[]> => {
  const rows = await store
    .selectFrom('thing')
    .select(['kind', 'number', 'title'])
    .where('kind', 'in', kinds)
    .where(visibleThing(secrets))
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(mostOffered * 4)
    .execute()
  return rows.map((r) => (r.kind === 'series' || !r.number ? r.title : `${r.number}${separator}${r.title}`)).slice(0, mostOffered * 4)
}

/** The thing that somebody named: by id, number, 'number · title', a series' address or name, or its whole title. Null when there is none that they may see. */
export const findThing = async (store: Store, kinds: readonly ThingKind[], typed: string, secrets: Secrets): Promise<string | null> => {
  const text = typed.trim()
  if (text === '') return null
  const things = store.selectFrom('thing').select('thing.id').where('thing.kind', 'in', kinds).where(visibleThing(secrets)).limit(1)
  if (isId(text)) return (await things.where('thing.id', '=', text).executeTakeFirst())?.id ?? null
  const number = text.split(separator)[0] ?? text
  const named = things.innerJoin('series', 'series.id', 'thing.id').where((eb) => eb.or([eb('series.slug', '=', text), eb('series.name_sv', '=', text)]))
  const found =
    (await things.where('thing.number', '=', number).executeTakeFirst()) ??
    (kinds.includes('series') ? await named.executeTakeFirst() : undefined) ??
    (await things
      .where(sql<boolean>`lower(thing.title) like ${exactly(text)}`)
      .where('thing.title', '=', text)
      .executeTakeFirst())
  return found?.id ?? null
}

/** The pattern of a whole title, so that the index of words finds it. */
const exactly = (text: string): string => containing(text).slice(1, -1)

/** The form with every thing that was named put as its id. What is not found stays as typed, and is then refused by the reading. */
export const resolveThings = async (store: Store, fields: z.ZodObject, typed: Typed, secrets: Secrets): Promise<Typed> => {
  const resolved: Record<string, readonly string[]> = { ...typed }
  for (const [name, schema] of Object.entries(fields.shape) as [string, z.ZodType][]) {
    const meta = metaOf(schema)
    const value = typed[name]?.[0]?.trim() ?? ''
    if (meta.input === 'thing' && value !== '') resolved[name] = [(await findThing(store, meta.things ?? [], value, secrets)) ?? value]
  }
  return resolved
}

/** Something that a clause may be about. */
export interface Offered {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly nodeId: string
}

/** What a clause may be about: entries whose state lets the act be done, or reports that wait; found by number or words. */
export const findTargets = async (
  store: Store,
  target: Target,
  definition: AnyDefinition | undefined,
  act: string | undefined,
  search: string,
  secrets: Secrets,
): Promise<readonly Offered[]> => {
  const from = (definition && act ? definition.lifecycle.acts[act]?.from : undefined) ?? []
  let query = store
    .selectFrom('thing')
    .leftJoin('report', 'report.id', 'thing.id')
    .leftJoin('entry', 'entry.id', 'thing.id')
    .select(['thing.id', 'thing.number', 'thing.title', 'thing.node_id'])
    .where(visibleThing(secrets))
  if (search.trim() !== '') query = query.where(matching(search))
  query =
    target.kind === 'report'
      ? query.where('thing.kind', '=', 'report').where('report.state', '=', 'handed_in')
      : query
          .where('thing.kind', '=', 'entry')
          .where('entry.register', '=', target.register)
          .where('entry.state', 'in', from.length > 0 ? [...from] : [''])
  const rows = await query
    .orderBy('thing.day', 'desc')
    .orderBy('thing.id')
    .limit(mostOffered + 1)
    .execute()
  return rows.map((r) => ({ id: r.id, number: r.number ?? '', title: r.title, nodeId: r.node_id }))
}

/** How a thing is written in a field: 'U-14 · Minska antalet hushåll', or a series' name. '' when there is none that the reader may see. */
export const labelOf = async (store: Store, id: string, secrets: Secrets): Promise<string> => {
  const row = await store.selectFrom('thing').select(['kind', 'number', 'title']).where('id', '=', id).where(visibleThing(secrets)).executeTakeFirst()
  if (!row) return ''
  return row.kind === 'series' || !row.number ? row.title : `${row.number}${separator}${row.title}`
}

/** The title of a thing; '' when there is none. */
export const titleOf = async (store: Store, id: string): Promise<string> =>
  (await store.selectFrom('thing').select('title').where('id', '=', id).executeTakeFirst())?.title ?? ''
