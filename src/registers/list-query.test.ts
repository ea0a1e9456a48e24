import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { risk } from '../../test/register-world.ts'
import { writeCursor } from '../kernel/cursor.ts'
import type { AnyDefinition } from './define.ts'
import { listAddress, readListQuery } from './list-query.ts'

const register = risk as AnyDefinition
const id = '0190b0b0-0000-7000-8000-000000000001'
const read = (address: string) => readListQuery(register, new URLSearchParams(address))

describe('the address of a list', () => {
  test('is read and written to the same', () => {
    const address = `?q=ensam+arbete&state=open&state=closed&body=${id}&level=high&broken=1&sort=-cost&after=${writeCursor({ value: '1200', id })}`
    const { query, refusals } = read(address)
    expect(refusals).toEqual([])
    expect(query).toMatchObject({
      search: 'ensam arbete',
      filters: { state: ['open', 'closed'], level: ['high'] },
      broken: true,
      sort: 'cost',
      descending: true,
    })
    expect(listAddress(query, { after: query.after })).toBe(address)
  })

  test('what cannot be read is told and left out', () => {
    const { query, refusals } = read(`?sort=owner&state=gone&state=open&unit=x&size=0&after=${writeCursor({ value: 'not a day', id })}`)
    expect(refusals.map((r) => r.field)).toEqual(['sort', 'after', 'size', 'state', 'unit'])
    expect(query).toMatchObject({ sort: 'due', descending: false, after: null, size: 50, filters: { state: ['open'] } })
  })

  test('a cursor fits what is sorted by', () => {
    expect(read(`?sort=cost&after=${writeCursor({ value: '1e5; drop table entry', id })}`).query.after).toBeNull()
    expect(read(`?sort=cost&after=${writeCursor({ value: '1000000000000000', id })}`).query.after).not.toBeNull()
  })

  test('whatever is sent, there is a query that writes back', () => {
    const names = ['q', 'state', 'level', 'body', 'unit', 'broken', 'sort', 'size', 'after', 'anything']
    const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), anyText()), fc.oneof(fc.constantFrom('open', 'high', '-cost', '1', id), anyText()))
    const sent = fc.oneof(
      fc.array(pair, { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs).toString()),
      anyText(),
    )
    fc.assert(
      fc.property(sent, (address) => {
        const { query } = read(address)
        expect(read(listAddress(query, { after: query.after })).query).toEqual(query)
      }),
      { numRuns: 300 },
    )
  })
})
