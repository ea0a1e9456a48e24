import { expect, it } from 'vitest'
import { localeOf } from './locale.ts'

it.each([
  ['en', 'sv', 'en'],
  ['de', 'en', 'en'],
  [undefined, undefined, 'sv'],
  [undefined, 'de', 'sv'],
  [undefined, 'en-GB,en;q=0.9', 'en'],
  [undefined, 'sv-FI;q=0.4, en;q=0.5', 'en'],
  [undefined, 'en;q=0, sv', 'sv'],
  [undefined, ';;;q=x,,', 'sv'],
])('chosen %s, asked %s: %s', (chosen, asked, locale) => {
  expect(localeOf(chosen, asked)).toBe(locale)
})
