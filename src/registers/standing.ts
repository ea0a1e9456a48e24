import { type Day, daysBetween } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { AnyDefinition, Mark } from './define.ts'
import type { Entry } from './entry.ts'
import { isNeuter, pageWords as words } from './page-words.ts'

/** How an entry stands: its mark, its words, and where the thread is broken, if anywhere. */
export interface Standing {
  readonly mark: Mark
  readonly text: Text
  /** Every break, as words that stand alone: '4 dagar sen', 'Saknar ansvarig'. Empty when the thread is whole. */
  readonly broken: readonly Text[]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The breaks of an open entry: its next day has passed, or a field that should be filled is not. Pure. */
export const standing = (definition: AnyDefinition, entry: Pick<Entry, 'state' | 'due' | 'data'>, today: Day): Standing => {
  const state = definition.lifecycle.states[entry.state]
  if (!state) return { mark: 'none', text: { sv: entry.state, en: entry.state }, broken: [] }
  if (!state.open) return { mark: state.mark, text: state.words, broken: [] }
  const broken: Text[] = []
  if (entry.due !== null && entry.due < today) broken.push(words.daysLate(daysBetween(entry.due, today), isNeuter(definition)))
  for (const gap of definition.gaps.filter(({ field }) => entry.data[field] === undefined))
    broken.push({ sv: capital(gap.words.sv), en: capital(gap.words.en) })
  return broken.length > 0 ? { mark: 'gap', text: joined(broken), broken } : { mark: state.mark, text: state.words, broken }
}

const joined = (texts: readonly Text[]): Text => ({ sv: texts.map((t) => t.sv).join('. '), en: texts.map((t) => t.en).join('. ') })
