import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Text } from '../kernel/text.ts'

/** What may be told once at the top of the next page. A closed list: nothing that comes in a cookie is ever shown as it stands. */
const notices = {
  saved: { sv: 'Sparat.', en: 'Saved.' },
  created: { sv: 'Det nya är sparat.', en: 'The new one is saved.' },
  signed_in: { sv: 'Du är inloggad.', en: 'You are signed in.' },
  signed_out: { sv: 'Du är utloggad.', en: 'You are signed out.' },
  password_changed: { sv: 'Lösenordet är bytt. Du är utloggad överallt utom här.', en: 'The password is changed. You are signed out everywhere but here.' },
  stepped_in: { sv: 'Du har bytt roll.', en: 'You have changed role.' },
  reorganised: { sv: 'Ändringen av organisationen är sparad.', en: 'The change of the organisation is saved.' },
  appointed: { sv: 'Uppdraget är tillsatt.', en: 'The post is filled.' },
  ended: { sv: 'Uppdraget är avslutat.', en: 'The appointment is ended.' },
  reviewed: { sv: 'Granskningen är antecknad.', en: 'The review is noted.' },
  imported: { sv: 'Importen är gjord.', en: 'The import is done.' },
  person_added: { sv: 'Personen är tillagd.', en: 'The person is added.' },
} as const satisfies Record<string, Text>
export type NoticeCode = keyof typeof notices

const cookie = 'genomslag_notice'

/** Tells something at the top of the next page that the reader opens. */
export const flash = (c: Context, code: NoticeCode): void => {
  setCookie(c, cookie, code, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 })
}

/** What is to be told now, if anything; it is not told again. */
export const takeFlash = (c: Context): Text | null => {
  const code = getCookie(c, cookie)
  if (code === undefined) return null
  deleteCookie(c, cookie, { path: '/' })
  return Object.hasOwn(notices, code) ? notices[code as NoticeCode] : null
}
