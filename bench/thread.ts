// The red thread over 100,000 links: the walk, the whole thread and its page against the same walk in plain SQL, and the rows of a
// home page against one plain walk for them all. Usage: npm run bench:thread [links] [threads]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { renderToString } from 'react-dom/server'
import { createElement } from 'react'
import { openStore } from '../src/database/connection.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { day } from '../src/kernel/day.ts'
import { anybody } from '../src/kernel/who.ts'
import { loadTree } from '../src/organisation/tree.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { loadThread } from '../src/thread/load-thread.ts'
import { loadThreads } from '../src/thread/load-threads.ts'
import { ThreadPage } from '../src/thread/thread-page.tsx'
import { walkLinks } from '../src/thread/walk-links.ts'
import type { View } from '../src/web/view.ts'
import { row, table } from './measure.ts'

const links = Number(process.argv[2] ?? 100_000)
const threads = Number(process.argv[3] ?? 200)
const rowsShown = 100
const today = day('2022-05-17')
/** Links of each decision: its case, a document, two clauses, two assignments, two reports, two measures. */
const linksOfOne = 10
const decisions = Math.floor(links / linksOfOne)

/** Decisions with what led to them and came of them; every tenth measure is shared. History is switched off while it is laid. */
const lay = async (owner: pg.Client): Promise<void> => {
  const tables = ['node', 'node_version', 'thing', 'link', 'case_file', 'document', 'decision', 'clause', 'entry', 'report', 'series', 'deadline']
  const history = (how: 'disable' | 'enable always'): string => tables.map((t) => `alter table ${t} ${how} trigger record;`).join('\n')
  await owner.query(`
    begin;
    set local session_replication_role = replica;
    ${history('disable')}
    insert into node select md5('node' || i)::uuid, 'n' || i, case when i <= 10 then 'board' else 'department' end from generate_series(1, 50) i;
    insert into node_version select md5('node' || i)::uuid, '[2010-01-01,)', 'Nämnd ' || i, 'Board ' || i, 'N' || i, case when i > 10 then md5('node' || (1 + i % 10))::uuid end, 11 from generate_series(1, 50) i;
    insert into clause_kind values ('bench', false);
    create temp table made on commit drop as select i, md5('node' || (1 + i % 10))::uuid as body, '2021-01-01'::date + i % 450 as day from generate_series(1, ${decisions}) i;
    create temp table part on commit drop as select i, k, body, day, md5('node' || (11 + (i + k) % 40))::uuid as unit from made, generate_series(1, 2) k;
    insert into thing
      select md5('case' || i)::uuid, 'case', null, 'C ' || i, 'Ärende ' || i, body, day - 60, null from made
      union all select md5('document' || i)::uuid, 'document', null, null, 'Skrivelse ' || i, body, day - 20, null from made
      union all select md5('decision' || i)::uuid, 'decision', null, 'B ' || i, 'Beslut ' || i, body, day, null from made
      union all select md5('clause' || i || '-' || k)::uuid, 'clause', null, null, 'att-sats', body, day, null from part
      union all select md5('entry' || i || '-' || k)::uuid, 'entry', 'assignment', 'U-' || (2 * i + k), 'Uppdrag ' || i || ' ' || k, body, day, null from part
      union all select md5('report' || i || '-' || k)::uuid, 'report', null, null, 'Delredovisning', body, least(day + 40, '2022-05-17'), null from part
      union all select md5('series' || i)::uuid, 'series', null, null, 'Mått ' || i, md5('node1')::uuid, '2020-01-01', null from generate_series(1, ${Math.ceil(decisions / 10) + 1}) i;
    insert into case_file select md5('case' || i)::uuid, 'decided', day - 60, null from made;
    insert into document select md5('document' || i)::uuid, md5('case' || i)::uuid, 'board_paper', null, 1, '{}' from made;
    insert into decision select md5('decision' || i)::uuid, md5('case' || i)::uuid, body, null, null, day, i::text, '', null, null from made;
    insert into clause select md5('clause' || i || '-' || k)::uuid, md5('decision' || i)::uuid, k, 'bench', 'att ge uppdraget ' || k, '{}' from part;
    insert into entry select md5('entry' || i || '-' || k)::uuid, 'assignment', true, 'accepted', jsonb_build_object('title', 'Uppdrag', 'finalReport', day + 300), unit, day + 300, 1,
      md5('clause' || i || '-' || k)::uuid, md5('clause' || i || '-' || k)::uuid, null from part;
    insert into deadline select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, 'final', 'Slutredovisning', 'Final report', day + 300, unit, null, body, null, null from part;
    insert into report select md5('report' || i || '-' || k)::uuid, md5('entry' || i || '-' || k)::uuid, 'interim', 'on_track', '2022', 'Det går enligt plan.', null, null, 'handed_in', null, null from part;
    insert into series (id, slug, name_sv, name_en, unit_sv, unit_en, money, decimals, over_time, over_tree, source)
      select md5('series' || i)::uuid, 's' || i, 'Mått ' || i, 'Measure ' || i, 'antal', 'count', false, 0, 'sum', 'sum', 'bänk' from generate_series(1, ${Math.ceil(decisions / 10) + 1}) i;
    insert into link
      select gen_random_uuid(), md5('case' || i)::uuid, md5('decision' || i)::uuid, 'gives_rise_to' from made
      union all select gen_random_uuid(), md5('case' || i)::uuid, md5('document' || i)::uuid, 'encloses' from made
      union all select gen_random_uuid(), md5('decision' || i)::uuid, md5('clause' || i || '-' || k)::uuid, 'part' from part
      union all select gen_random_uuid(), md5('clause' || i || '-' || k)::uuid, md5('entry' || i || '-' || k)::uuid, 'decides' from part
      union all select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, md5('report' || i || '-' || k)::uuid, 'reported_by' from part
      union all select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, md5('series' || (1 + i / 10))::uuid, 'measured_by' from part;
    ${history('enable always')}
    commit;`)
  await owner.query('vacuum analyze')
}

