import type { Rule } from '../../src/rulebook/contradictions/finding.ts'
import type { DocumentInput } from '../../src/rulebook/contradictions/material.ts'
import { type Dice, diceOf, paper, swedish, table, units, years } from './build.ts'

/** Documents with one planted contradiction, or with none. `at` is a label that the finding must name. */
export interface Sample {
  readonly documents: readonly DocumentInput[]
  readonly at?: string
}
type Maker = (dice: Dice, wrong: boolean) => Sample

const off = (dice: Dice, wrong: boolean, by: number): number => (wrong ? by * dice.pick([1, -1]) : 0)

const sum: Maker = (dice, wrong) => {
  const n = dice.whole(3, 11)
  const decimals = dice.pick([0, 1])
  const exact = Array.from({ length: n }, () => years.map(() => dice.whole(-90_000, 900_000) / 37))
  const bad = dice.whole(0, years.length - 1)
  const totals = years.map(
    (_, j) => exact.reduce((a, row) => a + (row[j] as number), 0) + (j === bad ? off(dice, wrong, (n + 2) * 10 ** -decimals + dice.whole(1, 900)) : 0),
  )
  const top = dice.chance(0.3)
  const rows = exact.map((row, i) => ({ label: units[i] as string, cells: row.map((v) => swedish(v, decimals)) }))
  const total = { label: dice.pick(['Totalt', 'Summa', 'Nämnden']), role: 'total' as const, cells: totals.map((v) => swedish(v, decimals)) }
  return {
    documents: [
      paper({
        tables: [
          table(
            'Per enhet',
            years.map((label) => ({ label })),
            top ? [total, ...rows] : [...rows, total],
            { unit: dice.pick(['tkr', 'mnkr', 'årsarbeten']) },
          ),
        ],
      }),
    ],
    at: years[bad] as string,
  }
}

const net: Maker = (dice, wrong) => {
  const sign = dice.pick([1, -1])
  const netSign = dice.pick([1, -1])
  const n = dice.whole(2, 6)
  const bad = dice.whole(0, n - 1)
  const rows = Array.from({ length: n }, (_, i) => {
    const [income, cost] = [dice.whole(0, 90_000), dice.whole(90_000, 400_000)]
    return {
      label: units[i] as string,
      cells: [income, sign * cost, netSign * (cost - income) + (i === bad ? off(dice, wrong, dice.whole(3, 9000)) : 0)].map((v) => swedish(v, 0)),
    }
  })
  const columns = (['income', 'cost', 'net'] as const).map((role) => ({ label: { income: 'Intäkt', cost: 'Kostnad', net: 'Netto' }[role], role }))
  return { documents: [paper({ tables: [table('Per verksamhet', columns, rows, { unit: 'tkr' })] })], at: units[bad] as string }
}

const change: Maker = (dice, wrong) => {
  const percent = dice.chance(0.4)
  const based = dice.chance(0.6)
  const n = dice.whole(4, 9)
  const bad = dice.whole(0, n - 1)
  const rows = Array.from({ length: n }, (_, i) => {
    const [a, b] = [dice.whole(2000, 90_000), dice.whole(2000, 90_000)]
    const exact = percent ? (b / a - 1) * 100 : b - a
    return {
      label: units[i] as string,
      cells: [
        swedish(a, 0),
        swedish(b, 0),
        swedish(exact + (i === bad ? off(dice, wrong, percent ? dice.whole(1, 30) : dice.whole(3, 900)) : 0), percent ? 1 : 0),
      ],
    }
  })
  const columns = [
    { id: 'a', label: 'Budget 2021' },
    { id: 'b', label: 'Budget 2022' },
    { label: 'Förändring', role: 'change' as const, ...(based ? { base: 'a', to: 'b' } : {}), ...(percent ? { as: 'percent' as const } : {}) },
  ]
  return { documents: [paper({ tables: [table('Ramar', columns, rows, { unit: 'tkr' })] })], at: units[bad] as string }
}

