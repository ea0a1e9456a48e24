import pg from 'pg'
import { say, time, withoutHistory } from './lay.ts'
import { vocabulary } from './swedish.ts'

const words = vocabulary()
/** How many of the first words stand in sentences only, never in titles. */
const small = 32
const bodies = 10

/** Ten boards with four units each, under the council of a municipality. */
const layTree = (owner: pg.Client): Promise<void> =>
  withoutHistory(
    owner,
    ['node', 'node_version'],
    [
      `insert into node select md5('node' || i)::uuid, 'n' || i, case i when 0 then 'municipality' else case when i <= ${bodies} then 'board' else 'department' end end from generate_series(0, 50) i`,
      `insert into node_version select md5('node' || i)::uuid, '[2000-01-01,)', 'Nämnd ' || i, 'Board ' || i, 'N' || i,
              case when i = 0 then null when i > ${bodies} then md5('node' || (1 + i % ${bodies}))::uuid else md5('node0')::uuid end, 11 from generate_series(0, 50) i`,
    ],
  )

/** A place in the list of words between `from` and its end, the first most often, for a document and a place in it. */
const drawn = (from: number, salt: number): string =>
  `${from} + floor(pow(${words.length - from}, (hashint8(d::bigint * 1009 + k * 7 + ${salt}) & 1073741823) / 1073741824.0))::int`

/** Takes the words into the database for as long as the connection lasts. */
const takeWords = (client: pg.Client): Promise<unknown> =>
  client.query(
    `create temp table bench_word as select rank::int, word from unnest($1::text[]) with ordinality as w (word, rank);
     create unique index on bench_word (rank); analyze bench_word`.replace('$1', () => `'{${words.join(',')}}'`),
  )

const kinds = `(array['document', 'document', 'document', 'document', 'case', 'case', 'decision', 'clause', 'report', 'document'])[1 + d % 10]`

/**
 * Rows of the search index as the sources give them, the words worked out by the same functions: documents of forty to a hundred and
 * twenty words over fifteen years, one in twenty-five of them secret. Written by two connections, each by some thousands at a time.
 */
const layDocuments = async (url: string, documents: number): Promise<void> => {
  const step = 5000
  let next = 1
  const lane = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    await takeWords(client)
    for (let from = next; from <= documents; from = next) {
      next = from + step
      const to = Math.min(documents, from + step - 1)
      await client.query(`
        with body as (
          select d, string_agg(word, ' ' order by k) as text from generate_series(${from}, ${to}) d cross join lateral generate_series(1, 40 + d * 31 % 81) k
            join bench_word on rank = ${drawn(1, 3)} group by d),
        title as (
          select d, string_agg(word, ' ' order by k) as text from generate_series(${from}, ${to}) d cross join lateral generate_series(1, 3 + d % 4) k
            join bench_word on rank = ${drawn(small + 1, 5)} group by d),
        row as (
          select d, initcap(left(title.text, 1)) || substr(title.text, 2) as title, body.text as body, 'N' || (1 + d % ${bodies}) || ' ' || (2011 + d % 15) || '-' || lpad((d / 150)::text, 5, '0') as number,
                 md5('node' || (1 + d % 50))::uuid as node, '2011-01-01'::date + d * 37 % 5615 as day
            from body join title using (d))
        insert into search_item (id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, words)
          select md5('document' || d)::uuid, 'open', ${kinds}, number, title, body, node, day, case when d % 25 = 0 then 'OSL 26:1' end,
                 case when d % 25 = 0 then array[node] else '{}' end, '/documents/' || md5('document' || d)::uuid,
                 search_vector(title, 'A') || search_numbers(number), search_vector(title, 'A') || search_numbers(number) || search_vector(body, 'C') from row`)
    }
    await client.end()
  }
  await Promise.all([lane(), lane()])
}

/** So many documents have each text: under numbers, days and bodies of their own. */
const copies = 10

