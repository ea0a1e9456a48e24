import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Readable } from 'node:stream'
import { Trouble } from '../database/trouble.ts'
import { words } from './words.ts'

/** Where letters are handed in, and whom they come from. */
export interface SmtpConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps). Otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
  readonly from: string
  /** Public address of this municipality, for the links of letters: 'https://genomslag.example.org'. */
  readonly site: string
}

const address = /^[^\s@<>"]+@[^\s@<>"]+$/

/**
 * Reads SMTP_URL ('smtp://user:password@mail.example.org:587', 'smtps://…'), MAIL_FROM and GENOMSLAG_URL. Null where SMTP_URL is not set: then
 * letters wait. Throws Trouble when they cannot be understood: a letter that nobody sends should be noticed at the start.
 */
export const smtpConfig = (env: Readonly<Record<string, string | undefined>>): SmtpConfig | null => {
  const given = env['SMTP_URL']
  if (!given) return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new Trouble(words.badSmtpUrl)
  const from = env['MAIL_FROM'] ?? ''
  if (!address.test(from)) throw new Trouble(words.badMailFrom)
  const site = (env['GENOMSLAG_URL'] ?? '').replace(/\/+$/, '')
  if (!/^https?:$/.test(URL.canParse(site) ? new URL(site).protocol : '')) throw new Trouble(words.badAddress)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
    site,
  }
}

/**
 * How handing in a letter ended. `refused`: the server will never take it for this address. `later`: it did not take it now.
 * `away`: the server could not be spoken with, or takes nothing from us; nothing of the letter has reached it. `unsure`: the line was
 * cut after its content was given and before the server answered: it may or may not have been taken. `taken_over`: another process
 * has the letter; nothing was given.
 */
export type Handed = { readonly end: 'sent' } | { readonly end: 'refused' | 'later' | 'away' | 'unsure'; readonly why: string } | { readonly end: 'taken_over' }

/** One line to the mail server, used for one letter after another. */
export interface Line {
  /** Hands in one letter. `beforeContent` is asked when the server waits for the content; false stops it there. */
  hand(to: string, letter: Buffer, beforeContent: () => Promise<boolean>): Promise<Handed>
  close(): void
}

interface SmtpError {
  readonly message: string
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
  readonly command?: string | undefined
}

const why = (error: SmtpError): string => error.message.slice(0, 300)

/** Opens the line; an error where the server cannot be spoken with or does not let us in. */
export const openLine = async ({ host, port, secure, auth, from }: SmtpConfig): Promise<Line> => {
  const connection = new SMTPConnection({ host, port, secure, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 120_000 })
  // What fails without anybody waiting (an idle line that is cut) is met by the next letter.
  connection.on('error', () => {})
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (auth) await new Promise<void>((resolve, reject) => connection.login(auth, (error) => (error ? reject(error) : resolve())))
  } catch (error) {
    connection.close()
    throw error
  }
  const reset = (): Promise<void> => new Promise((resolve) => connection.reset(() => resolve()))
  return {
    close: () => connection.quit(),
    hand: async (to, letter, beforeContent) => {
      let asked = false
      let given = false
      // Read only when the server has said 354: until then nothing of the letter has left us.
      const content = async function* (): AsyncGenerator<Buffer> {
        asked = true
        if (!(await beforeContent())) throw new Error('taken over')
        given = true
        yield letter
      }
      const error = await new Promise<SmtpError | null>((resolve) => {
        connection.send({ from, to, size: letter.length }, Readable.from(content(), { objectMode: false }), (failed) => resolve(failed))
      })
      if (!error) return { end: 'sent' }
      if (asked && !given) {
        connection.close()
        return { end: 'taken_over' }
      }
      // Our own side saw that the address is none, before it was said to anybody.
      if (error.command === 'API' && error.code === 'EENVELOPE') return { end: 'refused', why: why(error) }
      const code = error.responseCode ?? 0
      if (code >= 400 && !connection.destroyed) await reset()
      // An answer of the server is an answer, whenever it comes: 5xx is for good, 4xx for now. To whom we are nobody, we speak later.
      if (code >= 500) return { end: !given && error.command !== 'RCPT TO' && error.command !== 'DATA' ? 'away' : 'refused', why: why(error) }
      if (code >= 400) return { end: connection.destroyed && !given ? 'away' : 'later', why: why(error) }
      return { end: given ? 'unsure' : 'away', why: why(error) }
    },
  }
}
