import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Ballots, List } from './round.ts'
import { electionWords as words } from './words.ts'

const rowsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)

const parts = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

/** Names typed with commas between. */
export const readNames = parts

const row = /^([^:]+):(.*)$/

/** Lists as they are typed, one a line: 'Valsamverkan: Asta Ek, Bo Lind'. */
export const readLists = (text: string): Verdict<readonly List[]> => {
  const lists: List[] = []
  for (const line of rowsOf(text)) {
    const [, label = '', rest = ''] = row.exec(line) ?? []
    const names = [...parts(rest)]
    if (label.trim() === '' || names.length === 0 || new Set(names).size < names.length)
      return refused({ code: 'election.list_row', field: 'lists', text: words.listRow(line) })
    lists.push({ label: label.trim(), names })
  }
  return granted(lists)
}

/** Lists as `readLists` takes them. */
export const writeLists = (lists: readonly List[]): string => lists.map(({ label, names }) => `${label}: ${names.join(', ')}`).join('\n')

const ballotRow = /^(\d{1,6})\s+([^:]+):(.*)$/

/** Ballots that follow no list, one sort a line: '3 Valsamverkan: Asta Ek, -Bo Lind', a hyphen before what is struck, '?' before what is unclear. */
export const readBallots = (text: string): Verdict<Ballots['ballots']> => {
  const ballots: Ballots['ballots'] = []
  for (const line of rowsOf(text)) {
    const [, count, label = '', rest = ''] = ballotRow.exec(line) ?? []
    if (!count || Number(count) === 0 || label.trim() === '') return refused({ code: 'election.ballot_row', field: 'other', text: words.listRow(line) })
    const names = parts(rest).map((name) => {
      if (name.startsWith('-')) return { name: name.slice(1).trim() || '–', struck: true }
      return name.startsWith('?') ? { name: name.slice(1).trim() || '–', unclear: true } : name
    })
    ballots.push({ label: label.trim(), names, count: Number(count) })
  }
  return granted(ballots)
}

/** A number of ballots as typed; none when empty. */
export const readCount = (typed: string, field: string): Verdict<number> =>
  /^\d{0,6}$/.test(typed.trim()) ? granted(Number(typed.trim())) : refused({ code: 'election.count', field, text: words.countNumber(typed) })
