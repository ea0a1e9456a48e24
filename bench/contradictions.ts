// How often the contradiction finder is wrong: so many clean tables, of every kind that municipalities print, each number rounded by itself;
// and each again with one slip of the hand. Tells for every kind how many clean ones it alarmed at or asked about, and how many slips it found.
// Ends with 1 where it alarms at a clean table. Usage: npm run bench -- contradictions [tables] [first seed]
import { findingsIn, names, sampleOf, slipIn } from '../test/contradictions/clean/try.ts'

const [tables = '10000', first = '1'] = process.argv.slice(2)
const empty = { clean: 0, alarmed: 0, asked: 0, slips: 0, sure: 0, question: 0, missed: 0 }
const tally = new Map<string, Record<keyof typeof empty, number>>()
const told: string[] = []
const began = performance.now()
for (let seed = Number(first); seed < Number(first) + Number(tables); seed++) {
  const sample = sampleOf(seed)
  const name = `${sample.kind}${sample.hand.roles ? '' : ', no roles'}`
  const count = tally.get(name) ?? { ...empty }
  tally.set(name, count)
  const clean = findingsIn(sample.made)
  count.clean++
  if (clean.some(({ sureness }) => sureness !== 'ask')) count.alarmed++
  else if (clean.length > 0) count.asked++
  if (clean.length > 0 && told.length < 20) told.push(`seed ${seed}, ${name}: ${clean[0]?.text.en}`)
  const slip = slipIn(sample)
  if (!slip) continue
  count.slips++
  const hits = findingsIn(slip.made).filter((finding) => names(finding, slip.slot))
  if (hits.some(({ sureness }) => sureness !== 'ask')) count.sure++
  else if (hits.length > 0) count.question++
  else count.missed++
}
const rows = [...tally].toSorted(([a], [b]) => a.localeCompare(b, 'sv'))
const sum = rows.reduce(
  (all, [, one]) => Object.fromEntries(Object.keys(empty).map((key) => [key, all[key as keyof typeof empty] + one[key as keyof typeof empty]])) as typeof empty,
  empty,
)
console.table(Object.fromEntries([...rows, ['all', sum]]))
for (const line of told) process.stdout.write(`${line}\n`)
const seconds = (performance.now() - began) / 1000
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(2)} %`)
process.stdout.write(
  `${sum.clean} clean tables: ${sum.alarmed} alarms, ${sum.asked} questions. ${sum.slips} slips: ${share(sum.sure, sum.slips)} told as wrong, ${share(sum.question, sum.slips)} asked about, ${share(sum.missed, sum.slips)} not seen. ${seconds.toFixed(0)} s.\n`,
)
process.exit(sum.alarmed > 0 ? 1 : 0)
