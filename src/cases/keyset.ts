import { type Expression, type SqlBool, sql } from 'kysely'
import { isDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'

/** Where a page of a list goes on: the sort value and id of its last row. */
export interface Cursor {
  readonly value: string
  readonly id: string
}

/** How many rows a page of a list has. */
export const pageSize = 50

/** The cursor as it stands in an address. */
export const writeCursor = ({ value, id }: Cursor): string => Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The cursor of an address; null when it is none, so that a mangled link gives the first page. */
export const readCursor = (typed: string): Cursor | null => {
  if (typed === '') return null
  try {
    const [value, id] = JSON.parse(Buffer.from(typed, 'base64url').toString('utf8')) as readonly unknown[]
    return typeof value === 'string' && typeof id === 'string' && isId(id) ? { value, id } : null
  } catch {
    return null
  }
}

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
