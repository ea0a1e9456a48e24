import { sql } from 'kysely'
import type { Deps, Tx } from '../database/transact.ts'
import { type Found, keyOf } from './found.ts'

/**
 * Brings what stands of the scopes that begin with `prefix` in line with what was found there now: new findings are kept, those
 * that are found no more get the day they were gone, answers stay. Returns how many stand.
 */
export const saveFound = async (tx: Tx, { clock, ids }: Pick<Deps, 'clock' | 'ids'>, prefix: string, found: readonly Found[]): Promise<number> => {
  const today = clock.today()
  const known = await tx.selectFrom('contradiction').selectAll().where(sql<boolean>`starts_with(scope, ${prefix})`).execute()
  const byKey = new Map(known.map((row) => [`${row.scope} ${row.key}`, row]))
  const standing = new Set<string>()
  for (const one of found) {
    const key = keyOf(one.finding)
    const at = `${one.scope} ${key}`
    if (standing.has(at)) continue
    standing.add(at)
    const told = {
      concerns: [...one.concerns],
      node_id: one.nodeId,
      secrecy: one.secrecy,
      finding: JSON.stringify(one.finding),
      sureness: one.finding.sureness,
    }
    const old = byKey.get(at)
    if (!old) {
      await tx
        .insertInto('contradiction')
        .values({ id: ids.next(), scope: one.scope, key, ...told, found: today, gone: null, answer: null, answered_by: null, answered_on: null })
        .execute()
      continue
    }
    // An answer was to the numbers that stood then: other numbers ask anew.
    const same = old.finding.printed.value === one.finding.printed.value && old.finding.computed.value === one.finding.computed.value
    const asked = same ? {} : { answer: null, answered_by: null, answered_on: null }
    await tx
      .updateTable('contradiction')
      .set({ ...told, ...asked, gone: null })
      .where('id', '=', old.id)
      .execute()
  }
  const gone = known.filter((row) => row.gone === null && !standing.has(`${row.scope} ${row.key}`))
  if (gone.length > 0) {
    await tx
      .updateTable('contradiction')
      .set({ gone: today })
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute()
  }
  return standing.size
}
