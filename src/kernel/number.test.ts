import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatChange, formatNumber, readNumber, roundTo } from './number.ts'

describe('numbers', () => {
  it.each([
    [1.005, 2, 1.01],
    [-2.5, 0, -3],
    [0.1 + 0.2, 6, 0.3],
    [-0.0001, 2, 0],
    [-5e-7, 2, 0],
    [1.5e21, 2, 1.5e21],
  ])('rounds %d to %d decimals: %d', (value, decimals, expected) => expect(roundTo(value, decimals)).toBe(expected))
  it('prints as Swedish readers expect', () => {
    expect(formatNumber(1234.5, 1, 'sv')).toBe('1\u00a0234,5')
    expect(formatNumber(-3.04, 1, 'sv')).toBe('\u22123,0')
    expect(formatChange(58, 0, 'sv')).toBe('+58')
    expect(formatChange(-0.4, 0, 'sv')).toBe('0')
  })
  it.each(['ca 1.5 tusen', '', '1,2,3', 'NaN', 'Infinity'])('refuses %j', (typed) => expect(readNumber(typed).ok).toBe(false))
  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }), (n, decimals) => {
        const value = roundTo(n / 10 ** decimals, decimals)
        const read = readNumber(formatNumber(value, decimals, 'sv'))
        return read.ok && read.value === value
      }),
    )
  })
})
