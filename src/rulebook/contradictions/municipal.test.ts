import { describe, expect, test } from 'vitest'
import { paper, table } from '../../../test/contradictions/build.ts'
import { findContradictions } from './find-contradictions.ts'
import type { LineInput, Role, RowInput, StatementInput, TableInput } from './material.ts'

type Cells = readonly (string | number | null)[]
const row = (label: string, cells: Cells, role?: Role): RowInput => ({ label, cells, ...(role ? { role } : {}) })
const columns = (...labels: readonly string[]): LineInput[] => labels.map((label) => ({ label }))
const brief = (it: TableInput, statements: readonly StatementInput[] = []): readonly string[] =>
  findContradictions({ documents: [paper({ tables: [it], statements })] }).findings.map(
    ({ rule, sureness, difference, suspect, likely, cells }) =>
      `${rule} ${sureness} ${difference} ${suspect?.row ?? cells[0]?.row}${likely ? `: likely ${likely.text.en.replaceAll('\u00a0', ' ')} (${likely.misprint})` : ''}`,
  )
/** The table with one cell printed otherwise. */
const slipped = (it: TableInput, label: string, column: number, printed: string | number): TableInput => ({
  ...it,
  rows: it.rows.map((one) => (one.label === label ? { ...one, cells: (one.cells as Cells).with(column, printed) } : one)),
})
type Case = readonly [name: string, table: TableInput, slips: readonly (readonly [label: string, column: number, printed: string | number, found: string])[]]

const staff: readonly RowInput[] = [
  row('Kvinnor', [3532, 3498]),
  row('Män', [1029, 1011]),
  row('–29 år', [640, 655]),
  row('30–49 år', [2071, 2040]),
  row('50– år', [1850, 1814]),
]
const income: readonly RowInput[] = [row('Avgifter', ['45,9', '44,2']), row('Bidrag', ['79,4', '88,0']), row('Summa intäkter', ['125,3', '132,2'], 'subtotal')]
const costs: readonly RowInput[] = [
  row('Löner', ['530,8', '512,0']),
  row('Lokaler', ['104,4', '101,5']),
  row('Summa kostnader', ['635,2', '613,5'], 'subtotal'),
]

