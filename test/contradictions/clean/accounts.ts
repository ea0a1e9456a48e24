import type { Role } from '../../../src/rulebook/contradictions/material.ts'
import type { Dice } from '../build.ts'
import type { Draft, SheetRow } from './sheet.ts'

export const boards = [
  'Kommunstyrelsen',
  'Barn- och utbildningsnämnden',
  'Socialnämnden',
  'Kultur- och fritidsnämnden',
  'Samhällsbyggnadsnämnden',
  'Tekniska nämnden',
  'Miljönämnden',
  'Överförmyndarnämnden',
  'Valnämnden',
  'Revisionen',
]
const accounts = ['Löner', 'Lokalhyror', 'Köp av verksamhet', 'Material', 'Lämnade bidrag', 'Transporter', 'Konsulter', 'IT-tjänster']
const incomes = ['Avgifter', 'Hyror och arrenden', 'Riktade bidrag', 'Försäljning av tjänster']
const headings = [['2022'], ['2021', '2022'], ['Budget 2022', 'Utfall 2022'], ['2019', '2020', '2021', '2022'], ['Bokslut 2021', 'Budget 2022', 'Plan 2023']]

export const some = <T>(dice: Dice, of: readonly T[], least: number): readonly T[] => {
  const from = dice.whole(0, of.length - 1)
  return [...of.slice(from), ...of.slice(0, from)].slice(0, dice.whole(least, of.length))
}
/** A size between tens and hundreds of thousands, with everything behind the decimals that real money has. */
export const size = (dice: Dice): number => Math.exp(dice.whole(300, 1200) / 100) + dice.whole(0, 999_999) / 1e6
const signed = (dice: Dice): number => size(dice) * (dice.chance(0.3) ? -1 : 1)

