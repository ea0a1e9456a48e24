import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hemicycleLayout } from '../../web/charts/hemicycle-layout.ts'
import type { ItemRecord } from '../record/record.ts'
import { composeDecision } from './compose-decision.ts'
import { readClauses } from './read-clauses.ts'
import { wordDiff } from './word-diff.ts'

const clause = (no: number, text: string) => ({ no, kind: 'note', text, data: {} })

describe('the difference that an amendment makes', () => {
  test('what stays and goes is the old wording, what stays and comes the new', () => {
    const text = fc.array(fc.constantFrom('avsätta', '600', '1 200', 'tkr', 'ur', 'bufferten', ',', 'å')).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after)
        const without = (kind: string) =>
          runs
            .filter((r) => r.kind !== kind)
            .map((r) => r.text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
        expect(runs.every((r, i) => r.kind !== runs[i + 1]?.kind)).toBe(true)
      }),
    )
  })

  test('words are kept whole', () => {
    expect(wordDiff('ordnar 40 platser', 'ordnar 80 platser').map((r) => [r.kind, r.text])).toEqual([
      ['same', 'ordnar '],
      ['removed', '40'],
      ['added', '80'],
      ['same', ' platser'],
    ])
    expect(wordDiff('med 600 tkr', 'med 1 200 tkr').map((r) => [r.kind, r.text])).toEqual([
      ['same', 'med '],
      ['removed', '600'],
      ['added', '1 200'],
      ['same', ' tkr'],
    ])
  })
})

describe('clauses as they are typed in a debate', () => {
  test('a number stands in the place of that clause, lines without come after', () => {
    expect(readClauses('2. avsätta 3 mnkr\natt följa upp i höst\n').map((c) => [c.no, c.text])).toEqual([
      [2, 'avsätta 3 mnkr'],
      [3, 'följa upp i höst'],
    ])
    expect(readClauses('avsätta 3 mnkr')[0]?.no).toBeGreaterThan(100)
  })
})

describe('what is decided', () => {
  const item = {
    title: 'Plan',
    votes: [],
    rounds: [],
    proposal: { from: '', text: '', clauses: [clause(1, 'anta planen'), clause(2, 'avsätta 2 mnkr')], receivers: [] },
  }
  const motion = (id: string, kind: 'amend' | 'add', otherwiseApprove: boolean, ...clauses: ReturnType<typeof clause>[]) => ({
    id,
    kind,
    personIds: [],
    parties: ['V'],
    text: '',
    clauses,
    otherwiseApprove,
    from: { no: 1, at: '', itemId: null },
    withdrawn: null,
    ruling: null,
  })
  const texts = (motions: ReturnType<typeof motion>[], winner: string, added: string[] = []) =>
    composeDecision({ ...item, motions } as unknown as ItemRecord, winner, added).map((c) => [c.no, c.text])

  test('an amendment with the proposal in other respects replaces its clauses; without, it stands alone; additions come last', () => {
    const amend = motion('m', 'amend', true, clause(2, 'avsätta 3 mnkr'))
    const alone = motion('a', 'amend', false, clause(1, 'vänta'))
    const add = motion('t', 'add', false, clause(1, 'följa upp i höst'))
    expect(texts([amend], 'm')).toEqual([
      [1, 'anta planen'],
      [2, 'avsätta 3 mnkr'],
    ])
    expect(texts([alone], 'a')).toEqual([[1, 'vänta']])
    expect(texts([add], 'proposal', ['t']).at(-1)).toEqual([3, 'följa upp i höst'])
    expect(texts([], 'reject')).toEqual([[1, 'avslå förslaget']])
  })
})

test('a hemicycle of any size keeps its seats apart and inside', () => {
  for (let seats = 1; seats <= 101; seats++) {
    const { places, radius, width, height } = hemicycleLayout(seats)
    expect(places).toHaveLength(seats)
    for (const [i, a] of places.entries()) {
      expect(a.x - radius >= -1 && a.x + radius <= width + 1 && a.y - radius >= -1 && a.y + radius <= height + 1, `${seats}: ${i}`).toBe(true)
      for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y), `${seats}: ${i}`).toBeGreaterThan(radius * 1.8)
    }
  }
})
