import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Locale, say, verbatim } from '../kernel/text.ts'
import { type Asked, askRule } from '../rulebook/ask-rule.ts'
import type { Rule } from '../rulebook/rule.ts'
import { numbersOf, ruleChapter } from '../rulebook/rule-chapter.ts'
import { shapesOf } from '../rulebook/rule-shapes.ts'
import { rules } from '../rulebook/rules.ts'
import { rulesDocument } from '../rulebook/rules-document.ts'
import { type Command, WrongCall } from './command.ts'
import { judgeLines } from './judge-lines.ts'
import { readStandardInput } from './standard-input.ts'
import { words } from './words.ts'

/** The rules whose names are written most like this one: as many shared pairs of letters as possible. */
const alike = (name: string): readonly string[] => {
  const pairs = (word: string): ReadonlySet<string> => new Set([...word].slice(1).map((letter, i) => `${word[i]}${letter}`))
  const own = pairs(name)
  const likeness = (other: string): number => [...pairs(other)].filter((pair) => own.has(pair)).length / Math.max(own.size, pairs(other).size, 1)
  return rules
    .map((rule) => ({ name: rule.name, likeness: likeness(rule.name) }))
    .filter(({ likeness: how }) => how >= 0.3)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map((rule) => rule.name)
}

const ruleNamed = (name: string | undefined): Rule => {
  if (name === undefined) throw new WrongCall(words.ruleUsage)
  const found = rules.find((rule) => rule.name === name)
  if (!found) throw new WrongCall(words.ruleUnknown(name, alike(name)))
  return found
}

const factsOf = async (file: string | undefined): Promise<unknown> => {
  let text: string
  try {
    text = file === undefined || file === '-' ? await readStandardInput() : await readFile(file, 'utf8')
  } catch (error) {
    throw new WrongCall(words.checkUnreadable(file ?? '-', (error as Error).message))
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new WrongCall(words.ruleNotJson((error as Error).message))
  }
}

/** The answer for reading: whether it may be, what is in the way, the numbers, and why. */
const report = (asked: Asked, locale: Locale): string => {
  if (!asked.wellShaped) return asked.problems.map(({ text }) => say(text, locale)).join('\n')
  const { ruling } = asked
  const hindrances = ruling.ok
    ? []
    : ruling.refusals.map(({ text, law, field }) => `  ✗ ${say(text, locale)}${law ? ` (${law})` : ''}${field ? ` [${field}]` : ''}`)
  return [
    say(ruling.ok ? words.ruleAllowed : words.ruleRefused, locale),
    ...hindrances,
    ...(ruling.value === null ? [] : [JSON.stringify(ruling.value, null, 2)]),
    ...ruling.reasons.map(({ law, text }) => `  ${law}: ${say(text, locale)}`),
  ].join('\n')
}

/** Tries a rule of the rulebook on facts from a file or standard input, and tells the result with its reasons. */
export const rule: Command = {
  name: 'rule',
  words: words.rule,
  options: {
    list: { type: 'boolean', words: words.ruleList },
    shape: { type: 'boolean', words: words.ruleShape },
    lines: { type: 'boolean', words: words.ruleLines },
    brief: { type: 'boolean', words: words.ruleBrief },
    document: { type: 'boolean', words: words.ruleDocument },
  },
  helpOn: ({ positionals: [name] }) => (name === undefined ? null : `${ruleChapter(ruleNamed(name))}\n`),
  run: async ({ values, positionals, console }) => {
    const [name, file, ...more] = positionals
    if (more.length > 0) throw new WrongCall(words.ruleUsage)
    if (values['list']) {
      for (const { name: called, law, words: told } of rules)
        console.say(verbatim(`${called.padEnd(20)} ${say(told, console.locale)} (${law}; ${numbersOf(called)})`))
      console.answer(rules.map(({ name: called, law, words: told, variants }) => ({ name: called, law, numbers: numbersOf(called), words: told, variants })))
      return 0
    }
    if (values['document']) {
      process.stdout.write(rulesDocument())
      return 0
    }
    const asked = ruleNamed(name)
    if (values['shape']) {
      process.stdout.write(`${JSON.stringify(shapesOf(asked), null, console.json ? 0 : 2)}\n`)
      return 0
    }
    if (values['lines']) {
      const input = file === undefined || file === '-' ? process.stdin : createReadStream(file)
      return await judgeLines(asked, input, process.stdout, { brief: values['brief'] === true, from: file ?? '-', signal: console.signal })
    }
    const answer = askRule(asked, await factsOf(file))
    if (!answer.wellShaped && !console.json) throw new WrongCall({ sv: report(answer, 'sv'), en: report(answer, 'en') })
    console.say(verbatim(report(answer, console.locale)))
    console.answer(answer.wellShaped ? answer.ruling : { ok: false, badShape: true, refusals: answer.problems })
    return answer.wellShaped ? (answer.ruling.ok ? 0 : 1) : 2
  },
}
