import { describe, expect, it } from 'vitest'
import { logKindOf, openLog } from './log.ts'
import { counter, gauge, histogram, openMetrics } from './metrics.ts'

describe('metrics', () => {
  it('are written as OpenMetrics has them', () => {
    const seen = counter({ name: 'seen', help: 'What was "seen"\nhere.' })
    seen.add({ route: '/a"b\\c' })
    seen.add({ route: '/a"b\\c' }, 2)
    const took = histogram({ name: 'took_seconds', help: 'How long.', unit: 'seconds' }, [0.1, 1])
    for (const value of [0.1, 0.5, 3]) took.observe({}, value)
    const now = gauge({ name: 'now', help: 'Now.' }, () => [[{ state: 'idle' }, 4]])
    expect(openMetrics([seen, took, now])).toBe(
      [
        '# TYPE seen counter',
        '# HELP seen What was \\"seen\\"\\nhere.',
        'seen_total{route="/a\\"b\\\\c"} 3',
        '# TYPE took_seconds histogram',
        '# UNIT took_seconds seconds',
        '# HELP took_seconds How long.',
        'took_seconds_bucket{le="0.1"} 1',
        'took_seconds_bucket{le="1"} 2',
        'took_seconds_bucket{le="+Inf"} 3',
        'took_seconds_count 3',
        'took_seconds_sum 3.6',
        '# TYPE now gauge',
        '# HELP now Now.',
        'now{state="idle"} 4',
        '# EOF',
        '',
      ].join('\n'),
    )
  })
})

describe('the log', () => {
  const said = (kind: 'json' | 'text'): string => {
    let all = ''
    const log = openLog(
      kind,
      (line) => (all += line),
      () => new Date(0),
    )
    log.note('request', { route: '/a/:id' })
    const error = Object.assign(new Error('Key (name)=(Elin Prov) exists, https://a.example/?q=Elin'), { code: '23505', detail: 'Elin', constraint: 'x_key' })
    log.fault('defect', error, { number: 'abc' })
    return all
  }
  it('as JSON tells where and what kind, never what somebody wrote', () => {
    const lines = said('json')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines[0]).toEqual({ at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'request', route: '/a/:id' })
    expect(lines[1]).toMatchObject({ level: 'error', event: 'defect', number: 'abc', error: 'Error', code: '23505', constraint: 'x_key' })
    expect(JSON.stringify(lines[1]?.['where'])).toContain('operations.test.ts')
    expect(said('json')).not.toContain('Elin')
  })
  it('as text tells faults whole, to who sits there', () => {
    expect(said('text')).toMatch(/^defect abc Error: Key \(name\)=\(Elin Prov\)/)
    expect([logKindOf(undefined, true), logKindOf(undefined, false), logKindOf('text', false), logKindOf('x', false)]).toEqual(['text', 'json', 'text', 'json'])
  })
})
