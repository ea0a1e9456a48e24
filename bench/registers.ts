// A register of 100,000 assignments: its list and pages as the server gives them, against a bare node:http server that asks the
// database the same questions and sends the rows as they are. Usage: npm run bench:registers -- [entries] [requests]
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { openStore } from '../src/database/connection.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import type { Deps } from '../src/database/transact.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { anybody } from '../src/kernel/who.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { registerRoutes } from '../src/registers/routes.tsx'
import type { App, Env, View } from '../src/web/view.ts'
import { row, table } from './measure.ts'

const entries = Number(process.argv[2] ?? 100_000)
const requests = Number(process.argv[3] ?? 150)
const today = day('2022-05-17')

/** Forty units under ten boards, and a register with everything in it: states, days, gaps. History is switched off while it is laid. */
const lay = async (owner: pg.Client): Promise<void> => {
  await owner.query(`
    begin;
    set local session_replication_role = replica;
    alter table thing disable trigger record; alter table entry disable trigger record; alter table deadline disable trigger record;
    alter table node disable trigger record; alter table node_version disable trigger record; alter table link disable trigger record; alter table clause disable trigger record; alter table decision disable trigger record;
    insert into node select md5('node' || i)::uuid, 'n' || i, case when i <= 10 then 'board' else 'department' end from generate_series(1, 50) i;
    insert into node_version select md5('node' || i)::uuid, '[2010-01-01,)', 'Nämnd ' || i, 'Board ' || i, 'N' || i, case when i > 10 then md5('node' || (1 + i % 10))::uuid end, 11 from generate_series(1, 50) i;
    insert into clause_kind values ('bench', false);
    insert into thing values (md5('decision')::uuid, 'decision', null, null, 'Budget 2022', md5('node1')::uuid, '2022-01-25', null), (md5('clause')::uuid, 'clause', null, null, 'att ge uppdragen', md5('node1')::uuid, '2022-01-25', null);
    insert into decision values (md5('decision')::uuid, null, md5('node1')::uuid, null, null, '2022-01-25', '1', '', null, null);
    insert into clause values (md5('clause')::uuid, md5('decision')::uuid, 1, 'bench', 'ge uppdragen', '{}');
    create temp table made on commit drop as
      select i, md5('entry' || i)::uuid as id, md5('node' || (1 + i % 10))::uuid as body, md5('node' || (11 + i * 7 % 40))::uuid as unit,
             (array['given', 'accepted', 'accepted', 'accepted', 'reported', 'fulfilled', 'fulfilled', 'ended'])[1 + i % 8] as state,
             '2022-01-01'::date + i * 13 % 900 as final
        from generate_series(1, ${entries}) i;
    insert into thing select id, 'entry', 'assignment', 'U-' || i,
           (array['Cirkulära flöden', 'Tryggare skolvägar', 'Fler praktikplatser', 'Kortare handläggning', 'Öppna mötesplatser'])[1 + i % 5] || ' i område ' || i % 977, body, '2021-06-01'::date + i % 300, null from made;
    insert into entry select id, 'assignment', true, state,
           jsonb_build_object('title', 'Uppdrag ' || i, 'purpose', repeat('Det ska bli bättre. ', 10), 'deliverable', 'Det syns.', 'finalReport', final, 'recipient', unit,
                              'origin', case when i % 3 = 0 then 'budget' else 'ongoing' end, 'kind', (array['basic', 'development', 'other'])[1 + i % 3])
           || case when i % 5 = 0 then '{}' else jsonb_build_object('responsible', md5('post' || i % 40)::uuid) end,
           unit, case when state in ('given', 'accepted', 'reported') then final end, 1, md5('clause')::uuid, md5('clause')::uuid, null from made;
    insert into deadline select gen_random_uuid(), id, 'final', 'Slutredovisning', 'Final report', final, unit, null, body, null, null from made where state in ('given', 'accepted', 'reported');
    insert into link select gen_random_uuid(), md5('clause')::uuid, id, 'decides' from made;
    alter table thing enable always trigger record; alter table entry enable always trigger record; alter table deadline enable always trigger record;
    alter table node enable always trigger record; alter table node_version enable always trigger record; alter table link enable always trigger record; alter table clause enable always trigger record; alter table decision enable always trigger record;
    commit;`)
  await owner.query('vacuum analyze')
}

