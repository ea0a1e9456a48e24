import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Locale } from '../kernel/text.ts'
import { newToken } from './token.ts'

const session = 'genomslag'
const form = 'genomslag_form'
const language = 'lang'
const ours = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure }) as const

/** The session that the browser brings; null where it brings none. */
export const sessionTokenOf = (c: Context): string | null => getCookie(c, session) ?? null

/** The browser keeps the token until it is closed; how long it is good for is known here. */
export const keepSessionToken = (c: Context, token: string, secure: boolean): void => setCookie(c, session, token, ours(secure))

/** Takes the session from the browser, at sign-out. */
export const dropSessionToken = (c: Context, secure: boolean): void => {
  deleteCookie(c, session, ours(secure))
}

/** What the form tokens of somebody who is not signed in are derived from; made at the first visit. */
export const formCookieOf = (c: Context, secure: boolean): string => {
  const known = getCookie(c, form)
  if (known && /^[\w-]{43}$/.test(known)) return known
  const made = newToken()
  setCookie(c, form, made, ours(secure))
  return made
}

/** The language that was chosen on this browser, as it stands in the cookie: whoever reads it judges it. */
export const languageCookieOf = (c: Context): string | undefined => getCookie(c, language)

const year = 365 * 24 * 3600
/** Keeps the chosen language on the browser for a year. */
export const keepLanguage = (c: Context, locale: Locale, secure: boolean): void => setCookie(c, language, locale, { ...ours(secure), maxAge: year })

const flow = 'genomslag_flow'
const atSignIn = (secure: boolean) => ({ ...ours(secure), path: '/sign-in' }) as const

/** What ties sign-ins under way at a provider to this browser; made at the first. Goes with the browser. */
export const flowCookieOf = (c: Context, secure: boolean): string => {
  const known = getCookie(c, flow)
  if (known && /^[\w-]{43}$/.test(known)) return known
  const made = newToken()
  setCookie(c, flow, made, atSignIn(secure))
  return made
}
