import { describe, expect, test } from 'vitest'
import {
  agreements,
  assignments,
  cases,
  clauses,
  decisionKeys,
  documents,
  followed,
  keys,
  links,
  nodeKeys,
  postKeys,
  seriesKeys,
  thingKeys,
  today,
  unknown,
} from './read.ts'

describe('follow-up', () => {
  test('every assignment is followed once, and every name in it exists', () => {
    expect(followed.flatMap((f) => f.assignment ?? []).toSorted()).toEqual(assignments.map((a) => a.key).toSorted())
    expect(
      unknown(
        followed.flatMap((f) => f.subject),
        keys([...documents, ...agreements]),
      ),
    ).toEqual([])
    for (const f of followed) {
      const named = [
        f.accepted?.post,
        f.sentBack?.post,
        ...f.reports.map((r) => r.post),
        ...(f.progress ?? []).map((p) => p.post),
        ...(f.parts ?? []).map((p) => p.responsible),
        ...(f.continuation ?? []).map((c) => c.ownerPost),
      ]
      expect(unknown(named, postKeys)).toEqual([])
      expect(unknown([...(f.parts ?? []).map((p) => p.recipient), ...(f.reportsDue ?? []).map((d) => d.askedBy)], nodeKeys)).toEqual([])
      expect(
        unknown(
          f.reports.flatMap((r) => r.figures ?? []),
          seriesKeys,
        ),
      ).toEqual([])
      expect(
        unknown(
          f.reports.map((r) => r.document),
          keys(cases.flatMap((c) => c.documents)),
        ),
      ).toEqual([])
      if (f.sentBack) expect(unknown([f.sentBack.decision], decisionKeys)).toEqual([])
      for (const d of [...f.reports, ...(f.progress ?? [])]) expect(d.day <= today).toBe(true)
      for (const c of f.continuation ?? [])
        expect(c.dropped === undefined ? (c.ownerPost === null) === (c.due === undefined) : c.ownerPost === null && c.due === undefined, c.what).toBe(true)
    }
  })
  test('reports follow acceptance, and nothing is declared fulfilled before its final report', () => {
    for (const f of followed) for (const r of f.reports) if (f.assignment) expect(f.accepted !== undefined && f.accepted.day <= r.day, r.key).toBe(true)
    for (const c of clauses.filter((x) => x.kind === 'declare_fulfilled')) {
      expect(
        followed.some((f) => f.assignment === c['assignment'] && f.reports.some((r) => r.kind === 'final' && r.day <= c.decision.day)),
        c.key,
      ).toBe(true)
    }
  })
  test('the six areas of Göteborg have no owner', () => {
    expect(followed.find((f) => f.assignment === 'a-gbg-lardomar')?.continuation?.map((c) => c.ownerPost)).toEqual([null, null, null, null, null, null])
  })
  test('links bind what exists, by kinds that are known', () => {
    expect(
      unknown(
        links.flatMap((l) => [l.from, l.to]),
        thingKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        links.map((l) => l.kind),
        new Set(['gives_rise_to', 'part_of', 'reports_on', 'measures', 'continues', 'answers', 'replaces', 'encloses']),
      ),
    ).toEqual([])
    const seen = links.map((l) => `${l.from} ${l.kind} ${l.to}`)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
