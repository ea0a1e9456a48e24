import { describe, expect, test } from 'vitest'
import { paper, table } from '../../../test/contradictions/build.ts'
import { findContradictions } from './find-contradictions.ts'
import type { DocumentInput, LineInput, Role, RowInput } from './material.ts'

const columns = (...labels: readonly string[]): LineInput[] => labels.map((label) => ({ label }))
const row = (label: string, cells: readonly (string | number | null)[], role?: Role): RowInput => ({ label, cells, ...(role ? { role } : {}) })
const found = (...documents: readonly DocumentInput[]): readonly string[] =>
  findContradictions({ documents }).findings.map(({ rule, sureness, text }) => `${rule} ${sureness}: ${text.sv}`)
const one = (...tables: NonNullable<DocumentInput['tables']>): readonly string[] => found(paper({ tables }))

describe('tables that agree, as municipalities print them', () => {
  test('an income statement in mnkr with rounding, several nets', () => {
    const rows = [
      row('Verksamhetens intäkter', ['1 203,4', '1 188,9'], 'income'),
      row('Verksamhetens kostnader', ['−5 817,2', '−5 601,6'], 'cost'),
      row('Avskrivningar', ['−214,8', '−207,1'], 'cost'),
      row('Verksamhetens nettokostnader', ['−4 828,5', '−4 619,8'], 'net'),
      row('Skatteintäkter', ['3 911,6', '3 790,2'], 'income'),
      row('Generella statsbidrag', ['1 060,9', '1 012,4'], 'income'),
      row('Verksamhetens resultat', ['144,0', '182,8'], 'net'),
      row('Finansiella intäkter', ['88,1', '79,9'], 'income'),
      row('Finansiella kostnader', ['−41,3', '−30,2'], 'cost'),
      row('Årets resultat', ['190,8', '232,5'], 'net'),
    ]
    expect(one(table('Resultaträkning', columns('2023', '2022'), rows, { unit: 'mnkr' }))).toEqual([])
  })
  test('costs printed above zero and a net cost above zero', () => {
    const rows = [row('Intäkter', ['120', '130'], 'income'), row('Kostnader', ['900', '950'], 'cost'), row('Nettokostnad', ['780', '820'], 'net')]
    expect(one(table('Nämnden', columns('2022', '2023'), rows, { unit: 'tkr' }))).toEqual([])
  })
  test('subtotals, a total, and every sum of the role total', () => {
    const parts = (role: Role): RowInput[] => [
      row('Förskola', [10, 11]),
      row('Grundskola', [20, 22]),
      row('Summa skola', [30, 33], role),
      row('Hemtjänst', [5, 6]),
      row('Boende', [7, 8]),
      row('Summa omsorg', [12, 14], role),
      row('Totalt', [42, 47], 'total'),
    ]
    for (const role of ['subtotal', 'total'] as const) expect(one(table('Ramar', columns('2022', '2023'), parts(role), { unit: 'mnkr' }))).toEqual([])
  })
  test('the total first, and parts of it with varav', () => {
    const rows = [row('Totalt', [100, 110], 'total'), row('Drift', [80, 85]), row('varav personal', [60, 64]), row('Investering', [20, 25])]
    expect(one(table('Utgifter', columns('2022', '2023'), rows, { unit: 'mnkr' }))).toEqual([])
  })
  test('rates with a total that is a mean', () => {
    const rows = [row('Skola', ['6,1', '5,9']), row('Omsorg', ['8,2', '7,7']), row('Totalt', ['7,0', '6,6'], 'total')]
    expect(one(table('Sjukfrånvaro', columns('2022', '2023'), rows, { unit: '%' }))).toEqual([])
    expect(
      one(
        table('Kostnad per elev', columns('2022', '2023'), [row('Ån', [91, 92]), row('Ön', [99, 98]), row('Totalt', [95, 96], 'total')], { unit: 'tkr/elev' }),
      ),
    ).toEqual([])
  })
  test('budget, outcome and deviation, whichever way it counts', () => {
    const lines: LineInput[] = [
      { id: 'b', label: 'Budget' },
      { id: 'u', label: 'Utfall' },
      { label: 'Avvikelse', role: 'change', base: 'b', to: 'u' },
    ]
    for (const sign of [1, -1]) {
      const rows = [
        row('Skola', [100, 104, 4 * sign]),
        row('Omsorg', [200, 190, -10 * sign]),
        row('Teknik', [50, 50, 0]),
        row('Totalt', [350, 344, -6 * sign], 'total'),
      ]
      expect(one(table('Uppföljning', lines, rows, { unit: 'tkr' }))).toEqual([])
    }
  })
  test('income and costs with a deviation that is better or worse', () => {
    const lines: LineInput[] = [
      { id: 'b', label: 'Budget' },
      { id: 'u', label: 'Utfall' },
      { label: 'Avvikelse', role: 'change', base: 'b', to: 'u' },
    ]
    const rows = [row('Intäkter', [100, 104, 4], 'income'), row('Kostnader', [200, 190, 10], 'cost'), row('Netto', [-100, -86, 14], 'net')]
    expect(one(table('Uppföljning', lines, rows, { unit: 'tkr' }))).toEqual([])
  })
  test('change in number and in per cent, and a share, by headings alone', () => {
    const rows = [
      row('0–5 år', [6420, 6388, -32, '−0,5', '12,6']),
      row('6–15 år', [11050, 11204, 154, '1,4', '22,1']),
      row('16–64 år', [32980, 33105, 125, '0,4', '65,3']),
      row('Totalt', [50450, 50697, 247, '0,5', '100,0'], 'total'),
    ]
    const lines: LineInput[] = [{ label: '2021' }, { label: '2022' }, { label: 'Förändring' }, { label: 'Förändring %' }, { label: 'Andel %', role: 'share' }]
    expect(one(table('Befolkning', lines, rows, { unit: 'invånare' }))).toEqual([])
  })
  test('women, men and all; with a row of means', () => {
    const lines: LineInput[] = [
      { label: 'Kvinnor', role: 'part' },
      { label: 'Män', role: 'part' },
      { label: 'Totalt', role: 'total' },
    ]
    const rows = [
      row('Tillsvidare', [700, 300, 1000]),
      row('Visstid', [55, 45, 100]),
      row('Alla', [755, 345, 1100], 'total'),
      row('Medelålder', ['45,1', '46,3', '45,5'], 'info'),
    ]
    expect(one(table('Anställda', lines, rows, { unit: 'personer' }))).toEqual([])
  })
  test('a missing part, and a dash, are never zero', () => {
    const rows = [row('Norr', [10, '..']), row('Söder', ['–', 20]), row('Totalt', [45, 60], 'total')]
    expect(one(table('Platser', columns('2022', '2023'), rows, { unit: 'tkr' }))).toEqual([])
  })
  test('several answers may be given', () => {
    const rows = [row('Buss', ['61 %']), row('Cykel', ['54 %']), row('Bil', ['48 %'])]
    expect(one(table('Så reser de (flera svar möjliga)', [{ label: 'Andel', role: 'share' }], rows))).toEqual([])
  })
  test('answers by row are shares of the row', () => {
    const lines: LineInput[] = ['Ja', 'Nej', 'Vet ej'].map((label) => ({ label, role: 'share' }))
    expect(one(table('Svar', lines, [row('Trygg', [61, 29, 10]), row('Nöjd', [55, 33, 13]), row('Delaktig', [48, 40, 12])]))).toEqual([])
  })
  test('each school has a share of its own', () => {
    const rows = [row('Norrskolan', ['81 %']), row('Söderskolan', ['74 %']), row('Västerskolan', ['92 %'])]
    expect(one(table('Andel behöriga', [{ label: 'Andel behöriga', role: 'rate' }], rows))).toEqual([])
  })
  test('the same boards in a table of income and a table of costs', () => {
    const boards = (cells: readonly number[][]): RowInput[] => ['Barnnämnden', 'Vårdnämnden', 'Tekniska nämnden'].map((label, i) => row(label, cells[i] ?? []))
    expect(
      one(
        table(
          'Intäkter per nämnd',
          columns('2022', '2023'),
          boards([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
          { unit: 'mnkr', id: 'a' },
        ),
        table(
          'Kostnader per nämnd',
          columns('2022', '2023'),
          boards([
            [21, 22],
            [23, 24],
            [25, 26],
          ]),
          { unit: 'mnkr', id: 'b' },
        ),
      ),
    ).toEqual([])
  })
  test('budget and outcome of one year differ', () => {
    const lines = columns('Budget 2022', 'Utfall 2022')
    const other = columns('Utfall 2022', 'Budget 2023')
    expect(
      one(
        table('A', lines, [row('Antal elever i gymnasiet', [900, 871])], { id: 'a' }),
        table('B', other, [row('Antal elever i gymnasiet', [871, 880])], { id: 'b' }),
      ),
    ).toEqual([])
  })
  test('months make the year, and tertials are not added twice', () => {
    const lines: LineInput[] = [...['T1', 'T2', 'T3'].map((label): LineInput => ({ label, role: 'part' })), { label: 'Helår', role: 'total' }]
    expect(one(table('Ärenden', lines, [row('Inkomna', [120, 98, 131, 349]), row('Avslutade', [101, 99, 140, 340])], { unit: 'ärenden' }))).toEqual([])
  })
  test('a balance sheet in two halves', () => {
    const rows: RowInput[] = [
      { label: 'Tillgångar', cells: ['900,2', '880,1'], rows: [row('Anläggningar', ['700,1', '690,0']), row('Omsättning', ['200,0', '190,0'])] },
      {
        label: 'Eget kapital och skulder',
        cells: ['900,2', '880,1'],
        rows: [row('Eget kapital', ['500,1', '490,1']), row('Avsättningar', ['100,0', '99,9']), row('Skulder', ['300,0', '290,2'])],
      },
    ]
    expect(one(table('Balansräkning', columns('2023', '2022'), rows, { unit: 'mnkr' }))).toEqual([])
  })
  test('the budget of two versions is not one number', () => {
    const a = paper({
      id: 'a',
      date: '2021-11-20',
      tables: [table('Ram', [{ label: 'Budget 2022:1', period: '2022' }], [row('Ram för kulturnämnden', [100])], { unit: 'tkr' })],
    })
    const b = paper({
      id: 'b',
      date: '2022-01-20',
      tables: [table('Ram', [{ label: 'Budget 2022:2', period: '2022' }], [row('Ram för kulturnämnden', [120])], { unit: 'tkr' })],
    })
    expect(found(a, b)).toEqual([])
  })
  test('hedged words fit what they may mean', () => {
    const tables = [table('Mått', columns('2021', '2022'), [row('Antal anställda i skolan', [1016, 1083])], { unit: 'personer' })]
    const statements = [
      { quantity: 'Antal anställda i skolan', value: 'drygt 1 000', unit: 'personer', period: '2021' },
      { quantity: 'Antal anställda i skolan', value: 'knappt 1 100', unit: 'personer', period: '2022' },
      { quantity: 'Antal anställda i skolan', value: 'över 1 000', unit: 'personer', period: '2022' },
    ]
    expect(found(paper({ tables, statements }))).toEqual([])
  })
  test('a summary that keeps the buffer apart from its costs', () => {
    const s = table(
      'Sammandrag',
      columns('2022'),
      [
        row('Intäkter', [50], 'income'),
        row('Kostnader', [-200], 'cost'),
        row('Buffert', [-10], 'cost'),
        row('Netto', [-160], 'net'),
        row('Kommunbidrag', [160], 'income'),
        row('Resultat', [0], 'net'),
      ],
      { id: 's', unit: 'tkr', summarises: 'd' },
    )
    const group = (label: string, i: number, c: number, role?: Role): RowInput => ({
      label,
      ...(role ? { role } : {}),
      rows: [row('Intäkt', [i], 'income'), row('Kostnad', [c], 'cost'), row('Netto', [i + c], 'net')],
    })
    const d = table(
      'Verksamheter',
      columns('2022'),
      [group('Bad', 30, -120), group('Bibliotek', 20, -80), group('Buffert', 0, -10), group('Totalt', 50, -210, 'total')],
      { id: 'd', unit: 'tkr' },
    )
    expect(one(s, d)).toEqual([])
  })
})
