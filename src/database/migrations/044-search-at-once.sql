-- The index follows a statement, not each of its rows: a thing that many of them touch (a unit with all its posts) is worked out once, and
-- many things in one question. The history reads each row once.

-- Makes the rows of things agree with what their source says of them now. In the order of their ids, so that two who change the same wait
-- for each other and never in a ring.
create function search_refresh(source text, the_ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(the_ids) = 1 then
    perform search_refresh(source, the_ids[1]);
    return;
  end if;
  perform from search_item where id = any (the_ids) order by id for update;
  execute format($q$
    with said as materialized (select id, (r).* from (select u.id, %I(u.id) as r from unnest($1) as u (id) order by u.id offset 0) told),
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
revoke execute on function search_refresh(text, uuid[]) from public;

-- A trigger's arguments: the source, and the column that holds the id of the thing.
create function search_touched() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct (to_jsonb(r) ->> tg_argv[1])::uuid) filter (where to_jsonb(r) ->> tg_argv[1] is not null) into ids from new_rows r;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct (to_jsonb(r) ->> tg_argv[1])::uuid) filter (where to_jsonb(r) ->> tg_argv[1] is not null) into ids from old_rows r;
  else
    select array_agg(distinct id) into ids from (
      select (to_jsonb(r) ->> tg_argv[1])::uuid as id from new_rows r union all select (to_jsonb(r) ->> tg_argv[1])::uuid from old_rows r) either
     where id is not null;
  end if;
  if ids is not null then perform search_refresh(tg_argv[0], ids); end if;
  return null;
end $$;

-- Has the statements that change the rows of a table told to the index.
create function search_follow(source text, relation text, id_column text) returns void language plpgsql as $$
declare
  name text := 'search_' || source || '_' || id_column;
begin
  execute format('create trigger %I after insert on %I referencing new table as new_rows for each statement execute function search_touched(%L, %L)',
                 name || '_inserted', relation, source, id_column);
  execute format('create trigger %I after update on %I referencing new table as new_rows old table as old_rows for each statement execute function search_touched(%L, %L)',
                 name || '_updated', relation, source, id_column);
  execute format('create trigger %I after delete on %I referencing old table as old_rows for each statement execute function search_touched(%L, %L)',
                 name || '_deleted', relation, source, id_column);
end $$;

do $$
declare
  old_ record;
begin
  for old_ in select tgname, tgrelid::regclass::text as relation, string_to_array(encode(tgargs, 'escape'), '\000') as args
                from pg_trigger where tgfoid = 'search_touch'::regproc loop
    execute format('drop trigger %I on %s', old_.tgname, old_.relation);
    perform search_follow(old_.args[1], old_.relation, old_.args[2]);
  end loop;
end $$;
drop function search_touch();

-- As before (019), with every change of those rows in the index when the statement ends.
create or replace function search_source(source text, variadic touched text[]) returns void language plpgsql as $$
declare
  place text;
begin
  execute format('revoke execute on function %I(uuid) from public', source);
  foreach place in array touched loop
    perform search_follow(source, split_part(place, '.', 1), split_part(place, '.', 2));
  end loop;
  execute format('select search_refresh(%L, %I) from %I', source, split_part(touched[1], '.', 2), split_part(touched[1], '.', 1));
end $$;

-- A word that is known already, as most are, is not read as a question first.
create or replace function search_word_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.part = 'open' and new.secret_of = '{}' then
    insert into search_word
      select word from (select word from search_title_words(new.title) word where not exists (select from search_word known where known.word = word.word) offset 0) unknown
       where search_query(word, 'exact') is not null;
  end if;
  if tg_op <> 'INSERT' and old.part = 'open' and old.secret_of = '{}' then
    delete from search_word gone using search_title_words(old.title) word where gone.word = word.word and not search_word_held(word.word);
  end if;
  return null;
end $$;

create or replace function history.record() returns trigger
language plpgsql security definer set search_path = history, public, pg_temp as $$
declare
  content jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  source  jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else content end;
  actor   text  := current_setting('genomslag.actor', true);
  key     text  := coalesce(source ->> tg_argv[0], '');
begin
  if coalesce(actor, '') = '' then
    raise exception 'history: a write to % without an actor', tg_table_name using errcode = 'GL001';
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old) = content then
    return null;
  end if;
  for i in 1 .. tg_nargs - 1 loop
    key := key || '/' || coalesce(source ->> tg_argv[i], '');
  end loop;
  insert into history.entry (relation, key, op, content, content_digest, actor, act, clause_id, day, recorded_at, transaction)
  values (tg_table_name, key, lower(tg_op), content, history.content_digest(content), actor,
          coalesce(nullif(current_setting('genomslag.act', true), ''), 'unnamed'),
          nullif(current_setting('genomslag.clause', true), '')::uuid,
          coalesce(nullif(current_setting('genomslag.day', true), '')::date, current_date),
          clock_timestamp(), pg_current_xact_id());
  return null;
end $$;

-- A thing is found when it is whole, of whatever kind: the row that says what it is comes just after, and it is worked out then, once. What
-- it stands in is asked for once a step.
do $$
declare
  whole constant text := $q$from thing where id = the_id)$q$;
  told  text := pg_get_functiondef('search_thing(uuid)'::regprocedure);
begin
  if position(whole in told) = 0 then
    raise exception 'search: % is not in search_thing', whole;
  end if;
  execute replace(told, whole, $q$from thing where id = the_id and case kind
      when 'document' then exists (select from document where id = the_id) when 'decision' then exists (select from decision where id = the_id)
      when 'entry' then exists (select from entry where id = the_id) when 'report' then exists (select from report where id = the_id)
      when 'goal' then exists (select from goal where id = the_id) when 'frame' then exists (select from frame where id = the_id)
      when 'mandate' then exists (select from mandate where id = the_id) else true end)$q$);
end $$;

create or replace function thing_secret_of(the_id uuid) returns uuid[] language sql stable parallel safe as $$
  with recursive home (id, step) as (
    select the_id, 0
    union all select above.id, step + 1 from home cross join lateral (select thing_home(home.id) as id offset 0) above where step < 8 and above.id is not null)
  select coalesce(array_agg(distinct t.node_id) filter (where t.secrecy is not null), '{}') from home join thing t on t.id = home.id
$$;
