import { describe, expect, it } from 'vitest'
import { minimumCouncilSeats, seatsHindrances } from './seats.ts'

describe('seats of a body', () => {
  it.each([
    [0, 21],
    [8_000, 21],
    [8_001, 31],
    [16_000, 31],
    [16_001, 41],
    [24_000, 41],
    [24_001, 51],
    [36_000, 51],
    [36_001, 61],
    [600_000, 61],
    [600_001, 101],
  ])('%i voters give a council of at least %i (KL 5:6)', (voters, seats) => {
    expect(minimumCouncilSeats(voters)).toBe(seats)
  })

  it.each([
    ['council', 61, 88_000, []],
    ['council', 73, 88_000, []],
    ['council', 59, 88_000, ['seats.few']],
    ['council', 62, 88_000, ['seats.even']],
    ['council', 20, null, ['seats.few', 'seats.even']],
    ['council', null, null, ['seats.few']],
    ['council', 21, null, []],
    ['executive_board', 4, null, ['seats.few']],
    ['executive_board', 5, null, []],
    ['executive_board', null, null, ['seats.few']],
    ['board', 2, null, []],
    ['department', null, null, []],
  ])('%s with %s seats and %s voters: %j', (kind, seats, voters, codes) => {
    expect(seatsHindrances(kind, seats, voters).map((r) => r.code)).toEqual(codes)
  })
})