const cases: readonly Case[] = [
  [
    'a total broken down by sex and by age, with a mean age below',
    table('Anställda', columns('2023', '2022'), [...staff, row('Totalt antal anställda', [4561, 4509], 'total'), row('Medelålder', ['45,6', '45,7'])], {
      unit: 'personer',
    }),
    [
      ['Kvinnor', 0, 3352, 'sum error 180 Totalt antal anställda'],
      ['30–49 år', 1, 2400, 'sum error -360 30–49 år: likely 2 040 (transposed)'],
      ['Totalt antal anställda', 0, 4651, 'sum error 90 Totalt antal anställda: likely 4 561 (transposed)'],
    ],
  ],
  [
    'the same in one column: two runs agree where the total does not',
    table('Anställda', columns('2023'), [...staff.map(({ label, cells }) => row(label, [(cells as Cells)[0] ?? null])), row('Totalt', [4561], 'total')], {
      unit: 'personer',
    }),
    [['Totalt', 0, 4651, 'sum error 90 Totalt: likely 4 561 (transposed)']],
  ],
  [
    'a total with its parts above and, in another way, below',
    table(
      'Pensionsåtagande',
      columns('2022', '2023'),
      [
        row('Avsättning', ['160,2', '171,3']),
        row('Ansvarsförbindelse', ['1 120,4', '1 098,7']),
        row('Total pensionsförpliktelse', ['1 280,6', '1 270,0'], 'total'),
        row('Placerade medel', ['310,0', '322,5']),
        row('Återlånade medel', ['970,6', '947,5']),
      ],
      { unit: 'mnkr' },
    ),
    [
      ['Ansvarsförbindelse', 1, '1 089,7', 'sum error 9 Ansvarsförbindelse: likely 1 098.7 (transposed)'],
      ['Återlånade medel', 0, '907,6', 'sum error 63 Återlånade medel: likely 970.6 (transposed)'],
    ],
  ],
  [
    'income and cost in blocks with sums of their own, all above zero',
    table('Driftbudget', columns('2023', '2022'), [...income, ...costs, row('Nettokostnad', ['509,9', '481,3'], 'total')], { unit: 'mnkr' }),
    [
      ['Löner', 0, '503,8', 'sum error 27 Löner: likely 530.8 (transposed)'],
      ['Nettokostnad', 1, '418,3', 'sum error -63 Nettokostnad: likely 481.3 (transposed)'],
    ],
  ],
  [
    'income and cost above zero that are called parts of their net',
    table(
      'Nämnd',
      columns('2023', '2022'),
      [row('Intäkter', ['125,3', '132,2'], 'part'), row('Kostnader', ['635,2', '613,5'], 'part'), row('Nettokostnad', ['509,9', '481,3'], 'total')],
      { unit: 'mnkr' },
    ),
    [['Nettokostnad', 1, '418,3', 'sum error -63 Nettokostnad: likely 481.3 (transposed)']],
  ],
  [
    'the same with the net by role',
    table('Driftbudget', columns('2023', '2022'), [...income, ...costs, row('Nettokostnad', ['509,9', '481,3'], 'net')], { unit: 'mnkr' }),
    [['Nettokostnad', 1, '418,3', 'net error -63 Nettokostnad: likely 481.3 (transposed)']],
  ],
  [
    'rows that compare each year with the one before',
    table(
      'Skatteintäkter',
      columns('2021', '2022', '2023', '2024'),
      [
        row('Skatteintäkter', ['3 412,2', '3 522,8', '3 651,2', '3 790,0']),
        row('Årlig förändring, mnkr', ['', '110,6', '128,4', '138,8']),
        row('Årlig förändring, %', ['', '3,2', '3,6', '3,8']),
      ],
      { unit: 'mnkr' },
    ),
    [
      ['Årlig förändring, mnkr', 2, '182,4', 'change contradiction 54 Årlig förändring, mnkr: likely 128.4 (transposed)'],
      ['Årlig förändring, %', 3, '8,3', 'change contradiction 4.5 Årlig förändring, %: likely 3.8 (transposed)'],
    ],
  ],
  [
    'a column headed % that is the growth of the two beside it',
    table(
      'Resultat',
      columns('2023', '2022', '%'),
      [
        row('Intäkter', ['1 243,6', '1 187,2', '4,8']),
        row('Kostnader', ['−5 412,9', '−5 190,4', '−4,3']),
        row('Skatteintäkter', ['3 651,2', '3 522,8', '3,6']),
      ],
      {
        unit: 'mnkr',
      },
    ),
    [['Skatteintäkter', 2, '6,3', 'change contradiction 2.66 Skatteintäkter']],
  ],
  [
    'a column headed % that is the share of the column beside it',
    table(
      'Kostnader',
      columns('Belopp', '%'),
      [row('Lön', ['600', '60']), row('Hyra', ['250', '25']), row('Övrigt', ['150', '15']), row('Summa', ['1 000', '100'])],
      {
        unit: 'mnkr',
      },
    ),
    [['Hyra', 1, '52', 'share contradiction 27 Hyra: likely 25 (transposed)']],
  ],
  [
    'answers in per cent that make 100 in every row, though nobody says so',
    table(
      'Hur nöjd är du?',
      columns('Nöjd', 'Varken eller', 'Missnöjd', 'Vet ej'),
      [
        row('Förskola', [79, 12, 6, 3]),
        row('Grundskola', [70, 17, 10, 3]),
        row('Hemtjänst', [86, 7, 4, 3]),
        row('Snöröjning', [45, 22, 30, 3]),
        row('Kultur', [80, 12, 3, 5]),
      ],
      { unit: '%' },
    ),
    [['Hemtjänst', 0, 68, 'share contradiction 18 Hemtjänst']],
  ],
  [
    'varav lines that make their whole',
    table(
      'Anställda',
      columns('2023', '2022', '2021'),
      [row('Antal anställda', [4561, 4509, 4480]), row('varav kvinnor', [3532, 3498, 3470]), row('varav män', [1029, 1011, 1010])],
      {
        unit: 'personer',
      },
    ),
    [['varav män', 1, 1101, 'sum contradiction -90 varav män: likely 1 011 (transposed)']],
  ],
  [
    'a part whose label begins like a total',
    table(
      'Balanskravsutredning',
      columns('2023', '2022'),
      [
        row('Årets resultat', ['62,1', '81,4']),
        row('Samtliga realisationsvinster', ['−11,2', '−40,5']),
        row('Orealiserade förluster', ['–', '14,6']),
        row('Resultat efter justeringar', ['50,9', '55,5'], 'subtotal'),
      ],
      { unit: 'mnkr' },
    ),
    [['Samtliga realisationsvinster', 0, '−12,1', 'sum contradiction 0.9 Samtliga realisationsvinster: likely −11.2 (transposed)']],
  ],
  [
    'a part whose label tells the rate it was reckoned by',
    table(
      'Pensionskostnader',
      columns('2022', '2023'),
      [
        row('Pensioner', ['151,9', '181,7'], 'subtotal'),
        row('Särskild löneskatt (24,26 %)', ['36,9', '44,1']),
        row('Summa pensionskostnader', ['188,8', '225,8'], 'total'),
      ],
      { unit: 'mnkr' },
    ),
    [['Summa pensionskostnader', 1, '252,8', 'sum error 27 Summa pensionskostnader: likely 225.8 (transposed)']],
  ],
  [
    'units in the labels of rows, and amounts per head that are not added',
    table('Ekonomi', columns('Kvinnor', 'Män', 'Totalt'), [
      row('Antal anställda', [3120, 842, 3962]),
      row('Medianlön, kr', [32_400, 33_850, 32_700]),
      row('Sysselsättningsgrad', [94, 96, 94]),
    ]),
    [['Antal anställda', 2, 3692, 'sum ask -270 Antal anställda: likely 3 962 (transposed)']],
  ],
]

