import { createHash, randomBytes } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { type JobDeps, NotNow } from './job.ts'
import { claimMail, type HeldMail, keepMail, layDeadToRest, markHanding, settleMail, untilNextMail } from './mail-store.ts'
import { type Handed, type Line, openLine, type SmtpConfig } from './smtp.ts'

/** A letter as its writer made it. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly locale: 'sv' | 'en'
  /** Where the reader can end all letters without signing in. */
  readonly unsubscribe: string
}

/** Writes the letter now, by what is true now; null when there is nothing left to tell. The token is for its link to unsubscribe. */
export type Write = (deps: JobDeps, mail: HeldMail, unsubscribeToken: string) => Promise<Letter | null>

/** The same letter has the same Message-ID however many times it is tried. */
const composed = ({ id, address }: HeldMail, { subject, text, html, locale, unsubscribe }: Letter, from: string, at: Date): Promise<Buffer> =>
  new MailComposer({
    from: { name: 'Genomslag', address: from },
    to: address,
    subject,
    text,
    html,
    date: at,
    messageId: `<${id}@${from.split('@')[1]}>`,
    headers: {
      'Content-Language': locale,
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
    .compile()
    .build()

/** Seconds before the nth attempt after the first: soon at first, then each half hour. */
const waitAfter = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), 1800)

/** So many attempts at one address that says "later": some five days. A server that is away does not count. */
const mostAttempts = 240

/**
 * Sends the letters that wait, one after the other, until none may go or the server is away (then NotNow, to come back).
 * Each is claimed before it is sent, and marked when its content is about to be given: at most once for what may have been taken, at
 * least once for what has not. A bad address ends its own letter and holds up no other.
 */
export const deliverMail = async (deps: JobDeps, config: SmtpConfig, write: Write, signal: AbortSignal, lease = 30_000): Promise<void> => {
  const { store, holder } = deps
  let line: Line | null = null
  try {
    while (!signal.aborted) {
      await layDeadToRest(store)
      const mail = await claimMail(store, holder, lease)
      if (!mail) break
      const beat = setInterval(() => void keepMail(store, holder, mail, lease).catch(() => {}), lease / 3)
      try {
        const token = randomBytes(32).toString('base64url')
        const letter = await write(deps, mail, token)
        if (!letter) {
          await settleMail(store, holder, mail, 'dropped')
          continue
        }
        const bytes = await composed(mail, letter, config.from, deps.clock.now())
        const handed: Handed = await handIn(
          () => (line ? Promise.resolve(line) : openLine(config).then((opened) => (line = opened))),
          mail,
          bytes,
          () => markHanding(store, holder, mail, createHash('sha256').update(token).digest()),
        )
        if (handed.end === 'away' || handed.end === 'unsure' || handed.end === 'taken_over') line = null
        await settle(deps, mail, handed)
        if (handed.end === 'away') throw new NotNow(handed.why, waitAfter(mail.attempts))
      } catch (error) {
        // What cannot be written is a defect; the letter waits, so that it holds up nobody and is not lost.
        if (!(error instanceof NotNow))
          await settleMail(store, holder, mail, 'waiting', { error: String(error).slice(0, 300), seconds: waitAfter(mail.attempts) })
        throw error
      } finally {
        clearInterval(beat)
      }
    }
  } finally {
    ;(line as Line | null)?.close()
  }
  const next = await untilNextMail(store)
  if (next !== null && !signal.aborted) throw new NotNow('letters wait for their next attempt', Math.max(1, next))
}

const handIn = async (open: () => Promise<Line>, mail: HeldMail, bytes: Buffer, beforeContent: () => Promise<boolean>): Promise<Handed> => {
  try {
    const line = await open()
    return await line.hand(mail.address, bytes, beforeContent)
  } catch (error) {
    return { end: 'away', why: (error as Error).message.slice(0, 300) }
  }
}

const settle = async ({ store, holder }: JobDeps, mail: HeldMail, handed: Handed): Promise<void> => {
  switch (handed.end) {
    case 'sent':
      return settleMail(store, holder, mail, 'sent')
    case 'taken_over':
      return
    case 'refused':
    case 'unsure':
      return settleMail(store, holder, mail, handed.end, { error: handed.why })
    case 'later':
      return mail.attempts < mostAttempts
        ? settleMail(store, holder, mail, 'waiting', { error: handed.why, seconds: waitAfter(mail.attempts) })
        : settleMail(store, holder, mail, 'refused', { error: handed.why })
    case 'away':
      return settleMail(store, holder, mail, 'waiting', { error: handed.why, seconds: waitAfter(mail.attempts) })
  }
}
