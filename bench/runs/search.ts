import { seesSecretsOf } from '../../src/access/visible.ts'
import { openStore } from '../../src/database/connection.ts'
import type { Deps } from '../../src/database/transact.ts'
import { clockAt } from '../../src/kernel/clock.ts'
import { day } from '../../src/kernel/day.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { anybody, type Who } from '../../src/kernel/who.ts'
import { loadTree } from '../../src/organisation/tree.ts'
import { askDatabase } from '../../src/search/conditions.ts'
import { countCap } from '../../src/search/counts.ts'
import { pageSize } from '../../src/search/find.ts'
import { readQuery } from '../../src/search/query.ts'
import { searchRoutes } from '../../src/search/routes.tsx'
import { appFor } from '../../test/room.ts'
import { row, type Row } from '../measure.ts'
import { asOwner, say, time } from '../parts/lay.ts'
import { laySearch } from '../parts/lay-search.ts'
import { minutesQuestions, questions, type SearchQuestion } from '../parts/search-questions.ts'

export interface SearchSize {
  readonly documents: number
  /** Meetings with minutes of twenty paragraphs. */
  readonly meetings: number
  readonly times: number
  /** Only questions with these words in their name. */
  readonly only: string
}

/** Pages of search against raw SQL: that ranks all that is found, and that takes the newest twenty. */
export interface SearchCount {
  readonly ranked: readonly Row[]
  readonly newest: readonly Row[]
  readonly minutes: readonly Row[]
  /** Paragraphs that speak of what is searched for in some form of the word, and how many of them were found. */
  readonly told: number
  readonly found: number
}

const today = day('2026-05-18')
/** One paragraph in so many speaks of what is searched for in the minutes. */
const every = 97

/**
 * Lays documents and minutes in the database at `url`, where there are none yet, and times the page of a search for a resident and for
 * somebody who may read the secrets of a board. Throws when a page shows more or fewer than are found and may be read.
 */
export const search = async (url: string, { documents, meetings, times, only }: SearchSize): Promise<SearchCount> =>
  asOwner(url, async (owner) => {
    const laid = await owner.query('select from search_item limit 1')
    if (laid.rowCount === 0) await laySearch(owner, url, { documents, meetings, every })
    const { rows: sizes } = await owner.query<{ size: string; paragraphs: number }>(
      `select pg_size_pretty(pg_total_relation_size('search_item')) as size, (select count(*)::int from search_item where kind = 'minutes') as paragraphs`,
    )
    const { size, paragraphs } = sizes[0] as { size: string; paragraphs: number }
    say(`${documents} documents and ${paragraphs} paragraphs of minutes; the index takes ${size}`)

    const { store, pool, close } = openStore(url)
    const deps: Deps = { store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
    const tree = await loadTree(store, today)
    const board = (await owner.query<{ id: string }>(`select md5('node3')::uuid as id`)).rows[0]?.id as string
    const post = {
      postId: board,
      nodeId: board,
      chain: tree.chain(board),
      role: 'secretary',
      title: { sv: 'Sekreterare', en: 'Secretary' },
      from: day('2019-01-01'),
      to: null,
    } as const
    const secretary: Who = { personId: board, name: 'Sekreterare', posts: [post] }

    /** Milliseconds of the page, and of the same tsquery in raw SQL: all ranked, and the newest. */
    const measure = async (who: Who, { q, more, rawMore }: SearchQuestion) => {
      const app = appFor(searchRoutes, deps, who)
      const asked = await askDatabase(store, readQuery(q))
      const secrets = seesSecretsOf(who, tree, today)
      const given = [asked?.wide ?? '', secrets === 'all' ? [] : secrets]
      const where = `words @@ $1::tsquery and secret_of <@ $2::uuid[] ${rawMore}`
      const raw = (order: string) =>
        pool.query(`select id, title, left(body, 300), path from search_item where ${where} order by ${order} limit ${pageSize}`, given)
      const taken = { ours: [] as number[], ranked: [] as number[], newest: [] as number[] }
      let page = ''
      for (let i = -Math.min(2, times); i < times; i++) {
        const own = await time(async () => {
          const answer = await app.request(`/search?q=${encodeURIComponent(q)}${more}`)
          if (answer.status !== 200) throw new Error(`${q}: ${answer.status}`)
          page = await answer.text()
        })
        const ranked = i % 4 === 0 ? await time(() => raw('ts_rank(words, $1::tsquery) desc')) : null
        const newest = await time(() => raw('day desc'))
        if (i < 0) continue
        taken.ours.push(own)
        if (ranked !== null) taken.ranked.push(ranked)
        taken.newest.push(newest)
      }
      const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from search_item where ${where}`, given)
      const found = rows[0]?.n ?? 0
      // Few by whole words, and titles that hold them inside others are shown too; of many, only so many are ranked.
      const shown = page.split('<h2><a href').length - 1
      if (shown < Math.min(found, pageSize) || (found > countCap && shown !== pageSize)) throw new Error(`${q}: ${found} are found, ${shown} shown`)
      return { ...taken, found }
    }

    const [ranked, newest]: [Row[], Row[]] = [[], []]
    for (const question of questions(board, tree.below(board)).filter(({ name }) => name.includes(only))) {
      for (const [reader, who] of [
        ['resident', anybody],
        ['secretary', secretary],
      ] as const) {
        const got = await measure(who, question)
        ranked.push(row(`${question.name}, ${reader} (${got.found} found)`, got.ours, got.ranked))
        newest.push(row(`${question.name}, ${reader}`, got.ours, got.newest))
      }
    }
    const minutes: Row[] = []
    for (const question of minutesQuestions(board).filter(({ name }) => name.includes(only))) {
      const got = await measure(secretary, question)
      minutes.push(row(`${question.name} (${got.found} found)`, got.ours, got.newest))
    }
    const forms = await pool.query<{ n: number }>(
      `select count(*)::int as n from search_item where kind = 'minutes' and words @@ search_query('avloppsledning', 'word')`,
    )
    await close()
    return { ranked, newest, minutes, told: Math.floor(paragraphs / every), found: forms.rows[0]?.n ?? 0 }
  })
