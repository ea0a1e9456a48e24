import { describe, expect, test } from 'vitest'
import { isDay } from '../src/kernel/day.ts'
import { isPeriod } from '../src/kernel/period.ts'
import {
  agreements,
  assignments,
  caseKeys,
  cases,
  clauses,
  type Decision,
  decisions,
  documents,
  files,
  followed,
  frames,
  goals,
  held,
  keys,
  type Made,
  mandates,
  nodeKeys,
  postKeys,
  reports,
  seriesKeys,
  targets,
  texts,
  things,
  today,
  unknown,
} from './read.ts'

// The demonstration municipality holds together: every key that is referred to exists, sums agree, days are real, and the
// figures are those of the published documents. The loader may then trust the files.

/** Was the thing made by a clause no later than the day? */
const earlier = (list: readonly Made[], key: unknown, on: string) => list.some((x) => x.key === key && x.clause.decision.day <= on)

describe('cases and decisions', () => {
  test('every thing has one key of its own', () => {
    expect(things.filter((k, i) => things.indexOf(k) !== i)).toEqual([])
  })
  test('cases name what exists and nothing that has not yet been', () => {
    expect(
      unknown(
        cases.map((c) => c.node),
        nodeKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        cases.flatMap((c) => c.documents.map((d) => d.author)),
        postKeys,
      ),
    ).toEqual([])
    const numbers = cases.map((c) => `${c.node} ${c['number'] as string}`)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const c of cases)
      for (const e of [...c.documents, ...c.events, { day: c.opened }, { day: c.closed ?? c.opened }]) expect(e.day <= today, `${c.key} ${e.day}`).toBe(true)
    for (const c of cases) expect((c.closed ?? today) >= c.opened, c.key).toBe(true)
  })
  test('decisions stand in order of time, by a body or by a post within a mandate that held', () => {
    for (const file of files.filter((f) => f.startsWith('decisions-'))) {
      const days = (JSON.parse(texts.get(file) ?? '{}') as { decisions: Decision[] }).decisions.map((d) => d.day)
      expect(days, file).toEqual(days.toSorted())
    }
    expect(
      unknown(
        decisions.map((d) => d.case),
        caseKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        decisions.map((d) => d.body),
        nodeKeys,
      ),
    ).toEqual([])
    const places = decisions.map((d) => `${d.body} ${d.day} ${d.paragraph}`)
    expect(new Set(places).size).toBe(places.length)
    for (const d of decisions) {
      const opened = cases.find((c) => c.key === d.case)?.opened ?? '9'
      expect(d.day <= today && opened <= d.day && (d.adjusted ?? d.day) >= d.day && (d.announced ?? '9') >= (d.adjusted ?? d.day), d.key).toBe(true)
      expect((d.post === undefined) === (d.mandate === undefined), d.key).toBe(true)
      if (d.mandate)
        expect(
          mandates.some((m) => m['mandate'] === d.mandate && m['post'] === d.post && m.decision.body === d.body && (m['from'] as string) <= d.day),
          d.key,
        ).toBe(true)
    }
  })
  test('a closed case gets nothing more, and everyone who acts holds the post on the day', () => {
    for (const c of cases) {
      const end = c.closed ?? '9'
      const inside = (on: string) => c.opened <= on && on <= end
      for (const e of [...c.documents, ...c.events]) expect(e.day <= end, `${c.key} ${e.day}`).toBe(true)
      for (const d of decisions.filter((x) => x.case === c.key)) expect(inside(d.day), d.key).toBe(true)
      for (const d of decisions) for (const x of d.dispatch) if (x.receivedAs === c.key) expect(inside(x.received ?? ''), d.key).toBe(true)
      for (const d of c.documents) expect(d.author === undefined || held(d.author, d.day), d.key).toBe(true)
    }
    for (const d of decisions) expect(d.post === undefined || held(d.post, d.day), d.key).toBe(true)
    for (const f of followed)
      for (const x of [...f.reports, ...(f.progress ?? []), ...(f.accepted ? [f.accepted] : [])]) expect(held(x.post, x.day), `${x.post} ${x.day}`).toBe(true)
  })
  test('what is sent is sent to someone, and received after it was sent', () => {
    const sent = decisions.flatMap((d) => d.dispatch.map((x) => ({ ...x, key: d.key })))
    expect(new Set(sent.map((x) => `${x.key} ${x.to}`)).size).toBe(sent.length)
    expect(
      unknown(
        sent.map((x) => x.to),
        nodeKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        sent.map((x) => x.receivedAs),
        caseKeys,
      ),
    ).toEqual([])
    expect(sent.filter((x) => x.received !== undefined && x.received < x.sent)).toEqual([])
    expect(sent.filter((x) => x.filed !== undefined && (x.received === undefined || x.filed < x.received))).toEqual([])
  })
  test('law 1: each steering thing has its clause, and clauses act on what was decided before', () => {
    const clauseKind = new Map(clauses.map((c) => [c.key, c]))
    for (const g of goals) expect(clauseKind.get(g.decidedBy), g.key).toMatchObject({ kind: 'set_goal', goal: g.key })
    for (const t of targets) expect(clauseKind.get(t.decidedBy), t.key).toMatchObject({ kind: 'set_target', target: t.key })
    expect(clauses.filter((c) => c.kind === 'set_goal').length).toBe(goals.length)
    expect(clauses.filter((c) => c.kind === 'set_target').length).toBe(targets.length)
    for (const c of clauses) {
      const on = c.decision.day
      if (['change_assignment', 'end_assignment'].includes(c.kind) || (c.kind === 'declare_fulfilled' && c['assignment']))
        expect(earlier(assignments, c['assignment'], on), c.key).toBe(true)
      if (c.kind === 'prolong_document') expect(earlier(documents, c['document'], on), c.key).toBe(true)
      if (c.kind === 'end_agreement') expect(earlier(agreements, c['agreement'], on), c.key).toBe(true)
      if (c.kind === 'approve_report')
        expect(
          reports.some((r) => r.key === c['report'] && r.day <= on),
          c.key,
        ).toBe(true)
      if (c.kind === 'send_on') expect(nodeKeys.has(c['to'] as string), c.key).toBe(true)
      if (c.kind === 'set_budget_frame')
        expect(nodeKeys.has(c['node'] as string) && isPeriod(c['period'] as string) && Number.isSafeInteger((c['amountKr'] as number) * 100), c.key).toBe(true)
      if (c.kind === 'give_mandate') expect(postKeys.has(c['post'] as string), c.key).toBe(true)
    }
    for (const a of assignments)
      expect(
        unknown([a['recipient'] as string, ...((a['coRecipients'] as string[] | undefined) ?? [])], nodeKeys).concat(
          unknown([a['responsible'] as string | undefined], postKeys),
        ),
        a.key,
      ).toEqual([])
    expect(
      unknown(documents.flatMap((d) => [d['owner'] as string, d['followUpOwner'] as string]).concat(agreements.map((a) => a['partner'] as string)), nodeKeys),
    ).toEqual([])
    // What was given out and what was set aside in central pots is all of it.
    const given = frames.filter((f) => f.key.startsWith('gbg-')).map((f) => f.clause)
    const aside = clauses.filter((c) => c.kind === 'set_aside' && c.key.startsWith('gbg-'))
    expect(aside.length).toBe(2)
    expect([...given, ...aside].reduce((sum, c) => sum + (c['amountKr'] as number), 0)).toBe(500_000_000)
  })
  test('reports are approved by the giver, and a board states the resources of what it gives outside the budget', () => {
    for (const c of clauses.filter((x) => x.kind === 'approve_report')) {
      const of = followed.find((f) => f.reports.some((r) => r.key === c['report']))?.assignment
      expect(assignments.find((a) => a.key === of)?.clause.decision.body, c.key).toBe(c.decision.body)
    }
    for (const a of assignments) {
      const council = a.clause.decision.body.endsWith('kf')
      expect(council || a['origin'] === 'budget' || a['resources'] !== undefined, a.key).toBe(true)
    }
    for (const c of clauses.filter((x) => x.kind === 'reject')) expect(typeof c['proposal'], c.key).toBe('string')
  })
  test('goals and targets measure by series that exist', () => {
    expect(unknown(goals.flatMap((g) => g.measuredBy).concat(targets.map((t) => t.series)), seriesKeys)).toEqual([])
    expect(
      unknown(
        targets.map((t) => t.goal),
        keys(goals),
      ),
    ).toEqual([])
    for (const t of targets) expect(isPeriod(t.period) && (t.value !== undefined) === ['at_least', 'at_most'].includes(t.rule), t.key).toBe(true)
  })
})

test('every day is a real day, and no file is too large to read', () => {
  for (const [file, text] of texts) {
    expect(Buffer.byteLength(text), file).toBeLessThan(120_000)
    for (const [, found] of text.matchAll(/"(\d{4}-\d{2}-\d{2})"/g)) expect(isDay(found ?? ''), `${file} ${found}`).toBe(true)
  }
})
