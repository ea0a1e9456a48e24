import type { Dice } from '../build.ts'
import { added, boards, size, some } from './accounts.ts'
import { type Draft, rounded, type SheetRow } from './sheet.ts'

const schools = ['Ekskolan', 'Björkskolan', 'Norra skolan', 'Centralskolan', 'Sjöskolan', 'Bergaskolan', 'Lindskolan']
const ages = ['0–5 år', '6–15 år', '16–19 år', '20–64 år', '65–79 år', '80– år']
const years = [{ label: '2019' }, { label: '2020' }, { label: '2021' }, { label: '2022' }]
const people = { unit: 'personer' } as const
const count = (dice: Dice): number => dice.whole(200, 9000)
const total = (rows: readonly SheetRow[], label = 'Totalt'): SheetRow => ({ label, role: 'total', values: added(rows) })
/** Counted, so that no hand prints decimals. */
const whole = { places: 0 } as const
const counted = years.map((column) => ({ ...column, ...whole }))

/** Splits a number in so many parts, none of them near nothing. */
const split = (dice: Dice, all: number, n: number): readonly number[] => {
  const weights = Array.from({ length: n }, () => dice.whole(20, 100))
  const sum = weights.reduce((a, b) => a + b, 0)
  const parts = weights.slice(1).map((weight) => Math.round((all * weight) / sum))
  return [all - parts.reduce((a, b) => a + b, 0), ...parts]
}

