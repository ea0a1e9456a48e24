import { afterAll, describe, expect, test } from 'vitest'
import { makers, sampleOf } from '../../../test/contradictions/corpus.ts'
import type { Rule } from './finding.ts'
import { findContradictions } from './find-contradictions.ts'

const each = 60
const tally: { rule: string; planted: number; found: number; clean: number; false: number }[] = []

describe('the corpus of planted and clean documents', () => {
  test.each(Object.keys(makers) as Rule[])('%s', (rule) => {
    const seeds = Array.from({ length: each }, (_, seed) => seed)
    const missed = seeds.filter((seed) => {
      const { documents, at } = sampleOf(rule, seed, true)
      const { findings } = findContradictions({ documents })
      return !findings.some(
        (it) =>
          it.rule === rule && it.sureness !== 'ask' && (JSON.stringify(it.cells).includes(JSON.stringify(at).slice(1, -1)) || it.text.sv.includes(at ?? '')),
      )
    })
    const wronged = seeds.filter((seed) => findContradictions(sampleOf(rule, seed, false)).findings.length > 0)
    tally.push({ rule, planted: each, found: each - missed.length, clean: each, false: wronged.length })
    expect({ missed, wronged }).toEqual({ missed: [], wronged: [] })
  })

  test('one planted contradiction is one finding', () => {
    const many = (Object.keys(makers) as Rule[]).flatMap((rule) =>
      Array.from({ length: each }, (_, seed) => ({ rule, seed, n: findContradictions(sampleOf(rule, seed, true)).findings.length })).filter(({ n }) => n !== 1),
    )
    expect(many).toEqual([])
  })

  afterAll(() => {
    const sum = (name: 'planted' | 'found' | 'clean' | 'false'): number => tally.reduce((a, it) => a + it[name], 0)
    const [found, wrong] = [sum('found'), sum('false')]
    const lines = tally.map((it) => `${it.rule.padEnd(8)} planted ${it.planted} found ${it.found}  clean ${it.clean} false ${it.false}`)
    process.stdout.write(`\n${lines.join('\n')}\nrecall ${(found / sum('planted')).toFixed(3)}  precision ${(found / Math.max(1, found + wrong)).toFixed(3)}\n`)
  })
})
