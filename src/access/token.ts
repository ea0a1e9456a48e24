import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes, as text for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: whoever reads the database cannot sign in with it. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The form token of somebody who is not signed in, derived from a cookie that other sites can neither read nor choose by a form. */
export const formTokenOf = (cookie: string): string => createHash('sha256').update(`form ${cookie}`).digest('base64url')

/** Are the texts the same? Takes as long whether they differ early or late. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digestOf(a), digestOf(b))
