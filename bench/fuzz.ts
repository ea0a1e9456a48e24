// Every way that files come in, tried with a million inputs: valid files with something wrong in them, and things put together by chance.
// Each must be taken, or refused in plain words; never a crash, never a hang, and a memory that does not grow. Ends with 1 otherwise.
// Usage: npm run bench -- fuzz [inputs] [reader or each] [first seed]; with `each`, every reader gets so many of its own. In parts: one
// reader at a time by its name, or some seeds at a time, since every input is made by a seed of its own.
import { deepNames, deepReaders } from './parts/fuzz/deep.ts'
import { readers } from './parts/fuzz/readers.ts'
import { fuzz } from './parts/fuzz/run.ts'

const [asked = '1000000', which = '', first = '1'] = process.argv.slice(2)
const inputs = Number(asked)
const each = which === 'each'
const only = each ? '' : which
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const chosen = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ name }) => only === '' || name.toLowerCase() === only.toLowerCase())

let well = true
const tryAll = async (all: readonly (typeof readers)[number][], of: number): Promise<void> => {
  const whole = chosen(all).reduce((n, { share }) => n + share, 0)
  for (const reader of chosen(all)) {
    const wanted = each ? of : Math.max(1, Math.round((of * reader.share) / whole))
    const began = performance.now()
    const count = await fuzz(reader, wanted, Number(first), (done) => process.stderr.write(`${reader.name}: ${done} of ${wanted}\n`))
    say(
      `${count.reader}: ${count.inputs} inputs, ${count.taken} taken, ${count.refused} refused, ${count.defects.length} defects; ${Math.round((performance.now() - began) / 1000)} s, the slowest ${Math.round(count.slowest)} ms; memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    )
    for (const defect of count.defects) say(`  ${defect}`)
    well &&= count.defects.length === 0
  }
}
await tryAll(readers, inputs)
if (chosen(deepNames.map((name) => ({ name }))).length > 0) {
  const deep = await deepReaders()
  try {
    // A database is asked for each: a thousandth as many, where no single one is asked for.
    await tryAll(deep.readers, only === '' ? Math.max(deep.readers.length, Math.round(inputs / 1000)) : inputs)
  } finally {
    await deep.close()
  }
}
process.exit(well ? 0 : 1)
