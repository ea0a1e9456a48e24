import { readFile, stat } from 'node:fs/promises'
import { loadWho } from '../access/who.ts'
import { Trouble } from '../database/trouble.ts'
import { importWords } from '../exchange/import/import-words.ts'
import type { ImportOutcome, Problem } from '../exchange/import/problem.ts'
import { targetOf } from '../exchange/import/target.ts'
import { largestByCommand } from '../exchange/sheet/read-table.ts'
import { sheetWords } from '../exchange/sheet/words.ts'
import type { Text } from '../kernel/text.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { type Command, type Console, WrongCall } from './command.ts'
import { exchangeWords as words } from './exchange-words.ts'

/** Reads a list in as somebody with an account, by the same acts and the same policy as on the page; without --apply it only tells. */
export const importCommand: Command = {
  name: 'import',
  words: words.import,
  options: {
    as: { type: 'string', words: words.importAs },
    apply: { type: 'boolean', words: words.importApply },
    preview: { type: 'boolean', words: words.importPreview },
  },
  run: async ({ values, positionals: [list, from, ...more], console }) => {
    const username = values['as']
    if (!list || !from || more.length > 0 || typeof username !== 'string') throw new WrongCall(words.importUsage)
    if (values['apply'] && values['preview']) throw new WrongCall(words.importBoth)
    const bytes = await bytesOf(from)
    return withDatabase(values, console, async (municipality) => {
      const { clock } = await clockOf(municipality)
      const deps = depsOf(municipality, clock)
      const account = await deps.store
        .selectFrom('account')
        .select(['person_id', 'disabled'])
        .where('username', '=', username.trim().toLowerCase())
        .executeTakeFirst()
      if (!account || account.disabled) throw new Trouble(words.importNobody(username))
      const who = await loadWho(deps.store, undefined, account.person_id, clock.today())
      const target = await targetOf(deps, who, nameOf(list))
      if (!target) throw new Trouble(words.importNoList(list))
      const onProgress = (done: number, all: number): void => console.progress(words.importing(done, all))
      const apply = values['apply'] === true
      const outcome = await target.run(deps, who, [{ name: from, content: bytes }], { apply, onProgress, signal: console.signal })
      tell(console, outcome, apply)
      console.answer({ ok: outcome.problems.length === 0, ...outcome })
      return outcome.problems.length === 0 ? 0 : 1
    })
  },
}

/** 'agreements' is a register; 'figures:SLUG' the figures of a measure. */
const nameOf = (list: string): string => (list.startsWith('figures:') ? `series/${list.slice('figures:'.length)}` : `register/${list}`)

/** A file that is too large is not read into the memory at all. */
const bytesOf = async (from: string): Promise<Buffer> => {
  try {
    if ((await stat(from)).size > largestByCommand) throw new Trouble(sheetWords.tooLarge(largestByCommand))
    return await readFile(from)
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble(words.importUnreadable(from, (error as Error).message))
  }
}

/** So many changes are told; --json tells them all. */
const mostTold = 50

const tell = (console: Console, { rows, unchanged, problems, applied }: ImportOutcome, apply: boolean): void => {
  for (const problem of problems) console.say(problemWords(problem))
  if (problems.length > 0) return console.say(importWords.hindered(problems.length))
  const changes = rows.flatMap((row) => row.changes.map((change) => ({ row, change })))
  for (const { row, change } of changes.slice(0, mostTold)) console.say(words.importChange(row.name, change.cell, change.label, change.before, change.after))
  if (changes.length > mostTold) console.say(importWords.firstShown(mostTold, changes.length))
  console.say(applied ? words.imported(rows.length, unchanged) : importWords.wouldChange(rows.length, unchanged))
  if (!apply && rows.length > 0) console.say(words.importHow)
}

const problemWords = ({ cell, stood, refusal }: Problem): Text => {
  const line = (text: string): string => [cell, stood === '' ? '' : `”${stood}”`, text].filter(Boolean).join(': ')
  return { sv: line(refusal.text.sv), en: line(refusal.text.en) }
}
