import { describe, expect, it } from 'vitest'
import { readers } from '../../bench/parts/fuzz/readers.ts'
import { fuzz } from '../../bench/parts/fuzz/run.ts'

// A short run of what `npm run bench -- fuzz` does a million times; its seeds are others than those of the long run.
describe('whatever comes in', () => {
  it.each(readers.map((reader) => [reader.name, reader] as const))('%s: is taken, or refused in plain words', async (_, reader) => {
    const { defects, taken, refused } = await fuzz(reader, 120, 2_000_000_000)
    expect(defects).toEqual([])
    expect(taken).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
  })
})
