// The busiest minutes of the weekday of ten thousand employees: in ten of them a quarter of the staff arrives, seven of ten of these in the
// first third; each reads the home page and some pages more with time to think between, and one in ten notes how an assignment goes.
// Whole processes over HTTP. With `people` 10000 the whole staff comes within the ten minutes, which no morning does.
// Usage: npm run bench -- weekday [minutes] [people] [size]; BENCH_DATA is a folder with a municipality to use instead of a new one.
import { percentile } from './measure.ts'
import { say } from './parts/lay.ts'
import { townOf } from './parts/town.ts'
import { weekday } from './runs/weekday.ts'

const minutes = Number(process.argv[2] ?? 10)
const people = Number(process.argv[3] ?? 250 * minutes)
const size = process.argv[4] ?? 'borås'

const town = await townOf(size, 15)
try {
  const count = await weekday(town, { minutes, people, think: [1000, 5000], writing: 0.1 })
  const all = Object.values(count.took).flat()
  say(
    `${count.people} people in ${minutes} minutes (${size}): ${all.length} requests, ${count.errors.length} errors, ${count.conflicts} conflicts told; ready after ${Math.round(count.ready)} ms`,
  )
  say(`memory at most: program ${Math.round(count.memory.program / 1e6)} MB, database ${Math.round(count.memory.database / 1e6)} MB`)
  for (const [kind, times] of [...Object.entries(count.took), ['all', all] as const]) {
    say(
      `${kind.padEnd(10)}${String(times.length).padStart(7)}   ${[0.5, 0.95, 0.99].map((p) => `p${p * 100} ${percentile(times, p).toFixed(0)} ms`).join('   ')}`,
    )
  }
  for (const [error, same] of Map.groupBy(count.errors, (e) => e)) say(`  ${same.length}× ${error}`)
  process.exitCode = count.errors.length === 0 ? 0 : 1
} finally {
  await town.remove()
}
