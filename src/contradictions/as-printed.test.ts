import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'

/** A table of our own invention in the form that municipalities print it, no role stated; and single slips of the hand in it: what is told of each. */
interface AsPrinted {
  readonly name: string
  readonly table: Table
  readonly slips: readonly (readonly [row: string, column: string, printed: string, told: 'wrong' | 'asked' | 'unseen'])[]
}
interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const file = path.join(import.meta.dirname, '../../test/contradictions/as-printed.json')
const all = JSON.parse(readFileSync(file, 'utf8')) as readonly AsPrinted[]

const number = /^[−(]?\d{1,3}( \d{3})+(,\d+)?\)?$|^[−(]?\d+(,\d+)?\)?$/
/** The same numbers as other hands print them. */
const hands: Readonly<Record<string, (cell: string) => string>> = {
  'as they stand': (cell) => cell,
  'with hard spaces and a hyphen for minus': (cell) => cell.replaceAll(' ', '\u00a0').replace('−', '-'),
  'with parentheses below zero': (cell) => cell.replace(/^−(.*)$/, '($1)'),
  'without spaces, and a dash for minus': (cell) => cell.replaceAll(' ', '').replace('−', '–'),
}
const inHand = (table: Table, hand: (cell: string) => string): Table => ({
  ...table,
  rows: table.rows.map(([label = '', ...cells]) => [label, ...cells.map((cell) => (number.test(cell) ? hand(cell) : cell))]),
})

const findingsIn = (table: unknown) => {
  const answer = check(JSON.stringify(table))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
  return answer.value.findings
}
const slipped = (table: Table, row: string, column: string, printed: string): Table => ({
  ...table,
  rows: table.rows.map((one) => (one[0] === row ? one.with(table.columns.indexOf(column) + 1, printed) : one)),
})
const toldOf = (table: Table, row: string): 'wrong' | 'asked' | 'unseen' => {
  const named = findingsIn(table).filter(({ cells, consequences }) => [...cells, ...consequences.flatMap((it) => it.cells)].some((cell) => cell.row === row))
  return named.some(({ sureness }) => sureness !== 'ask') ? 'wrong' : named.length > 0 ? 'asked' : 'unseen'
}

describe.each(Object.entries(hands))('tables as municipalities print them, %s', (_, hand) => {
  test('raise no alarm and no question', () => {
    for (const { name, table } of all) expect([name, ...findingsIn(inHand(table, hand)).map(({ text }) => text.sv)]).toEqual([name])
  })

  test('are told of where one number is wrong', () => {
    const told = all.flatMap(({ name, table, slips }) =>
      slips.map(([row, column, printed]) => [name, row, column, printed, toldOf(inHand(slipped(table, row, column, printed), hand), row)]),
    )
    expect(told).toEqual(all.flatMap(({ name, slips }) => slips.map((slip) => [name, ...slip])))
  })
})

test('several of them in one document tell of different things', () => {
  const tables = all.map(({ table }) => table)
  expect(findingsIn({ documents: [{ id: 'report', title: 'Årsredovisning 2023', tables }] }).map(({ text }) => text.sv)).toEqual([])
})

test('totals that hold what is not shown, such as earlier years, are one question', () => {
  const table = {
    title: 'Investeringar',
    unit: 'mnkr',
    columns: ['Utfall 2022', 'Utfall 2023', 'Totalt utfall'],
    rows: [
      ['Västra skolan', '58,4', '121,0', '179,4'],
      ['Badhuset', '12,3', '44,2', '98,1'],
      ['Vattenverket', '31,7', '86,3', '160,5'],
      ['Gångbron', '4,1', '9,6', '13,7'],
      ['Lekplatser', '2,0', '3,1', '5,1'],
    ],
  }
  expect(findingsIn(table).map(({ rule, sureness, consequences }) => [rule, sureness, consequences.length])).toEqual([['sum', 'ask', 1]])
})
