import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes, as text for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: whoever reads the database cannot sign in with it. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The form token of somebody who is not signed in, derived from a cookie that other sites can neither read nor choose by a form. */
export const formTokenOf = (cookie: string): string => createHash('sha256').update(`form ${cookie}`).digest('base64url')

/** Are the texts the same? Takes as long whether they differ early or late. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digestOf(a), digestOf(b))

/**
 * The token as a page carries it: veiled by random bytes that are new each time, since a page that is compressed and shows what
 * the reader searched for would otherwise betray a token that stays the same, by its length (BREACH).
 */
export const veiled = (token: string): string => {
  const plain = Buffer.from(token, 'base64url')
  const veil = randomBytes(plain.length)
  return Buffer.concat([veil, plain.map((byte, i) => byte ^ (veil[i] ?? 0))]).toString('base64url')
}

/** The token under the veil; something that matches no token when it was not one of ours. */
export const unveiled = (sent: string): string => {
  const bytes = Buffer.from(sent, 'base64url')
  const half = bytes.length / 2
  return Number.isInteger(half) ? Buffer.from(bytes.subarray(half).map((byte, i) => byte ^ (bytes[i] ?? 0))).toString('base64url') : ''
}
