// The weekday of ten thousand employees, pressed together into some minutes: all arrive once, most of them in the morning's peak, read
// their home page and some pages more with time to think between, and one in ten notes how an assignment goes. Whole processes over HTTP.
// Usage: npm run bench -- weekday [minutes] [people] [size]; BENCH_DATA is a folder with a municipality to use instead of a new one.
import { percentile } from './measure.ts'
import { memoryOf, note, openSessions, townOf, versionOf, writables } from './parts/town.ts'

const minutes = Number(process.argv[2] ?? 10)
const people = Number(process.argv[3] ?? 1000 * minutes)
const size = process.argv[4] ?? 'borås'
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const town = await townOf(size, 15)
try {
  const employed = await town.ask<{ id: string }>(
    `select distinct person_id as id from appointment where valid @> (select (value ->> 'day')::date from setting where name = 'demo') order by 1 limit $1`,
    [people],
  )
  const open = await writables(town)
  const cookies = await openSessions(town, [...new Set([...employed.map((e) => e.id), ...open.map((w) => w.personId)])])
  const of = async (sql: string): Promise<readonly string[]> => (await town.ask<{ path: string }>(sql)).map((r) => r.path)
  const pages = {
    home: ['/'],
    list: ['/register/assignments', '/cases', '/decisions', '/register/agreements'],
    case: await of(`select '/cases/' || id as path from case_file order by opened desc limit 300`),
    decision: await of(`select '/decisions/' || id as path from decision order by day desc limit 300`),
    thread: await of(`select '/thread/' || id as path from entry where register = 'assignment' order by id desc limit 300`),
    measure: await of(`select '/series/' || slug as path from series`),
  }
  const began = performance.now()
  const served = await town.serve()
  const ready = performance.now() - began
  for (const path of ['/', '/cases', '/register/assignments', '/decisions']) await (await fetch(served.address + path.slice(1))).text()
  const took: Record<string, number[]> = {}
  const errors: string[] = []
  let [conflicts, most] = [0, { program: 0, database: 0 }]
  const measured = async (kind: string, ask: () => Promise<number>): Promise<void> => {
    const from = performance.now()
    try {
      const status = await ask()
      if (status === 409) conflicts += 1
      else if (status >= 400) errors.push(`${kind} ${status}`)
    } catch (error) {
      errors.push(`${kind} ${(error as Error).message}`)
    }
    ;(took[kind] ??= []).push(performance.now() - from)
  }
  const read = (path: string, cookie: string) => async (): Promise<number> => {
    const answer = await fetch(served.address + path.slice(1), { headers: { cookie } })
    await answer.arrayBuffer()
    return answer.status
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
  const kinds = ['list', 'list', 'case', 'decision', 'thread', 'thread', 'measure'] as const
  const visit = async (cookie: string): Promise<void> => {
    await measured('home', read('/', cookie))
    for (let n = 1 + Math.floor(Math.random() * 4); n > 0; n--) {
      await wait(1000 + Math.random() * 4000)
      const kind = pick(kinds)
      await measured(kind, read(pick(pages[kind]), cookie))
    }
    if (Math.random() < 0.1 && open.length > 0) {
      const { entryId, personId } = pick(open)
      const own = cookies.get(personId) as string
      const version = await versionOf(served.address, own, entryId).catch(() => 0)
      if (version > 0) await measured('write', () => note(served.address, own, entryId, version, `Läget noterat ${Math.random().toString(36).slice(2)}`))
    }
  }
  // Seven of ten come in the first third of the time, most of them in the middle of it; the others whenever.
  const arrival = (): number => (Math.random() < 0.7 ? ((Math.random() + Math.random()) / 2) * 0.33 : Math.random()) * minutes * 60_000
  const sampling = setInterval(() => {
    const now = memoryOf(served, town.data)
    if (now) most = { program: Math.max(most.program, now.program), database: Math.max(most.database, now.database) }
  }, 2000)
  await Promise.all(
    employed.map(async ({ id }) => {
      await wait(arrival())
      await visit(cookies.get(id) as string)
    }),
  )
  clearInterval(sampling)
  await served.stop()
  const all = Object.values(took).flat()
  say(
    `${employed.length} people in ${minutes} minutes (${size}): ${all.length} requests, ${errors.length} errors, ${conflicts} conflicts told; ready after ${Math.round(ready)} ms`,
  )
  say(`memory at most: program ${Math.round(most.program / 1e6)} MB, database ${Math.round(most.database / 1e6)} MB`)
  for (const [kind, times] of [...Object.entries(took), ['all', all] as const]) {
    say(
      `${kind.padEnd(10)}${String(times.length).padStart(7)}   ${[0.5, 0.95, 0.99].map((p) => `p${p * 100} ${percentile(times, p).toFixed(0)} ms`).join('   ')}`,
    )
  }
  for (const [error, same] of Map.groupBy(errors, (e) => e)) say(`  ${same.length}× ${error}`)
  process.exitCode = errors.length === 0 ? 0 : 1
} finally {
  await town.remove()
}
