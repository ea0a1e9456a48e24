import { Trouble } from '../database/trouble.ts'
import { loadIfEmpty } from '../load-demonstration.ts'
import { withDatabase } from '../municipality.ts'
import type { Command } from './command.ts'
import { words } from './words.ts'

export const load: Command = {
  name: 'load',
  words: words.load,
  options: {},
  run: ({ values, console }) =>
    withDatabase(values, console, async (municipality) => {
      const things = await loadIfEmpty(municipality, console)
      if (things === null) throw new Trouble(words.notEmpty)
      console.say(words.loaded(things))
      console.answer({ ok: true, things })
      return 0
    }),
}
