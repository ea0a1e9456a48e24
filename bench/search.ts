// Search over a million documents and a term's minutes: the page as the server makes it, for a resident and for somebody who may read
// the secrets of a board, against raw SQL with the same tsquery: once as one would write it by hand, ranking all that is found, and
// once only the newest twenty. Usage: npm run bench -- search [documents] [times] [words of a question's name]; BENCH_DATA is a folder to lay them in and leave them.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { appFor } from '../test/room.ts'
import { seesSecretsOf } from '../src/access/visible.ts'
import { openStore } from '../src/database/connection.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import type { Deps } from '../src/database/transact.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { anybody, type Who } from '../src/kernel/who.ts'
import { loadTree } from '../src/organisation/tree.ts'
import { askDatabase } from '../src/search/conditions.ts'
import { readQuery } from '../src/search/query.ts'
import { searchRoutes } from '../src/search/routes.tsx'
import { row, type Row, table } from './measure.ts'
import { time } from './parts/lay.ts'
import { laySearch } from './parts/lay-search.ts'

const documents = Number(process.argv[2] ?? 1_000_000)
const times = Number(process.argv[3] ?? 20)
const only = process.argv[4] ?? ''
const today = day('2026-05-18')
/** One paragraph in so many speaks of what is searched for in the minutes. */
const every = 97
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const kept = process.env['BENCH_DATA']
const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
const isLaid = existsSync(path.join(folder, 'postgres'))
const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres') })
try {
  await migrate(url)
  const owner = new pg.Client({ connectionString: url })
  owner.on('error', () => {})
  await owner.connect()
  if (!isLaid) await laySearch(owner, url, { documents, every, say })
  const { rows: sizes } = await owner.query<{ size: string; minutes: number }>(
    `select pg_size_pretty(pg_total_relation_size('search_item')) as size, (select count(*)::int from search_item where kind = 'minutes') as minutes`,
  )
  const { size, minutes: paragraphs } = sizes[0] as { size: string; minutes: number }
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
  const measure = async (who: Who, q: string, more: string, rawMore: string) => {
    const app = appFor(searchRoutes, deps, who)
    const asked = await askDatabase(store, readQuery(q))
    const secrets = seesSecretsOf(who, tree, today)
    const given = [asked?.wide ?? '', secrets === 'all' ? [] : secrets]
    const where = `words @@ $1::tsquery and secret_of <@ $2::uuid[] ${rawMore}`
    const raw = (order: string) => pool.query(`select id, title, left(body, 300), path from search_item where ${where} order by ${order} limit 20`, given)
    const result = { ours: [] as number[], ranked: [] as number[], newest: [] as number[] }
    for (let i = -2; i < times; i++) {
      const own = await time(async () => {
        const answer = await app.request(`/search?q=${encodeURIComponent(q)}${more}`)
        if (answer.status !== 200) throw new Error(`${q}: ${answer.status}`)
        await answer.text()
      })
      const ranked = i % 4 === 0 ? await time(() => raw('ts_rank(words, $1::tsquery) desc')) : null
      const newest = await time(() => raw('day desc'))
      if (i < 0) continue
      result.ours.push(own)
      if (ranked !== null) result.ranked.push(ranked)
      result.newest.push(newest)
    }
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from search_item where ${where}`, given)
    return { ...result, found: rows[0]?.n ?? 0 }
  }

  const questions = [
    ['a common word', 'kommunen', '', ''],
    [
      'a common word, of a board in a year',
      'kommunen',
      `&body=${board}&year=2024`,
      `and node_id = any('{${tree.below(board).join(',')}}') and day between '2024-01-01' and '2024-12-31'`,
    ],
    ['a common word, decisions only', 'kommunen', '&kind=decision', `and kind = 'decision'`],
    ['a common word, newest first', 'kommunen', '&sort=newest', ''],
    ['three words', 'skola budget trafikplan', '', ''],
    ['two common words', 'nämnden beslut ', '', ''],
    ['a rare word', 'folkhälsomätningarna ', '', ''],
    ['a beginning of two letters', 'tr', '', ''],
    ['a beginning', 'trafikut', '', ''],
    ['misspelt', 'försörjningssöd ', '', ''],
    ['a number', 'N4 2014-00123', '', ''],
    ['words in their order', '"nämnden beslut"', '', ''],
    ['one word without another', 'budget -skola', '', ''],
    ['nothing of the kind', 'xylofonkvartett ', '', ''],
  ] as const
  const [ranked, newest]: [Row[], Row[]] = [[], []]
  for (const [name, q, more, rawMore] of questions.filter(([name]) => name.includes(only))) {
    for (const [reader, who] of [
      ['resident', anybody],
      ['secretary', secretary],
    ] as const) {
      const got = await measure(who, q, more, rawMore)
      ranked.push(row(`${name}, ${reader} (${got.found} found)`, got.ours, got.ranked))
      newest.push(row(`${name}, ${reader}`, got.ours, got.newest))
    }
  }
  table(`The page of a search over ${documents} documents (ms, against raw SQL that ranks all that is found)`, ranked)
  table('The same, against raw SQL for the newest twenty, unranked', newest)

  const minutes = []
  for (const [name, q, more, rawMore] of [
    ['in all minutes', 'avloppsledning ', '&kind=minutes', `and kind = 'minutes'`],
    ['a common word', 'beslut ', '&kind=minutes', `and kind = 'minutes'`],
    [
      'of a body and a year',
      'avloppsledning ',
      `&kind=minutes&body=${board}&year=2020`,
      `and kind = 'minutes' and node_id = '${board}' and day between '2020-01-01' and '2020-12-31'`,
    ],
  ] as const) {
    const got = await measure(secretary, q, more, rawMore)
    minutes.push(row(`${name} (${got.found} found)`, got.ours, got.newest))
  }
  table(`Four years of minutes, ${paragraphs} paragraphs among all the rest (ms, against raw SQL, unranked)`, minutes)
  const forms = await pool.query<{ n: number }>(
    `select count(*)::int as n from search_item where kind = 'minutes' and words @@ search_query('avloppsledning', 'word')`,
  )
  const told = Math.floor(paragraphs / every)
  if (forms.rows[0]?.n !== told) throw new Error(`${told} paragraphs speak of it, ${forms.rows[0]?.n} were found`)
  say(`every form of the word was found: ${told} of ${told}`)
  await owner.end()
  await close()
} finally {
  await stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}