const share: Maker = (dice, wrong) => {
  const n = dice.whole(3, 7)
  const decimals = dice.pick([0, 1])
  const raw = Array.from({ length: n }, () => dice.whole(5, 90))
  const whole = raw.reduce((a, b) => a + b, 0)
  const shares = raw.map((v) => (v / whole) * 100)
  const bad = dice.whole(0, n - 1)
  shares[bad] = (shares[bad] as number) + (wrong ? (n / 2 + 1) * 10 ** -decimals + dice.whole(1, 6) : 0)
  const rows = shares.map((v, i) => ({ label: units[i] as string, cells: [`${swedish(v, decimals)} %`] }))
  return { documents: [paper({ tables: [table('Fördelning', [{ label: 'Andel', role: 'share' as const }], rows)] })], at: units[bad] as string }
}

const summary: Maker = (dice, wrong) => {
  const n = dice.whole(3, 8)
  const rows = Array.from({ length: n }, () => ({ income: dice.whole(0, 50_000), cost: dice.whole(50_000, 300_000) }))
  const [income, cost] = [rows.reduce((a, r) => a + r.income, 0), rows.reduce((a, r) => a + r.cost, 0)]
  // The slip cancels in the net: income and cost are wrong by the same.
  const slip = wrong ? dice.whole(20, 900) : 0
  const top = [
    { label: 'Intäkter', role: 'income' as const, cells: [swedish(income + slip, 0)] },
    { label: 'Kostnader', role: 'cost' as const, cells: [swedish(-cost - slip, 0)] },
    { label: 'Nettokostnad', role: 'net' as const, cells: [swedish(income - cost, 0)] },
  ]
  const under = [
    ...rows.map((r, i) => ({ label: units[i] as string, cells: [swedish(r.income, 0), swedish(-r.cost, 0), swedish(r.income - r.cost, 0)] })),
    { label: 'Totalt', role: 'total' as const, cells: [swedish(income, 0), swedish(-cost, 0), swedish(income - cost, 0)] },
  ]
  const columns = (['income', 'cost', 'net'] as const).map((role) => ({
    label: { income: 'Intäkt', cost: 'Kostnad', net: 'Netto' }[role],
    role,
    group: 'Budget 2022',
  }))
  const tables = [
    table('Sammandrag', [{ label: 'Budget 2022' }], top, { id: 's', unit: 'tkr', summarises: 'u' }),
    table('Verksamheter', columns, under, { id: 'u', unit: 'tkr' }),
  ]
  return { documents: [paper({ tables })], at: 'Intäkter' }
}

const same: Maker = (dice, wrong) => {
  const value = dice.whole(300, 9000)
  const other = value + off(dice, wrong, dice.whole(2, 200))
  const quantity = dice.pick(['Antal elever i grundskolan', 'Hushåll med ekonomiskt bistånd', 'Sålda biljetter i simhallen'])
  const statements = [{ quantity, value: swedish(other, 0, ' '), unit: 'st', period: '2022' }]
  const tables = [
    table(
      'Mått',
      years.map((label) => ({ label })),
      [{ label: quantity, unit: 'st', cells: years.map((y) => (y === '2022' ? value : dice.whole(300, 9000))) }],
    ),
  ]
  return { documents: [paper({ tables }), paper({ id: 'e', title: 'Bilagan', statements })], at: quantity }
}

const unit: Maker = (dice, wrong) => {
  const tkr = dice.whole(11_000, 900_000)
  const statements = [{ quantity: 'Ram för kulturnämnden', value: swedish(tkr / 1000, 1), unit: wrong ? 'tkr' : 'mnkr', period: '2022' }]
  const tables = [table('Ramar', [{ label: '2022' }], [{ label: 'Ram för kulturnämnden', cells: [swedish(tkr, 0)] }], { unit: 'tkr' })]
  return { documents: [paper({ tables, statements })], at: 'Ram för kulturnämnden' }
}

