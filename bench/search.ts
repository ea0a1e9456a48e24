// Search over a million documents and a term's minutes: the page as the server makes it, for a resident and for somebody who may read
// the secrets of a board, against raw SQL with the same tsquery: once as one would write it by hand, ranking all that is found, and once
// only the newest twenty. Ends with 1 where a form of a word was not found. Usage: npm run bench -- search [documents] [times] [words of
// a question's name]; BENCH_DATA is a folder to lay them in and leave them.
import { table } from './measure.ts'
import { onOwnDatabase, say } from './parts/lay.ts'
import { search } from './runs/search.ts'

const documents = Number(process.argv[2] ?? 1_000_000)
const times = Number(process.argv[3] ?? 20)
const only = process.argv[4] ?? ''
// Twelve bodies with eleven meetings a year, for four years.
const meetings = 12 * 11 * 4
const count = await onOwnDatabase((url) => search(url, { documents, meetings, times, only }), process.env['BENCH_DATA'])
table(`The page of a search over ${documents} documents (ms, against raw SQL that ranks all that is found)`, count.ranked)
table('The same, against raw SQL for the newest twenty, unranked', count.newest)
table("A term's minutes among all the rest (ms, against raw SQL for the newest twenty, unranked)", count.minutes)
say(`forms of the word: ${count.found} of ${count.told} paragraphs found`)
process.exitCode = count.found === count.told ? 0 : 1
