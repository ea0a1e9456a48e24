import { isId } from './identity.ts'

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
