// A summons of 200 cases with 1,000 pages of attachments as one PDF: every case with a document of its own and a file of some pages, half
// of them tagged and half as a scanner leaves them. Against a bare merge by pdf-lib of the same files, without index, bookmarks, page
// labels or tags. Usage: npm run bench -- bundle [cases] [pages of each] [times]
import { table } from './measure.ts'
import { say } from './parts/lay.ts'
import { bundle } from './runs/bundle.ts'

const cases = Number(process.argv[2] ?? 200)
const pages = Number(process.argv[3] ?? 5)
const times = Number(process.argv[4] ?? 3)
const { rows, pdf, attached, memory } = await bundle({ cases, pages, times })
table(`A summons of ${cases} cases (ms, against a bare merge of their files by pdf-lib)`, rows)
say(`${pdf.pages} pages, ${attached} of them attached, ${(pdf.bytes.length / 1e6).toFixed(1)} MB; the process that sets it had at most ${memory.toFixed(0)} MB`)