/** The register's pages as anybody reads them. */
const pages = (deps: Deps): App => {
  const app: App = new Hono<Env>()
  app.use(async (c, next) => {
    const url = new URL(c.req.url)
    const view: View = {
      locale: 'sv',
      today,
      path: url.pathname + url.search,
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
    c.set('view', view)
    c.set('who', anybody)
    await next()
  })
  registerRoutes(app, deps)
  return app
}

interface Question {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Writes down what the page asks the database. */
const questionsOf = async (pool: pg.Pool, ask: () => Promise<unknown>): Promise<readonly Question[]> => {
  const asked: Question[] = []
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const tapped = async (): Promise<pg.PoolClient> => {
    const client = await connect()
    return new Proxy(client, {
      get: (target, name) =>
        name === 'query'
          ? (sql: string, parameters: unknown[]) => {
              asked.push({ sql, parameters })
              return target.query(sql, parameters)
            }
          : (Reflect.get(target, name, target) as unknown),
    })
  }
  pool.connect = tapped as typeof pool.connect
  await ask()
  pool.connect = connect as typeof pool.connect
  return asked
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))

const time = async (address: string): Promise<number> => {
  const began = performance.now()
  const answer = await fetch(address)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 200)}`)
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
  await owner.end()
  const ours = openStore(url)
  const peers = openStore(url)
  const app = pages({ store: ours.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
  const served = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await new Promise((resolve) => served.once('listening', resolve))
  const at = `http://127.0.0.1:${(served.address() as AddressInfo).port}`

  const list = '/register/assignments'
  const { rows: deep } = await ours.pool.query<{ due: string; id: string }>(
    `select coalesce(due, '9999-12-31')::text as due, id from entry order by 1, 2 offset ${Math.floor(entries / 2)} limit 1`,
  )
  const after = Buffer.from(JSON.stringify([deep[0]?.due, deep[0]?.id])).toString('base64url')
  const { rows: one } = await ours.pool.query<{ id: string }>(`select id from entry where state = 'accepted' limit 1`)
  const unit = await ours.pool.query<{ id: string }>(`select owner_id as id from entry limit 1`)
  const asked = {
    'list, first page': list,
    'list, a page half way through': `${list}?after=${after}`,
    'list, one unit, under way, by title': `${list}?state=accepted&recipient=${unit.rows[0]?.id}&sort=title`,
    'list, where the thread is broken': `${list}?broken=1`,
    'list, searched': `${list}?q=m%C3%B6tesplatser+97`,
    'an assignment': `${list}/${one[0]?.id}`,
  }
  const results = []
  for (const [name, page] of Object.entries(asked)) {
    const questions = await questionsOf(ours.pool, async () => app.request(page))
    const bare = createServer(async (_, response) => {
      const answers = await Promise.all(questions.map(({ sql, parameters }) => peers.pool.query(sql, [...parameters])))
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answers.map((a) => a.rows)))
    })
    const peer = await listening(bare)
    for (let i = 0; i < 10; i++) await Promise.all([time(at + page), time(peer)])
    const [mine, theirs]: [number[], number[]] = [[], []]
    for (let i = 0; i < requests; i++) {
      mine.push(await time(at + page))
      theirs.push(await time(peer))
    }
    results.push(row(`${name} (${questions.length} questions)`, mine, theirs))
    bare.close()
    bare.closeAllConnections()
  }
  table(`A register of ${entries} entries, against node:http with the same SQL (ms)`, results)
  served.close()
  await ours.close()
  await peers.close()
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
