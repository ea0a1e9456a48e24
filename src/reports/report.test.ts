import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { type ContinuationInput, isGap, type ReportInput, reportProblems } from './report.ts'

const today = day('2022-05-17')
const good: ReportInput = { kind: 'final', stance: 'done', text: 'Två mötesplatser är öppna.', continuation: [] }
const codes = (input: Partial<ReportInput>, strict = true): readonly string[] => reportProblems({ ...good, ...input }, today, { strict }).map((r) => r.code)
const going = (...continuation: readonly ContinuationInput[]): Partial<ReportInput> => ({ continuation })

describe('a report', () => {
  it('is handed in when nothing is wrong', () => expect(codes({})).toEqual([]))
  it('tells everything that is wrong at once', () => {
    expect(codes({ stance: '', text: ' ', period: 'våren', continuation: [{ what: '' }] })).toEqual([
      'report.stance',
      'report.text',
      'report.period',
      'continuation.what',
    ])
  })
  it('is not "done" before the final one', () => expect(codes({ kind: 'interim', stance: 'done' })).toEqual(['report.done']))

  it.each<[string, ContinuationInput, readonly string[]]>([
    ['an owner and a day', { what: 'Drift', nodeId: 'n', due: day('2022-12-31') }, []],
    ['an owner today', { what: 'Drift', nodeId: 'n', due: today }, []],
    ['expressly dropped', { what: 'Drift', dropped: 'Behovet är litet.' }, []],
    ['an owner without a day', { what: 'Drift', nodeId: 'n' }, ['continuation.owner']],
    ['a day without an owner', { what: 'Drift', due: day('2022-12-31') }, ['continuation.owner']],
    ['nobody', { what: 'Drift' }, ['continuation.owner']],
    ['both owned and dropped', { what: 'Drift', nodeId: 'n', due: day('2022-12-31'), dropped: 'Nej.' }, ['continuation.both']],
    ['a day that has passed', { what: 'Drift', nodeId: 'n', due: day('2022-05-16') }, ['continuation.past']],
  ])('what continues: %s', (_, item, expected) => expect(codes(going(item))).toEqual(expected))

  it('of the past is taken as it was written, and its gap is shown', () => {
    expect(codes(going({ what: 'Digital jämlikhet' }), false)).toEqual([])
    expect(isGap({ nodeId: null, postId: null, dropped: null })).toBe(true)
    expect(isGap({ nodeId: null, postId: null, dropped: 'Nej.' })).toBe(false)
  })
})
