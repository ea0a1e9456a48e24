import type { DocumentInput, LineInput, RowInput, TableInput } from '../../src/rulebook/contradictions/material.ts'

/** A small generator of believable numbers; the same seed gives the same. */
export interface Dice {
  whole(low: number, high: number): number
  pick<T>(of: readonly T[]): T
  chance(share: number): boolean
}

export const diceOf = (seed: number): Dice => {
  let state = (seed * 2654435761 + 97) >>> 0
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    let x = state
    x = Math.imul(x ^ (x >>> 16), 0x45d9f3b) >>> 0
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32
  }
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (of) => of[Math.floor(next() * of.length)] as (typeof of)[number],
    chance: (share) => next() < share,
  }
}

/** As Swedish documents print: '−15 779', '252,9', with one of the spaces they use. */
export const swedish = (value: number, decimals: number, space = '\u00a0'): string => {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, space)
  const text = `${grouped}${fraction ? `,${fraction}` : ''}`
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text
}

export const table = (title: string, columns: readonly LineInput[], rows: readonly RowInput[], more: Partial<TableInput> = {}): TableInput => ({
  id: 't',
  title,
  columns,
  rows,
  ...more,
})
export const paper = (more: Partial<DocumentInput>): DocumentInput => ({ id: 'd', title: 'Handlingen', ...more })

export const years = ['2019', '2020', '2021', '2022', '2023'] as const
export const units = [
  'Norra enheten',
  'Södra enheten',
  'Biblioteket',
  'Simhallen',
  'Musikskolan',
  'Hemtjänsten',
  'Vårdboendet',
  'Gatorna',
  'Parkerna',
  'Växeln',
  'Arkivet',
  'Köket',
] as const
