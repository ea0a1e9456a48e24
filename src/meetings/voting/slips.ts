import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Vote, VoteResult } from '../record/record.ts'
import { slipFaults } from '../record/fact.ts'
import { words } from '../words.ts'

/** How many slips told the same. */
export interface Told {
  readonly name: string
  readonly count: number
}

/** Slips that do not count, for the same reason. */
export type InvalidSlips = NonNullable<VoteResult['invalid']>[number]

/** What the urn in the room held, as it was counted: of those proposed, of others written in, blank ones, and invalid ones with why. */
export interface SlipCount {
  /** Of each one chose between, in the order of the vote; yes and no where that is what the vote is about. */
  readonly counts: readonly Told[]
  readonly written: readonly Told[]
  readonly blank: number
  readonly invalid: readonly InvalidSlips[]
}

/** What one chooses between on a slip: the candidates, or yes and no. */
export const slipNames = ({ candidates }: Pick<Vote, 'candidates'>): readonly string[] => candidates ?? ['yes', 'no']

/** The field of the form that tells how many slips the nth of those proposed got, and the one of a kind of invalid slips. */
export const slipFields = {
  of: (n: number): string => `slips${n}`,
  fault: (why: string): string => `invalid_${why}`,
} as const

const same = (a: string, b: string): boolean => a.localeCompare(b, 'sv', { sensitivity: 'accent' }) === 0

/** Those written in, each once; one who was proposed is counted there, however the name was written. */
const gathered = ({ counts, written }: SlipCount): readonly Told[] => {
  const all: Told[] = [...counts]
  for (const { name, count } of written) {
    const at = all.findIndex((told) => same(told.name, name))
    if (at < 0) all.push({ name, count })
    else all[at] = { name: all[at]?.name ?? name, count: (all[at]?.count ?? 0) + count }
  }
  return all
}

/**
 * The urn as its slips fill it: each name as often as it was written, 'abstain' for a blank one, in alphabetical order, so that it tells
 * nothing of who or when. Refused where there is no slip, or more than may vote: each has one vote (KL 4:24). Fewer is lawful: whoever
 * left none has not voted. Pure.
 */
export const urnOfSlips = (count: SlipCount, voters: number): Verdict<readonly string[]> => {
  const told = gathered(count)
  const valid = told.reduce((sum, { count: n }) => sum + n, count.blank)
  const all = count.invalid.reduce((sum, { count: n }) => sum + n, valid)
  const wrong: readonly Refusal[] = [
    ...(all === 0 ? [{ code: 'slips.none', field: slipFields.of(0), text: words.slipsNone }] : []),
    ...(all > voters ? [{ code: 'slips.too_many', field: slipFields.of(0), law: 'KL 4:24', text: words.slipsTooMany(all, voters) }] : []),
  ]
  if (wrong.length > 0) return refused(...wrong)
  return granted([...told, { name: 'abstain', count: count.blank }].flatMap(({ name, count: n }) => Array.from({ length: n }, () => name)).toSorted())
}

const writtenRow = /^(\d{1,5})\s+(\S.*)$/

/** Names written in, one a line after their number: '3 Asta Ek'. A line that is not so is refused, also one that names nobody. */
export const readWritten = (typed: string): Verdict<readonly Told[]> => {
  const rows = typed
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
  const read = rows.map((row) => {
    const [, count = '', name = ''] = writtenRow.exec(row) ?? []
    return { row, told: Number(count) > 0 && name !== 'abstain' ? { name: name.replaceAll(/\s+/g, ' '), count: Number(count) } : null }
  })
  const unread = read.filter(({ told }) => told === null)
  if (unread.length > 0) return refused(...unread.map(({ row }) => ({ code: 'slips.row', field: 'written', text: words.slipsRow(row) })))
  return granted(read.flatMap(({ told }) => told ?? []))
}

/** A number of slips as typed. An empty field is not none: nobody has said so. */
export const readSlips = (typed: string, field: string): Verdict<number> =>
  /^\d{1,5}$/.test(typed.trim()) ? granted(Number(typed.trim())) : refused({ code: 'slips.number', field, text: words.slipsNumber })

/** What is typed in the form of the count, by its fields; refused with every field that cannot be read. `names` are those one chose between. */
export const readSlipCount = (names: readonly string[], one: (field: string) => string): Verdict<SlipCount> => {
  const given = names.map((name, i) => ({ name, count: readSlips(one(slipFields.of(i)), slipFields.of(i)) }))
  const blank = readSlips(one('blank'), 'blank')
  const faults = slipFaults.map((why) => ({ why, count: readSlips(one(slipFields.fault(why)), slipFields.fault(why)) }))
  const written = readWritten(one('written'))
  const wrong = [...given.map((g) => g.count), blank, ...faults.map((f) => f.count), written].flatMap((read) => (read.ok ? [] : read.refusals))
  if (wrong.length > 0 || !blank.ok || !written.ok) return refused(...wrong)
  return granted({
    counts: given.map(({ name, count }) => ({ name, count: count.ok ? count.value : 0 })),
    written: written.value,
    blank: blank.value,
    invalid: faults.flatMap(({ why, count }) => (count.ok && count.value > 0 ? [{ why, count: count.value }] : [])),
  })
}
