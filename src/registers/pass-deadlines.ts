import { z } from 'zod'
import { type Deps, transact } from '../database/transact.ts'
import { defineJob, type Turn } from '../jobs/job.ts'
import { hourly } from '../jobs/turn.ts'
import type { AnyDefinition } from './define.ts'
import { allDefinitions } from './definitions/index.ts'
import { loadEntry } from './entry-store.ts'
import { keepDeadlines } from './deadlines.ts'

/** Entries put right in one transaction: short enough to be in nobody's way. */
const batch = 200

/**
 * Closes the days that pass by themselves (payments, last days of notice) once they have passed, and asks for the next year's where
 * the definition works them out by year. Run at start and each night; several processes may do it at once. Returns how many entries changed.
 */
export const passDeadlines = async (deps: Deps, definitions: readonly AnyDefinition[] = allDefinitions): Promise<number> => {
  let changed = 0
  for (const definition of definitions) {
    const kinds = definition.deadlines.filter((d) => !d.metBy?.length).map((d) => d.kind)
    for (let n = kinds.length > 0 ? batch : 0; n === batch; changed += n) n = await passSome(deps, definition, kinds)
  }
  return changed
}

const passSome = (deps: Deps, definition: AnyDefinition, kinds: readonly string[]): Promise<number> =>
  transact(deps, { actor: 'system:deadlines', act: 'let days pass' }, async (tx) => {
    const rows = await tx
      .selectFrom('entry')
      .select('entry.id')
      .where('register', '=', definition.name)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('deadline')
            .select('deadline.id')
            .whereRef('thing_id', '=', 'entry.id')
            .where('done_on', 'is', null)
            .where('deadline.due', '<', deps.clock.today())
            .where('kind', 'in', kinds),
        ),
      )
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of rows) {
      const entry = await loadEntry(tx, id)
      if (!entry) continue
      const due = await keepDeadlines(tx, deps, definition, entry, null)
      if (due !== entry.due)
        await tx
          .updateTable('entry')
          .set({ due, version: entry.version + 1 })
          .where('id', '=', id)
          .execute()
    }
    return rows.length
  })

/** Each hour, so that a day has passed soon after its midnight. */
export const passDays: Turn = {
  job: defineJob('pass-days', z.unknown(), async (deps) => {
    await passDeadlines(deps)
  }),
  slot: hourly,
}
