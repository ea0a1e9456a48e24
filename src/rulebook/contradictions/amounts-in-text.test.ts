import { expect, test } from 'vitest'
import { amountsInText } from './amounts-in-text.ts'

test.each([
  ['anslå 125 000 kronor ur reserven', [12_500_000]],
  ['högst 1,6 mnkr per år, varav 400 tkr 2022', [160_000_000, 40_000_000]],
  ['tillskjuta 12 miljoner kronor', [1_200_000_000]],
  ['2022 § 24', []],
  ['24 kronoberg', []],
  ['1 234 567 kr', [123_456_700]],
])('%s', (text, ore) => {
  expect(amountsInText(text).map((it) => it.ore)).toEqual(ore)
})
