import { readFile } from 'node:fs/promises'
import { check as checkText } from '../contradictions/check.ts'
import { report } from '../contradictions/report.ts'
import { verbatim } from '../kernel/text.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

/** Standard input is read as it comes: a pipe may not have anything yet. */
const readStandardInput = async (): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const readText = async (file: string): Promise<string> => {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file, 'utf8')
  } catch (error) {
    throw new WrongCall(words.checkUnreadable(file, (error as Error).message))
  }
}

export const check: Command = {
  name: 'check',
  words: words.check,
  options: {},
  run: async ({ positionals, console }) => {
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new WrongCall(words.checkUsage)
    const checked = checkText(await readText(file))
    if (!checked.ok) {
      if (!console.json)
        throw new WrongCall({ sv: checked.refusals.map(({ text }) => text.sv).join('\n'), en: checked.refusals.map(({ text }) => text.en).join('\n') })
      console.answer({ ok: false, refusals: checked.refusals })
      return 2
    }
    console.say(verbatim(report(checked.value, checked.value.unknown, console.locale)))
    console.answer(checked.value)
    return checked.value.ok ? 0 : 1
  },
}
