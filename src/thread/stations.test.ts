import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { openingOf } from './opening.ts'
import { threadOf } from './stations.ts'
import { gapsOf, type Station } from './thread.ts'
import { hosts, randomWalk, type scene, six } from '../../test/thread-scenes.ts'

const at = (stations: readonly Station[], id: string): Station | undefined => stations.find((s) => s.id === id)
const codes = (s: ReturnType<typeof scene>): readonly string[] => gapsOf(threadOf(s)).map((g) => g.code)

describe('the thread of the district hosts, as drawn', () => {
  const drawn = hosts()
  const thread = threadOf(drawn)

  it('is broken in four places, in the order of the questions', () => {
    expect(codes(drawn)).toEqual(['preparation_missing', 'money_untraceable', 'report_late', 'measure_missing'])
  })

  it('opens with a sentence that could be read aloud', () => {
    const { before, broken, after } = openingOf(drawn, thread)
    expect(`${before.sv} ${broken?.sv}${after.sv}`.replaceAll('\u00a0', ' ')).toBe(
      'Kommunfullmäktige gav 2 500 tkr för 2022. Uppdraget pågår, men tråden är av på fyra ställen: beredningen är inte inlagd, pengarna går inte att följa, tertialrapport 1 saknas och inget mått är valt.',
    )
  })

  it('divides into the work and the money', () => {
    expect(thread.lanes.map((l) => l.name.sv)).toEqual(['arbetet', 'pengarna'])
    expect(at(thread.stations, 'hosts:interim:2022-05-13')?.lane).toBe('hosts')
    expect(at(thread.stations, 'grant:money_untraceable')?.lane).toBe('grant')
  })

  it('draws the passed date as a gap and the coming one as planned', () => {
    expect(at(thread.stations, 'hosts:interim:2022-05-13')).toMatchObject({
      mark: 'gap',
      question: 3,
      note: { sv: '4\u00a0dagar sen' },
      when: { sv: 'skulle lämnats 13\u00a0maj' },
    })
    expect(at(thread.stations, 'hosts:final:2022-09-14')).toMatchObject({ mark: 'open', planned: true, gap: null })
  })

  it('shows the clause through its decision and never as a station', () => {
    expect(at(thread.stations, 'clause-hosts')).toBeUndefined()
    expect(at(thread.stations, 'hosts')?.from).toEqual(['kf-120'])
    expect(at(thread.stations, 'kf-120')?.from).toEqual(['kf-120:preparation_missing'])
  })
})

describe('the thread as it was on a day', () => {
  it('knows nothing of what came later', () => {
    const earlier = threadOf({ ...hosts(), day: day('2021-07-01') })
    expect(earlier.stations.map((s) => s.id)).not.toContain('report-april')
    expect(at(earlier.stations, 'hosts:interim:2022-05-13')).toMatchObject({ mark: 'open' })
  })
})

describe('named scenarios', () => {
  const scenarios: readonly (readonly [string, ReturnType<typeof scene>, readonly string[]])[] = [
    ['six areas left without owner after a final report', six(), ['preparation_missing', 'continuation_unowned', 'measure_missing']],
    ['a measure is tied to the assignment', hosts({ measured: true }), ['preparation_missing', 'money_untraceable', 'report_late']],
    [
      'it is noted that no measure is needed',
      hosts({ noMeasure: 'Effekten följs i trygghetsmätningen.' }),
      ['preparation_missing', 'money_untraceable', 'report_late'],
    ],
    ['the case has a board paper', hosts({ papers: 1 }), ['money_untraceable', 'report_late', 'measure_missing']],
    ['the report came', hosts({ reported: true }), ['preparation_missing', 'money_untraceable', 'measure_missing']],
    ['the outcome of the money is followed', hosts({ outcome: true }), ['preparation_missing', 'report_late', 'measure_missing']],
    ['ended without being fulfilled', hosts({ state: 'ended' }), ['preparation_missing', 'money_untraceable']],
    ['nobody is responsible', hosts({ responsible: null }), ['preparation_missing', 'field_missing', 'money_untraceable', 'report_late', 'measure_missing']],
  ]
  it.each(scenarios)('%s', (_name, s, expected) => expect([...codes(s)].toSorted()).toEqual([...expected].toSorted()))
})

describe('secrecy', () => {
  it('shows that a secret station is there, and nothing of it', () => {
    const s = hosts({ secret: ['hosts'], reported: true })
    const thread = threadOf(s)
    const told = JSON.stringify([thread, openingOf(s, thread)])
    for (const word of ['Värdar', 'värdar i fem', 'tertialrapport', 'Tertialrapport', 'April gick']) expect(told).not.toContain(word)
    expect(at(thread.stations, 'hosts')).toMatchObject({ title: { sv: 'Sekretessbelagt' }, href: null, day: null, gap: null })
    expect(at(thread.stations, 'report-april')).toMatchObject({ title: { sv: 'Sekretessbelagt' } })
  })
})

describe('whatever is linked', () => {
  it('every station is reached from the beginning, once, in order, and no secret title leaks', () => {
    fc.assert(
      fc.property(randomWalk, (s) => {
        const { stations } = threadOf(s)
        const ids = stations.map((x) => x.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(stations.map((x) => x.question)).toEqual(stations.map((x) => x.question).toSorted())
        for (const q of [1, 2, 3, 4] as const) {
          const days = stations.filter((x) => x.question === q && x.day !== null).map((x) => x.day)
          expect(days).toEqual([...days].toSorted())
        }
        const reached = new Set(stations.filter((x) => x.from.length === 0).map((x) => x.id))
        for (let grown = -1; grown !== reached.size; ) {
          grown = reached.size
          for (const x of stations) if (x.from.some((f) => reached.has(f))) reached.add(x.id)
        }
        expect(reached.size).toBe(ids.length)
        expect(stations.flatMap((x) => x.from).every((f) => ids.includes(f))).toBe(true)
        const told = JSON.stringify([stations, openingOf(s, threadOf(s))])
        for (const t of s.walk.things) if (!s.sees(t)) expect(told).not.toContain(t.title)
      }),
      { numRuns: 300 },
    )
  })
})
