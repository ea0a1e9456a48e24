import { clauseKinds, enactments } from './enactments.ts'

/** A connection of the database's owner: `pg.Client` or a pool. The program's own role may not write the kinds. */
export interface OwnerClient {
  query(text: string, values: readonly unknown[]): Promise<unknown>
}

/**
 * Writes the kinds of clause and whether they must have effect into the database, from the table of enactments. Idempotent, and
 * safe when several processes start at once: the rows are taken in one order. Run as owner at start, before any decision.
 */
export const ensureClauseKinds = async (owner: OwnerClient): Promise<void> => {
  const names = clauseKinds.toSorted()
  await owner.query(
    `insert into clause_kind (name, has_effect) select * from unnest($1::text[], $2::boolean[])
     on conflict (name) do update set has_effect = excluded.has_effect where clause_kind.has_effect <> excluded.has_effect`,
    [names, names.map((name) => enactments[name].hasEffect)],
  )
}
