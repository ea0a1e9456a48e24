import { isId } from '../kernel/identity.ts'

/** Where a page of a list goes on: the sort values and id of its last row. */
export interface Cursor {
  readonly values: readonly string[]
  readonly id: string
}

/** How many rows a page of a list has. */
export const pageSize = 50

/** Counts stop here: beyond it the page says "more than". */
export const countCap = 1000

/** The cursor as it stands in an address. */
export const writeCursor = ({ values, id }: Cursor): string => Buffer.from(JSON.stringify([id, ...values])).toString('base64url')

/** The cursor of an address with `n` sort values; null when it is none, so that a mangled link gives the first page. */
export const readCursor = (typed: string | undefined, n: number): Cursor | null => {
  if (!typed) return null
  try {
    const [id, ...values] = JSON.parse(Buffer.from(typed, 'base64url').toString('utf8')) as readonly unknown[]
    const good = typeof id === 'string' && isId(id) && values.length === n && values.every((v) => typeof v === 'string' && !v.includes('\u0000'))
    return good ? { values: values as string[], id } : null
  } catch {
    return null
  }
}
