import { addDays, day } from '../kernel/day.ts'
import { type Deps, transact } from '../database/transact.ts'
import { told, type Told, tellKind } from '../jobs/happening.ts'
import { defineJob } from '../jobs/job.ts'
import { addNotices, composeFor } from './notice-store.ts'
import { noticesOf } from './recipients.ts'
import { reachable } from './setting.ts'

/** What happened so many days ago is news to nobody: when years are loaded at once. */
export const news = 7

/** Notes for those concerned what happened, and writes the letter at once to those who want it so. */
export const tellOf = async (deps: Deps, happened: Told): Promise<void> => {
  if (happened.day < addDays(deps.clock.today(), -news)) return
  await transact(deps, { actor: 'system:reminders', act: 'tell of what happened' }, async (tx) => {
    const notices = await noticesOf(tx, deps, happened)
    const people = await reachable(
      tx,
      notices.map((n) => n.personId),
    )
    await addNotices(
      tx,
      deps,
      notices.filter((n) => people.has(n.personId)),
    )
    for (const person of people.values()) if (person.cadence === 'at_once') await composeFor(tx, deps, person)
  })
}

export const tellJob = defineJob(tellKind, told, (deps, happened) => tellOf(deps, { ...happened, day: day(happened.day) }))
