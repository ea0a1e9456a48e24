import { sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { askDatabase, found, readable } from './conditions.ts'
import { type Query, readQuery, wanted, withWords } from './query.ts'

/** So many of the newest titles are looked through for words like the one that was typed: what is written about now is what most mean. */
const titles = 20_000
/** And so many of those are taken apart. */
const looked = 2000

/**
 * What the reader may have meant when nothing was found: each word that nothing holds is changed for the most like word of a
 * title that the reader may read. Null when there is none, or when that finds nothing either.
 */
export const suggest = async (store: Store, query: Query, secrets: Secrets): Promise<string | null> => {
  const other = new Map<string, string>()
  for (const { text } of wanted(query)) {
    const word = text.toLowerCase()
    if (!/^\p{L}{4,40}$/u.test(word)) continue
    const like = await mostLike(store, word, secrets)
    if (like !== null && like !== word) other.set(word, like)
  }
  if (other.size === 0) return null
  const meant = withWords(query, other)
  const asked = await askDatabase(store, readQuery(meant))
  if (!asked) return null
  const { rows } = await sql<{ is: boolean }>`select exists (select from search_item s where ${found(asked)} and ${readable(secrets)}) as is`.execute(store)
  return rows[0]?.is ? meant : null
}

/** The word of a readable title, of the newest `titles`, that is most like the one typed; the word itself when some text holds it. */
const mostLike = async (store: Store, word: string, secrets: Secrets): Promise<string | null> => {
  const { rows: held } = await sql`select from search_item s where s.words @@ search_query(${word}, 'word') and ${readable(secrets)} limit 1`.execute(store)
  if (held.length > 0) return word
  const { rows } = await sql<{ word: string }>`
    with newest as materialized (select lower(s.title) as title from search_item s where ${readable(secrets)} order by s.day desc, s.id limit ${sql.raw(String(titles))}),
    near as materialized (select distinct title from newest where word_similarity(${word}, title) >= 0.42 limit ${sql.raw(String(looked))})
    select w as word from near, regexp_split_to_table(near.title, '[^[:alpha:]]+') w
     where length(w) > 3 and similarity(w, ${word}) > 0.3
     order by similarity(w, ${word}) desc, w limit 1`.execute(store)
  return rows[0]?.word ?? null
}
