import { type RawBuilder, sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { allDefinitions, definitionOf } from '../../registers/definitions/index.ts'
import type { FileConcern } from '../../rulebook/social-file.ts'
import { preserved, type RetentionFacts, type RetentionRule, ruleOfCase } from '../../rulebook/retention.ts'

/** A thing that its rule of retention can be asked about. */
export interface Kept extends RetentionFacts {
  readonly id: string
  /** Kind of thing, or name of its register. */
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly nodeId: string
}

interface Row {
  id: string
  kind: string
  register: string | null
  number: string | null
  title: string
  node_id: string
  secrecy: string | null
  state: string | null
  last: Day
  concerns: FileConcern | null
  born: Day | null
  in_compilation: boolean | null
  municipality: string | null
  delivered: boolean
  acknowledged: Day | null
  unchanged: boolean | null
}

/** What the exceptions ask of a personal file, and the latest delivery of it to the archive authority. */
const ofCase = sql`
    left join personal_file pf on pf.case_id = t.id
    left join municipality_code mc on t.secrecy is not null and mc.node_id = municipality_of(t.node_id)
    left join lateral (select d.id, r.day as acknowledged, d.content = case_digest(t.id) as unchanged
                         from archive_delivery d left join archive_receipt r on r.delivery_id = d.id where d.case_id = t.id order by d.day desc, d.id desc limit 1) ad on true`

/** Cases and entries with the day of the last entry in them. */
const keptRows = (which: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select t.id, t.kind, t.register, t.number, t.title, t.node_id, t.secrecy, f.state,
         greatest(f.closed, (select max(day) from case_event where case_id = t.id), (select max(d.day) from document join thing d on d.id = document.id where case_id = t.id), t.day) as last,
         pf.concerns, pf.born, pf.in_compilation, mc.code as municipality, ad.id is not null as delivered, ad.acknowledged, ad.unchanged
    from thing t join case_file f on f.id = t.id ${ofCase} where t.kind = 'case' and not exists (select from tombstone where thing_id = t.id) and ${which}
  union all
  select t.id, t.kind, t.register, t.number, t.title, t.node_id, t.secrecy, e.state, greatest((select max(day) from entry_event where entry_id = t.id), t.day),
         null, null, null, null, false, null, null
    from thing t join entry e on e.id = t.id where t.kind = 'entry' and ${which}`

const toKept = (r: Row): Kept => {
  const definition = r.register ? definitionOf(r.register) : undefined
  const years = definition?.destroyedAfter
  const ofRegister: RetentionRule = years ? { keep: 'years', years: years.years, law: years.law } : preserved
  return {
    id: r.id,
    kind: r.register ?? r.kind,
    number: r.number,
    title: r.title,
    nodeId: r.node_id,
    rule: r.kind === 'case' ? ruleOfCase(r.secrecy) : ofRegister,
    last: r.last,
    file: r.concerns && r.born ? { concerns: r.concerns, born: r.born, inCompilation: r.in_compilation === true } : null,
    municipality: r.municipality,
    ...(r.delivered ? { delivered: { acknowledged: r.acknowledged, unchanged: r.unchanged === true } } : {}),
    over: r.kind === 'case' ? r.state === 'closed' : definition?.lifecycle.states[r.state ?? '']?.open === false,
  }
}

/** What the rule of retention looks at, of a case or an entry that is there; undefined of anything else. */
export const loadKept = async (store: Store | Tx, id: string): Promise<Kept | undefined> => {
  const { rows } = await keptRows(sql`t.id = ${id}::uuid`).execute(store)
  return rows[0] && toKept(rows[0])
}

/** So many are looked through at a time, the oldest first. */
const most = 2000

/** Cases and entries of the kinds that are not preserved, oldest first. `which` narrows to what the reader may see. */
export const loadMortal = async (store: Store, which: RawBuilder<unknown>): Promise<readonly Kept[]> => {
  const registers = allDefinitions.filter((d) => 'destroyedAfter' in d && d.destroyedAfter).map((d) => d.name as string)
  const { rows } =
    await sql<Row>`select * from (${keptRows(sql`(t.register = any(${registers}::text[]) or t.secrecy like 'OSL 26%' or t.id in (select case_id from archive_delivery)) and ${which}`)}) kept order by last, id limit ${sql.raw(String(most))}`.execute(
      store,
    )
  return rows.map(toKept)
}
