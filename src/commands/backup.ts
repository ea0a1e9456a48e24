import { statSync } from 'node:fs'
import path from 'node:path'
import { backup } from '../exchange/package/backup.ts'
import { withDatabase } from '../municipality.ts'
import { type Command, WrongCall } from './command.ts'
import { exchangeWords as words } from './exchange-words.ts'

/** Writes everything to one compressed file, as it is at one moment, while the program runs. */
export const backupCommand: Command = {
  name: 'backup',
  words: words.backup,
  options: {},
  run: async ({ values, positionals: [to], console }) => {
    if (!to) throw new WrongCall(words.backupUsage)
    const file = path.resolve(to)
    return withDatabase(values, console, async ({ ownerUrl }) => {
      const onProgress = (done: number, all: number): void => console.progress(words.writing(done, all))
      const { digest, tables } = await backup({ ownerUrl, file, onProgress, signal: console.signal })
      const rows = tables.reduce((n, t) => n + t.rows, 0)
      const { size } = statSync(file)
      console.say(words.backedUp(file, size, rows, digest))
      console.answer({ ok: true, file, size, rows, digest })
      return 0
    })
  },
}
