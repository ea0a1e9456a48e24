import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Refusal } from '../kernel/refusal.ts'
import { askRule } from '../rulebook/ask-rule.ts'
import type { Rule } from '../rulebook/rule.ts'
import { WrongCall } from './command.ts'
import { words } from './words.ts'

interface Manner {
  /** Leave out reasons and words: codes, fields and sections only. */
  readonly brief: boolean
  /** The file the lines come from, as it is told when it cannot be read. */
  readonly from: string
  readonly signal: AbortSignal
}

const bare = ({ code, field, law }: Refusal): Pick<Refusal, 'code' | 'field' | 'law'> => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(law === undefined ? {} : { law }),
})
const told = (refusals: readonly Refusal[], brief: boolean): readonly object[] => (brief ? refusals.map(bare) : refusals)

/** The answer to one line, as one line. */
const answerTo = (rule: Rule, line: string, at: number, brief: boolean): { readonly text: string; readonly bad: boolean } => {
  let facts: unknown
  try {
    facts = JSON.parse(line)
  } catch (error) {
    const { sv, en } = words.ruleNotJson((error as Error).message)
    return { text: JSON.stringify({ ok: false, badShape: true, line: at, refusals: told([{ code: 'shape.not_json', text: { sv, en } }], brief) }), bad: true }
  }
  const asked = askRule(rule, facts)
  if (!asked.wellShaped) return { text: JSON.stringify({ ok: false, badShape: true, line: at, refusals: told(asked.problems, brief) }), bad: true }
  const { ok, value } = asked.ruling
  const refusals = asked.ruling.ok ? [] : told(asked.ruling.refusals, brief)
  return { text: JSON.stringify(brief ? { ok, value, refusals } : { ok, value, refusals, reasons: asked.ruling.reasons }), bad: false }
}

/**
 * Judges one line of facts after another and writes one line of answer each, as they come, without holding more than a little of
 * either. A line that is no JSON or has a bad shape gets its problems and `badShape`; the rest goes on. Answers with 2 when there was
 * any such line, else 0. Empty lines are passed over.
 */
export const judgeLines = async (rule: Rule, input: Readable, output: Writable, { brief, from, signal }: Manner): Promise<number> => {
  let [at, bad, buffer] = [0, 0, '']
  const flush = async (): Promise<void> => {
    if (buffer === '') return
    const whole = output.write(buffer)
    buffer = ''
    if (!whole) await once(output, 'drain')
  }
  const gone = new AbortController()
  output.once('error', () => gone.abort())
  const either = AbortSignal.any([signal, gone.signal])
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let unreadable: Error | null = null
  input.once('error', (error) => {
    unreadable = error
    lines.close()
  })
  try {
    for await (const line of lines) {
      if (either.aborted) break
      at++
      if (line.trim() === '') continue
      const answer = answerTo(rule, line, at, brief)
      if (answer.bad) bad++
      buffer += `${answer.text}\n`
      if (buffer.length > 65_536) await flush()
    }
    await flush()
  } catch (error) {
    // The reader of the answers has left (head, less): there is nobody to tell.
    if (!gone.signal.aborted && unreadable === null) throw error
  }
  if (unreadable !== null) throw new WrongCall(words.checkUnreadable(from, (unreadable as Error).message))
  signal.throwIfAborted()
  return bad > 0 ? 2 : 0
}
