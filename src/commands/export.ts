import path from 'node:path'
import { exportPackage } from '../exchange/package/export-package.ts'
import { folderSink } from '../exchange/package/folder.ts'
import { withDatabase } from '../municipality.ts'
import { type Command, WrongCall } from './command.ts'
import { exchangeWords as words } from './exchange-words.ts'

/** Writes the whole municipality as an open package to an empty folder (docs/exchange.md). */
export const exportCommand: Command = {
  name: 'export',
  words: words.export,
  options: {},
  run: async ({ values, positionals: [to], console }) => {
    if (!to) throw new WrongCall(words.exportUsage)
    const folder = path.resolve(to)
    return withDatabase(values, console, async ({ ownerUrl }) => {
      const onProgress = (done: number, all: number): void => console.progress(words.writing(done, all))
      const { digest, tables } = await exportPackage({ ownerUrl, sink: folderSink(folder), onProgress, signal: console.signal })
      const rows = tables.reduce((n, t) => n + t.rows, 0)
      console.say(words.exported(folder, rows, digest))
      console.answer({ ok: true, folder, rows, digest })
      return 0
    })
  },
}
