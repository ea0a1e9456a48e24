import { sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { askDatabase, found, readable } from './conditions.ts'
import { type Query, readQuery, wanted, withWords } from './query.ts'

/** So many of the words most like the one typed are looked at. */
const looked = 10

/**
 * What the reader may have meant when nothing was found: each word that nothing holds is changed for the most like word of an
 * open title, so that no secret is told. Null when there is none, or when that finds nothing either.
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

/** The word of an open title that is most like the one typed; the word itself when some text that the reader may read holds it. */
const mostLike = async (store: Store, word: string, secrets: Secrets): Promise<string | null> => {
  const { rows: held } = await sql`select from search_item s where s.words @@ search_query(${word}, 'word') and ${readable(secrets)} limit 1`.execute(store)
  if (held.length > 0) return word
  const { rows } = await sql<{ word: string }>`
    select near.word from (
      select word, similarity(word, ${word}) as how from search_word where word % ${word} order by how desc, word limit ${sql.raw(String(looked))}) near
     where search_word_held(near.word) order by how desc, word limit 1`.execute(store)
  return rows[0]?.word ?? null
}
