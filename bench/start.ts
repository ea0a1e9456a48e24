// How long until the address is printed: a fresh start (nothing but npm install), a start with data, and a start with a synthetic
// municipality, against the embedded database alone. Whole processes, as `npm start` runs them. Usage: npm run bench:start -- [runs] [size
// of the municipality, none for none]; BENCH_DATA is a folder with a municipality to use instead of a new one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { row, table } from './measure.ts'
import { townOf } from './parts/town.ts'
import { databaseAlone, untilReady } from './runs/start.ts'

const runs = Number(process.argv[2] ?? 5)
const size = process.argv[3] ?? 'liten'
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))

const fresh: [number[], number[]] = [[], []]
const again: [number[], number[]] = [[], []]
for (let i = 0; i < runs; i++) {
  const [whole, bare] = [folder(), folder()]
  fresh[0].push(await untilReady(whole))
  fresh[1].push(await databaseAlone(bare))
  again[0].push(await untilReady(whole))
  again[1].push(await databaseAlone(bare))
  for (const data of [whole, bare]) rmSync(data, { recursive: true, force: true })
}
const rows = [row('fresh, with the demonstration loaded', ...fresh), row('with data', ...again)]
if (size !== 'none') {
  const data = process.env['BENCH_DATA'] ?? folder()
  // The town holds its database while it stands: let go of it, so that a start starts it.
  await (await townOf(size, 15, data)).remove()
  const large: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    large[0].push(await untilReady(data))
    large[1].push(await databaseAlone(data))
  }
  rows.push(row(`with a municipality of the size ${size}`, ...large))
  if (!process.env['BENCH_DATA']) rmSync(data, { recursive: true, force: true })
}
table('Start, until the address is printed (ms)', rows)
