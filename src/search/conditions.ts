import { type RawBuilder, sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { asNumber, type Query, type Term, wanted } from './query.ts'

/** The query as the database asks it, each as text of a tsquery; null where only words too small to search for are left. */
export interface Asked {
  /** All words, also unfinished and written without å, ä and ö; without what is excluded. */
  readonly wide: string
  /** All words whole and as they are spelt. */
  readonly exact: string
  /** The number that the whole may be, or a question that finds nothing. */
  readonly number: string
  /** What is not excluded, for showing where the words are. */
  readonly positive: string
  /** What a title may hold inside its words, where few things hold the words themselves; empty until it is settled so. */
  readonly inside: readonly string[]
}

/** What narrows a search. `kind` is a kind of thing or the name of a register. */
export interface Narrowing {
  readonly kinds: readonly string[]
  readonly nodes: readonly string[] | null
  readonly year: number | null
}

const quoted = (name: string): string => `'#${name.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const one = (term: Term, way: 'exact' | 'typed'): RawBuilder<unknown> => {
  const asked = way === 'exact' && term.way !== 'phrase' ? 'exact' : term.way
  const number = term.way === 'phrase' ? null : asNumber(term.text)
  const words = sql`coalesce(search_query(${term.text}, ${asked}), ''::tsquery)`
  return number === null ? words : sql`(${words} || ${quoted(number)}::tsquery)`
}

const all = (terms: readonly Term[], way: 'exact' | 'typed'): RawBuilder<unknown> =>
  terms.length === 0
    ? sql`''::tsquery`
    : sql.join(
        terms.map((t) => (t.not ? sql`(!! ${one(t, way)})` : one(t, way))),
        sql` && `,
      )

/** Lets the database read the words, once. Null when nothing is left to search for. */
export const askDatabase = async (store: Store, query: Query): Promise<Asked | null> => {
  const terms = wanted(query)
  if (terms.length === 0) return null
  const number = query.number === null ? sql`''::tsquery` : sql`${quoted(query.number)}::tsquery`
  const { rows } = await sql<{ wide: string; exact: string; number: string; positive: string }>`
    select (${all(query.terms, 'typed')})::text as wide, (${all(query.terms, 'exact')})::text as exact, (${number})::text as number,
           (${all(terms, 'typed')})::text as positive`.execute(store)
  const asked = rows[0]
  return asked && asked.positive !== '' ? { ...asked, inside: [] } : null
}

/** Titles that hold every word inside their own words: 'marknad' in 'Arbetsmarknadsåtgärder'. Words of four letters or more. */
export const insideOf = (query: Query): readonly string[] => {
  const terms = wanted(query)
  return query.terms.length === terms.length && terms.every((t) => /^\p{L}{4,}$/u.test(t.text)) ? terms.map((t) => `%${t.text.toLowerCase()}%`) : []
}

/** Is the row found? Parts of words are asked for one by one: only so can the index of titles answer. */
export const found = ({ wide, inside }: Asked): RawBuilder<unknown> =>
  inside.length === 0
    ? sql`s.words @@ ${wide}::tsquery`
    : sql`(s.words @@ ${wide}::tsquery or (${sql.join(
        inside.map((part) => sql`lower(s.title) like ${part}`),
        sql` and `,
      )}))`

/** May the reader read it? Open, or a secret of nodes whose secrets, all of them, the policy lets the reader see. */
export const readable = (secrets: Secrets): RawBuilder<unknown> => (secrets === 'all' ? sql`true` : sql`s.secret_of <@ ${secrets}::uuid[]`)

/** Is it of the kinds, bodies and year asked for? */
export const within = ({ kinds, nodes, year }: Narrowing): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(kinds.length > 0 ? [sql`s.kind = any(${kinds}::text[])`] : []),
      ...(nodes ? [sql`s.node_id = any(${nodes}::uuid[])`] : []),
      ...(year === null ? [] : [sql`s.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`]),
    ],
    sql` and `,
  )

/**
 * Where the found rows are taken from: `with` stands before, `of` is a from and where. Words in their order are held by far fewer texts than
 * the words are, which the planner does not know: such hits are looked up in the index first, all of them, instead of along all days.
 */
export const hitsOf = (
  asked: Asked,
  secrets: Secrets,
  narrowing: Narrowing | null,
): { readonly with: RawBuilder<unknown>; readonly of: RawBuilder<unknown> } => {
  const where = sql`from search_item s where ${found(asked)} and ${readable(secrets)} and ${narrowing ? within(narrowing) : sql`true`}`
  if (!/<(-|\d+)>/.test(asked.wide)) return { with: sql``, of: where }
  return { with: sql`hit as materialized (select s.id, s.part, s.kind, s.node_id, s.day, s.title_words, s.words ${where}),`, of: sql`from hit s where true` }
}
