// The red thread over 100,000 links: the walk, the whole thread and its page against the same walk in plain SQL, and the rows of a
// home page against one plain walk for them all. Usage: npm run bench:thread -- [links] [threads]
import { table } from './measure.ts'
import { onOwnDatabase } from './parts/lay.ts'
import { threads } from './runs/thread.ts'

const links = Number(process.argv[2] ?? 100_000)
const count = Number(process.argv[3] ?? 200)
const told = await onOwnDatabase((url) => threads(url, { links, threads: count }))
table(`${told.links} links, ${count} threads (ms, against the walk in plain SQL)`, told.rows)
