import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekday } from '../kernel/day.ts'
import { dailyAt, hourly, weekdaysAt } from './turn.ts'

const at = (iso: string): Date => new Date(iso)

describe('turns', () => {
  it('come at Swedish times, summer and winter', () => {
    expect(dailyAt('06:30')(at('2022-05-17T04:29:00Z'))).toBe('2022-05-16')
    expect(dailyAt('06:30')(at('2022-05-17T04:30:00Z'))).toBe('2022-05-17')
    expect(dailyAt('06:30')(at('2022-12-01T05:29:00Z'))).toBe('2022-11-30')
    expect(dailyAt('06:30')(at('2022-12-01T05:30:00Z'))).toBe('2022-12-01')
  })

  it('leave weekends to Friday', () => {
    expect(weekdaysAt('06:30')(at('2022-05-20T05:00:00Z'))).toBe('2022-05-20')
    expect(weekdaysAt('06:30')(at('2022-05-22T12:00:00Z'))).toBe('2022-05-20')
    expect(weekdaysAt('06:30')(at('2022-05-23T04:00:00Z'))).toBe('2022-05-20')
    expect(weekdaysAt('06:30')(at('2022-05-23T04:31:00Z'))).toBe('2022-05-23')
  })

  it('never go backwards, also where the clocks do', () => {
    const instants = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1e8 }), (now, later) => {
        for (const slot of [hourly, dailyAt('02:30'), weekdaysAt('06:30')]) expect(slot(new Date(now.getTime() + later)) >= slot(now)).toBe(true)
        expect(weekday(weekdaysAt('06:30')(now))).toBeLessThanOrEqual(5)
      }),
    )
  })
})
