// Ten million figures of a tree of five thousand units, by month for fifteen years: the page of a measure at the top, at a board, and
// read right after a unit's figure was written, against raw SQL that adds up the same five years. Usage: npm run bench:rollup -- [figures] [reads]
import { table } from './measure.ts'
import { onOwnDatabase } from './parts/lay.ts'
import { rollup } from './runs/rollup.ts'

const figures = Number(process.argv[2] ?? 10_000_000)
const reads = Number(process.argv[3] ?? 30)
const tree = { boards: 20, areasOf: 20, unitsOf: 12, months: 180 }
const series = Math.max(1, Math.round(figures / (tree.boards * tree.areasOf * tree.unitsOf * tree.months)))
const rows = await onOwnDatabase((url) => rollup(url, { ...tree, series }, reads))
table("A measure's page (ms, against raw SQL adding up the same five years)", rows)
