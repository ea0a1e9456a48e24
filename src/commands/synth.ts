import pg from 'pg'
import { contentOf } from '../demo/load-demonstration.ts'
import { Trouble } from '../database/trouble.ts'
import { clear } from '../load-demonstration.ts'
import { openMunicipality, withDatabase } from '../municipality.ts'
import { digestOfData } from '../synth/digest.ts'
import { make, planOf } from '../synth/make.ts'
import { type SizeName, sizeNames } from '../synth/size.ts'
import { type Command, WrongCall } from './command.ts'
import { synthWords as words } from './synth-words.ts'

const wholeNumber = (name: string, value: unknown, [least, most]: readonly [number, number]): number => {
  const number = Number(value)
  if (!/^\d{1,9}$/.test(String(value)) || number < least || number > most) throw new WrongCall(words.badNumber(name, String(value), least, most))
  return number
}

const readSize = (value: unknown): SizeName => {
  const size = sizeNames.find((name) => name === String(value).normalize('NFC').toLowerCase())
  if (!size) throw new WrongCall(words.badSize(String(value), sizeNames))
  return size
}

/** Invents a municipality in an empty database: the same seed and size give the same. */
export const synth: Command = {
  name: 'synth',
  words: words.synth,
  options: {
    seed: { type: 'string', words: words.seed },
    size: { type: 'string', words: words.size },
    years: { type: 'string', words: words.years },
  },
  run: ({ values, console }) => {
    const asked = {
      seed: wholeNumber('seed', values['seed'] ?? '1', [0, 999_999_999]),
      size: readSize(values['size'] ?? 'borås'),
      years: wholeNumber('years', values['years'] ?? '15', [2, 15]),
    }
    return withDatabase(values, console, async (municipality) => {
      const { store, ownerUrl } = municipality
      const content = await contentOf(store)
      if (content === 'whole') throw new Trouble(words.notEmpty)
      if (content === 'cut off') await begin(ownerUrl, console)
      const began = performance.now()
      console.progress(words.thinking)
      let told = 0
      const done = (what: string, share: number): void => {
        if (performance.now() - told < 200) return
        told = performance.now()
        console.progress(words.making(what, share))
      }
      try {
        const { acts, figures } = await make(store, planOf(asked), { done, signal: console.signal })
        await analyse(ownerUrl)
        const seconds = Math.round((performance.now() - began) / 1000)
        const digest = await digestOfData(store)
        console.say(words.made(acts, figures, seconds))
        console.answer({ ok: true, ...asked, acts, figures, seconds, digest })
        return 0
      } catch (error) {
        // Half a municipality is of no use, and would be taken for a whole one: what has been written goes.
        if (console.signal.aborted) await begin(ownerUrl, console)
        throw error
      }
    })
  },
}

/** Takes away what was begun and lays the database out anew. */
const begin = async (ownerUrl: string, console: Parameters<Command['run']>[0]['console']): Promise<void> => {
  console.progress(words.clearing)
  await clear(ownerUrl)
  await (await openMunicipality(ownerUrl, console.progress)).close()
}

/** So that the first pages are planned by what there is. */
const analyse = async (ownerUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze').finally(() => owner.end())
}
