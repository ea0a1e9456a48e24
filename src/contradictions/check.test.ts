import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { check as command } from '../commands/check.ts'
import { type Console, WrongCall } from '../commands/command.ts'
import type { Text } from '../kernel/text.ts'
import { check } from './check.ts'
import { report } from './report.ts'

const folder = path.join(import.meta.dirname, '../../test/contradictions')
const fileText = (name: string): string => readFileSync(path.join(folder, `${name}.json`), 'utf8')
const checked = (name: string) => {
  const answer = check(fileText(name))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
  return answer.value
}
const brief = (name: string) =>
  checked(name).findings.map(({ rule, sureness, cells, difference }) => [
    rule,
    sureness,
    cells[0]?.statement ?? cells[0]?.row ?? cells[0]?.document,
    difference,
  ])

describe('printed documents', () => {
  test('a budget: a slip that cancels in the net, two claims, a count, and a definition to ask about', () => {
    expect(brief('labour-board-2022')).toEqual([
      ['summary', 'contradiction', 'Intäkter', 263],
      ['claim', 'contradiction', 'over-12', 0.28],
      ['claim', 'contradiction', 'max-700', -5],
      ['count', 'contradiction', 'forvaltningar', 1],
      ['same', 'ask', 'Antal hushåll med försörjningsstöd', -68],
    ])
    const [summary] = checked('labour-board-2022').findings
    expect(summary?.text.sv).toContain('tar ut varandra')
    expect(summary?.consequences).toHaveLength(3)
    expect(summary?.cells.map(({ printed }) => printed)).toEqual(['170 736', '170 473', '−415 315', '−2 471', '−417 523'])
  })
  test('a council: votes add up, a report is younger than what encloses it, an allocation leaves a question', () => {
    expect(brief('council-2021-2022')).toEqual([
      ['order', 'contradiction', 'utlatande', null],
      ['decided', 'ask', 'fordelning-punkt-1', 155],
    ])
  })
  test('an outlook: ten trends announced, nine told', () => expect(brief('outlook-2023-2026')).toEqual([['count', 'contradiction', 'trender', 1]]))
  test('the report states both numbers in either language', () => {
    for (const locale of ['sv', 'en'] as const) {
      const text = report(checked('labour-board-2022'), [], locale)
      expect(text).toMatch(/170.736/)
      expect(text).toMatch(/170.473/)
    }
  })
})

describe('files', () => {
  const refusals = (data: unknown): readonly (string | undefined)[] => {
    const answer = check(typeof data === 'string' ? data : JSON.stringify(data))
    return answer.ok ? [] : answer.refusals.map(({ field, text }) => field ?? text.en.slice(0, 20))
  }
  const small = { title: 't', columns: [{ label: 'a' }], rows: [{ label: 'r', cells: ['1'] }] }
  test('what is wrong is told with its path, all at once', () => {
    expect(refusals('{')).toEqual(['The file is not JSON'])
    expect(refusals({})).toEqual(['documents'])
    expect(refusals({ documents: [{ id: 'd', tables: [{ ...small, columns: [{ label: 'a', role: 'totally' }] }] }] })).toEqual([
      'documents[0].tables[0].columns[0].role',
    ])
    expect(
      refusals({
        documents: [
          {
            id: 'd',
            tables: [
              {
                ...small,
                rows: [
                  { label: 'r', cells: ['1', '2'] },
                  { label: 's', of: ['nowhere'], cells: { b: 1 } },
                ],
              },
            ],
          },
        ],
      }),
    ).toEqual(['documents[0].tables[0].rows[0].cells', 'documents[0].tables[0].rows[1].cells', 'documents[0].tables[0].rows[1].of[0]'])
    expect(refusals({ documents: [{ id: 'd', encloses: ['e'] }, { id: 'd' }] })).toEqual(['documents[1].id', 'documents[0].encloses[0]'])
    expect(
      refusals({ documents: [{ id: 'd', statements: [{ claim: 'change', value: 1, from: { table: 'x', row: 'r', column: 'a' }, to: { value: 1 } }] }] }),
    ).toEqual(['documents[0].statements[0].from'])
  })
  test('one document alone, or a list of them, is a file too; unknown fields are told', () => {
    for (const data of [{ tables: [small] }, [{ tables: [small] }], { documents: [{ tables: [{ ...small, colour: 'red' }] }] }])
      expect(refusals(data)).toEqual([])
    const answer = check(JSON.stringify({ tables: [{ ...small, colour: 'red', note: 'mine' }] }))
    expect(answer.ok && answer.value.unknown).toEqual(['documents[0].tables[0].colour'])
  })
  test('ten thousand rows that add up raise no alarm', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ label: `Enhet ${i}`, cells: [String(i), String(2 * i), String(i)] }))
    const total = { label: 'Totalt', role: 'total', cells: [49_995_000, 99_990_000, 49_995_000] }
    const text = JSON.stringify({
      tables: [
        { title: 'Stor', unit: 'tkr', columns: [{ label: '2021' }, { label: '2022' }, { label: 'Förändring', role: 'change' }], rows: [...rows, total] },
      ],
    })
    const answer = check(text)
    expect(answer.ok && answer.value.findings).toEqual([])
  })
})

test('a table without an id is pointed at by its title', () => {
  const cell = (column: string) => ({ table: 'Befolkning', row: 'Totalt', column })
  const tables = [{ title: 'Befolkning', columns: [{ label: '2021' }, { label: '2022' }], rows: [{ label: 'Totalt', cells: ['64 680', '64 871'] }] }]
  const statements = [{ quantity: 'Befolkning', claim: 'change', value: '1,3', unit: '%', from: cell('2021'), to: cell('2022') }]
  const checked = check(JSON.stringify({ tables, statements }))
  expect(checked).toMatchObject({ ok: true, value: { findings: [{ rule: 'claim', sureness: 'contradiction' }] } })
  expect(check(JSON.stringify({ tables: [...tables, ...tables], statements })).ok).toBe(false)
})

describe('the command', () => {
  const run = async (positionals: readonly string[], json = false) => {
    const said: string[] = []
    const console: Console = {
      locale: 'sv',
      json,
      signal: new AbortController().signal,
      say: (text: Text) => !json && said.push(text.sv),
      answer: (data) => json && said.push(JSON.stringify(data)),
      progress: () => {},
    }
    return { code: await command.run({ values: {}, positionals, console }), said: said.join('\n') }
  }
  const file = (name: string): string => path.join(folder, `${name}.json`)
  test('answers 1 where something disagrees, 2 for a bad call', async () => {
    expect((await run([file('labour-board-2022')])).code).toBe(1)
    await expect(run([])).rejects.toThrow(WrongCall)
    await expect(run([file('nowhere')])).rejects.toThrow(WrongCall)
    await expect(run([path.join(folder, 'build.ts')])).rejects.toThrow(WrongCall)
    expect((await run([path.join(folder, 'build.ts')], true)).code).toBe(2)
  })
  test('answers with JSON', async () => {
    const { said } = await run([file('outlook-2023-2026')], true)
    expect(JSON.parse(said)).toMatchObject({ ok: false, findings: [{ rule: 'count', sureness: 'contradiction' }] })
  })
})
