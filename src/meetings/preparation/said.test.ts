import { expect, test } from 'vitest'
import { readSaid, saidOf } from './said.ts'

const decision = { kind: 'decision', hasCase: true, before: null }

test.each<[string, Parameters<typeof readSaid>[1], ReturnType<typeof readSaid>]>([
  ['', decision, { exempt: null }],
  ['', { ...decision, hasCase: false }, { prepared: false, exempt: null }],
  ['', { ...decision, kind: 'urgent', hasCase: false }, { prepared: false, exempt: null }],
  ['', { ...decision, kind: 'information' }, { prepared: true, exempt: null }],
  ['', { ...decision, kind: 'question', hasCase: false }, { prepared: true, exempt: null }],
  ['', { ...decision, kind: 'election' }, { prepared: true, exempt: 'election' }],
  ['prepared', decision, null],
  ['prepared', { ...decision, hasCase: false }, { prepared: true, exempt: null }],
  ['audit_report', decision, { exempt: 'audit_report' }],
  ['audit_report', { ...decision, hasCase: false }, { prepared: false, exempt: 'audit_report' }],
  ['KL 5:30', decision, null],
  ['KL 5:30', { ...decision, before: 'KL 5:30' }, { exempt: 'KL 5:30' }],
  ['toString', decision, null],
])('what is said of an item’s preparation, %j of %j, is kept as %j', (said, item, kept) => {
  expect(readSaid(said, item)).toEqual(kept)
  if (kept)
    expect(saidOf({ kind: item.kind, caseId: item.hasCase ? 'case' : null, prepared: kept.prepared ?? false, exempt: kept.exempt })).toBe(
      item.kind === 'election' ? 'election' : said,
    )
})
