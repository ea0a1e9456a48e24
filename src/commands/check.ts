import { readFileSync } from 'node:fs'
import { check as checkText } from '../contradictions/check.ts'
import { report } from '../contradictions/report.ts'
import { verbatim } from '../kernel/text.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

const readText = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
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
    const checked = checkText(readText(file))
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
