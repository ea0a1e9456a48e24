import { describe, expect, test } from 'vitest'
import { paper, table } from '../../../test/contradictions/build.ts'
import { findContradictions } from './find-contradictions.ts'
import type { DocumentInput, LineInput, Role, RowInput, StatementInput } from './material.ts'

const columns = (...labels: readonly string[]): LineInput[] => labels.map((label) => ({ label }))
const row = (label: string, cells: readonly (string | number | null)[], role?: Role): RowInput => ({ label, cells, ...(role ? { role } : {}) })
const found = (...documents: readonly DocumentInput[]) => findContradictions({ documents }).findings
const brief = (...documents: readonly DocumentInput[]): readonly string[] =>
  found(...documents).map(({ rule, sureness, difference }) => `${rule} ${sureness} ${difference}`)
const one = (...tables: NonNullable<DocumentInput['tables']>): readonly string[] => brief(paper({ tables }))
const said = (statements: readonly StatementInput[], tables: NonNullable<DocumentInput['tables']> = []): readonly string[] =>
  brief(paper({ statements, tables }))

describe('contradictions planted in tables', () => {
  test('a cell that breaks its row and its column is one finding, with the cell', () => {
    const lines: LineInput[] = [
      { label: 'Kvinnor', role: 'part' },
      { label: 'Män', role: 'part' },
      { label: 'Totalt', role: 'total' },
    ]
    const rows = [row('Tillsvidare', [700, 300, 1000]), row('Visstid', [55, 75, 100]), row('Alla', [755, 345, 1100], 'total')]
    const [finding, ...more] = found(paper({ tables: [table('Anställda', lines, rows, { unit: 'årsarbeten' })] }))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ rule: 'sum', sureness: 'error' })
    expect(finding?.consequences).toHaveLength(1)
    expect(finding?.cells.some(({ row, column }) => row === 'Visstid' && column === 'Män')).toBe(true)
  })
  test('a subtotal, and the total that does not follow it', () => {
    const rows = (sub: number): RowInput[] => [
      row('A', [10]),
      row('B', [20]),
      row('Delsumma', [sub], 'subtotal'),
      row('C', [5]),
      row('D', [7]),
      row('Delsumma 2', [12], 'subtotal'),
      row('Totalt', [42], 'total'),
    ]
    expect(one(table('Ramar', columns('2022'), rows(35), { unit: 'mnkr' }))).toEqual(['sum contradiction 5'])
  })
  test('rows under a heading, and headings under a total', () => {
    const rows: RowInput[] = [
      { label: 'Skola', cells: [30], rows: [row('Förskola', [10]), row('Grundskola', [25])] },
      { label: 'Omsorg', cells: [12], rows: [row('Hemtjänst', [5]), row('Boende', [7])] },
      row('Totalt', [42], 'total'),
    ]
    expect(one(table('Ramar', columns('2022'), rows, { unit: 'mnkr' }))).toEqual(['sum error -5'])
  })
  test('a heading of which some rows are shown is asked about; where others are whole it is not', () => {
    const heading = (label: string, all: number, parts: readonly number[]): RowInput => ({
      label,
      cells: [all],
      rows: parts.map((v, i) => row(`${label} ${i}`, [v])),
    })
    expect(one(table('Ramar', columns('2022'), [heading('Skola', 100, [20, 30])], { unit: 'mnkr' }))).toEqual(['sum ask 50'])
    expect(one(table('Ramar', columns('2022'), [heading('Skola', 100, [20, 30]), heading('Vård', 90, [50, 40])], { unit: 'mnkr' }))).toEqual(['sum error 50'])
  })
  test('a part in another unit than the rest', () => {
    const rows = [row('A', ['5 200']), row('B', ['7,9']), row('C', ['3 100']), row('Totalt', ['16 200'], 'total')]
    expect(one(table('Ramar', columns('2022'), rows, { unit: 'tkr' }))).toEqual(['unit error 7892.1'])
  })
  test('shares of a row that make 110', () => {
    const lines: LineInput[] = ['Ja', 'Nej', 'Vet ej'].map((label) => ({ label, role: 'share' }))
    expect(one(table('Svar', lines, [row('Trygg', [61, 29, 10]), row('Nöjd', [55, 43, 12]), row('Delaktig', [48, 40, 12])]))).toEqual(['share error -10'])
  })
  test('a share that is not its part of the whole', () => {
    const lines: LineInput[] = [
      { id: 'n', label: 'Antal', role: 'count' },
      { label: 'Andel', role: 'share', of: ['n'] },
    ]
    expect(
      one(table('Ålder', lines, [row('Unga', [250, '25 %']), row('Äldre', [750, '57 %']), row('Alla', [1000, '100 %'], 'total')], { unit: 'personer' })),
    ).toEqual(['share contradiction -18'])
  })
  test('a share that the other shares show the base of', () => {
    const lines: LineInput[] = [
      { label: 'Antal', role: 'count' },
      { label: 'Andel', role: 'share' },
    ]
    expect(one(table('Svar', lines, [row('Ja', [45, '45 %']), row('Nej', [30, '30 %']), row('Vet ej', [25, '52 %'])], { unit: 'personer' }))).toEqual([
      'share contradiction 27',
    ])
  })
  test('votes are exact', () => {
    expect(
      brief(
        paper({
          sums: [
            {
              what: 'Röster',
              total: 80,
              unit: 'röster',
              parts: [
                { label: 'ja', value: 55 },
                { label: 'nej', value: 19 },
                { label: 'avstår', value: 7 },
              ],
            },
          ],
        }),
      ),
    ).toEqual(['decided error -1'])
  })
  test('counts that do not add up by one are asked about', () => {
    expect(one(table('Elever', columns('2022'), [row('Norr', [101]), row('Söder', [99]), row('Totalt', [201], 'total')], { unit: 'elever' }))).toEqual([
      'sum ask 1',
    ])
  })
  test('known counts already beyond a total with a missing part', () => {
    expect(
      one(table('Elever', columns('2022'), [row('Norr', [101]), row('Söder', [99]), row('Väster', ['..']), row('Totalt', [150], 'total')], { unit: 'elever' })),
    ).toEqual(['sum error -50'])
  })
  test('one line of a net with the wrong net', () => {
    const group = (label: string, i: number, c: number, n = i + c): RowInput => ({
      label,
      rows: [row('Intäkt', [i], 'income'), row('Kostnad', [c], 'cost'), row('Netto', [n], 'net')],
    })
    expect(
      one(table('Verksamheter', columns('2022'), [group('Bad', 30, -120), group('Bibliotek', 20, -80, -50), group('Gator', 4, -60)], { unit: 'tkr' })),
    ).toEqual(['net error 10'])
  })
  test('a change that fits no base in the table asks for it', () => {
    const rows = [row('A', [100, 120, 70]), row('B', [300, 330, 95]), row('C', [500, 520, 11])]
    const [finding] = found(paper({ tables: [table('Ramar', [...columns('2021', '2022'), { label: 'Förändring', role: 'change' }], rows, { unit: 'tkr' })] }))
    expect(finding).toMatchObject({ rule: 'change', sureness: 'contradiction' })
    expect(finding?.text.sv).toContain('Vilken är basen?')
  })
  test('a change whose base is not stated but fits the rest', () => {
    const rows = [row('A', [100, 120, 20]), row('B', [300, 330, 30]), row('C', [500, 520, 40])]
    expect(one(table('Ramar', [...columns('2021', '2022'), { label: 'Förändring', role: 'change' }], rows, { unit: 'tkr' }))).toEqual([
      'change contradiction 20',
    ])
  })
  test('a misprinted cell that breaks sum, net and change is one finding', () => {
    const lines: LineInput[] = [
      { id: 'a', label: '2021' },
      { id: 'b', label: '2022' },
      { label: 'Förändring', role: 'change', base: 'a', to: 'b' },
    ]
    const group = (label: string, i: readonly number[], c: readonly number[], role?: Role, slip = 0): RowInput => {
      const change = (v: readonly number[]): number[] => [v[0] as number, v[1] as number, (v[1] as number) - (v[0] as number)]
      const net = i.map((v, k) => v + (c[k] as number))
      const income = change(i)
      income[1] = (income[1] as number) + slip
      return { label, ...(role ? { role } : {}), rows: [row('Intäkt', income, 'income'), row('Kostnad', change(c), 'cost'), row('Netto', change(net), 'net')] }
    }
    const rows = [
      group('Bad', [30, 35], [-120, -110], undefined, 90),
      group('Bibliotek', [20, 22], [-80, -85]),
      group('Totalt', [50, 57], [-200, -195], 'total'),
    ]
    const findings = found(paper({ tables: [table('Verksamheter', lines, rows, { unit: 'tkr' })] }))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.consequences).toHaveLength(2)
  })
})

