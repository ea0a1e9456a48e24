import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { caseNumber, closeHinders, eventProblems, isSection, reopenHinders } from './case.ts'
import { readCursor, writeCursor } from '../kernel/cursor.ts'

const open = { state: 'open', closed: null } as const
const decided = { state: 'decided', closed: null } as const
const closed = { state: 'closed', closed: day('2022-05-01') } as const

describe('a case', () => {
  it('is numbered by body and year', () => expect(caseNumber('ALN', day('2022-01-11'), 3)).toBe('ALN 2022-00003'))
  it.each([
    ['OSL 26:1', true],
    ['OSL 21:1 st. 2', true],
    ['OSL 26:1a', true],
    ['26:1', false],
    ['osl 26', false],
    ['', false],
  ])('%s is a section: %s', (text, wanted) => expect(isSection(text)).toBe(wanted))
  it.each([
    [open, '', ['case.undecided']],
    [open, 'Återtaget', []],
    [decided, '', []],
    [closed, 'x', ['case.closed']],
  ])('closing %j with reason "%s": %j', (found, reason, wanted) => expect(closeHinders(found, reason).map((r) => r.code)).toEqual(wanted))
  it.each([
    [closed, 'Nytt underlag', []],
    [closed, ' ', ['case.reason']],
    [open, '', ['case.not_closed', 'case.reason']],
  ])('reopening %j with reason "%s": %j', (found, reason, wanted) => expect(reopenHinders(found, reason).map((r) => r.code)).toEqual(wanted))
  it('takes events of days that have been', () => {
    const today = day('2022-05-17')
    expect(eventProblems({ day: today, text: 'Samråd' }, today)).toEqual([])
    expect(eventProblems({ day: day('2022-05-18'), text: '' }, today).map((r) => r.field)).toEqual(['day', 'text'])
    expect(eventProblems({ day: null, text: '' }, today).map((r) => r.field)).toEqual(['day', 'text'])
  })
})

describe('cursors', () => {
  it('come back as they were written', () => {
    const cursor = { value: 'Ärende om “åtta”', id: '0190b0b0-0000-7000-8000-000000000001' }
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  })
  it.each(['', 'x', 'e30', Buffer.from('["a","b"]').toString('base64url')])('a mangled one (%s) gives the first page', (typed) =>
    expect(readCursor(typed)).toBeNull(),
  )
})
