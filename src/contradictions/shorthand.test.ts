import { describe, expect, test } from 'vitest'
import { check } from './check.ts'

const findings = (data: unknown): readonly string[] => {
  const answer = check(JSON.stringify(data))
  return answer.ok
    ? answer.value.findings.map(({ rule, sureness, difference }) => `${rule} ${sureness} ${difference}`)
    : answer.refusals.map(({ code }) => code)
}

describe('what a file may write shorter', () => {
  const longhand = {
    documents: [
      {
        id: 'd',
        tables: [
          {
            title: 'Anställda',
            columns: [{ label: '2021' }, { label: '2022' }],
            rows: [
              { label: 'Kvinnor', cells: ['10', '12'] },
              { label: 'Män', cells: ['5', '6'] },
              { label: 'Totalt', role: 'total', cells: ['15', '21'] },
            ],
          },
        ],
      },
    ],
  }
  const rows = [['Kvinnor', '10', '12'], ['Män', 5, { value: 6, unit: '' }], { id: 'Totalt', role: 'TOTAL', cells: [15, 21], unit: null }]
  test.each<[string, unknown]>([
    ['the whole file', longhand],
    ['one table', { columns: [2021, 2022], rows }],
    ['a column that heads the labels', { tables: [{ columns: ['Enhet', '2021', { label: 2022, role: null }], rows }] }],
    ['a list of documents', [{ id: 7, tables: [{ columns: ['2021', '2022'], rows }] }]],
  ])('%s', (_, data) => expect(findings(data)).toEqual(['sum error 3']))

  test('a file that is nested too deep is refused, not followed', () => {
    const deep = `${'{"rows":['.repeat(50_000)}${']}'.repeat(50_000)}`
    const answer = check(`{"tables":[{"columns":["a"],"rows":[${deep}]}]}`)
    expect(answer.ok ? [] : answer.refusals.map(({ code }) => code)).toEqual(['check.deep'])
  })
})
