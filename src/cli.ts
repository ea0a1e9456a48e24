import { parseArgs } from 'node:util'
import { type Command, type Console, type Invocation, WrongCall } from './commands/command.ts'
import { words } from './commands/words.ts'
import { isCutOff, Trouble } from './database/trouble.ts'
import { type Locale, say, type Text } from './kernel/text.ts'

/** Each command by its name, loaded only when it is run or told of: a rule is answered without the server’s libraries. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  load: async () => (await import('./commands/load.ts')).load,
  verify: async () => (await import('./commands/verify.ts')).verify,
  measures: async () => (await import('./commands/measures.ts')).measures,
  mail: async () => (await import('./commands/mail.ts')).mail,
  account: async () => (await import('./commands/account.ts')).account,
  check: async () => (await import('./commands/check.ts')).check,
  rule: async () => (await import('./commands/rule.ts')).rule,
  found: async () => (await import('./commands/found.ts')).found,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  synth: async () => (await import('./commands/synth.ts')).synth,
}
const common = {
  help: { type: 'boolean', short: 'h', words: words.optionHelp },
  json: { type: 'boolean', words: words.optionJson },
  data: { type: 'string', words: words.optionData },
} as const

/** Swedish first; English where the surroundings or GENOMSLAG_LANG say so. */
const localeOf = (env: NodeJS.ProcessEnv): Locale =>
  (env['GENOMSLAG_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'sv').startsWith('en') ? 'en' : 'sv'

const consoleOf = (locale: Locale, json: boolean, signal: AbortSignal): Console => {
  let line = false
  const end = (): void => {
    if (line) process.stderr.write('\n')
    line = false
  }
  return {
    locale,
    json,
    signal,
    say: (text) => {
      end()
      if (!json) process.stdout.write(`${say(text, locale)}\n`)
    },
    answer: (data) => {
      end()
      if (json) process.stdout.write(`${JSON.stringify(data)}\n`)
    },
    progress: (text) => {
      if (json) return
      if (process.stderr.isTTY) {
        process.stderr.write(`\r\u001b[2K${say(text, locale)}`)
        line = true
      } else process.stderr.write(`${say(text, locale)}\n`)
    },
  }
}

const help = async (locale: Locale, only?: Command): Promise<string> => {
  const t = (text: Text): string => say(text, locale)
  const options = Object.entries({ ...only?.options, ...common }).map(([name, o]) => `  --${name.padEnd(10)} ${t(o.words)}`)
  const list = (only ? [only] : await Promise.all(Object.values(commands).map((load) => load()))).map((c) => `  ${c.name.padEnd(12)} ${t(c.words)}`)
  return [t(words.usage), '', `${t(words.commands)}:`, ...list, '', `${t(words.options)}:`, ...options, '', t(words.env), t(words.exits), ''].join('\n')
}

const read = (command: Command, args: readonly string[], console: Console): Invocation => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...common, ...command.options }, allowPositionals: true })
    return { values, positionals, console }
  } catch (error) {
    throw new WrongCall(words.badOption((error as Error).message))
  }
}

/** Runs the command line; answers with the exit code: 0 well, 1 found errors or was hindered, 2 wrong call. */
const main = async (argv: readonly string[]): Promise<number> => {
  const locale = localeOf(process.env)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Trouble(words.interrupted)))
  const console = consoleOf(locale, argv.includes('--json'), stop.signal)
  const [name = '', ...rest] = argv
  try {
    if (name === '' || name === 'help' || name.startsWith('-')) {
      process.stdout.write(await help(locale))
      return name === '' || name === 'help' || name === '--help' || name === '-h' ? 0 : 2
    }
    const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
    if (!command) throw new WrongCall(words.unknownCommand(name))
    const invocation = read(command, rest, console)
    if (invocation.values['help']) {
      process.stdout.write(command.helpOn?.(invocation) ?? (await help(locale, command)))
      return 0
    }
    return await command.run(invocation)
  } catch (error) {
    const text = error instanceof Trouble || error instanceof WrongCall ? error.text : isCutOff(error) ? words.cutOff : null
    process.stderr.write(`${text ? say(text, locale) : String((error as Error).stack)}\n`)
    console.answer({ ok: false, error: text ?? { sv: String(error), en: String(error) } })
    return error instanceof WrongCall ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))