describe.each(cases)('%s', (_name, it, slips) => {
  test('is left in peace', () => expect(brief(it)).toEqual([]))
  test.each(slips)('%s, column %i, printed as %s', (label, column, printed, found) => expect(brief(slipped(it, label, column, printed))).toEqual([found]))
})

test('tables of two bodies tell of two things; where one names no body it is asked', () => {
  const of = (title: string, n: number): TableInput => table(title, columns('2022'), [row('Antal anställda', [n])], { id: title, unit: 'personer' })
  const both = (a: string, b: string): readonly string[] =>
    findContradictions({ documents: [paper({ tables: [of(a, 4561), of(b, 5012)] })] }).findings.map(({ sureness }) => sureness)
  expect(both('Personal i kommunen', 'Personal i koncernen')).toEqual([])
  expect(both('Socialnämndens personal', 'Personal')).toEqual(['ask'])
  expect(both('Personal', 'Fem år i sammandrag')).toEqual(['contradiction'])
})

test('a wrong sign of a net cost is told where it stands', () => {
  const it = cases.find(([name]) => name.startsWith('income and cost in blocks'))?.[1] as TableInput
  expect(brief(slipped(it, 'Nettokostnad', 1, '−481,3'))).toEqual(['sum error -962.6 Nettokostnad: likely 481.3 (sign)'])
})

test('one number of another in figures is counted, not about so much', () => {
  const goals = table('Mål', [{ id: 'n', label: 'Antal' }], [row('Uppfyllda mål', [12]), row('Mål', [15])], { id: 'goals', unit: 'mål', exact: true })
  const at = (name: string) => ({ table: 'goals', row: name, column: 'n' })
  const said = (value: string): StatementInput => ({ claim: 'share', value, part: at('Uppfyllda mål'), whole: at('Mål') })
  expect(brief(goals, [said('12 av 15')])).toEqual([])
  expect(brief(goals, [said('13 av 15')])).toHaveLength(1)
})