/** The walk as anybody would write it by hand, up and down from one thing. */
const plainWalk = `
  with recursive
  up(id) as (select $1::uuid union select l.from_id from up join link l on l.to_id = up.id),
  down(id) as (select $1::uuid union select l.to_id from down join link l on l.from_id = down.id),
  reached(id) as (select id from up union select id from down)
  select t.*, l.to_id, l.kind as link from reached r join thing t on t.id = r.id left join link l on l.from_id = r.id`

const plainWalks = `
  with recursive down(root, id) as (select id, id from unnest($1::uuid[]) id union select down.root, l.to_id from down join link l on l.from_id = down.id)
  select down.root, t.*, l.to_id, l.kind as link from down join thing t on t.id = down.id left join link l on l.from_id = down.id`

const view: View = {
  locale: 'sv',
  today,
  path: '/',
  csrf: 'x',
  who: anybody,
  post: null,
  desk: { slug: '', name: 'Kommunen', municipality: 'Kommunen' },
  demo: false,
  mayStepIn: false,
  nav: [],
  assets: { css: '/a.css', js: '/a.js' },
  notice: null,
  t: (text) => text.sv,
}

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres') })
try {
  await migrate(url)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await ensureRegisters(owner)
  await lay(owner)
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from link')
  const { store, pool, close } = openStore(url)
  const idOf = async (name: string): Promise<string> => ((await owner.query<{ id: string }>('select md5($1)::uuid as id', [name])).rows[0] as { id: string }).id
  const asked = { who: anybody, today, day: today }
  const measured = { walk: [[], []], thread: [[], []], page: [[], []], rows: [[], []] } as Record<'walk' | 'thread' | 'page' | 'rows', [number[], number[]]>
  for (let n = -10; n < threads; n++) {
    const i = 1 + (((n + 10) * 7919) % decisions)
    const id = await idOf(n % 2 === 0 ? `decision${i}` : `entry${i}-1`)
    const plain = (): Promise<unknown> => pool.query(plainWalk, [id])
    const page = async (): Promise<void> => {
      const found = await loadThread(store, id, asked)
      if (found.is !== 'thread') throw new Error(found.is)
      renderToString(createElement(ThreadPage, { view, found, day: today }))
    }
    for (const [name, ours] of [
      ['walk', () => walkLinks(store, id)],
      ['thread', () => loadThread(store, id, asked)],
      ['page', page],
    ] as const) {
      const [own, peer] = [await time(ours), await time(plain)]
      if (n >= 0) {
        measured[name][0].push(own)
        measured[name][1].push(peer)
      }
    }
  }
  const tree = await loadTree(store, today)
  for (let n = -3; n < threads / 10; n++) {
    const ids: string[] = []
    for (let k = 0; k < rowsShown; k++) ids.push(await idOf(`decision${1 + (((n + 3) * rowsShown + k) % decisions)}`))
    const [own, peer] = [await time(() => loadThreads(store, ids, { who: anybody, tree, today })), await time(() => pool.query(plainWalks, [ids]))]
    if (n >= 0) {
      measured.rows[0].push(own)
      measured.rows[1].push(peer)
    }
  }
  table(`${rows[0]?.n} links, ${threads} threads (ms, against the walk in plain SQL)`, [
    row('the walk', ...measured.walk),
    row('the thread: walk, facts, stations', ...measured.thread),
    row('the thread as a page', ...measured.page),
    row(`rows of ${rowsShown} decisions`, ...measured.rows),
  ])
  await owner.end()
  await close()
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
