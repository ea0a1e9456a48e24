import { randomBytes } from 'node:crypto'

/** Gives new identities. A parameter everywhere, so that tests can foresee them. */
export interface Ids {
  next(): string
}

/** Is the text a UUID in lower case? Guards every id that comes from an address. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** UUID version 7 (RFC 9562 5.7): time-ordered, so that rows of one time lie together in the index. */
export const timeOrderedIds = (now: () => Date): Ids => ({
  next: () => {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(now().getTime(), 0, 6)
    bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  },
})
