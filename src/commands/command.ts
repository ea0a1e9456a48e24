import type { ParseArgsConfig } from 'node:util'
import type { Locale, Text } from '../kernel/text.ts'

export type OptionDef = NonNullable<ParseArgsConfig['options']>[string] & { readonly words: Text }

/** How a command speaks: results to standard output, progress to standard error, both silent or JSON where asked. */
export interface Console {
  readonly locale: Locale
  readonly json: boolean
  /** A line of the answer. With --json nothing but `answer` is written. */
  say(text: Text): void
  /** The answer as data, written when --json is given. */
  answer(data: unknown): void
  /** What long work is doing; rewrites its line on a terminal. */
  progress(text: Text): void
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal
}

export interface Invocation {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly positionals: readonly string[]
  readonly console: Console
}

/** One command of the command line; answers with its exit code. */
export interface Command {
  readonly name: string
  readonly words: Text
  readonly options: Readonly<Record<string, OptionDef>>
  /** More help on what the call names, as text; null when it names nothing of its own. */
  helpOn?(invocation: Pick<Invocation, 'positionals'>): string | null
  run(invocation: Invocation): Promise<number>
}

/** A wrong call: told with exit code 2. */
export class WrongCall extends Error {
  readonly text: Text
  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}
