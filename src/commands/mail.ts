import { transact } from '../database/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { countJobs, retryFailed } from '../jobs/job-store.ts'
import { countMail, sendAgain } from '../jobs/mail-store.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { deliverKind } from '../reminders/notice-store.ts'
import { reminderWords } from '../reminders/words.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

/** How the outbox and the queue of work are; `again` lets what was refused or given up be tried once more. */
export const mail: Command = {
  name: 'mail',
  words: words.mail,
  options: {},
  run: ({ values, positionals, console }) => {
    const [wanted, ...rest] = positionals
    if (rest.length > 0 || (wanted !== undefined && wanted !== 'again')) throw new WrongCall(words.mailUsage)
    return withDatabase(values, console, async (municipality) => {
      const { store } = municipality
      if (wanted === 'again') {
        const letters = await sendAgain(store, 'all refused')
        const jobs = await retryFailed(store)
        const { clock } = await clockOf(municipality)
        await transact(depsOf(municipality, clock), { actor: 'system:command line', act: 'send letters again' }, (tx) =>
          enqueue(tx, deliverKind, {}, { key: 'mail' }),
        )
        console.say(words.mailAgain(letters, jobs))
      }
      const [letters, jobs] = [await countMail(store), await countJobs(store)]
      if (letters.length === 0) console.say(reminderWords.noLetters)
      for (const { state, count, oldest } of letters) console.say(words.mailState(reminderWords.states[state], count, oldest))
      for (const job of jobs) console.say(words.jobState(job))
      console.answer({ ok: true, letters, jobs })
      return letters.some(({ state }) => state === 'unsure') || jobs.some(({ failed }) => failed > 0) ? 1 : 0
    })
  },
}
