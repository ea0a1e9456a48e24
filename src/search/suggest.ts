import { sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { askDatabase, found, readable } from './conditions.ts'
import { type Query, readQuery, wanted, withWords } from './query.ts'

/** Titles that are looked through for words like the one that was typed. */
const titles = 400

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

/** The word of a readable title that is most like the one typed; the word itself when some text holds it. */
const mostLike = (store: Store, word: string, secrets: Secrets): Promise<string | null> =>
  store.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', '0.42', true)`.execute(tx)
    const { rows } = await sql<{ word: string }>`
      select ${word} as word where exists (select from search_item s where s.words @@ search_query(${word}, 'word') and ${readable(secrets)})
      union all
      (select w from (select s.title from search_item s where ${word} <% lower(s.title) and ${readable(secrets)} limit ${sql.raw(String(titles))}) near,
              regexp_split_to_table(lower(near.title), '[^[:alpha:]]+') w
        where length(w) > 3 and similarity(w, ${word}) > 0.3
        order by similarity(w, ${word}) desc, w limit 1)
      limit 1`.execute(tx)
    return rows[0]?.word ?? null
  })
