import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countUrn } from './count-vote.ts'
import { lotsOf } from './draw-lot.ts'
import { readSlipCount, urnOfSlips } from './slips.ts'

const names = ['Asta Ek', 'Bo Lind']
const typed =
  (fields: Readonly<Record<string, string>>) =>
  (field: string): string =>
    ({ slips0: '3', slips1: '2', blank: '0', invalid_ineligible: '0', invalid_several: '0', invalid_unclear: '0', invalid_other: '0', ...fields })[field] ?? ''
const read = (fields: Readonly<Record<string, string>>) => readSlipCount(names, typed(fields))
const codes = (verdict: ReturnType<typeof read> | ReturnType<typeof urnOfSlips>): readonly string[] =>
  verdict.ok ? [] : verdict.refusals.map((r) => `${r.code} ${r.field}`)
const counted = (fields: Readonly<Record<string, string>>, voters = 9) => {
  const count = read(fields)
  if (!count.ok) throw new Error('not read')
  const urn = urnOfSlips(count.value, voters)
  return urn.ok ? countUrn(urn.value, { seats: 11, present: voters, candidates: names, invalid: count.value.invalid }) : urn
}

describe('slips as they are typed', () => {
  test('an empty field is not none, and every field that cannot be read is told', () => {
    expect(codes(read({ slips0: '', slips1: 'två', blank: '-1', invalid_other: '1,5' }))).toEqual([
      'slips.number slips0',
      'slips.number slips1',
      'slips.number blank',
      'slips.number invalid_other',
    ])
  })

  test('other names are lines of a number and a name', () => {
    expect(codes(read({ written: '2 Cia Ros\r\n\r\nDan Ask\n0 Eva Alm\n1 abstain\n4' }))).toEqual(Array.from({ length: 4 }, () => 'slips.row written'))
    const count = read({ written: ' 2  Cia   Ros \r\n1 Dan Ask' })
    expect(count.ok && count.value.written).toEqual([
      { name: 'Cia Ros', count: 2 },
      { name: 'Dan Ask', count: 1 },
    ])
  })
})

describe('slips as they are counted', () => {
  test('as many as may vote, and one more; none', () => {
    expect(counted({ slips0: '5', slips1: '4' })).toMatchObject({
      yes: 5,
      no: 4,
      abstain: 0,
      absent: 2,
      outcome: 'yes',
      settledBy: 'majority',
      chosen: 'Asta Ek',
    })
    expect(counted({ slips0: '5', slips1: '4', invalid_unclear: '1' })).toMatchObject({ refusals: [{ code: 'slips.too_many', law: 'KL 4:24' }] })
    expect(counted({ slips0: '0', slips1: '0' })).toMatchObject({ refusals: [{ code: 'slips.none' }] })
  })

  test('invalid ones are votes for nobody, and those who left none have not voted', () => {
    expect(counted({ slips0: '3', slips1: '2', blank: '1', invalid_several: '2' })).toMatchObject({
      yes: 3,
      no: 2,
      abstain: 1,
      absent: 3,
      urn: ['Asta Ek', 'Asta Ek', 'Asta Ek', 'Bo Lind', 'Bo Lind', 'abstain'],
      invalid: [{ why: 'several', count: 2 }],
    })
  })

  test('one who was written in may win, and one who was proposed is the same however written', () => {
    expect(counted({ slips0: '2', slips1: '2', written: '3 Cia Ros\n2 bo lind' })).toMatchObject({ chosen: 'Bo Lind', yes: 4, no: 5 })
    expect(counted({ slips0: '2', slips1: '2', written: '3 Cia Ros' })).toMatchObject({ chosen: 'Cia Ros', yes: 3 })
  })

  test('a tie goes to the lot among those with most alone, also one written in', () => {
    const result = counted({ slips0: '3', slips1: '1', written: '3 Cia Ros' })
    expect(result).toMatchObject({ outcome: 'tie', settledBy: 'none' })
    expect('urn' in result && lotsOf({ candidates: names, result })).toEqual(['Asta Ek', 'Cia Ros'])
  })
})

test('whatever the urn holds, the count agrees with one that lays the slips in heaps', () => {
  const slip = fc.constantFrom('Asta Ek', 'Bo Lind', 'Cia Ros', 'Dan Ask', 'blank', 'ineligible', 'several', 'unclear', 'other')
  fc.assert(
    fc.property(fc.array(slip, { maxLength: 120 }), fc.nat(120), fc.nat(20), (slips, voters, empty) => {
      const heap = (of: string): number => slips.filter((s) => s === of).length
      const count = read({
        slips0: String(heap('Asta Ek')),
        slips1: String(heap('Bo Lind')),
        blank: String(heap('blank')),
        written: ['Cia Ros', 'Dan Ask'].flatMap((name) => (heap(name) > 0 ? [`${heap(name)} ${name}`] : [])).join('\n'),
        ...Object.fromEntries(['ineligible', 'several', 'unclear', 'other'].map((why) => [`invalid_${why}`, String(heap(why))])),
      })
      if (!count.ok) throw new Error('not read')
      const urn = urnOfSlips(count.value, voters)
      expect(urn.ok).toBe(slips.length > 0 && slips.length <= voters)
      if (!urn.ok) return
      const result = countUrn(urn.value, { seats: voters + empty, present: voters, candidates: names, invalid: count.value.invalid })
      const told = ['Asta Ek', 'Bo Lind', 'Cia Ros', 'Dan Ask']
      const most = told.reduce((highest, name) => Math.max(highest, heap(name)), 0)
      const first = told.filter((name) => heap(name) === most && (heap(name) > 0 || names.includes(name)))
      expect(result.chosen).toBe(first.length === 1 ? first[0] : undefined)
      expect(result.outcome).toBe(first.length === 1 ? 'yes' : 'tie')
      if (first.length > 1) expect(lotsOf({ candidates: names, result })).toEqual(first)
      const invalid = (result.invalid ?? []).reduce((sum, i) => sum + i.count, 0)
      expect(result.yes + result.no + result.abstain + result.absent + invalid).toBe(voters + empty)
    }),
  )
})
