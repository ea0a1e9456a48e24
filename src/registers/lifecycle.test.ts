import { describe, expect, test } from 'vitest'
import { assignmentData, personas } from '../../test/register-world.ts'
import { nodes } from '../../test/decision-town.ts'
import { day } from '../kernel/day.ts'
import { assignment } from './definitions/assignment.ts'
import type { Entry } from './entry.ts'
import { type Doing, hindrances, offeredActs } from './lifecycle.ts'

const today = day('2022-05-17')
const subject = { belongsTo: [nodes.labour], carriedOutBy: [nodes.department, nodes.labour], secrecy: null }
const entry = (state: string): Entry => ({
  id: 'e',
  register: 'assignment',
  number: 'U-1',
  title: 'T',
  nodeId: nodes.labour,
  ownerId: nodes.department,
  state,
  data: assignmentData(),
  day: today,
  due: null,
  version: 1,
  clauseId: 'c',
  lastClauseId: 'c',
  parentId: null,
  secrecy: null,
})
const codes = (state: string, act: string, who: keyof typeof personas, doing: Doing = { by: 'person' }): string[] =>
  hindrances(assignment, entry(state), act, personas[who], subject, today, doing).map((r) => r.code)

describe('who may do what to an assignment', () => {
  const states = Object.keys(assignment.lifecycle.states)
  const yes = new Set(['head accept given', 'head appoint given', 'head appoint accepted', 'head note accepted', 'secretary sendBack reported'])
  const grid = Object.keys(personas).flatMap((who) =>
    Object.keys(assignment.lifecycle.acts).flatMap((act) => states.map((state) => [who, act, state] as const)),
  )

  test.each(grid)('%s: %s when it is %s', (who, act, state) => {
    const refused = codes(state, act, who as keyof typeof personas, { by: 'person', comment: 'Därför.' })
    expect(refused.length === 0).toBe(yes.has(`${who} ${act} ${state}`))
  })

  test.each(grid.filter(([who]) => who === 'anybody'))('by a clause, with the authority of its decision: %s %s %s', (_, act, state) => {
    const { from, needs } = assignment.lifecycle.acts[act as keyof typeof assignment.lifecycle.acts]
    const can = (from as readonly string[]).includes(state) && needs !== 'report' && needs !== 'final_report'
    expect(codes(state, act, 'anybody', { by: 'clause' }).length === 0).toBe(can)
  })
})

test('every hindrance is told at once', () => {
  expect(codes('given', 'sendBack', 'stranger')).toEqual(['act.state', 'act.comment', 'access.post'])
  expect(codes('ended', 'end', 'member')).toEqual(['act.state', 'act.needs_clause', 'access.post'])
  expect(codes('accepted', 'finalReport', 'head')).toEqual(['act.needs_report'])
  expect(codes('accepted', 'finalReport', 'head', { by: 'report' })).toEqual(['act.needs_report'])
  expect(codes('accepted', 'finalReport', 'head', { by: 'final_report' })).toEqual([])
  expect(codes('accepted', 'toString', 'head')).toEqual(['act.unknown'])
})

test('what the page offers is what the guard lets through', () => {
  for (const [name, who] of Object.entries(personas)) {
    for (const state of Object.keys(assignment.lifecycle.states)) {
      for (const offered of offeredActs(assignment, entry(state), who, subject, today)) {
        const by = offered.act.needs === 'report' || offered.act.needs === 'final_report' ? offered.act.needs : 'person'
        expect(offered.refusals.map((r) => r.code)).toEqual(codes(state, offered.name, name as keyof typeof personas, { by, comment: 'Därför.' }))
      }
    }
  }
})
