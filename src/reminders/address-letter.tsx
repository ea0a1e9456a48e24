import { renderToStaticMarkup } from 'react-dom/server'
import { digestOf, newToken } from '../access/token.ts'
import type { Store } from '../database/connection.ts'
import type { MailPurpose } from '../database/tables/jobs.ts'
import type { Letter } from '../jobs/deliver-mail.ts'
import { type Locale, say } from '../kernel/text.ts'
import { addressWords as words } from './address-words.ts'
import { loadSetting } from './setting.ts'

interface AddressLetter {
  readonly personId: string
  readonly purpose: Exclude<MailPurpose, 'notices'>
  readonly address: string
  readonly site: string
  readonly unsubscribe: string
  /** Is it to be sent now? Then its link gets a new secret, and that of an earlier attempt is no more. Else it is only shown, without. */
  readonly sending: boolean
}

/** The letter about its reader's own address; null when there is nothing left to confirm. */
export const writeAddressLetter = async (store: Store, asked: AddressLetter): Promise<Letter | null> => {
  const { personId, purpose, address, site, unsubscribe, sending } = asked
  const { locale } = await loadSetting(store, personId)
  if (purpose === 'address_changed') return letter(locale, words.changedSubject, [words.changed, words.notYou], `${site}/account/reminders`, unsubscribe)
  const token = sending ? newToken() : '…'
  const waits = store.selectFrom('address_change').select('id').where('person_id', '=', personId).where('email', '=', address)
  if (!(await waits.executeTakeFirst())) return null
  if (sending)
    await store
      .updateTable('address_change')
      .set({ token_digest: digestOf(token) })
      .where('person_id', '=', personId)
      .where('email', '=', address)
      .execute()
  return letter(locale, words.confirmSubject, [words.confirm, words.ignore], `${site}/address/${token}`, unsubscribe)
}

const letter = (locale: Locale, subject: Parameters<typeof say>[0], told: readonly Parameters<typeof say>[0][], link: string, unsubscribe: string): Letter => {
  const [title, lines] = [say(subject, locale), told.map((text) => say(text, locale))]
  const html = (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
      </head>
      <body style={{ fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: 1.5, maxWidth: '38em', margin: '0 auto', padding: '16px' }}>
        <h1 style={{ fontSize: '24px', lineHeight: 1.25 }}>{title}</h1>
        <p>{lines[0]}</p>
        <p>
          <a href={link}>{link}</a>
        </p>
        <p style={{ fontSize: '15px' }}>{lines[1]}</p>
      </body>
    </html>
  )
  return { subject: title, text: `${[lines[0], link, lines[1]].join('\n\n')}\n`, html: `<!doctype html>${renderToStaticMarkup(html)}`, locale, unsubscribe }
}
