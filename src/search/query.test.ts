import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { readQuery, wanted, withWords } from './query.ts'

const told = (typed: string): string[] => readQuery(typed).terms.map((t) => `${t.not ? '-' : ''}${t.way}:${t.text}`)

describe('reading what is typed', () => {
  it.each<[string, string[]]>([
    ['arbetsmark', ['prefix:arbetsmark']],
    ['arbetsmark ', ['word:arbetsmark']],
    ['nya mål', ['word:nya', 'prefix:mål']],
    ['"nya mål"', ['phrase:nya mål']],
    ['”nya mål” budget', ['phrase:nya mål', 'prefix:budget']],
    ['budget -skola', ['word:budget', '-word:skola']],
    ['budget -"nya skolan"', ['word:budget', '-phrase:nya skolan']],
    ['"aldrig avslutad', ['phrase:aldrig avslutad']],
    ['§ 24', ['word:§24']],
    ['2022-00041', ['word:2022-00041']],
    ['- " -- ((( & | ! :*', []],
    ['', []],
  ])('%s', (typed, terms) => expect(told(typed)).toEqual(terms))

  it('knows a number by its figures, however it is spaced', () => {
    expect(readQuery('ALN 2022-01-25 § 8').number).toBe('aln2022-01-25§8')
    expect(readQuery('§24').number).toBe(readQuery('§ 24').number)
    expect(readQuery('budget').number).toBeNull()
  })

  it('never fails, and keeps within bounds', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 400 }), (typed) => {
        const query = readQuery(typed)
        expect(query.terms.length).toBeLessThanOrEqual(12)
        expect(wanted(query).every((t) => t.text !== '')).toBe(true)
      }),
    )
  })

  it('puts other words in their places', () => {
    expect(withWords(readQuery('arbtesmarknad -skola'), new Map([['arbtesmarknad', 'arbetsmarknad']]))).toBe('arbetsmarknad -skola')
  })
})
