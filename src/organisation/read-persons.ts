import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { electWords as words } from './elect-words.ts'

/** A person as a line names one: 'Valsamverkan: Asta Ek (S) <asta@example.se>'; the list, party and address may be left out. */
export interface NamedPerson {
  readonly line: string
  readonly name: string
  readonly party: string | null
  readonly email: string | null
  /** The label of the list that gave the place. */
  readonly label: string | null
}

/** A list of a proportional election with its ballots; of equal ones the first has the better rank. */
export interface ListVotes {
  readonly label: string
  readonly votes: number
  readonly rank: number
}

const rowsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)

const shape = /^(?:([^:<>]{1,120}):\s*)?([^:<>()]{2,200}?)(?:\s*\(([^()]{1,40})\))?(?:\s*<([^<>\s]+@[^<>\s]+)>)?$/

/** Reads persons, one a line, in order. A number before the name is left out. */
export const readPersons = (text: string, field: string): Verdict<readonly NamedPerson[]> => {
  const read = rowsOf(text).map((line) => ({ line, found: shape.exec(line.replace(/^\d{1,3}[.)]\s+/, '')) }))
  const wrong = read.filter(({ found }) => found === null).map(({ line }): Refusal => ({ code: 'elect.line', field, text: words.unreadable(line) }))
  if (read.length === 0) return refused({ code: 'elect.nobody', field, text: words.nobody })
  if (wrong.length > 0) return refused(...wrong)
  return granted(
    read.flatMap(({ line, found }) =>
      found
        ? [
            {
              line,
              label: found[1]?.trim() ?? null,
              name: (found[2] ?? '').replace(/\s+/g, ' ').trim(),
              party: found[3]?.trim() ?? null,
              email: found[4]?.toLowerCase() ?? null,
            },
          ]
        : [],
    ),
  )
}

/** Reads lists with their ballots, one a line: '29 Valsamverkan'. None when empty. */
export const readListVotes = (text: string, field: string): Verdict<readonly ListVotes[]> => {
  const lists: ListVotes[] = []
  for (const [i, line] of rowsOf(text).entries()) {
    const [, votes, label] = /^(\d{1,6})\s+([^:]{1,120})$/.exec(line) ?? []
    if (!votes || !label) return refused({ code: 'elect.list', field, law: 'Lag 2022:629 14 §', text: words.listUnreadable(line) })
    lists.push({ label: label.trim(), votes: Number(votes), rank: i + 1 })
  }
  return granted(lists)
}

/** A person as a line that `readPersons` reads. */
export const writePerson = ({ name, party, label = null }: { readonly name: string; readonly party: string | null; readonly label?: string | null }): string =>
  `${label === null ? '' : `${label}: `}${name}${party ? ` (${party})` : ''}`
