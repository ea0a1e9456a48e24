import { type Expression, type SqlBool, sql } from 'kysely'
import type { Cursor } from '../kernel/cursor.ts'
import { isDay } from '../kernel/day.ts'

/** Does a thing come after the cursor when things stand newest first, by id within a day (the order of thing's indexes)? */
export const afterNewest = ({ value, id }: Cursor): Expression<SqlBool> =>
  isDay(value) ? sql<SqlBool>`(thing.day <= ${value}::date and (thing.day < ${value}::date or thing.id > ${id}::uuid))` : sql<SqlBool>`true`

/** As `afterNewest`, for things oldest first: the same order backwards. */
export const afterOldest = ({ value, id }: Cursor): Expression<SqlBool> =>
  isDay(value) ? sql<SqlBool>`(thing.day >= ${value}::date and (thing.day > ${value}::date or thing.id < ${id}::uuid))` : sql<SqlBool>`true`

/** The pattern that finds a text anywhere in another, its own wildcards taken as they stand. */
export const containing = (search: string): string =>
  `%${search
    .toLowerCase()
    .trim()
    .replace(/[\\%_]/g, String.raw`\$&`)}%`

/** Does a thing's title hold what is searched for, or its number where the search has a figure in it? */
export const matching = (search: string): Expression<SqlBool> => {
  const like = containing(search)
  return /\d/.test(search) ? sql<SqlBool>`(lower(thing.title) like ${like} or lower(thing.number) like ${like})` : sql<SqlBool>`lower(thing.title) like ${like}`
}
