import { memoryOf, note, openSessions, type Served, type Town, versionOf, writables } from '../parts/town.ts'

export interface WeekdaySize {
  readonly minutes: number
  readonly people: number
  /** Milliseconds between what a person reads, at least and at most. */
  readonly think: readonly [number, number]
  /** How large a share of them note how an assignment goes. */
  readonly writing: number
}

export interface WeekdayCount {
  readonly people: number
  /** Milliseconds of every request, by kind of page. */
  readonly took: Readonly<Record<string, readonly number[]>>
  readonly errors: readonly string[]
  /** So many were told that somebody had been before them. */
  readonly conflicts: number
  /** Milliseconds until the program was ready. */
  readonly ready: number
  /** The most bytes in memory. */
  readonly memory: { readonly program: number; readonly database: number }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
const kinds = ['list', 'list', 'case', 'decision', 'thread', 'thread', 'measure'] as const

const pagesOf = async (town: Town): Promise<Readonly<Record<(typeof kinds)[number], readonly string[]>>> => {
  const of = async (sql: string): Promise<readonly string[]> => (await town.ask<{ path: string }>(sql)).map((r) => r.path)
  return {
    list: ['/register/assignments', '/cases', '/decisions', '/register/agreements'],
    // What is secret is refused to most, as it should: only what everybody may open is asked for, so that every refusal is an error.
    case: await of(`select '/cases/' || c.id as path from case_file c join thing t on t.id = c.id where t.secrecy is null order by c.opened desc limit 300`),
    decision: await of(
      `select '/decisions/' || d.id as path from decision d join thing t on t.id = d.id where t.secrecy is null order by d.day desc limit 300`,
    ),
    thread: await of(`select '/thread/' || id as path from entry where register = 'assignment' order by id desc limit 300`),
    measure: await of(`select '/series/' || slug as path from series`),
  }
}

/** The most that program and database have in memory, looked at now and then until `stop` is called. */
const watchMemory = (served: Served, town: Town): { stop(): WeekdayCount['memory'] } => {
  let most = { program: 0, database: 0 }
  const look = (): void => {
    const now = memoryOf(served, town.data)
    if (now) most = { program: Math.max(most.program, now.program), database: Math.max(most.database, now.database) }
  }
  const looking = setInterval(look, 2000)
  return {
    stop: () => {
      clearInterval(looking)
      look()
      return most
    },
  }
}

/** Lets so many people come, read and write in the town, served by a process of its own. */
export const weekday = async (town: Town, { minutes, people, think, writing }: WeekdaySize): Promise<WeekdayCount> => {
  const employed = await town.ask<{ id: string }>(
    `select distinct person_id as id from appointment where valid @> (select (value ->> 'day')::date from setting where name = 'demo') order by 1 limit $1`,
    [people],
  )
  const open = await writables(town)
  const cookies = await openSessions(town, [...new Set([...employed.map((e) => e.id), ...open.map((w) => w.personId)])])
  const pages = await pagesOf(town)
  const began = performance.now()
  const served = await town.serve()
  const ready = performance.now() - began
  for (const path of ['/', '/cases', '/register/assignments', '/decisions']) await (await fetch(served.address + path.slice(1))).text()
  const took: Record<string, number[]> = {}
  const errors: string[] = []
  let conflicts = 0
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
  const visit = async (cookie: string): Promise<void> => {
    await measured('home', read('/', cookie))
    for (let n = 1 + Math.floor(Math.random() * 4); n > 0; n--) {
      await wait(think[0] + Math.random() * (think[1] - think[0]))
      const kind = pick(kinds)
      await measured(kind, read(pick(pages[kind]), cookie))
    }
    if (Math.random() < writing && open.length > 0) {
      const { entryId, personId } = pick(open)
      const own = cookies.get(personId) as string
      const version = await versionOf(served.address, own, entryId).catch(() => 0)
      if (version > 0) await measured('write', () => note(served.address, own, entryId, version, `Läget noterat ${Math.random().toString(36).slice(2)}`))
    }
  }
  // Seven of ten come in the first third of the time, most of them in the middle of it; the others whenever.
  const arrival = (): number => (Math.random() < 0.7 ? ((Math.random() + Math.random()) / 2) * 0.33 : Math.random()) * minutes * 60_000
  const watched = watchMemory(served, town)
  await Promise.all(
    employed.map(async ({ id }) => {
      await wait(arrival())
      await visit(cookies.get(id) as string)
    }),
  )
  const memory = watched.stop()
  await served.stop()
  return { people: employed.length, took, errors, conflicts, ready, memory }
}
