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

/**
 * How like a title's word must be, the most like first: a letter dropped or changed leaves most of a word as it was, and the titles that
 * hold most of it are few however many there are. Only where they hold nothing are those looked through that hold less.
 */
const likenesses = [0.7, 0.5] as const

/** The word of a readable title that is most like the one typed; the word itself when some text holds it. */
const mostLike = (store: Store, word: string, secrets: Secrets): Promise<string | null> =>
  store.transaction().execute(async (tx) => {
    const { rows: held } = await sql`
      select from search_item s where s.words @@ search_query(${word}, 'word') and ${readable(secrets)} limit 1`.execute(tx)
    if (held.length > 0) return word
    for (const likeness of likenesses) {
      await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`.execute(tx)
      const { rows } = await sql<{ word: string }>`
        select w as word from (select s.title from search_item s where ${word} <% lower(s.title) and ${readable(secrets)} limit ${sql.raw(String(titles))}) near,
               regexp_split_to_table(lower(near.title), '[^[:alpha:]]+') w
         where length(w) > 3 and similarity(w, ${word}) > 0.3
         order by similarity(w, ${word}) desc, w limit 1`.execute(tx)
      if (rows[0]) return rows[0].word
    }
    return null
  })
