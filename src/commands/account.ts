import { text } from 'node:stream/consumers'
import { createAccount } from '../access/create-account.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

/** Makes an account for a new person; the password is read from standard input, so that no history of commands keeps it. */
export const account: Command = {
  name: 'account',
  words: words.account,
  options: {},
  run: async ({ values, positionals, console }) => {
    const [username, givenName, familyName] = positionals
    if (!username || !givenName || !familyName) throw new WrongCall(words.accountUsage)
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    return withDatabase(values, console, async (municipality) => {
      const { clock } = await clockOf(municipality)
      const made = await createAccount(depsOf(municipality, clock), { username, givenName, familyName, password })
      for (const refusal of made.ok ? [] : made.refusals) console.say(refusal.text)
      if (made.ok) console.say(words.accountMade(username))
      console.answer(made)
      return made.ok ? 0 : 1
    })
  },
}
