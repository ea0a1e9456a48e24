import type { DocumentInput, LineInput, RowInput, StatementInput, TableInput } from '../../../src/rulebook/contradictions/material.ts'
import type { Printable } from '../../../src/rulebook/contradictions/printed.ts'
import { type Dice, swedish } from '../build.ts'

/** A row before it is printed: its exact numbers, one a column; null where nothing stands. */
export interface SheetRow extends Omit<RowInput, 'cells' | 'rows'> {
  readonly values: readonly (number | null)[]
  readonly rows?: readonly SheetRow[]
  /** In no sum, change or share with others: a slip here nobody can see. */
  readonly alone?: boolean
}

/** A table before it is printed. */
export interface Sheet extends Omit<TableInput, 'rows' | 'columns'> {
  readonly columns: readonly (LineInput & { readonly places?: number })[]
  readonly rows: readonly SheetRow[]
}

/** One realistic document with the exact numbers behind it. */
export interface Draft {
  readonly sheets: readonly Sheet[]
  /** Claims in words, made from what is printed. */
  readonly statements?: (printed: (table: number, row: number, column: number) => number) => readonly StatementInput[]
}

/** How one municipality prints: its decimals, the space between thousands, its minus, and whether it states roles. */
export interface Hand {
  readonly decimals: number
  readonly space: string
  readonly minus: string
  readonly parentheses: boolean
  readonly nothing: string | null
  readonly bareNumbers: boolean
  readonly roles: boolean
}

export const handOf = (dice: Dice): Hand => ({
  decimals: dice.pick([0, 0, 0, 1, 1, 2]),
  space: dice.pick([' ', '\u00a0', '\u2009', '\u202f', '']),
  minus: dice.pick(['−', '-', '–']),
  parentheses: dice.chance(0.1),
  nothing: dice.chance(0.3) ? dice.pick(['–', '-', '0']) : null,
  bareNumbers: dice.chance(0.15),
  roles: dice.chance(0.65),
})

/** Rounds half away from zero, as accounts do. */
export const rounded = (value: number, decimals: number): number =>
  value === 0 ? 0 : (Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals + 1e-9)) / 10 ** decimals

export const printed = (value: number | null, decimals: number, hand: Hand): Printable => {
  if (value === null) return ''
  const shown = rounded(value, decimals)
  if (hand.bareNumbers) return shown
  if (shown === 0 && hand.nothing !== null) return hand.nothing
  const size = swedish(Math.abs(shown), decimals, hand.space)
  return shown >= 0 ? size : hand.parentheses ? `(${size})` : `${hand.minus}${size}`
}

/** A cell that a slip may be made in. */
export interface Slot {
  readonly table: number
  /** From the top row to the row, by place. */
  readonly path: readonly number[]
  readonly row: string
  readonly column: number
  readonly heading: string
  readonly value: number
  readonly decimals: number
}

export interface Made {
  readonly document: DocumentInput
  readonly slots: readonly Slot[]
}

type Slipped = { readonly slot: Slot; readonly to: number } | null

/** Prints a draft by a hand; with a slip one cell says another number. */
export const print = ({ sheets, statements }: Draft, hand: Hand, slip: Slipped = null): Made => {
  const slots: Slot[] = []
  const numbers = new Map<string, number>()
  const bare = <T extends LineInput>(line: T): T => {
    if (hand.roles) return line
    const { role, base, to, as, of, ...rest } = line
    void [role, base, to, as, of]
    return rest as T
  }
  const tables = sheets.map(({ columns, rows, ...sheet }, table): TableInput => {
    const rowOf = ({ values, rows: under, alone, ...row }: SheetRow, path: readonly number[]): RowInput => {
      const cells = values.map((value, column) => {
        const decimals = columns[column]?.places ?? row.decimals ?? hand.decimals
        if (value === null) return ''
        const slot: Slot = { table, path, row: row.label, column, heading: columns[column]?.label ?? '', value: rounded(value, decimals), decimals }
        if (alone !== true && slot.value !== 0) slots.push(slot)
        numbers.set(`${table}:${path.join('.')}:${column}`, slot.value)
        const hit = slip?.slot.table === table && slip.slot.column === column && slip.slot.path.join() === path.join()
        return printed(hit ? slip.to : value, decimals, hand)
      })
      return { ...bare(row), ...(values.length > 0 ? { cells } : {}), ...(under ? { rows: under.map((it, i) => rowOf(it, [...path, i])) } : {}) }
    }
    return {
      ...sheet,
      columns: columns.map(({ places, ...column }) => bare({ ...column, ...(hand.bareNumbers && places !== undefined ? { decimals: places } : {}) })),
      ...(hand.bareNumbers ? { decimals: hand.decimals } : {}),
      rows: rows.map((row, i) => rowOf(row, [i])),
    }
  })
  const said = statements?.((table, row, column) => numbers.get(`${table}:${row}:${column}`) ?? 0) ?? []
  return { document: { id: 'd', tables, statements: said }, slots }
}

export const kindsOfSlip = ['transposed', 'digit', 'sign', 'thousand', 'more'] as const
export type KindOfSlip = (typeof kindsOfSlip)[number]

/** The number as a hand may slip with it, by more than `least`; null where this slip would leave it as it is, or nearly. */
export const slipped = ({ value, decimals }: Slot, kind: KindOfSlip, dice: Dice, least: number): number | null => {
  const step = 10 ** -decimals
  const digits = String(Math.round(Math.abs(value) / step))
  const number = (text: string): number => Math.sign(value) * Number(text) * step
  const at = dice.whole(0, Math.max(0, digits.length - 2))
  const to = {
    transposed: () => number(digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2)),
    digit: () => number(digits.slice(0, at) + String((Number(digits[at]) + dice.whole(1, 9)) % 10) + digits.slice(at + 1)),
    sign: () => -value,
    thousand: () => value * 1000,
    more: () => value + Math.sign(value) * Math.max(Math.abs(value) * dice.pick([0.02, 0.1, 0.3]), 2 * least),
  }[kind]()
  const result = rounded(to, decimals)
  return Math.abs(result - value) > least ? result : null
}