export const added = (rows: readonly SheetRow[]): readonly number[] =>
  (rows[0]?.values ?? []).map((_, i) => rows.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
const line = (label: string, values: readonly (number | null)[], role?: Role): SheetRow => ({ label, values, ...(role ? { role } : {}) })
const sum = (label: string, rows: readonly SheetRow[], role: Role = 'total'): SheetRow => line(label, added(rows), role)
const money = (dice: Dice): { unit: string } => ({ unit: dice.pick(['tkr', 'mnkr', 'kr']) })
const plain = (dice: Dice): { columns: readonly { label: string }[]; n: number } => {
  const columns = dice.pick(headings).map((label) => ({ label }))
  return { columns, n: columns.length }
}
const many = (n: number, make: () => number): readonly number[] => Array.from({ length: n }, make)

/** The sheets of accounts, by what municipalities call them. */
export const accountDrafts: Readonly<Record<string, (dice: Dice) => Draft>> = {
  'drift per nämnd': (dice) => {
    const { columns, n } = plain(dice)
    const rows = some(dice, boards, 2).map((label) =>
      line(
        label,
        many(n, () => signed(dice)),
      ),
    )
    return { sheets: [{ title: 'Driftredovisning', ...money(dice), columns, rows: [...rows, sum('Summa nämnder', rows)] }] }
  },
  'budget, utfall, avvikelse': (dice) => {
    const turned = dice.chance(0.3) ? -1 : 1
    const percent = dice.chance(0.5)
    const parts = some(dice, boards, 3).map((label) => line(label, [-size(dice), -size(dice)]))
    const rows = [...parts, sum('Totalt', parts)].map((row): SheetRow => {
      const [budget = 0, outcome = 0] = row.values as readonly number[]
      const change = [(outcome - budget) * turned, ...(percent ? [((outcome - budget) / Math.abs(budget)) * 100] : [])]
      return { ...row, values: [budget, outcome, ...change] }
    })
    const [base, to] = turned === 1 ? ['b', 'u'] : ['u', 'b']
    const columns = [
      { id: 'b', label: 'Budget 2022' },
      { id: 'u', label: 'Utfall 2022' },
      { label: 'Avvikelse', role: 'change', base, to } as const,
      ...(percent ? [{ label: 'Förändring %', role: 'change', as: 'percent', base: 'b', to: 'u', places: 1 } as const] : []),
    ]
    return { sheets: [{ title: 'Uppföljning', ...money(dice), columns, rows }] }
  },
  delsummor: (dice) => {
    const { columns, n } = plain(dice)
    const groups = ['skola', 'vård', 'kultur', 'teknik'].slice(0, dice.whole(2, 4)).map((name) => {
      const parts = some(dice, accounts, 2).map((label) =>
        line(
          `${label}, ${name}`,
          many(n, () => signed(dice)),
        ),
      )
      return [...parts, sum(`Summa ${name}`, parts, 'subtotal')]
    })
    const rows = groups.flat()
    return {
      sheets: [
        {
          title: 'Verksamheter',
          ...money(dice),
          columns,
          rows: [
            ...rows,
            sum(
              'Summa totalt',
              groups.map((group) => group.at(-1) as SheetRow),
            ),
          ],
        },
      ],
    }
  },
  'nämnder med underrader': (dice) => {
    const { columns, n } = plain(dice)
    const rows = some(dice, boards, 2).map((label): SheetRow => {
      const under = some(dice, accounts, 2).map((name) =>
        line(
          name,
          many(n, () => signed(dice)),
        ),
      )
      return { label, values: added(under), rows: under }
    })
    return { sheets: [{ title: 'Nämnder och kostnadsslag', ...money(dice), columns, rows: [...rows, sum('Summa', rows)] }] }
  },
  resultaträkning: (dice) => {
    const { columns, n } = plain(dice)
    const of = (about: number, sign: number): readonly number[] => many(n, () => sign * about * (1 + dice.whole(0, 99_999) / 1e5))
    const rows: SheetRow[] = []
    const put = (label: string, values: readonly number[], role: Role): readonly number[] => {
      rows.push(line(label, values, role))
      return values
    }
    const plus = (...all: readonly (readonly number[])[]): readonly number[] =>
      many(n, () => 0).map((_, i) => all.reduce((total, values) => total + (values[i] ?? 0), 0))
    const net = plus(
      put('Verksamhetens intäkter', of(800, 1), 'income'),
      put('Verksamhetens kostnader', of(3500, -1), 'cost'),
      put('Avskrivningar', of(120, -1), 'cost'),
    )
    put('Verksamhetens nettokostnader', net, 'net')
    const result = plus(net, put('Skatteintäkter', of(2400, 1), 'income'), put('Generella statsbidrag och utjämning', of(600, 1), 'income'))
    put('Verksamhetens resultat', result, 'net')
    const after = plus(result, put('Finansiella intäkter', of(20, 1), 'income'), put('Finansiella kostnader', of(15, -1), 'cost'))
    put('Resultat efter finansiella poster', after, 'net')
    put('Årets resultat', after, 'net')
    return { sheets: [{ title: 'Resultaträkning', unit: 'mnkr', columns, rows }] }
  },
  balansräkning: (dice) => {
    const { columns, n } = plain(dice)
    const of = (...labels: readonly string[]): readonly SheetRow[] =>
      labels.map((label) =>
        line(
          label,
          many(n, () => size(dice)),
          'part',
        ),
      )
    const fixed = of('Immateriella tillgångar', 'Mark och byggnader', 'Maskiner och inventarier')
    const current = of('Förråd', 'Kortfristiga fordringar', 'Kassa och bank')
    const sums = [sum('Summa anläggningstillgångar', fixed, 'subtotal'), sum('Summa omsättningstillgångar', current, 'subtotal')] as const
    const all = added(sums)
    const debts = of('Avsättningar', 'Långfristiga skulder', 'Kortfristiga skulder')
    const owed = added(debts)
    const equity = line(
      'Eget kapital',
      all.map((value, i) => value - (owed[i] ?? 0)),
      'part',
    )
    const rows = [
      ...fixed,
      sums[0],
      ...current,
      sums[1],
      line('Summa tillgångar', all, 'total'),
      equity,
      ...debts,
      line('Summa eget kapital, avsättningar och skulder', all, 'total'),
    ]
    const solidity: SheetRow = {
      label: 'Soliditet, %',
      role: 'rate',
      decimals: 1,
      alone: true,
      values: all.map((value, i) => ((equity.values[i] ?? 0) / value) * 100),
    }
    return { sheets: [{ title: 'Balansräkning', unit: 'mnkr', columns, rows: [...rows, ...(dice.chance(0.5) ? [solidity] : [])] }] }
  },
  'intäkter och kostnader i block': (dice) => {
    const { columns, n } = plain(dice)
    const sign = dice.pick([1, -1])
    const earned = some(dice, incomes, 2).map((label) =>
      line(
        label,
        many(n, () => size(dice) / 3),
      ),
    )
    const spent = some(dice, accounts, 2).map((label) =>
      line(
        label,
        many(n, () => sign * size(dice)),
      ),
    )
    const sums = [sum('Summa intäkter', earned, 'subtotal'), sum('Summa kostnader', spent, 'subtotal')] as const
    const net = line(
      'Nettokostnad',
      sums[1].values.map((cost, i) => (sign === 1 ? (cost ?? 0) - (sums[0].values[i] ?? 0) : (cost ?? 0) + (sums[0].values[i] ?? 0))),
      'net',
    )
    return { sheets: [{ title: 'Driftbudget', ...money(dice), columns, rows: [...earned, sums[0], ...spent, sums[1], net] }] }
  },
  'intäkter, kostnader och netto bredvid varandra': (dice) => {
    const [cost, net] = [dice.pick([1, -1]), dice.pick([1, -1])]
    const rows = some(dice, boards, 3).map((label) => {
      const [earned, spent] = [size(dice) / 3, size(dice)]
      return line(label, [earned, cost * spent, net * (earned - spent)])
    })
    const columns = [
      { label: 'Intäkter', role: 'income' },
      { label: 'Kostnader', role: 'cost' },
      { label: 'Netto', role: 'net' },
    ] as const
    return { sheets: [{ title: 'Nettokostnader', ...money(dice), columns, rows: [...rows, sum('Totalt', rows)] }] }
  },
  'sammandrag och detalj': (dice) => {
    const rows = some(dice, boards, 3).map((label) => line(label, [-size(dice) * 1000]))
    const whole = [...rows, sum('Summa', rows)]
    const columns = [{ label: 'Utfall 2022' }]
    const short = whole.map((row): SheetRow => ({ ...row, values: row.values.map((value) => (value ?? 0) / 1000) }))
    return {
      sheets: [
        { id: 'kort', title: 'Sammandrag', unit: 'mnkr', summarises: 'lång', columns, rows: short },
        { id: 'lång', title: 'Nämnderna', unit: 'tkr', columns, rows: whole },
      ],
    }
  },
  'ingående och utgående': (dice) => {
    const { columns, n } = plain(dice)
    const rows = ['Ingående anskaffningsvärde', 'Årets investeringar', 'Försäljningar', 'Omklassificeringar'].map((label, i) =>
      line(
        label,
        many(n, () => (i > 1 ? -1 : 1) * size(dice) * (i === 0 ? 20 : 1)),
      ),
    )
    return { sheets: [{ title: 'Not 12 Materiella anläggningstillgångar', unit: 'mnkr', columns, rows: [...rows, sum('Utgående anskaffningsvärde', rows)] }] }
  },
}
