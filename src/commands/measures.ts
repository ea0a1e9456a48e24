import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { countMeasures } from '../registers/count-measures.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import type { Command } from './command.ts'
import { words } from './words.ts'

/** Counts the registers’ measures for the month, each unit its own; twice the same day changes nothing. */
export const measures: Command = {
  name: 'measures',
  words: words.measures,
  options: {},
  run: ({ values, console }) =>
    withDatabase(values, console, async (municipality) => {
      const { clock } = await clockOf(municipality)
      let counted = 0
      for (const definition of allDefinitions) counted += await countMeasures(depsOf(municipality, clock), definition)
      console.say(words.counted(counted))
      console.answer({ ok: true, counted })
      return 0
    }),
}
