// A register of 100,000 assignments out to XLSX and CSV over HTTP, and in again by the command: previewed as it is, previewed with a cell
// changed in every row, and applied; against bare libraries with the same cells, and SQL that copies them. Ends with 1 where a row is
// lost or not as it was. Usage: npm run bench:exchange -- [entries]
import { say } from './parts/lay.ts'
import { exchange } from './runs/exchange.ts'

const entries = Number(process.argv[2] ?? 100_000)
const count = await exchange(entries)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
for (const { what, ours, against, peer, most } of count.lines) {
  const held = most === null ? '' : ` (${Math.round(most / 1e6)} MB)`
  say(`${what}${held}: ${seconds(ours)}; ${against}: ${seconds(peer)}; ${(ours / peer).toFixed(2)}×`)
}
const { rows, same, preview, applied, written } = count
const well =
  rows === entries && same.xlsx.unchanged === entries && same.csv.unchanged === entries && applied.changed === preview.changed && written === applied.changed
say(`${rows} rows came out; as they were ${same.xlsx.unchanged} by XLSX, ${same.csv.unchanged} by CSV; changed ${written} of ${preview.changed}`)
process.exitCode = well ? 0 : 1
