import type pg from 'pg'
import { withoutHistory } from './lay.ts'

/** Forty units under ten boards, and a register with everything in it: states, days, gaps. */
export const layRegisters = async (owner: pg.Client, entries: number): Promise<void> => {
  await withoutHistory(
    owner,
    ['thing', 'entry', 'deadline', 'node', 'node_version', 'link', 'clause', 'decision'],
    [
      `insert into node select md5('node' || i)::uuid, 'n' || i, case when i <= 10 then 'board' else 'department' end from generate_series(1, 50) i`,
      `insert into node_version select md5('node' || i)::uuid, '[2010-01-01,)', 'Nämnd ' || i, 'Board ' || i, 'N' || i, case when i > 10 then md5('node' || (1 + i % 10))::uuid end, 11 from generate_series(1, 50) i`,
      `insert into clause_kind values ('bench', false)`,
      `insert into thing values (md5('decision')::uuid, 'decision', null, null, 'Budget 2022', md5('node1')::uuid, '2022-01-25', null), (md5('clause')::uuid, 'clause', null, null, 'att ge uppdragen', md5('node1')::uuid, '2022-01-25', null)`,
      `insert into decision values (md5('decision')::uuid, null, md5('node1')::uuid, null, null, '2022-01-25', '1', '', null, null)`,
      `insert into clause values (md5('clause')::uuid, md5('decision')::uuid, 1, 'bench', 'ge uppdragen', '{}')`,
      `create temp table made on commit drop as
       select i, md5('entry' || i)::uuid as id, md5('node' || (1 + i % 10))::uuid as body, md5('node' || (11 + i * 7 % 40))::uuid as unit,
              (array['given', 'accepted', 'accepted', 'accepted', 'reported', 'fulfilled', 'fulfilled', 'ended'])[1 + i % 8] as state,
              '2022-01-01'::date + i * 13 % 900 as final
         from generate_series(1, ${entries}) i`,
      `insert into thing select id, 'entry', 'assignment', 'U-' || i,
            (array['Cirkulära flöden', 'Tryggare skolvägar', 'Fler praktikplatser', 'Kortare handläggning', 'Öppna mötesplatser'])[1 + i % 5] || ' i område ' || i % 977, body, '2021-06-01'::date + i % 300, null from made`,
      `insert into entry select id, 'assignment', true, state,
            jsonb_build_object('title', 'Uppdrag ' || i, 'purpose', repeat('Det ska bli bättre. ', 10), 'deliverable', 'Det syns.', 'finalReport', final, 'recipient', unit,
                               'origin', case when i % 3 = 0 then 'budget' else 'ongoing' end, 'kind', (array['basic', 'development', 'other'])[1 + i % 3])
            || case when i % 5 = 0 then '{}' else jsonb_build_object('responsible', md5('post' || i % 40)::uuid) end,
            unit, case when state in ('given', 'accepted', 'reported') then final end, 1, md5('clause')::uuid, md5('clause')::uuid, null from made`,
      `insert into deadline select gen_random_uuid(), id, 'final', 'Slutredovisning', 'Final report', final, unit, null, body, null, null from made where state in ('given', 'accepted', 'reported')`,
      `insert into link select gen_random_uuid(), md5('clause')::uuid, id, 'decides' from made`,
    ],
  )
}

/** Measures of the ten boards, each with figures of two years, and how each stands already judged. */
export const layMeasures = async (owner: pg.Client, measures: number): Promise<void> => {
  await withoutHistory(
    owner,
    ['thing', 'series', 'figure'],
    [
      `create temp table measure on commit drop as
       select i, md5('series' || i)::uuid as id, md5('node' || (1 + i % 10))::uuid as node, 'Andel nöjda i område ' || i % 977 || ', fråga ' || i as name from generate_series(1, ${measures}) i`,
      `insert into thing select id, 'series', null, null, name, node, '2021-01-01', null from measure`,
      `insert into series (id, slug, name_sv, name_en, unit_sv, unit_en, money, decimals, direction, over_time, over_tree, source)
       select id, 's' || i, name, 'Share ' || i, 'procent', 'per cent', false, 1, 'up', 'mean', 'mean', 'bänk' from measure`,
      `insert into figure (id, series_id, node_id, period, version, value, status, source, recorded_by, recorded_on)
       select gen_random_uuid(), id, node, year, 1, 50 + (i * 7 + year::int) % 40, 'final', 'bänk', 'system:bench', '2022-01-10' from measure, unnest(array['2020', '2021']) year`,
      `insert into series_standing (series_id, stale, name, node_id, period, light)
       select id, false, name, node, '2021', (array['green', 'yellow', 'red', 'unknown'])[1 + i % 4] from measure`,
    ],
  )
}