/** Every document laid so far again, until there are `copies` of each. What the words are is worked out once. */
const copyDocuments = (owner: pg.Client): Promise<unknown> =>
  owner.query(`
    insert into search_item (id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, words)
      select md5(s.id::text || c)::uuid, part, kind, s.number || c, title, body, n.node, day - 11 * c, secrecy, case when secrecy is null then '{}' else array[n.node] end,
             '/documents/' || md5(s.id::text || c)::uuid, title_words || search_numbers(s.number || c), words || search_numbers(s.number || c)
        from search_item s, generate_series(1, ${copies - 1}) c, lateral (select md5('node' || (get_byte(uuid_send(s.id), 0) + 7 * c) % 50)::uuid as node) n
       where kind <> 'node'`)

/** Minutes of so many meetings of twelve bodies over four years, each of twenty paragraphs. Every `every`th speaks of sewage, in some form of the word. */
const layMinutes = async (owner: pg.Client, meetings: number, every: number): Promise<void> => {
  await takeWords(owner)
  await withoutHistory(
    owner,
    ['meeting', 'agenda_item', 'minutes'],
    [
      `create temp table held as select m, md5('meeting' || m)::uuid as id, md5('node' || (m % 11))::uuid as body, '2018-10-15'::date + (m / 12) * 32 + m % 12 as day from generate_series(0, ${meetings - 1}) m`,
      `insert into meeting (id, body_id, day, starts, place, form, public, seats, state, opened_at, closed_at, adjusted)
         select id, body, day, lpad((8 + m % 12)::text, 2, '0') || ':00', 'Rådhuset', 'physical', true, 11, 'adjusted', day, day, day + 10 from held`,
      `create temp table paragraph as
         select m, ord, m * 20 + ord as d,
                (select string_agg(word, ' ' order by k) from generate_series(1, 180) k join bench_word on rank = ${drawn(1, 11).replaceAll('d::bigint', '(m * 20 + ord)::bigint')})
                || case when (m * 20 + ord) % ${every} = 0 then ' ' || (array['Avloppsledningen', 'avloppsledningar', 'avloppsledningarnas', 'avloppsledningarna'])[1 + (m * 20 + ord) / ${every} % 4] || ' måste bytas.' else '' end as text
           from held, generate_series(1, 20) ord`,
      `insert into agenda_item (id, meeting_id, ord, paragraph, title, kind, secrecy, proposal, state)
         select md5('item' || p.d)::uuid, h.id, ord, ord::text, 'Ärende ' || ord || ' om ' || split_part(text, ' ', 9), 'decision', case when p.d % 40 = 0 then 'OSL 26:1' end,
                '{"from": "Förvaltningen", "text": "", "clauses": [], "receivers": []}', 'closed' from paragraph p join held h using (m)`,
      `insert into minutes (meeting_id, version, state, text, digest, frozen_on, adjusted)
         select h.id, 3, 'adjusted', told, history.content_digest(told), h.day + 5, h.day + 10 from held h, lateral (
           select jsonb_build_object('sections', jsonb_agg(jsonb_build_object('id', 'item-' || ord, 'title', '–', 'blocks',
                    jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'text', p.text))) order by ord)) as told from paragraph p where p.m = h.m) t`,
    ],
  )
  await owner.query(`select search_refresh('search_minutes', search_paragraph(id)) from agenda_item`)
}

/** Lays it all: the indexes are made when the rows are there, which is quicker. */
export const laySearch = async (
  owner: pg.Client,
  url: string,
  { documents, meetings, every }: { readonly documents: number; readonly meetings: number; readonly every: number },
): Promise<void> => {
  await layTree(owner)
  await owner.query('alter table search_item disable trigger user')
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'search_item' and indexname <> 'search_item_pkey'`,
  )
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  const laid = await time(async () => {
    await layDocuments(url, Math.ceil(documents / copies))
    await copyDocuments(owner)
  })
  const indexed = await time(async () => {
    await owner.query(`set maintenance_work_mem = '512MB'`)
    for (const { definition } of indexes) await owner.query(definition)
  })
  await owner.query('alter table search_item enable trigger user')
  await owner.query(
    `insert into search_word select distinct word from search_item, search_title_words(title) word where secret_of = '{}' and search_query(word, 'exact') is not null`,
  )
  await layMinutes(owner, meetings, every)
  await owner.query('vacuum analyze search_item, search_word')
  say(`laid in ${Math.round(laid / 1000)} s, indexed in ${Math.round(indexed / 1000)} s`)
}
