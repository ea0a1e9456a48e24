import { text } from 'node:stream/consumers'
import { createAccount } from '../access/create-account.ts'
import { granted, type Refusal } from '../kernel/refusal.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { foundMunicipality } from '../organisation/found-municipality.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

/** Founds a municipality in an empty database: its name, its first chief executive and their account. */
export const found: Command = {
  name: 'found',
  words: words.found,
  options: {},
  run: async ({ values, positionals, console }) => {
    const [name, username, givenName, familyName] = positionals
    if (!name || !username || !givenName || !familyName) throw new WrongCall(words.foundUsage)
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    return withDatabase(values, console, async (municipality) => {
      const deps = depsOf(municipality, (await clockOf(municipality)).clock)
      const founded = (await municipality.store.selectFrom('node').select('id').limit(1).executeTakeFirst()) !== undefined
      // Where there is an organisation already, founding refuses before an account is made for nothing.
      const account = founded ? granted({ personId: '' }) : await createAccount(deps, { username, givenName, familyName, password })
      const made = account.ok ? await foundMunicipality(deps, { name, personId: account.value.personId }) : account
      const refusals: readonly Refusal[] = made.ok ? [] : made.refusals
      for (const refusal of refusals) console.say(refusal.text)
      if (made.ok) console.say(words.founded(name))
      console.answer(made)
      return made.ok ? 0 : 1
    })
  },
}
