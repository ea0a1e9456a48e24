import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Town } from './town.ts'

export interface ImportCount {
  readonly rows: number
  /** Imports that were killed, or whose line to the database was cut, before they had said that they were done. */
  readonly brokenOff: number
  /** Of those: a part of the file was written, and not the rest. */
  readonly partly: number
  /** Said to be written and not there, or there without having been said. */
  readonly untrue: number
  /** Of two imports of one file at once: how many said that they wrote it. */
  readonly wroteTogether: number
}

/** Somebody who keeps the assignments of a body, and how many of its assignments name somebody responsible. */
const keeperOf = async (town: Town): Promise<{ readonly personId: string; readonly bodyId: string }> => {
  const [found] = await town.ask<{ personId: string; bodyId: string }>(
    `select a.person_id as "personId", p.node_id as "bodyId" from post p
       join appointment a on a.post_id = p.id and a.valid @> (select (value ->> 'day')::date from setting where name = 'demo')
       join thing t on t.node_id = p.node_id join entry e on e.id = t.id
      where p.role in ('secretary', 'registrar') and e.register = 'assignment' and e.state = 'accepted' and e.data ? 'responsible'
      group by 1, 2 order by count(*) desc, 1 limit 1`,
  )
  if (!found) throw new Error('nobody keeps any assignments')
  return found
}

const as = 'bench-import'
const text = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The body's assignments that name somebody, taken out, with that taken away in every row. */
const changedFile = async (
  town: Town,
  { personId, bodyId }: Awaited<ReturnType<typeof keeperOf>>,
): Promise<{ readonly file: string; readonly ids: readonly string[] }> => {
  const rows = await town.ask<{ id: string; version: number }>(
    `select e.id, e.version from entry e join thing t on t.id = e.id
      where t.node_id = $1 and e.register = 'assignment' and e.state = 'accepted' and e.data ? 'responsible' order by e.id`,
    [bodyId],
  )
  await town.ask(
    `with told as materialized (select set_config('genomslag.actor', 'system:bench', true))
     insert into account (id, person_id, username) select gen_random_uuid(), $1::uuid, $2 from told
     on conflict (person_id) do update set username = excluded.username`,
    [personId, as],
  )
  const file = path.join(town.data, 'changed.csv')
  writeFileSync(file, [['Id', 'Version', 'Ansvarig'], ...rows.map((r) => [r.id, String(r.version), ''])].map((row) => row.map(text).join(';')).join('\r\n'))
  return { file, ids: rows.map((r) => r.id) }
}

/** How an import ended: did it say that it wrote the file? */
interface Ended {
  readonly applied: boolean
}

const importing = (town: Town, file: string): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly begun: Promise<void> } => {
  const child = spawn(process.execPath, ['bin/genomslag.mjs', 'import', 'assignments', file, '--as', as, '--apply', '--data', town.data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    child,
    begun: new Promise((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => /Prövar|Trying/.test(chunk.toString()) && resolve())
      child.once('exit', () => resolve())
    }),
    ended: new Promise((resolve) => child.once('exit', (code) => resolve({ applied: code === 0 && /Inläst|Read in/.test(said) }))),
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Reads a list in by the command and kills the process at some moment, or cuts its line to the database, again and again: all of the file is
 * written or nothing. At last two read the same file at once: one writes it.
 */
export const breakImports = async (town: Town, times: number): Promise<ImportCount> => {
  const keeper = await keeperOf(town)
  const { file, ids } = await changedFile(town, keeper)
  const left = async (): Promise<number> => {
    const [row] = await town.ask<{ n: number }>(`select count(*)::int as n from entry where id = any($1::uuid[]) and data ? 'responsible'`, [ids])
    return row?.n ?? -1
  }
  let [brokenOff, partly, untrue] = [0, 0, 0]
  for (let n = 0; n < times; n++) {
    const before = await left()
    if (before === 0) break
    const { child, begun, ended } = importing(town, file)
    await begun
    await wait(Math.random() * 120)
    if (n % 2 === 0) child.kill('SIGKILL')
    else
      await town.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start is not null`,
      )
    const { applied } = await ended
    const after = await left()
    if (!applied) brokenOff++
    if (after !== 0 && after !== ids.length) partly++
    if (applied && after !== 0) untrue++
  }
  // A kill came too late: it is written already, and neither of two can.
  const written = (await left()) === 0
  const both = await Promise.all([importing(town, file), importing(town, file)].map(({ ended }) => ended))
  if ((await left()) !== 0) untrue++
  return { rows: ids.length, brokenOff, partly, untrue, wroteTogether: both.filter(({ applied }) => applied).length + (written ? 1 : 0) }
}
