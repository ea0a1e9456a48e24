import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { mostBytes, readChunks, readFileText } from './file-text.ts'
import { brokenAt } from './json-place.ts'

const told = (text: string): readonly string[] => {
  const answer = check(text)
  return answer.ok ? ['read'] : answer.refusals.map(({ field, text: { en } }) => (field === undefined || field === '' ? en : field))
}
const small = { title: 't', columns: ['a'], rows: [['r', '1']] }
const json = (data: unknown): string => JSON.stringify(data)

describe('a file that cannot be read is refused with the place', () => {
  test.each<[string, string, string]>([
    ['empty', '', 'The file is empty.'],
    ['of spaces', ' \n\t', 'The file is empty.'],
    ['of semicolons', 'Skola;1;2\n', 'The file is not JSON: at line 1, character 1 “Skola;1;2” cannot stand.'],
    ['with a comma too many', '{\n  "tables": [],\n}', 'The file is not JSON: at line 3, character 1 “}” cannot stand.'],
    ['cut off', '{"tables": [', 'The file is not JSON: at line 1, character 13 it ends too early.'],
    ['with decimals by comma', '{"tables":[{"rows":[["r",1,5,]]}]}', 'The file is not JSON: at line 1, character 30 “]]}]}” cannot stand.'],
    [
      'with NaN',
      '{"tables":[\n{"rows":[["r",NaN]]}]}',
      'The file is not JSON: line 2, character 15 is NaN or Infinity, which JSON does not have. Write null where a number is missing.',
    ],
  ])('%s', (_name, text, refusal) => expect(told(text)).toEqual([refusal]))
  test.each<[string, unknown, readonly string[]]>([
    ['tables that are no list', { tables: { a: 1 } }, ['documents[0].tables']],
    [
      'rows that are nothing',
      { tables: [{ ...small, rows: [null, [], {}] }] },
      ['[0]', '[1].label', '[2].label'].map((it) => `documents[0].tables[0].rows${it}`),
    ],
    ['a cell that is true', { tables: [{ ...small, rows: [['r', true]] }] }, ['documents[0].tables[0].rows[0].cells']],
    [
      'two tables of one id',
      {
        tables: [
          { ...small, id: 'x' },
          { ...small, id: 'x' },
        ],
      },
      ['documents[0].tables[1].id'],
    ],
    [
      'two columns of one id',
      { tables: [{ ...small, columns: ['a', 'a'].map((label) => ({ id: 'x', label })), rows: [] }] },
      ['documents[0].tables[0].columns[1].id'],
    ],
    [
      'two rows of one id under one heading',
      {
        tables: [
          {
            ...small,
            rows: [
              {
                label: 'h',
                rows: [
                  { id: 'x', label: 'a' },
                  { id: 'x', label: 'b' },
                ],
              },
            ],
          },
        ],
      },
      ['documents[0].tables[0].rows[0].rows[1].id'],
    ],
  ])('%s', (_name, data, fields) => expect(told(json(data))).toEqual(fields))
  test('a number too large for any table, as text, is left unread; as a number it is refused', () => {
    expect(told(`{"tables":[{"title":"t","columns":["a"],"rows":[["r","${'9'.repeat(400)}"],["s",1e308]]}]}`)).toEqual(['read'])
    expect(told('{"tables":[{"title":"t","columns":["a"],"rows":[["r",1e400]]}]}')).toEqual(['documents[0].tables[0].rows[0].cells'])
  })
  test('ids of rows under different headings may be alike', () => {
    const rows = ['A', 'B'].map((label) => ({ label, rows: [{ id: 'net', label: 'Netto', cells: ['1'] }] }))
    expect(told(json({ tables: [{ ...small, rows }] }))).toEqual(['read'])
  })
  test('nesting deeper than any table', () => {
    const deep = `{"tables":[{"title":"t","columns":["a"],"rows":${'[{"label":"x","rows":'.repeat(20_000)}[]${'}]'.repeat(20_000)}}]}`
    expect(told(deep)).toEqual([expect.stringContaining('nested deeper')])
    expect(told('['.repeat(100_000))).toEqual([expect.stringContaining('ends too early')])
  })
  test('more cells than are read at once, written or not', () => {
    const columns = Array.from({ length: 1000 }, (_, i) => `k${i}`)
    const rows = Array.from({ length: 2001 }, () => ({ label: 'r' }))
    expect(told(json({ tables: [small, { title: 't', columns, rows }] }))).toEqual(['documents[0].tables[1]'])
  })
  test('names that objects have of themselves are names like others', () => {
    const rows = [{ label: 'toString', cells: { constructor: '1', valueOf: '2' } }]
    expect(told(json({ tables: [{ title: '__proto__', columns: ['constructor', 'valueOf'], rows }] }))).toEqual(['read'])
  })
})

