import { expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { registrationLacks } from './registration.ts'

const today = day('2022-05-17')

it('asks for nothing when day, party and subject are told', () => {
  expect(registrationLacks({ day: today, number: null, party: 'Kommunstyrelsen', subject: 'Remiss' }, today)).toEqual([])
})

it('names everything that lacks at once, with the section', () => {
  const found = registrationLacks({ day: null, number: '', party: ' ', subject: null }, today)
  expect(found.map((r) => r.field)).toEqual(['day', 'number', 'party', 'title'])
  expect(found.every((r) => r.law === 'OSL 5:2')).toBe(true)
})

it('refuses a day that has not been', () => {
  expect(registrationLacks({ day: day('2022-05-18'), number: null, party: 'a', subject: 'b' }, today).map((r) => r.code)).toEqual(['registration.future'])
})
