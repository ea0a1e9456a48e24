import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type VariantName, type Variants, variantsWith } from '../rulebook/variants.ts'

/** A choice of how the law is read that holds for a body on a day: its own, or from above it. */
export interface ChosenVariant {
  readonly id: string
  readonly variant: VariantName
  readonly value: string | boolean
  /** The body or municipality that it was chosen for. */
  readonly nodeId: string
  readonly from: Day
  readonly clauseId: string
}

/**
 * The choices that hold for a body on a day, the nearest of each variant: the body's own, the board's of a committee, the
 * municipality's. A council's rules of procedure are its own, and do not fall to the boards under it unless it stands at the top.
 */
export const loadChosen = async (store: Store | Tx, nodeId: string, day: Day): Promise<readonly ChosenVariant[]> => {
  const { rows } = await sql<ChosenVariant>`
    with recursive up (id, depth) as (
      select ${nodeId}::uuid, 0
      union all
      select v.parent_id, up.depth + 1 from up join node_version v on v.node_id = up.id and v.valid @> ${day}::date where v.parent_id is not null
    )
    select distinct on (c.variant) c.id, c.variant, c.value, c.node_id as "nodeId", lower(c.valid) as "from", c.clause_id as "clauseId"
      from up join rule_choice c on c.node_id = up.id and c.valid @> ${day}::date
      join node n on n.id = up.id
      left join node_version v on v.node_id = up.id and v.valid @> ${day}::date
     where up.depth = 0 or n.kind <> 'council' or v.parent_id is null
     order by c.variant, up.depth`.execute(store)
  return rows
}

/** How the law is read in a body on a day: what was chosen, and the default of what nobody has chosen. */
export const loadVariants = async (store: Store | Tx, nodeId: string, day: Day): Promise<Variants> => variantsWith(await loadChosen(store, nodeId, day))
