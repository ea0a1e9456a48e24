import { check as checkText } from '../contradictions/check.ts'
import { readFileText } from '../contradictions/file-text.ts'
import { fileSchema } from '../contradictions/format.ts'
import { report, reportOnThings } from '../contradictions/report.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { verbatim } from '../kernel/text.ts'
import { refreshAll } from '../contradictions/refresh.ts'
import { everyStanding, titlesOf } from '../contradictions/standing-store.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { type Command, type Console, type Invocation, WrongCall } from './command.ts'
import { words } from './words.ts'

const readText = async (file: string): Promise<Verdict<string>> => {
  try {
    return await readFileText(file)
  } catch (error) {
    throw new WrongCall(words.checkUnreadable(file, (error as Error).message))
  }
}

/** Looks at everything the municipality holds, keeps what it found for the pages, and tells it. Exit code 1 where something cannot be. */
const checkMunicipality = (values: Invocation['values'], console: Console): Promise<number> =>
  withDatabase(values, console, async (municipality) => {
    const { clock } = await clockOf(municipality)
    const { signal } = console
    await refreshAll(depsOf(municipality, clock), { signal, progress: (done, all) => console.progress(words.checking(done, all)) })
    const standing = await everyStanding(municipality.store)
    const titles = await titlesOf(
      municipality.store,
      standing.flatMap(({ concerns }) => concerns),
    )
    const about = standing.map(({ id, finding, concerns, answer }) => ({
      finding,
      things: concerns.flatMap((thing) => titles.get(thing) ?? []),
      href: `/contradictions/${id}`,
      answer: answer?.text ?? null,
    }))
    console.say(verbatim(reportOnThings(about, console.locale)))
    const sure = standing.filter(({ finding }) => finding.sureness !== 'ask').length
    console.answer({ ok: sure === 0, findings: standing.map(({ id, finding, concerns, found, answer }) => ({ id, ...finding, concerns, found, answer })) })
    return sure === 0 ? 0 : 1
  })

/** Finds contradictions in a file or in the municipality; exit code 1 where something is an error (docs/contradictions.md). */
export const check: Command = {
  name: 'check',
  words: words.check,
  options: {
    municipality: { type: 'boolean', words: words.checkMunicipality },
    shape: { type: 'boolean', words: words.checkShape },
  },
  run: async ({ values, positionals, console }) => {
    if (values['shape'] === true) {
      process.stdout.write(`${JSON.stringify(fileSchema(), null, console.json ? 0 : 2)}\n`)
      return 0
    }
    if (values['municipality'] === true) {
      if (positionals.length > 0) throw new WrongCall(words.checkUsage)
      return checkMunicipality(values, console)
    }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new WrongCall(words.checkUsage)
    const text = await readText(file)
    const checked = text.ok ? checkText(text.value) : text
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
