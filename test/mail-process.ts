// A process of its own that sends what waits in the outbox, so that tests can kill it as a machine would.
import { randomUUID } from 'node:crypto'
import { openStore } from '../src/database/connection.ts'
import { deliverMail } from '../src/jobs/deliver-mail.ts'
import { NotNow } from '../src/jobs/job.ts'
import { smtpConfig, type SmtpConfig } from '../src/jobs/smtp.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'

const [url = '', smtp = ''] = process.argv.slice(2)
const { store, close } = openStore(url)
const config = smtpConfig({ SMTP_URL: smtp, MAIL_FROM: 'genomslag@boras.example.org', GENOMSLAG_URL: 'http://localhost' }) as SmtpConfig
const deps = { store, clock: systemClock, ids: timeOrderedIds(() => new Date()), holder: randomUUID() }
const letter = { subject: 'Att göra', text: 'text', html: '<p>text</p>', locale: 'sv', unsubscribe: 'https://example.org/u' } as const
await deliverMail(deps, config, async () => letter, new AbortController().signal, 1000).catch((error: unknown) => {
  if (!(error instanceof NotNow)) throw error
})
await close()
