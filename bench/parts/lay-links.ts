import type pg from 'pg'
import { withoutHistory } from './lay.ts'

const tables = ['node', 'node_version', 'thing', 'link', 'case_file', 'document', 'decision', 'clause', 'entry', 'report', 'series', 'deadline']
/** Links of each decision: its case, a document, two clauses, two assignments, two reports, two measures. */
const linksOfOne = 10

/** Lays so many links: decisions with what led to them and came of them; every tenth measure is shared. Answers how many decisions. */
export const layLinks = async (owner: pg.Client, links: number): Promise<number> => {
  const decisions = Math.floor(links / linksOfOne)
  await withoutHistory(owner, tables, [
    `insert into node select md5('node' || i)::uuid, 'n' || i, case when i <= 10 then 'board' else 'department' end from generate_series(1, 50) i`,
    `insert into node_version select md5('node' || i)::uuid, '[2010-01-01,)', 'Nämnd ' || i, 'Board ' || i, 'N' || i, case when i > 10 then md5('node' || (1 + i % 10))::uuid end, 11 from generate_series(1, 50) i`,
    `insert into clause_kind values ('bench', false)`,
    `create temp table made on commit drop as select i, md5('node' || (1 + i % 10))::uuid as body, '2021-01-01'::date + i % 450 as day from generate_series(1, ${decisions}) i`,
    `create temp table part on commit drop as select i, k, body, day, md5('node' || (11 + (i + k) % 40))::uuid as unit from made, generate_series(1, 2) k`,
    `insert into thing
       select md5('case' || i)::uuid, 'case', null, 'C ' || i, 'Ärende ' || i, body, day - 60, null from made
       union all select md5('document' || i)::uuid, 'document', null, null, 'Skrivelse ' || i, body, day - 20, null from made
       union all select md5('decision' || i)::uuid, 'decision', null, 'B ' || i, 'Beslut ' || i, body, day, null from made
       union all select md5('clause' || i || '-' || k)::uuid, 'clause', null, null, 'att-sats', body, day, null from part
       union all select md5('entry' || i || '-' || k)::uuid, 'entry', 'assignment', 'U-' || (2 * i + k), 'Uppdrag ' || i || ' ' || k, body, day, null from part
       union all select md5('report' || i || '-' || k)::uuid, 'report', null, null, 'Delredovisning', body, least(day + 40, '2022-05-17'), null from part
       union all select md5('series' || i)::uuid, 'series', null, null, 'Mått ' || i, md5('node1')::uuid, '2020-01-01', null from generate_series(1, ${Math.ceil(decisions / 10) + 1}) i`,
    `insert into case_file select md5('case' || i)::uuid, 'decided', day - 60, null from made`,
    `insert into document select md5('document' || i)::uuid, md5('case' || i)::uuid, 'board_paper', null, 1, '{}' from made`,
    `insert into decision select md5('decision' || i)::uuid, md5('case' || i)::uuid, body, null, null, day, i::text, '', null, null from made`,
    `insert into clause select md5('clause' || i || '-' || k)::uuid, md5('decision' || i)::uuid, k, 'bench', 'att ge uppdraget ' || k, '{}' from part`,
    `insert into entry select md5('entry' || i || '-' || k)::uuid, 'assignment', true, 'accepted', jsonb_build_object('title', 'Uppdrag', 'finalReport', day + 300), unit, day + 300, 1,
       md5('clause' || i || '-' || k)::uuid, md5('clause' || i || '-' || k)::uuid, null from part`,
    `insert into deadline select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, 'final', 'Slutredovisning', 'Final report', day + 300, unit, null, body, null, null from part`,
    `insert into report select md5('report' || i || '-' || k)::uuid, md5('entry' || i || '-' || k)::uuid, 'interim', 'on_track', '2022', 'Det går enligt plan.', null, null, 'handed_in', null, null from part`,
    `insert into series (id, slug, name_sv, name_en, unit_sv, unit_en, money, decimals, over_time, over_tree, source)
       select md5('series' || i)::uuid, 's' || i, 'Mått ' || i, 'Measure ' || i, 'antal', 'count', false, 0, 'sum', 'sum', 'bänk' from generate_series(1, ${Math.ceil(decisions / 10) + 1}) i`,
    `insert into link
       select gen_random_uuid(), md5('case' || i)::uuid, md5('decision' || i)::uuid, 'gives_rise_to' from made
       union all select gen_random_uuid(), md5('case' || i)::uuid, md5('document' || i)::uuid, 'encloses' from made
       union all select gen_random_uuid(), md5('decision' || i)::uuid, md5('clause' || i || '-' || k)::uuid, 'part' from part
       union all select gen_random_uuid(), md5('clause' || i || '-' || k)::uuid, md5('entry' || i || '-' || k)::uuid, 'decides' from part
       union all select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, md5('report' || i || '-' || k)::uuid, 'reported_by' from part
       union all select gen_random_uuid(), md5('entry' || i || '-' || k)::uuid, md5('series' || (1 + i / 10))::uuid, 'measured_by' from part`,
  ])
  return decisions
}