describe('contradictions between what is said', () => {
  const pupils = table('Elever', columns('2020', '2021', '2022'), [row('Antal elever', [400, 300, 350])], { unit: 'elever' })
  const at = (period: string) => ({ quantity: 'Antal elever', period })
  test.each<[string, StatementInput, readonly string[]]>([
    ['growth', { claim: 'change', value: '10', unit: '%', direction: 'up', from: at('2021'), to: at('2022') }, ['claim contradiction -6.67']],
    ['growth that holds', { claim: 'change', value: '16,7', unit: '%', direction: 'up', from: at('2021'), to: at('2022') }, []],
    [
      'a decrease that is an increase',
      { claim: 'change', value: '17', unit: '%', direction: 'down', from: at('2021'), to: at('2022') },
      ['claim contradiction -33.67'],
    ],
    ['a number of pupils', { claim: 'change', value: '60', unit: 'elever', from: at('2021'), to: at('2022') }, ['claim contradiction 10']],
    ['highest since', { claim: 'extreme', extreme: 'highest', quantity: 'Antal elever', period: '2022', since: '2020' }, ['claim contradiction -50']],
    ['highest since a later year', { claim: 'extreme', extreme: 'highest', quantity: 'Antal elever', period: '2022', since: '2021' }, []],
    ['halved', { claim: 'comparison', relation: 'halved', a: at('2021'), b: at('2020') }, ['claim contradiction -100']],
    ['more', { claim: 'comparison', relation: 'more', a: at('2021'), b: at('2020') }, ['claim contradiction -100']],
    ['a target met', { claim: 'target', target: 'minst 360', unit: 'elever', met: true, of: at('2022') }, ['claim contradiction 10']],
    ['a target not met', { claim: 'target', target: 'minst 340', unit: 'elever', met: false, of: at('2022') }, ['claim contradiction -10']],
    ['a share', { claim: 'share', value: '80', unit: '%', part: at('2021'), whole: at('2020') }, ['claim contradiction 5']],
    [
      'periods alone, of the own quantity',
      { claim: 'change', quantity: 'Antal elever', value: '10', unit: '%', from: '2021', to: '2022' },
      ['claim contradiction -6.67'],
    ],
    [
      'a target of the own quantity',
      { claim: 'target', quantity: 'Antal elever', period: '2022', target: 'minst 360', unit: 'elever' },
      ['claim contradiction 10'],
    ],
    ['a share in words', { claim: 'share', value: 'tre fjärdedelar', unit: '%', part: at('2021'), whole: at('2020') }, []],
  ])('%s', (_, statement, expected) => expect(said([statement], [pupils])).toEqual(expected))

  test('per cent for percentage points is asked about', () => {
    const tables = [table('Andel', columns('2021', '2022'), [row('Andel behöriga', ['20 %', '25 %'])])]
    expect(
      said(
        [{ claim: 'change', value: 5, unit: '%', from: { quantity: 'Andel behöriga', period: '2021' }, to: { quantity: 'Andel behöriga', period: '2022' } }],
        tables,
      ),
    ).toEqual(['claim ask -20'])
  })
  test('one quantity with two values; with two definitions it is asked about', () => {
    const said2 = (definition?: string) =>
      said([
        { quantity: 'Antal besökare', value: 900, period: '2022', unit: 'st' },
        { quantity: 'antalet besökare', value: 940, period: '2022', unit: 'st', ...(definition ? { definition } : {}) },
      ])
    expect(said2()).toEqual(['same contradiction -40'])
    expect(said2('unika besökare')).toEqual(['same ask -40'])
  })
  test('a round number in a sentence is asked about', () => {
    expect(
      said([
        { quantity: 'Ram för kulturnämnden', value: '5 000', unit: 'tkr', period: '2022' },
        { quantity: 'Ram för kulturnämnden', value: '5 039', unit: 'tkr', period: '2022' },
      ]),
    ).toEqual(['same ask -39'])
  })
  test('tkr where mnkr is meant', () => {
    expect(
      said([
        { quantity: 'Ram för kulturnämnden', value: '252,9', unit: 'mnkr', period: '2022' },
        { quantity: 'Ram för kulturnämnden', value: '252,9', unit: 'tkr', period: '2022' },
      ]),
    ).toEqual(['unit contradiction 252.6471'])
  })
  test('a thing listed twice explains the count', () => {
    expect(brief(paper({ lists: [{ what: 'nämnder', count: 'tre', items: ['Kultur', 'Skola', 'Vård', 'kultur'] }] }))).toEqual(['count ask -1'])
  })
  test('dates in running text', () => {
    expect(brief(paper({ texts: [{ text: 'Svaret lämnas senast den 31 juni 2022, efter mötet onsdag 25 januari 2022.' }] }))).toEqual([
      'date error null',
      'date error null',
    ])
  })
})