/** The sheets of people, shares and measures. */
export const peopleDrafts: Readonly<Record<string, (dice: Dice) => Draft>> = {
  'kvinnor, män och totalt': (dice) => {
    const rows = some(dice, boards, 3).map((label): SheetRow => {
      const [women, men] = [count(dice), count(dice)]
      return { label, values: [women, men, women + men] }
    })
    const columns = [
      { label: 'Kvinnor', role: 'part', ...whole },
      { label: 'Män', role: 'part', ...whole },
      { label: 'Totalt', role: 'total', ...whole },
    ] as const
    const mean: SheetRow = { label: 'Medelålder', role: 'info', alone: true, decimals: 1, values: [45, 46, 45] }
    return { sheets: [{ title: 'Anställda', ...people, columns, rows: [...rows, total(rows), ...(dice.chance(0.4) ? [mean] : [])] }] }
  },
  'två uppdelningar av en summa': (dice) => {
    const all = counted.map(() => dice.whole(3000, 9000))
    const by = (labels: readonly string[]): readonly SheetRow[] => {
      const parts = all.map((it) => split(dice, it, labels.length))
      return labels.map((label, i) => ({ label, values: parts.map((part) => part[i] ?? 0) }))
    }
    const rows = [...by(['Kvinnor', 'Män']), ...by(['–29 år', '30–49 år', '50– år'])]
    const mean: SheetRow = { label: 'Medelålder', alone: true, decimals: 0, values: [45, 46, 45, 46] }
    return {
      sheets: [
        {
          title: 'Antal anställda',
          ...people,
          columns: counted,
          rows: [...rows, { label: 'Totalt', role: 'total', values: all }, ...(dice.chance(0.5) ? [mean] : [])],
        },
      ],
    }
  },
  'befolkning med förändring': (dice) => {
    const parts = ages.map((label): SheetRow => ({ label, values: [count(dice), count(dice)] }))
    const rows = [...parts, total(parts)].map((row): SheetRow => {
      const [before = 1, now = 1] = row.values as readonly number[]
      return { ...row, values: [before, now, now - before, ((now - before) / before) * 100] }
    })
    const columns = [
      { id: 'a', label: '2021', ...whole },
      { id: 'b', label: '2022', ...whole },
      { label: dice.pick(['Förändring', '+/-', 'Differens']), role: 'change', base: 'a', to: 'b', ...whole },
      { label: '%', role: 'change', as: 'percent', base: 'a', to: 'b', unit: '%', places: 1 },
    ] as const
    return { sheets: [{ title: 'Folkmängd efter ålder', ...people, columns, rows }] }
  },
  andelar: (dice) => {
    const places = dice.pick([0, 1])
    const parts = some(dice, schools, 3).map((label): SheetRow => ({ label, values: [count(dice)] }))
    const [all = 1] = added(parts)
    const rows = [...parts, total(parts)].map((row): SheetRow => ({ ...row, values: [row.values[0] ?? 0, ((row.values[0] ?? 0) / all) * 100] }))
    const columns = [
      { id: 'n', label: 'Antal elever', ...whole },
      { label: 'Andel', role: 'share', unit: '%', of: ['n'], places },
    ] as const
    return { sheets: [{ title: 'Elever', unit: 'elever', columns, rows }] }
  },
  'svar i procent': (dice) => {
    const answers = ['Mycket nöjd', 'Ganska nöjd', 'Missnöjd', 'Vet ej']
    const rows = ['Förskola', 'Grundskola', 'Hemtjänst', 'Snöröjning', 'Bibliotek'].map(
      (label): SheetRow => ({ label, values: split(dice, 1000, 4).map((it) => it / 10) }),
    )
    return { sheets: [{ title: 'Medborgarundersökning', unit: '%', columns: answers.map((label) => ({ label, role: 'share', places: 0 }) as const), rows }] }
  },
  'år för år': (dice) => {
    const values = years.map(() => size(dice) + 500)
    const steps = (of: (before: number, now: number) => number): readonly (number | null)[] => [
      null,
      ...values.slice(1).map((now, i) => of(values[i] as number, now)),
    ]
    const rows: readonly SheetRow[] = [
      { label: 'Skatteintäkter', values },
      { label: 'Förändring jämfört med föregående år', role: 'change', values: steps((before, now) => now - before) },
      { label: 'Årlig förändring, %', role: 'change', unit: '%', decimals: 1, values: steps((before, now) => ((now - before) / before) * 100) },
    ]
    return { sheets: [{ title: 'Skatteintäkter', unit: 'mnkr', columns: years, rows }] }
  },
  plan: (dice) => {
    const rows = ['Skolor', 'Gator', 'Vatten och avlopp', 'Inventarier'].map((label): SheetRow => {
      const values = [size(dice), size(dice), size(dice)]
      return { label, values: [...values, values.reduce((a, b) => a + b, 0)] }
    })
    const columns = [
      { label: 'Budget 2023', role: 'part' },
      { label: 'Plan 2024', role: 'part' },
      { label: 'Plan 2025', role: 'part' },
      { label: 'Summa 2023–2025', role: 'total' },
    ] as const
    return { sheets: [{ title: 'Investeringsplan', unit: 'mnkr', columns, rows: [...rows, total(rows, 'Summa investeringar')] }] }
  },
  'påståenden om tal': (dice) => {
    const rows = some(dice, schools, 3).map((label): SheetRow => ({ label: `Antal elever ${label}`, values: [count(dice), count(dice)] }))
    const columns = [
      { id: 'a', label: '2021', ...whole },
      { id: 'b', label: '2022', ...whole },
    ]
    return {
      sheets: [{ id: 't', title: 'Mått', unit: 'elever', exact: true, columns, rows }],
      statements: (at) =>
        rows.map(({ label }, i) => {
          const [before, now] = [at(0, i, 0), at(0, i, 1)]
          const cell = (column: string) => ({ table: 't', row: label, column })
          const growth = rounded(((now - before) / before) * 100, 1)
          return {
            claim: 'change',
            value: String(Math.abs(growth)).replace('.', ','),
            decimals: 1,
            unit: '%',
            direction: growth < 0 ? 'down' : 'up',
            from: cell('a'),
            to: cell('b'),
          } as const
        }),
    }
  },
  nyckeltal: (dice) => {
    const alone = (label: string, values: readonly number[], more: Partial<SheetRow> = {}): SheetRow => ({ label, values, alone: true, ...more })
    const rows = [
      alone('Andel behöriga till gymnasiet, %', [84, 86, 85], { role: 'rate', unit: '%', decimals: 1 }),
      alone(
        'Kostnad grundskola, kr/elev',
        [112_300, 117_900, 121_300].map((it) => it + dice.whole(0, 900)),
        { unit: 'kr/elev', decimals: 0 },
      ),
      alone('Antal invånare', [51_235, 51_402, 51_377], { unit: 'invånare', decimals: 0 }),
      alone('Sjukfrånvaro, %', [7, 8, 7], { role: 'rate', unit: '%', decimals: 1 }),
      alone('Väntetid till särskilt boende', [61, 58, dice.whole(40, 90)], { unit: 'dagar', decimals: 0 }),
    ]
    return { sheets: [{ title: 'Nyckeltal', columns: ['2020', '2021', '2022'].map((label) => ({ label })), rows }] }
  },
  medelvärden: (dice) => {
    const rows = some(dice, schools, 3).map((label): SheetRow => ({ label, values: [4 + dice.whole(0, 60) / 10, 4 + dice.whole(0, 60) / 10], alone: true }))
    const means = [0, 1].map((i) => rows.reduce((sum, { values }) => sum + (values[i] ?? 0), 0) / rows.length)
    return {
      sheets: [
        {
          title: 'Sjukfrånvaro',
          unit: '%',
          columns: years.slice(2).map((column) => ({ ...column, places: 1 })),
          rows: [...rows, { label: 'Totalt', alone: true, values: means }],
        },
      ],
    }
  },
}
