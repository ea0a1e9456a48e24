import path from 'node:path'
import { restore } from '../exchange/package/restore.ts'
import { type Command, WrongCall } from './command.ts'
import { exchangeWords as words } from './exchange-words.ts'
import { takeIn } from './take-in.ts'

/** Reads a backup into an empty database and verifies it; refuses one that holds anything. */
export const restoreCommand: Command = {
  name: 'restore',
  words: words.restore,
  options: {},
  run: (invocation) => {
    const [from] = invocation.positionals
    if (!from) throw new WrongCall(words.restoreUsage)
    const file = path.resolve(from)
    return takeIn(invocation, file, (into) => restore({ ...into, file }))
  },
}