describe('bytes', () => {
  const chunks = async function* (...all: readonly (readonly number[])[]): AsyncGenerator<Uint8Array> {
    for (const one of all) yield Uint8Array.from(one)
  }
  test('a mark before the text, and UTF-16 that says so, are read; other bytes than UTF-8 are refused', async () => {
    expect(told('\uFEFF{"tables":[]}')).toEqual(['read'])
    expect(await readChunks(chunks([0xff, 0xfe, 0x7b, 0], [0x7d, 0]))).toEqual({ ok: true, value: '{}' })
    expect(await readChunks(chunks([0x22, 0xe5, 0x22]))).toMatchObject({ ok: false, refusals: [{ code: 'check.encoding' }] })
  })
  test('reading stops at the first chunk that is too much', async () => {
    let given = 0
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++
        yield new Uint8Array(1000)
      }
    }
    expect(await readChunks(endless(), 10_000)).toMatchObject({ ok: false, refusals: [{ code: 'check.large' }] })
    expect(given).toBe(11)
  })
  test('a file of 500 MB is refused before it is read', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'genomslag-check-'))
    try {
      const file = path.join(folder, 'large.json')
      await writeFile(file, '')
      await truncate(file, 500_000_000)
      expect(mostBytes).toBeLessThan(500_000_000)
      expect(await readFileText(file)).toMatchObject({ ok: false, refusals: [{ code: 'check.large' }] })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

test('a table of 12,000 rows with a wrong cell, one with hundreds of wrong sums, and one with a thousand nets are done and told', () => {
  const sums = [0, 0, 0]
  const long = Array.from({ length: 12_000 }, (_, i): [string, ...number[]] => {
    const cells = [i % 97, i % 89, i % 83]
    for (const [c, v] of cells.entries()) sums[c] = (sums[c] as number) + v
    return [`Enhet ${i}`, ...cells]
  })
  long[6000] = ['Enhet 6000', 99_999, 1, 1]
  const wrong = Array.from({ length: 2000 }, (_, i) => ({ label: `Rad ${i}`, role: i % 5 === 4 ? 'subtotal' : 'part', cells: [String(i * 3), String(i * 17)] }))
  const nets = Array.from({ length: 3000 }, (_, i) => ({
    label: `Rad ${i}`,
    role: (['income', 'cost', 'net'] as const)[i % 3],
    cells: [i % 3 === 0 ? 5 : i % 3 === 1 ? -3 : 2],
  }))
  const answer = check(
    json({
      tables: [
        { title: 'Lång', unit: 'kr', columns: ['a', 'b', 'c'], rows: [...long, { label: 'Summa', role: 'total', cells: sums }] },
        { title: 'Fel', unit: 'kr', columns: ['a', 'b'], rows: wrong },
        { title: 'Netton', unit: 'kr', columns: ['a'], rows: nets },
      ],
    }),
  )
  const tables = answer.ok ? Map.groupBy(answer.value.findings, ({ cells }) => cells[0]?.table) : new Map()
  expect([...tables].map(([title, found]) => [title, found.length > 300 ? 'many' : found.length])).toEqual([
    ['Lång', 1],
    ['Fel', 'many'],
  ])
})

test('where JSON stops being JSON is where the parser stops too', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', 'x', '"', ',', '}', ']', '{', ':', '1', '-', 'null'), (text, place, put) => {
      const at = place % (text.length + 1)
      const spoiled = text.slice(0, at) + put + text.slice(at + (put === '' ? 1 : 0))
      let sound = true
      try {
        JSON.parse(spoiled)
      } catch {
        sound = false
      }
      const { there, line, column } = brokenAt(spoiled)
      if (sound) expect(there).toBe('')
      const lines = spoiled.split('\n')
      if (!sound) expect(lines[line - 1]?.slice(column - 1).startsWith(there)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
