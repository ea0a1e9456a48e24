import { hash, verify } from '@node-rs/argon2'
import type { Refusal } from '../kernel/refusal.ts'
import { newToken } from './token.ts'
import { words } from './words.ts'

/** argon2id (the library's default) with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const shortest = 12
const longest = 200

/** The same characters typed on two keyboards are the same password (NIST 800-63B 5.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC')

/** The digest that is kept of a password. Slow by design: some 20 ms. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost)

let decoy: Promise<string> | undefined

/** Is it the password of the digest? Without a digest it takes as long and says no, so that time does not tell which usernames exist. */
export const isPassword = async (password: string, digest: string | null): Promise<boolean> => {
  decoy ??= hashPassword(newToken())
  const right = await verify(digest ?? (await decoy), normal(password.slice(0, longest + 1)))
  return right && digest !== null
}

/** What is wrong with a new password. Length is what counts; no rule about kinds of characters. `field` is where it was typed. */
export const passwordHindrances = (password: string, username: string, field: string): readonly Refusal[] => {
  const length = [...password].length
  return [
    ...(length < shortest ? [{ code: 'password.short', field, text: words.passwordShort(shortest) }] : []),
    ...(length > longest ? [{ code: 'password.long', field, text: words.passwordLong(longest) }] : []),
    ...(length >= shortest && username !== '' && password.toLowerCase().includes(username)
      ? [{ code: 'password.username', field, text: words.passwordHasUsername }]
      : []),
    ...(length >= shortest && new Set(password).size < 5 ? [{ code: 'password.plain', field, text: words.passwordPlain }] : []),
  ]
}
