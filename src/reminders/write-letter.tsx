import { renderToStaticMarkup } from 'react-dom/server'
import type { Store } from '../database/connection.ts'
import type { Letter, Write } from '../jobs/deliver-mail.ts'
import type { Day } from '../kernel/day.ts'
import { type Locale, say } from '../kernel/text.ts'
import { writeAddressLetter } from './address-letter.tsx'
import { letterWords as words } from './letter-words.ts'
import { loadSetting } from './setting.ts'
import { type Group, groups, type Line, linesOf } from './told-lines.ts'

interface Written {
  readonly locale: Locale
  readonly name: string
  /** Address of this municipality, without a slash at the end. */
  readonly site: string
  readonly lines: readonly Line[]
  readonly unsubscribe: string
}

/** Writes the letters of the house for the address of this municipality. */
export const letterWriter =
  (site: string): Write =>
  (deps, mail, token) =>
    writeLetter(deps.store, { mailId: mail.id, personId: mail.personId, today: deps.clock.today(), site, token, sending: true })

interface WriteLetter {
  readonly mailId: string
  readonly personId: string
  readonly today: Day
  readonly site: string
  readonly token: string
  /** Is it to be sent now, or only shown? */
  readonly sending: boolean
}

/** The letter in the person's language, as text and as HTML; null when there is nothing left to tell. */
export const writeLetter = async (store: Store, { mailId, personId, today, site, token, sending }: WriteLetter): Promise<Letter | null> => {
  const { purpose, address } = await store.selectFrom('mail').select(['purpose', 'address']).where('id', '=', mailId).executeTakeFirstOrThrow()
  if (purpose !== 'notices') return writeAddressLetter(store, { personId, purpose, address, site, unsubscribe: `${site}/unsubscribe/${token}`, sending })
  const lines = await linesOf(store, mailId, today)
  if (lines.length === 0) return null
  const { locale } = await loadSetting(store, personId)
  const person = await store.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', personId).executeTakeFirstOrThrow()
  const written: Written = { locale, name: `${person.given_name} ${person.family_name}`, site, lines, unsubscribe: `${site}/unsubscribe/${token}` }
  const count = (group: Group): number => lines.filter((line) => line.group === group).length
  const counts = { late: count('late'), due: count('due'), landed: count('landed'), followed: count('followed') }
  return {
    subject: say(words.subject(counts), locale),
    text: textOf(written),
    html: `<!doctype html>${renderToStaticMarkup(<Html {...written} title={say(words.subject(counts), locale)} />)}`,
    locale,
    unsubscribe: written.unsubscribe,
  }
}

const inGroups = (lines: readonly Line[]) =>
  groups.map((group) => ({ group, lines: lines.filter((line) => line.group === group) })).filter((g) => g.lines.length > 0)

const detailsOf = ({ about, due }: Line, locale: Locale): string => [about, due && say(words.by(due), locale)].filter(Boolean).join(', ')

const textOf = ({ locale, name, site, lines, unsubscribe }: Written): string => {
  const t = (text: Parameters<typeof say>[0]): string => say(text, locale)
  const parts = inGroups(lines).map(({ group, lines: some }) => {
    const told = some.map((line) => `- ${t(line.what)}${detailsOf(line, locale) ? `: ${detailsOf(line, locale)}` : ''}\n  ${site}${line.path}`)
    return [t(words.group[group]), ...told].join('\n')
  })
  const ends = `${t(words.all)}: ${site}/due\n${t(words.settings)}: ${site}/account/reminders\n${t(words.unsubscribe)}: ${unsubscribe}`
  return `${[t(words.hello(name)), ...parts, t(words.whySent), ends].join('\n\n')}\n`.replaceAll('\u00a0', ' ')
}

/** Mail programs read no style sheets of ours: what little style there is stands on the elements. */
const Html = ({ locale, name, site, lines, unsubscribe, title }: Written & { readonly title: string }) => {
  const t = (text: Parameters<typeof say>[0]): string => say(text, locale)
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body style={{ fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: 1.5, maxWidth: '38em', margin: '0 auto', padding: '16px' }}>
        <p>{t(words.hello(name))}</p>
        <h1 style={{ fontSize: '24px', lineHeight: 1.25 }}>{title}</h1>
        {inGroups(lines).map(({ group, lines: some }) => (
          <section key={group}>
            <h2 style={{ fontSize: '19px', borderTop: '1px solid', paddingTop: '8px' }}>{t(words.group[group])}</h2>
            <ul>
              {some.map((line, i) => (
                <li key={i} style={{ marginBottom: '10px' }}>
                  <a href={`${site}${line.path}`}>{t(line.what)}</a>
                  {detailsOf(line, locale) && (
                    <>
                      <br />
                      {detailsOf(line, locale)}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p>
          <a href={`${site}/due`}>{t(words.all)}</a>
        </p>
        <hr />
        <p style={{ fontSize: '15px' }}>{t(words.whySent)}</p>
        <p style={{ fontSize: '15px' }}>
          <a href={`${site}/account/reminders`}>{t(words.settings)}</a> · <a href={unsubscribe}>{t(words.unsubscribe)}</a>
        </p>
      </body>
    </html>
  )
}
