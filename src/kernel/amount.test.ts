import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { amountOf, formatAmount, formatAmountBare, moneyUnits, ore, readAmount, splitAmount, sumAmounts } from './amount.ts'

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(ore)

describe('amounts', () => {
  it.each([
    ['2 500', 'tkr', 250_000_000],
    ['2500,5', 'tkr', 250_050_000],
    ['−8', 'tkr', -800_000],
    ['1,6 mnkr', 'tkr', 160_000_000],
    ['0,01', 'kr', 1],
    ['0', 'kr', 0],
  ] as const)('reads %j in %s as %d öre', (typed, unit, expected) => expect(readAmount(typed, unit)).toEqual({ ok: true, value: expected }))
  it.each(['2,5 milj', '', 'ca 100', '1.5', '0,001 kr', '1e9', '--4'])('refuses %j', (typed) => expect(readAmount(typed, 'kr').ok).toBe(false))
  it('says what to write, and quotes what was written', () => {
    const read = readAmount('2,5 milj', 'tkr')
    expect(read.ok ? '' : read.refusals[0]?.text.sv).toBe('Skriv beloppet med siffror i tkr, till exempel 2 500. Du skrev ”2,5 milj”.')
  })
  it('is printed with hard spaces and a true minus', () => {
    expect(formatAmount(amountOf(2500, 'tkr'), 'tkr', 'sv')).toBe('2\u00a0500\u00a0tkr')
    expect(formatAmountBare(amountOf(-15_779, 'tkr'), 'tkr', 'sv')).toBe('\u221215\u00a0779')
    expect(formatAmount(amountOf(252_900, 'tkr'), 'mnkr', 'sv')).toBe('252,9\u00a0mnkr')
  })
  it('refuses fractions of an öre', () => expect(() => ore(0.5)).toThrow())

  test('what is printed in whole units is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(...moneyUnits), (n, unit) => {
        const read = readAmount(formatAmount(amountOf(n, unit), unit, 'sv'), unit)
        return read.ok && read.value === amountOf(n, unit)
      }),
    )
  })
  test('parts sum to the whole, whatever the shares', () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (amount, shares) => {
        fc.pre(shares.some((s) => s > 0))
        const parts = splitAmount(amount, shares)
        return (
          sumAmounts(parts) === amount &&
          parts.every((p, i) => (shares[i] === 0 ? p === 0 : Math.abs(p - (amount * (shares[i] as number)) / shares.reduce((a, b) => a + b, 0)) <= 1))
        )
      }),
    )
  })
})
