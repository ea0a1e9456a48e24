import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignmentData, risk, riskData } from '../../test/register-world.ts'
import { nodes } from '../../test/decision-town.ts'
import { type Amount, ore } from '../kernel/amount.ts'
import { addDays, day } from '../kernel/day.ts'
import type { AnyDefinition } from './define.ts'
import { assignment } from './definitions/assignment.ts'
import { readData, readSome, readTyped } from './read-entry.ts'
import { typedOf } from './shown.ts'

const today = day('2022-05-17')
const codes = (read: ReturnType<typeof readData>): string[] => (read.ok ? [] : read.refusals.map((r) => `${r.field ?? ''} ${r.code}`))
const register = risk as AnyDefinition

describe('a typed form', () => {
  test('tells every problem at once, each with its field, also the definition’s own rules', () => {
    const typed = {
      title: [''],
      purpose: ['x'],
      deliverable: [],
      finalReport: ['i morgon'],
      recipient: ['ALF'],
      origin: ['nothing'],
      resources: ['2 500'],
      kind: ['other'],
    }
    expect(codes(readTyped(assignment, typed, today))).toEqual([
      'title field.required',
      'deliverable field.required',
      'finalReport field.unreadable',
      'recipient field.unreadable',
      'origin field.unreadable',
      'financing assignment.financing',
    ])
  })

  test('reads days, amounts and choices as people write them', () => {
    const typed = {
      title: [' Ensamarbete '],
      level: ['high'],
      likelihood: ['3'],
      cost: ['1 250,5'],
      review: ['14 september 2022'],
      checks: ['2022-10-01, 2022-06-01 2022-06-01'],
      unit: [nodes.labour],
    }
    expect(readTyped(register, typed, today)).toEqual({
      ok: true,
      value: {
        title: 'Ensamarbete',
        level: 'high',
        likelihood: 3,
        cost: 125_050_000,
        review: '2022-09-14',
        checks: ['2022-06-01', '2022-10-01'],
        unit: nodes.labour,
        urgent: false,
      },
    })
  })

  test('what was left empty is missing, not zero', () => {
    const read = readTyped(register, { title: ['A'], level: ['low'], likelihood: ['0'], cost: [''], checks: [' '] }, today)
    expect(read).toEqual({ ok: true, value: { title: 'A', level: 'low', likelihood: 0, urgent: false } })
  })

  test('some fields only: null for those emptied, refused where a value is needed', () => {
    expect(readSome(register, { cost: [''], about: ['text'], title: ['not asked'] }, ['cost', 'about'])).toEqual({
      ok: true,
      value: { about: 'text', cost: null },
    })
    expect(codes(readSome(register, {}, ['title']))).toEqual(['title field.required'])
  })

  test('what is stored is read back from its own form to the same values', () => {
    const data = fc.record(
      {
        title: fc
          .string({ minLength: 1, maxLength: 300, unit: 'grapheme' })
          .map((s) => s.trim())
          .filter((s) => s !== '' && s.length <= 300),
        level: fc.constantFrom('low', 'high'),
        likelihood: fc.integer({ min: 0, max: 5 }),
        cost: fc.integer({ min: -9e13, max: 9e13 }).map((n): Amount => ore(n)),
        review: fc.integer({ min: 0, max: 5000 }).map((n) => addDays(day('2019-01-01'), n)),
        checks: fc
          .uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 5 })
          .map((ns) => ns.map((n) => addDays(day('2019-01-01'), n)).toSorted()),
        urgent: fc.boolean(),
      },
      { requiredKeys: ['title', 'level', 'likelihood', 'urgent', 'review'] },
    )
    fc.assert(
      fc.property(data, (fields) => {
        expect(readTyped(register, typedOf(register, fields), today)).toEqual({ ok: true, value: fields })
      }),
    )
  })
})

describe('data from the API', () => {
  test('unknown fields are refused, and wrong ones by their own words', () => {
    expect(codes(readData(register, riskData({ likelihood: 9, colour: 'red', checks: 'never' }), today))).toEqual([
      'likelihood field.too_big',
      'checks field.unreadable',
      'colour field.unknown',
    ])
  })

  test('the definition’s rules are asked also when a field is wrong', () => {
    expect(codes(readData(assignment, assignmentData({ title: 5, interimReport: '2022-12-01' }), today))).toEqual([
      'title field.unreadable',
      'interimReport assignment.interim',
    ])
  })

  test('characters that the database cannot hold are refused', () => {
    for (const title of ['half \ud800', 'zero \u0000']) expect(codes(readData(register, riskData({ title }), today))).toEqual(['title field.unreadable'])
  })

  test('whatever is sent, the answer is data or refusals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.object({ key: fc.constantFrom(...Object.keys(register.fields.shape), '__proto__', 'x') })), (sent) => {
        const read = readData(register, sent, today)
        expect(read.ok || read.refusals.length > 0).toBe(true)
      }),
    )
  })
})
