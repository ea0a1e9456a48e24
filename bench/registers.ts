// A register of 100,000 assignments and a list of as many measures: pages as the server gives them, against a bare node:http server that
// asks the database the same questions and sends the rows as they are. Usage: npm run bench:registers -- [entries] [requests]
import { table } from './measure.ts'
import { onOwnDatabase } from './parts/lay.ts'
import { registers } from './runs/registers.ts'

const entries = Number(process.argv[2] ?? 100_000)
const requests = Number(process.argv[3] ?? 150)
table(`A register of ${entries} entries, against node:http with the same SQL (ms)`, await onOwnDatabase((url) => registers(url, { entries, requests })))
