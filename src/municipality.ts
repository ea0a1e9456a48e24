import path from 'node:path'
import pg from 'pg'
import type { Console } from './commands/command.ts'
import { type Connection, openStore } from './database/connection.ts'
import { startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { packageRoot } from './database/package-root.ts'
import type { Deps } from './database/transact.ts'
import { ensureClauseKinds } from './decisions/clause-kinds.ts'
import { type Clock, clockAt, systemClock } from './kernel/clock.ts'
import { type Day, day } from './kernel/day.ts'
import { timeOrderedIds } from './kernel/identity.ts'
import type { Text } from './kernel/text.ts'
import { ensureRegisters } from './registers/ensure-registers.ts'

/** A database that is ready: laid out, its registers known, opened as the program's role. */
export interface Municipality extends Connection {
  /** Address as owner: for laying out and verifying, never for the program's own acts. */
  readonly ownerUrl: string
  /** Identity of this database, made when it was laid out: tells whose anchors are whose. */
  readonly name: string
}

/** Folder of the built-in database and of what is noted beside it. */
export const dataFolder = (values: Readonly<Record<string, unknown>>): string =>
  path.resolve(String(values['data'] ?? process.env['GENOMSLAG_DATA'] ?? path.join(packageRoot, '.data')))

/** Lays out the database at `ownerUrl` and opens it. Safe when several processes do it at once. */
export const openMunicipality = async (ownerUrl: string, log: (text: Text) => void): Promise<Municipality> => {
  await migrate(ownerUrl, { log })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await ensureRegisters(owner)
    await ensureClauseKinds(owner)
    const { rows } = await owner.query<{ id: string }>(
      `with made as (insert into instance default values on conflict do nothing returning id) select id from made union all select id from instance limit 1`,
    )
    return { ...openStore(ownerUrl), ownerUrl, name: rows[0]?.id ?? '' }
  } finally {
    await owner.end()
  }
}

/**
 * Runs `work` with the address of the database as its owner, not yet laid out: for loading a whole municipality into it. What `work`
 * calls last lays it out as this program has it.
 */
export const withOwner = async <T>(
  values: Readonly<Record<string, unknown>>,
  console: Pick<Console, 'progress'>,
  work: (ownerUrl: string, finish: () => Promise<void>) => Promise<T>,
): Promise<T> => {
  const given = process.env['DATABASE_URL']
  const embedded = given ? null : await startEmbedded({ dir: path.join(dataFolder(values), 'postgres'), log: console.progress })
  const url = given ?? (embedded as { url: string }).url
  try {
    return await work(url, async () => (await openMunicipality(url, console.progress)).close())
  } finally {
    await embedded?.stop()
  }
}

/** Runs `work` with the municipality's database: the server of DATABASE_URL, or the built-in one, which is stopped afterwards. */
export const withDatabase = async <T>(
  values: Readonly<Record<string, unknown>>,
  console: Pick<Console, 'progress'>,
  work: (municipality: Municipality) => Promise<T>,
): Promise<T> =>
  withOwner(values, console, async (url) => {
    const municipality = await openMunicipality(url, console.progress)
    try {
      return await work(municipality)
    } finally {
      await municipality.close()
    }
  })

/** The clock of this municipality: the demonstration stands on its day, all others go by the real one. */
export const clockOf = async ({ store }: Pick<Municipality, 'store'>): Promise<{ readonly clock: Clock; readonly demo: boolean }> => {
  const row = await store.selectFrom('setting').select('value').where('name', '=', 'demo').executeTakeFirst()
  const demo = row?.value as { day: string; complete: boolean } | undefined
  return demo ? { clock: clockAt(day(demo.day) as Day), demo: true } : { clock: systemClock, demo: false }
}

/** What acts are given. */
export const depsOf = ({ store }: Pick<Municipality, 'store'>, clock: Clock): Deps => ({ store, clock, ids: timeOrderedIds(() => clock.now()) })
