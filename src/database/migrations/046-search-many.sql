-- Many things are found in one question. Each used to be a call of its own, and of the time of a register read in from a file two thirds went
-- to beginning and ending those calls. Told once, for many; what is found of one is the same asked of one. As before (045) by index always,
-- thing by thing and never by a join of the whole: in a transaction that fills a register its size is not yet known. Planned once in a connection:
-- to plan it takes longer than to ask it of one.
create function search_thing(the_ids uuid[])
  returns table (id uuid, part text, kind text, number text, title text, body text, node_id uuid, day date, secrecy text, secret_of uuid[], path text)
  language sql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
  select t.id, told.part, coalesce(t.register, t.kind), t.number, t.title, coalesce(told.body, ''), t.node_id, t.day,
         coalesce(t.secrecy, stands.home_secrecy, case when told.part = 'secret' then
           (select string_agg(distinct s.section, ', ') from register r, jsonb_each_text(r.secret_fields) s (field, section) where r.name = t.register) end),
         case when told.part = 'secret' then (select array_agg(distinct n) from unnest(stands.secret_of || t.node_id) n) else stands.secret_of end,
         case t.kind
           when 'case' then '/cases/' || t.id when 'document' then '/documents/' || t.id when 'decision' then '/decisions/' || t.id
           when 'report' then '/reports/' || t.id when 'goal' then '/goals/' || t.id
           when 'series' then '/series/' || (select slug from series where series.id = t.id)
           when 'clause' then (select '/decisions/' || decision_id || '#clause-' || no from clause where clause.id = t.id)
           else '/thing/' || t.id end
    from unnest(the_ids) asked (id)
    -- A thing is found when it is whole, of whatever kind: the row that says what it is comes just after.
    cross join lateral (
      select thing.* from thing where thing.id = asked.id and case thing.kind
        when 'document' then exists (select from document where document.id = asked.id) when 'decision' then exists (select from decision where decision.id = asked.id)
        when 'clause' then exists (select from clause where clause.id = asked.id) when 'entry' then exists (select from entry where entry.id = asked.id)
        when 'report' then exists (select from report where report.id = asked.id) when 'series' then exists (select from series where series.id = asked.id)
        when 'goal' then exists (select from goal where goal.id = asked.id) when 'frame' then exists (select from frame where frame.id = asked.id)
        when 'mandate' then exists (select from mandate where mandate.id = asked.id) else true end
      offset 0) t
    -- What it stands in, step by step, and whose secrets hide it there (thing_secret_of).
    cross join lateral (
      with recursive home (id, step) as (
        select t.id, 0
        union all
        select above.id, step + 1 from home cross join lateral (select thing_home(home.id) as id offset 0) above where step < 8 and above.id is not null)
      select coalesce(array_agg(distinct at.node_id) filter (where at.secrecy is not null), '{}') as secret_of, min(at.secrecy) filter (where step = 1) as home_secrecy
        from home cross join lateral (select h.node_id, h.secrecy from thing h where h.id = home.id offset 0) at) stands
    cross join lateral (
      select 'open' as part, concat_ws(E'\n', case t.kind
        when 'case' then concat_ws(E'\n',
          (select string_agg(name, E'\n' order by p.id) from case_party p where p.case_id = t.id),
          (select string_agg(text, E'\n' order by v.day, v.id) from case_event v where v.case_id = t.id))
        when 'document' then (select search_part_texts(parts) from document where document.id = t.id)
        when 'decision' then (select text from decision where decision.id = t.id)
        when 'clause' then (select text from clause where clause.id = t.id)
        when 'entry' then (select search_texts(search_in_words(e.data - array(select jsonb_object_keys(r.secret_fields)), r.choices)) from entry e join register r on r.name = e.register where e.id = t.id)
        when 'report' then concat_ws(E'\n', (select text from report where report.id = t.id), (select string_agg(what, E'\n' order by no) from continuation where report_id = t.id))
        when 'series' then (select concat_ws(E'\n', name_en, unit_sv, purpose_sv, purpose_en) from series where series.id = t.id)
        when 'goal' then (select concat_ws(E'\n', area, g.text) from goal g where g.id = t.id)
        when 'frame' then (select concat_ws(E'\n', purpose, financing) from frame where frame.id = t.id)
        when 'mandate' then (select concat_ws(E'\n', scope, limits) from mandate where mandate.id = t.id) end) as body
      union all
      select 'secret', string_agg(search_texts(e.data -> f.name), E'\n' order by f.name)
        from entry e join register r on r.name = e.register, jsonb_object_keys(r.secret_fields) f (name)
       where t.kind = 'entry' and e.id = t.id and e.data ? f.name having count(*) > 0) told
$$;
revoke execute on function search_thing(uuid[]) from public;

create or replace function search_thing(the_id uuid) returns setof search_found language sql stable as $$
  select part, kind, number, title, body, node_id, day, secrecy, secret_of, path from search_thing(array[the_id])
$$;

-- As before (044); a source that tells of many at once is asked so, any other thing by thing.
create or replace function search_refresh(source text, the_ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  asked text := case when to_regprocedure(format('%I(uuid[])', source)) is not null then 'select * from %1$I($1)'
                     else 'select id, (r).* from (select u.id, %1$I(u.id) as r from unnest($1) as u (id) order by u.id offset 0) told' end;
begin
  if cardinality(the_ids) = 1 then
    perform search_refresh(source, the_ids[1]);
    return;
  end if;
  perform from search_item where id = any (the_ids) order by id for update;
  execute format($q$
    with said as materialized ($q$ || asked || $q$),
    gone as (delete from search_item s where s.id = any ($1) and not exists (select from said where said.id = s.id and said.part = s.part))
    insert into search_item (id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, words)
    select id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, title_words || search_vector(body, 'C')
      from said cross join lateral (select search_vector(title, 'A') || search_numbers(number) as title_words offset 0) of_title
     where not exists (
       select from search_item s where s.id = said.id and s.part = said.part
          and (s.kind, s.number, s.title, s.body, s.node_id, s.day, s.secrecy, s.secret_of, s.path)
              is not distinct from (said.kind, said.number, said.title, said.body, said.node_id, said.day, said.secrecy, said.secret_of, said.path))
     order by id, part
    on conflict (id, part) do update set kind = excluded.kind, number = excluded.number, title = excluded.title, body = excluded.body,
      node_id = excluded.node_id, day = excluded.day, secrecy = excluded.secrecy, secret_of = excluded.secret_of, path = excluded.path,
      title_words = excluded.title_words, words = excluded.words$q$, source) using the_ids;
end $$;
