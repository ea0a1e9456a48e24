import { z } from 'zod'
import { deliverMail } from '../jobs/deliver-mail.ts'
import { defineJob, type Job, type Turn } from '../jobs/job.ts'
import type { SmtpConfig } from '../jobs/smtp.ts'
import { weekdaysAt } from '../jobs/turn.ts'
import { composeMorning, deliverKind } from './notice-store.ts'
import { remind } from './remind.ts'
import { tellJob } from './tell.ts'
import { letterWriter } from './write-letter.tsx'

/** Each weekday morning: who is to be reminded, and their letters. */
const morning: Turn = {
  job: defineJob('morning', z.unknown(), async (deps, _, signal) => {
    await remind(deps, signal)
    await composeMorning(deps, signal)
  }),
  slot: weekdaysAt('06:30'),
}

/** Sends what lies in the outbox. Where no mail server is configured letters wait, until one is. */
const deliver = (smtp: SmtpConfig | null): Job =>
  defineJob(deliverKind, z.unknown(), async (deps, _, signal) => {
    if (smtp) await deliverMail(deps, smtp, letterWriter(smtp.site), signal)
  })

/** Looks through the outbox now and then, also when nobody has asked: after a crash, or when a mail server has been configured. */
const everyTenMinutes = (now: Date): string => now.toISOString().slice(0, 15)

/** The work of telling people: what happens, what comes near, and the letters. */
export const reminderWork = (smtp: SmtpConfig | null): { readonly jobs: readonly Job[]; readonly turns: readonly Turn[] } => ({
  jobs: [tellJob],
  turns: [morning, { job: deliver(smtp), slot: everyTenMinutes }],
})
