import { expect, it } from 'vitest'
import { inventedName } from './invented-name.ts'

it('names every seat of the largest council, each by a name of its own', () => {
  const names = Array.from({ length: 2952 }, (_, n) => Object.values(inventedName(n)).join(' '))
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u)
})
