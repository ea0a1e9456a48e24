import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, formTokenOf, newToken, sameText, unveiled, veiled } from './token.ts'

describe('tokens', () => {
  it('are long, new each time and never kept as they are', () => {
    const token = newToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(newToken()).not.toBe(token)
    expect(digestOf(token).toString('base64url')).not.toBe(token)
    expect(formTokenOf(token)).not.toContain(token)
  })

  it('come out of their veil as they went in, and look new each time', () => {
    const token = newToken()
    expect(unveiled(veiled(token))).toBe(token)
    expect(veiled(token)).not.toBe(veiled(token))
  })

  it('are matched by nothing else', () => {
    const token = newToken()
    fc.assert(fc.property(fc.string(), (sent) => !sameText(unveiled(sent), token)))
    expect(sameText(unveiled(token), token)).toBe(false)
    expect(sameText('', '')).toBe(true)
  })
})
