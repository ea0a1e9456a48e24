import path from 'node:path'
import { Trouble } from '../database/trouble.ts'
import { checkPackage } from '../exchange/package/check-package.ts'
import { loadPackage } from '../exchange/package/load-package.ts'
import { loadIfEmpty } from '../load-demonstration.ts'
import { withDatabase } from '../municipality.ts'
import type { Command, Invocation } from './command.ts'
import { takeIn } from './take-in.ts'
import { words } from './words.ts'

/** Without a folder the demonstration; with one the package in it. */
export const load: Command = {
  name: 'load',
  words: words.load,
  options: {},
  run: (invocation) => (invocation.positionals[0] ? loadFolder(invocation, path.resolve(invocation.positionals[0])) : demonstration(invocation)),
}

const demonstration = ({ values, console }: Invocation): Promise<number> =>
  withDatabase(values, console, async (municipality) => {
    const things = await loadIfEmpty(municipality, console)
    if (things === null) throw new Trouble(words.notEmpty)
    console.say(words.loaded(things))
    console.answer({ ok: true, things })
    return 0
  })

const loadFolder = (invocation: Invocation, folder: string): Promise<number> =>
  takeIn(invocation, folder, async (into) => {
    const checked = await checkPackage(folder, into)
    return checked.ok ? loadPackage({ ...into, folder, manifest: checked.value }) : checked
  })
