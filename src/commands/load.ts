import { Trouble } from '../database/trouble.ts'
import { isEmpty, loadDemonstration } from '../demo/load-demonstration.ts'
import { withDatabase } from '../municipality.ts'
import type { Command } from './command.ts'
import { words } from './words.ts'

export const load: Command = {
  name: 'load',
  words: words.load,
  options: {},
  run: ({ values, console }) =>
    withDatabase(values, console, async (municipality) => {
      if (!(await isEmpty(municipality))) throw new Trouble(words.notEmpty)
      console.answer({ ok: true, things: await loadDemonstration(municipality, console) })
      return 0
    }),
}
