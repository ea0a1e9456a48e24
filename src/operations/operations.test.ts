import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Env } from '../web/view.ts'
import { logKindOf, openLog } from './log.ts'
import { counter, gauge, histogram, openMetrics } from './metrics.ts'
import { queueReaders } from './queue-readers.ts'

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

describe('the queue of readers', () => {
  it('lets so many in at a time, the others in their order, those who write at once, and forgets who has gone', async () => {
    const app = new Hono<Env>()
    const asked: string[] = []
    const open = new Map<string, () => void>()
    app.use(queueReaders(2))
    app.all('/:name', async (c) => {
      const name = c.req.param('name')
      asked.push(name)
      await new Promise<void>((resolve) => open.set(name, resolve))
      return name === 'b' ? Promise.reject(new Error('b')) : c.text(name)
    })
    app.onError((_, c) => c.text('broken', 500))
    const soon = () => new Promise((resolve) => setImmediate(resolve))
    const gone = new AbortController()
    const answers = ['a', 'b', 'c', 'd', 'e'].map((name) => app.request(`/${name}`, name === 'c' ? { signal: gone.signal } : {}))
    const written = app.request('/w', { method: 'POST' })
    await soon()
    expect(asked.splice(0).toSorted()).toEqual(['a', 'b', 'w'])
    gone.abort()
    for (const name of ['w', 'b', 'd', 'a', 'e']) {
      open.get(name)?.()
      await soon()
    }
    expect(asked).toEqual(['d', 'e'])
    expect((await Promise.all([...answers, written])).map((r) => r.status)).toEqual([200, 500, 408, 200, 200, 200])
  })
})
