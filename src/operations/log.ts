/** What a line of the log may hold. No names, no addresses with their questions, no titles: patterns, codes, numbers and ids of our own. */
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export interface Log {
  /** Something of the day: a request, a start. */
  note(event: string, fields?: LogFields): void
  /** Something that nobody foresaw. */
  fault(event: string, error: Error, fields?: LogFields): void
}

export type LogKind = 'json' | 'text'

/** As GENOMSLAG_LOG says; else JSON where nobody sits and reads. */
export const logKindOf = (asked: string | undefined, terminal: boolean): LogKind => (asked === 'json' || asked === 'text' ? asked : terminal ? 'text' : 'json')

/**
 * Opens the log. As JSON each event is a line; as text only faults are told, whole, to whoever sits at the terminal.
 * An error's words may quote what somebody wrote, so the JSON has its kind, its code and where it happened instead.
 */
export const openLog = (kind: LogKind, write: (line: string) => void, now: () => Date = () => new Date()): Log => {
  const line = (level: string, event: string, fields: LogFields): void => write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`)
  return {
    note: (event, fields = {}) => {
      if (kind === 'json') line('info', event, fields)
    },
    fault: (event, error, fields = {}) => {
      if (kind === 'json') line('error', event, { ...fields, ...describe(error) })
      else write(`${[event, ...Object.values(fields)].join(' ')} ${error.stack}\n`)
    },
  }
}

const describe = (error: Error): LogFields => {
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const told = { code, constraint, table }
  return {
    error: error.name,
    ...Object.fromEntries(Object.entries(told).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && /^[\w.-]{1,80}$/.test(pair[1]))),
    where: (error.stack ?? '')
      .split('\n')
      .filter((frame) => /^\s+at /.test(frame))
      .slice(0, 12)
      .map((frame) => frame.trim().replace(/\?[^:)]*/, '')),
  }
}
