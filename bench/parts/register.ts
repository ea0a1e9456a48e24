import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { ensureRegisters } from '../../src/registers/ensure-registers.ts'
import { withoutHistory } from './lay.ts'

/** The account that reads lists in. */
export const reader = { name: 'sekreterare', personId: '00000000-0000-4000-8000-00000000aaaa' } as const

const tables = ['thing', 'entry', 'deadline', 'node', 'node_version', 'link', 'clause', 'decision', 'person', 'post', 'appointment', 'account']

/** A board with forty departments, a head in each, and so many assignments under way: with everything that a file of them holds. */
export const layRegister = async (folder: string, entries: number): Promise<void> => {
  const { url, stop } = await startEmbedded({ dir: folder, log: () => {} })
  const owner = new pg.Client({ connectionString: url })
  try {
    await migrate(url)
    await owner.connect()
    await ensureRegisters(owner)
    await withoutHistory(owner, tables, [
      // As identities are: others are not read as one.
      `create function pg_temp.u(text) returns uuid language sql immutable as $$ select overlay(overlay(md5($1) placing '4' from 13) placing '8' from 17)::uuid $$`,
      `insert into node select pg_temp.u('node' || i), 'n' || i, case when i = 1 then 'board' else 'department' end from generate_series(1, 41) i`,
      `insert into node_version select pg_temp.u('node' || i), '[2010-01-01,)', 'Enhet ' || i, 'Unit ' || i, 'E' || i, case when i > 1 then pg_temp.u('node1') end, case when i = 1 then 11 end
         from generate_series(1, 41) i`,
      `insert into post (id, slug, node_id, title_sv, title_en, role) select pg_temp.u('post' || i), 'p' || i, pg_temp.u('node' || i), 'Chef', 'Head', 'department_head' from generate_series(2, 41) i`,
      `insert into post (id, slug, node_id, title_sv, title_en, role) values (pg_temp.u('post1'), 'p1', pg_temp.u('node1'), 'Sekreterare', 'Secretary', 'secretary')`,
      `insert into post (id, slug, node_id, title_sv, title_en, role) values (pg_temp.u('post0'), 'p0', pg_temp.u('node1'), 'Direktör', 'Chief', 'chief_executive')`,
      `insert into person (id, given_name, family_name) values ('${reader.personId}', 'Ada', 'Alm')`,
      `insert into appointment (id, post_id, person_id, valid) values (gen_random_uuid(), pg_temp.u('post1'), '${reader.personId}', '[2010-01-01,)')`,
      `insert into appointment (id, post_id, person_id, valid) values (gen_random_uuid(), pg_temp.u('post0'), '${reader.personId}', '[2010-01-01,)')`,
      `insert into account (id, person_id, username) values (gen_random_uuid(), '${reader.personId}', '${reader.name}')`,
      `insert into clause_kind values ('bench', false)`,
      `insert into thing values (pg_temp.u('decision'), 'decision', null, null, 'Budget', pg_temp.u('node1'), '2022-01-25', null), (pg_temp.u('clause'), 'clause', null, null, 'att ge', pg_temp.u('node1'), '2022-01-25', null)`,
      `insert into decision values (pg_temp.u('decision'), null, pg_temp.u('node1'), null, null, '2022-01-25', '1', '', null, null)`,
      `insert into clause values (pg_temp.u('clause'), pg_temp.u('decision'), 1, 'bench', 'ge uppdragen', '{}')`,
      `create temp table made on commit drop as
         select i, pg_temp.u('entry' || i) as id, pg_temp.u('node' || (2 + i * 7 % 40)) as unit, '2030-01-01'::date + i * 13 % 900 as final from generate_series(1, ${entries}) i`,
      `insert into thing select id, 'entry', 'assignment', 'U-' || i, 'Uppdrag ' || i || ' om öppna mötesplatser', pg_temp.u('node1'), '2021-06-01'::date + i % 300, null from made`,
      `insert into entry select id, 'assignment', true, 'accepted',
              jsonb_build_object('title', 'Uppdrag ' || i || ' om öppna mötesplatser', 'purpose', repeat('Det ska bli bättre, "på riktigt"; för alla. ', 4), 'deliverable', 'Det syns.', 'finalReport', final,
                                 'recipient', unit, 'origin', case when i % 3 = 0 then 'budget' else 'ongoing' end, 'kind', (array['basic', 'development', 'other'])[1 + i % 3])
              || case when i % 5 = 0 then '{}' else jsonb_build_object('responsible', pg_temp.u('post' || (2 + i % 40))) end,
              unit, final, 1, pg_temp.u('clause'), pg_temp.u('clause'), null from made`,
      `insert into deadline select gen_random_uuid(), id, 'final', 'Slutredovisning', 'Final report', final, unit, null, pg_temp.u('node1'), null, null from made`,
      `insert into link select gen_random_uuid(), pg_temp.u('clause'), id, 'decides' from made`,
    ])
    // They are found, as what is written by the program is: a change that touches no word of theirs is then measured as one.
    for (let from = 1; from <= entries; from += 1000)
      await owner.query(
        `select search_refresh('search_thing', array(select id from entry where id = any (array(
        select overlay(overlay(md5('entry' || i) placing '4' from 13) placing '8' from 17)::uuid from generate_series($1::int, $2::int) i))))`,
        [from, Math.min(from + 999, entries)],
      )
    if (entries > 0) await owner.query('vacuum analyze search_item')
  } finally {
    await owner.end()
    await stop()
  }
}
