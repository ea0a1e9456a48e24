import { contradictionsNightly } from './contradictions/nightly.ts'
import { importFileJob } from './exchange/import/long-file.ts'
import type { Turn, Work } from './jobs/job.ts'
import type { SmtpConfig } from './jobs/smtp.ts'
import { makeBundleJob } from './meetings/summons/make-bundle.ts'
import { passDays } from './registers/pass-deadlines.ts'
import { reminderWork } from './reminders/jobs.ts'

/**
 * All work that this house does for later, and what of it comes back by itself. A new kind of work takes its place here, and is then
 * run by every process that serves. `smtp` is where letters are handed in; null where they wait.
 */
export const workOf = (smtp: SmtpConfig | null): Work => {
  const reminders = reminderWork(smtp)
  const turns: readonly Turn[] = [passDays, contradictionsNightly, ...reminders.turns]
  return { jobs: [...reminders.jobs, importFileJob, makeBundleJob, ...turns.map((turn) => turn.job)], turns }
}
