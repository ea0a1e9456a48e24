import { expect, test } from 'vitest'
import { check } from './check.ts'
import { report, reportOnThings } from './report.ts'
import { columned, wrapped } from './report-layout.ts'

const file = {
  documents: [
    {
      id: 'ar',
      title: 'Årsredovisning 2022',
      tables: [
        {
          id: 'n',
          title: 'Driftredovisning',
          place: 's. 42',
          unit: 'tkr',
          columns: [
            { id: 'b', label: 'Budget' },
            { id: 'u', label: 'Utfall' },
            { label: 'Avvikelse', role: 'change', base: 'b', to: 'u' },
          ],
          rows: [
            { label: 'Skolnämnden', cells: ['−1 423 800', '−1 431 250', '−7 450'] },
            { label: 'Socialnämnden', cells: ['−1 187 450', '−1 230 980', '−16 530'] },
            { label: 'Summa', role: 'total', cells: ['−2 611 250', '−2 635 230', '−23 980'] },
          ],
        },
      ],
      lists: [{ what: 'bolag', count: 'fem', items: ['Bostads AB', 'Energi AB'] }],
    },
    { id: 'bu', title: 'Budget 2023', texts: ['Beslut fattas den 31 juni.'] },
  ],
}
const told = (locale: 'sv' | 'en', data: unknown = file): string => {
  const answer = check(JSON.stringify(data))
  return answer.ok ? report(answer.value, answer.value.unknown, locale).replaceAll('\u00a0', ' ') : 'refused'
}

test('by document and table, the number to look at first with what likely should stand there, counts on the last line', () => {
  expect(told('sv').split('\n')).toEqual(
    `Årsredovisning 2022
═══════════════════

Driftredovisning, s. 42
───────────────────────
1.  FEL – delarna ska bli summan
    De 2 delarna blir −2 662 230 tkr, men ”Summa” visar −2 635 230 tkr (Utfall):
    27 000 tkr skiljer. Saknas en del, eller är något tal fel?

      står      −2 635 230 tkr
      blir      −2 662 230 tkr
      skillnad      27 000 tkr

      Summa › Utfall          −2 635 230
      Skolnämnden › Utfall    −1 431 250
      Socialnämnden › Utfall  −1 230 980 ← se här först
      → troligen −1 203 980, tryckt som −1 230 980 (två siffror har bytt plats)

    Följer av samma sak:
      – Från ”Budget” till ”Utfall” är förändringen −43 530 tkr för
        ”Socialnämnden”, men ”Avvikelse” visar −16 530 tkr. Vilket tal gäller?

Utanför tabellerna
──────────────────
2.  MOTSÄGELSE – antalet ska stämma med uppräkningen
    ”bolag” anges till fem, men 2 räknas upp. Saknas något i uppräkningen, eller
    är antalet fel?

      står      fem
      blir      2
      skillnad  3

Budget 2023
═══════════

3.  FEL – dagen ska finnas och stämma
    ”31 juni” finns inte i kalendern (Beslut fattas den 31 juni.). Vilken dag
    menas?

      står  31 juni
      blir  –

FEL: kan inte vara, hur det än är menat.
MOTSÄGELSE: två uppgifter som står i texten går inte ihop.

2 dokument, 1 tabell och 9 tal lästa.
2 fel, 1 motsägelse, 0 frågor.`.split('\n'),
  )
})

test('in English, as wide as a terminal at most', () => {
  const lines = told('en').split('\n')
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(lines).toContain('      → likely −1 203 980 printed as −1 230 980 (two digits swapped)')
  expect(lines.at(-1)).toBe('2 errors, 1 contradiction, 0 questions.')
})

test('nothing found is told in one line', () =>
  expect(told('sv', { tables: [{ title: 't', columns: ['a'], rows: [['r', '1']] }] })).toBe(
    '1 dokument, 1 tabell och 1 tal lästa.\nInga fel eller motsägelser.',
  ))

test('long names are shortened in the middle, long words left whole, numbers held together', () => {
  expect(columned([{ name: 'x'.repeat(200), value: '12' }], '')[0]).toHaveLength(80)
  expect(wrapped(`${'ord '.repeat(19)}1 234 567`, '')).toEqual(['ord '.repeat(19).trim(), '1\u00a0234\u00a0567'])
  expect(wrapped('y'.repeat(100), '')).toEqual(['y'.repeat(100)])
})

test('of what the municipality holds: by what is concerned, with the page of each and what was answered', () => {
  const answer = check(JSON.stringify(file))
  if (!answer.ok) throw new Error('refused')
  const [sum, count] = answer.value.findings.filter(({ rule }) => rule === 'sum' || rule === 'count')
  if (!sum || !count) throw new Error('nothing found')
  const about = [
    { finding: sum, things: ['Driftkostnader'], href: '/contradictions/1', answer: 'Rättas i bokslutet.' },
    { finding: count, things: ['D-4 Bolagspolicy'], href: '/contradictions/2', answer: null },
  ]
  const lines = reportOnThings(about, 'sv').replaceAll('\u00a0', ' ').split('\n')
  for (const line of [
    'Driftkostnader',
    'D-4 Bolagspolicy',
    '    Besvarat: Rättas i bokslutet.',
    '    /contradictions/2',
    '2.  MOTSÄGELSE – antalet ska stämma med uppräkningen',
  ])
    expect(lines).toContain(line)
  expect(lines.at(-1)).toBe('1 fel, 1 motsägelse, 0 frågor.')
  expect(reportOnThings([], 'en')).not.toContain('═')
})