const claim: Maker = (dice, wrong) => {
  const [a, b] = [dice.whole(400, 5000), dice.whole(400, 5000)]
  const tables = [table('Mått', [{ label: '2021' }, { label: '2022' }], [{ label: 'Antal besök på badet', unit: 'st', cells: [a, b] }])]
  const ref = (period: string) => ({ quantity: 'Antal besök på badet', period })
  const percent = (b / a - 1) * 100
  const statements = dice.chance(0.5)
    ? [
        {
          text: 'Besöken förändrades',
          claim: 'change' as const,
          value: swedish(percent + (wrong ? dice.whole(2, 9) : 0), dice.pick([0, 1])),
          unit: '%',
          from: ref('2021'),
          to: ref('2022'),
        },
      ]
    : [
        {
          text: 'Besöken blev fler',
          claim: 'comparison' as const,
          relation: b > a !== wrong ? ('more' as const) : ('less' as const),
          a: ref('2022'),
          b: ref('2021'),
        },
      ]
  return { documents: [paper({ tables, statements })], at: 'Antal besök på badet' }
}

const count: Maker = (dice, wrong) => {
  const n = dice.whole(3, 11)
  const words = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton']
  const claimed = n + off(dice, wrong, dice.whole(1, 2))
  return {
    documents: [
      paper({
        lists: [
          {
            what: 'åtgärder',
            count: dice.chance(0.5) ? (words[claimed] as string) : String(claimed),
            items: Array.from({ length: n }, (_, i) => `åtgärd ${i + 1}`),
          },
        ],
      }),
    ],
    at: 'åtgärder',
  }
}

const date: Maker = (dice, wrong) => {
  const day = dice.whole(1, 28)
  const month = dice.whole(1, 12)
  const at = new Date(Date.UTC(2022, month - 1, day))
  const names = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']
  const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
  const good = { what: 'Sammanträdet', date: `${names[at.getUTCDay()]} den ${day} ${months[month - 1]} 2022` }
  const bad = dice.pick([
    { what: 'Sammanträdet', date: dice.pick(['31 juni 2022', '29 februari 2022', '2022-11-31', '31 april', '30.2.2024']) },
    { what: 'Sammanträdet', date: `${names[(at.getUTCDay() + dice.whole(1, 6)) % 7]} ${day} ${months[month - 1]} 2022` },
    { what: 'Sammanträdet', week: 53, date: '2022-12-31' },
    { what: 'Sammanträdet', date: '2022T4' },
    { what: 'Sammanträdet', from: '2022-05-02', to: `2022-04-${10 + dice.whole(0, 19)}` },
  ])
  const spans = dice.pick([
    good,
    { what: 'Sammanträdet', from: '2022-04-01', to: '2024-12-31' },
    { what: 'Sammanträdet', week: 53, date: '2020-12-31' },
    { what: 'Sammanträdet', date: 'läsåret 2021/22' },
  ])
  return { documents: [paper({ events: [wrong ? bad : spans] })], at: 'Sammanträdet' }
}

const order: Maker = (dice, wrong) => {
  const day = (n: number): string => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10)
  const at = dice.whole(30, 300)
  const inner = at + (wrong ? dice.whole(1, 60) : -dice.whole(0, 29))
  return { documents: [paper({ id: 'yttre', date: day(at), encloses: ['inre'] }), paper({ id: 'inre', title: 'Bilagan', date: day(inner) })], at: 'yttre' }
}

const decided: Maker = (dice, wrong) => {
  const n = dice.whole(2, 8)
  const parts = Array.from({ length: n }, (_, i) => ({ label: units[i] as string, value: swedish(dice.whole(20, 9000), 0) }))
  const exact = parts.reduce((a, { value }) => a + Number(value.replace(/\D/g, '')), 0)
  return {
    documents: [paper({ sums: [{ what: 'Förstärkningen', total: swedish(exact + off(dice, wrong, dice.whole(n + 1, 900)), 0), unit: 'tkr', parts }] })],
    at: 'Förstärkningen',
  }
}

export const makers: Readonly<Partial<Record<Rule, Maker>>> = { sum, net, change, share, summary, same, unit, claim, count, date, order, decided }

/** A sample of a rule, with a contradiction planted or without. */
export const sampleOf = (rule: Rule, seed: number, wrong: boolean): Sample =>
  (makers[rule] as Maker)(diceOf(seed * 2 + (wrong ? 1 : 0) + rule.length * 1000), wrong)
