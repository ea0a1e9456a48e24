-- Search. One row for each thing that can be found (and one more for what in it is secret), kept by triggers in the transaction that
-- changes the thing, so that nothing written can pass it by. Derived: not under history, and out of the program's reach but to read.
-- A new source is one function and one line: see `search_source` below and docs/search.md.

-- The forms that Snowball's Swedish stemmer leaves apart are brought together: neuter definites (ärendet, ärendena, mötena), -nad
-- (kostnad, kostnaden), a vowel that falls away (medel, medlen), and some words that change within.
create function search_root(stem text) returns text language sql immutable strict parallel safe as $$
  select case
    when stem in ('städ', 'städern') then 'stad' when stem in ('män', 'männ', 'mann') then 'man' when stem in ('ledamöt') then 'ledamot'
    when stem in ('vattn', 'vatt', 'vattnet') then 'vatten' when stem in ('numr', 'numret', 'numm', 'numren') then 'nummer'
    when stem in ('böck') then 'bok' when stem in ('händ') then 'hand' when stem in ('natt', 'nätt') then 'natt' when stem in ('krön') then 'kron'
    when stem in ('kf') then 'kommunfullmäkt' when stem in ('ks') then 'kommunstyr'
    when length(stem) >= 6 and right(stem, 3) = 'ena' then left(stem, -3)
    when length(stem) >= 6 and right(stem, 3) in ('ets', 'ens') then left(stem, -3)
    when length(stem) >= 5 and right(stem, 2) in ('et', 'en', 'ad') then left(stem, -2)
    when length(stem) >= 5 and right(stem, 2) = 'el' and substr(stem, length(stem) - 2, 1) !~ '[aeiouyåäö]' then left(stem, -2) || 'l'
    else stem end
$$;

-- As typed on a keyboard without å, ä and ö.
create function search_plain(word text) returns text language sql immutable strict parallel safe as
$$ select translate(word, 'åäöéèüáàøæ', 'aaoeeuaaoa') $$;

create function search_quoted(lexeme text) returns text language sql immutable strict parallel safe as
$$ select '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' $$;

-- The roots of a text with their places, of one weight; words with å, ä or ö also plainly ('~arend'), of the least weight.
create function search_vector(txt text, weight "char") returns tsvector language sql immutable parallel safe as $$
  select coalesce(string_agg(word, ' '), '')::tsvector from (
    select search_quoted(root) || ':' || array_to_string(positions, weight::text || ',') || weight::text as word
      from (select search_root(lexeme) as root, positions from unnest(to_tsvector('pg_catalog.swedish', lower(left(coalesce(txt, ''), 300000))))) r
    union all
    select search_quoted('~' || search_plain(root)) || ':' || array_to_string(positions, 'D,') || 'D'
      from (select search_root(lexeme) as root, positions from unnest(to_tsvector('pg_catalog.swedish', lower(left(coalesce(txt, ''), 300000))))) r
     where root ~ '[åäöéèüáàøæ]') words
$$;

-- A number and what it is shortened to: of 'ALN 2022-01-25 § 8' also '2022-01-25 § 8', '§ 8' and 'ALN § 8'.
create function search_numbers(number text) returns tsvector language sql immutable parallel safe as $$
  with parts as (select regexp_split_to_array(regexp_replace(lower(trim(coalesce(number, ''))), '§\s*', '§', 'g'), '[\s,]+') as p)
  select coalesce(string_agg(search_quoted('#' || name) || ':1A', ' '), '')::tsvector from (
    select array_to_string(p[i:], '') as name from parts, generate_series(1, cardinality(p)) i
    union select p[i] from parts, generate_series(1, cardinality(p)) i where p[i] ~ '[0-9]'
    union select array_to_string(p[:i], '') from parts, generate_series(1, cardinality(p)) i
    union select p[1] || p[cardinality(p)] from parts where cardinality(p) > 1) names
   where name ~ '[0-9]'
$$;

-- What is asked for: way is 'word' (also as typed without å, ä and ö), 'exact' (not so), 'prefix' (as it is being typed) or 'phrase' (in
-- that order). Null where only small words are left.
create function search_query(txt text, way text) returns tsquery language sql immutable parallel safe as $$
  with roots as (
    select search_root(lexeme) as root, lexeme, min(place) as place
      from unnest(to_tsvector('pg_catalog.swedish', lower(left(txt, 400)))) u, unnest(u.positions) place group by 1, 2),
  told as (
    select place, lag(place) over (order by place, root) as before,
      case when way = 'phrase' then search_quoted(root)
           else '(' || search_quoted(root) || case way when 'prefix' then ':*' else '' end
             || case when way <> 'exact' and root !~ '[åäöéèüáàøæ]' and length(root) > 1 then ' | ' || search_quoted('~' || root) || case way when 'prefix' then ':*' else '' end else '' end
             || ')' end as word
    from roots)
  select case when way = 'phrase'
    then (select string_agg(case when before is null then '' else ' <' || greatest(place - before, 0) || '> ' end || word, '' order by place))::tsquery
    else (select string_agg(word, ' & ' order by place))::tsquery end
  from told
$$;

create table search_item (
  id          uuid not null,
  -- 'open' holds what everybody may read who may read the thing at all, 'secret' the fields that need a right of their own.
  part        text not null default 'open' check (part in ('open', 'secret')),
  kind        text not null,
  number      text,
  title       text not null,
  body        text not null,
  node_id     uuid not null,
  day         date not null,
  secrecy     text,
  -- The nodes whose secrets one must be allowed to read, all of them; none when it is open.
  secret_of   uuid[] not null,
  path        text not null,
  title_words tsvector not null,
  words       tsvector not null,
  primary key (id, part)
);
create index search_item_words on search_item using gin (words) with (fastupdate = off);
create index search_item_title_words on search_item using gin (title_words) with (fastupdate = off);
create index search_item_title on search_item using gin (lower(title) gin_trgm_ops) with (fastupdate = off);
create index search_item_newest on search_item (day desc, id);
create index search_item_kind on search_item (kind, day desc, id);
create index search_item_node on search_item (node_id, day desc, id);
-- So many words are told apart by the planner, that a common one is known to be common.
alter table search_item alter column words set statistics 1000, alter column title_words set statistics 1000;
revoke insert, update, delete, truncate on search_item from genomslag_program;

-- What a source gives for each thing: the columns of search_item that are not worked out from the others.
create type search_found as (part text, kind text, number text, title text, body text, node_id uuid, day date, secrecy text, secret_of uuid[], path text);

-- Makes the rows of one thing agree with what its source says of it now.
create function search_refresh(source text, the_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from search_item where id = the_id for update;
  execute format($q$
    with found as (select * from %I($1)),
    kept as (
      insert into search_item (id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, words)
      select $1, part, kind, number, title, body, node_id, day, secrecy, secret_of, path,
             search_vector(title, 'A') || search_numbers(number),
             search_vector(title, 'A') || search_numbers(number) || search_vector(body, 'C')
        from found
      on conflict (id, part) do update set kind = excluded.kind, number = excluded.number, title = excluded.title, body = excluded.body,
        node_id = excluded.node_id, day = excluded.day, secrecy = excluded.secrecy, secret_of = excluded.secret_of, path = excluded.path,
        title_words = excluded.title_words, words = excluded.words
      where (search_item.kind, search_item.number, search_item.title, search_item.body, search_item.node_id, search_item.day, search_item.secrecy, search_item.secret_of, search_item.path)
        is distinct from (excluded.kind, excluded.number, excluded.title, excluded.body, excluded.node_id, excluded.day, excluded.secrecy, excluded.secret_of, excluded.path))
    delete from search_item s where s.id = $1 and s.part not in (select part from found)$q$, source) using the_id;
end $$;
revoke execute on function search_refresh(text, uuid) from public;

-- A trigger's arguments: the source, and the column that holds the id of the thing.
create function search_touch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was uuid := case when tg_op <> 'INSERT' then (to_jsonb(old) ->> tg_argv[1])::uuid end;
  is_ uuid := case when tg_op <> 'DELETE' then (to_jsonb(new) ->> tg_argv[1])::uuid end;
begin
  if is_ is not null then perform search_refresh(tg_argv[0], is_); end if;
  if was is not null and was is distinct from is_ then perform search_refresh(tg_argv[0], was); end if;
  return null;
end $$;

-- Adds a source: `source` is a function (uuid) returning setof search_found, and `touched` the columns that hold the ids of its
-- things, as 'table.column'. Every change of those rows is then in the index before the transaction ends, and those that are there
-- already are taken in.
create function search_source(source text, variadic touched text[]) returns void language plpgsql as $$
declare
  place text;
begin
  execute format('revoke execute on function %I(uuid) from public', source);
  foreach place in array touched loop
    execute format('create trigger %I after insert or update or delete on %I for each row execute function search_touch(%L, %L)',
                   'search_' || source || '_' || split_part(place, '.', 2), split_part(place, '.', 1), source, split_part(place, '.', 2));
  end loop;
  execute format('select search_refresh(%L, %I) from %I', source, split_part(touched[1], '.', 2), split_part(touched[1], '.', 1));
end $$;

-- The nodes whose secrets hide a thing: its own, and those of what it stands in (a document in its case, a clause in its decision,
-- a report on its subject, a part in its whole).
create function thing_home(the_id uuid) returns uuid language sql stable parallel safe as $$
  select case t.kind
    when 'document' then (select case_id from document where id = t.id)
    when 'clause' then (select decision_id from clause where id = t.id)
    when 'report' then (select subject_id from report where id = t.id)
    when 'entry' then (select parent_id from entry where id = t.id) end
  from thing t where t.id = the_id
$$;
create function thing_secret_of(the_id uuid) returns uuid[] language sql stable parallel safe as $$
  with recursive home (id, step) as (
    select the_id, 0
    union all select thing_home(home.id), step + 1 from home where step < 8 and thing_home(home.id) is not null)
  select coalesce(array_agg(distinct t.node_id) filter (where t.secrecy is not null), '{}') from home join thing t on t.id = home.id
$$;

-- Which fields of a register are secret, and by what section; filled from the definitions at start.
alter table register add column secret_fields jsonb not null default '{}';

-- The texts among the fields of a row: everything that is not an identity, a day or a number.
create function search_texts(data jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(v #>> '{}', ' '), '') from jsonb_path_query(data, 'strict $.**') v
   where jsonb_typeof(v) = 'string' and v #>> '{}' !~ '^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'
$$;

create function search_thing(the_id uuid) returns setof search_found language sql stable as $$
  with t as (select thing.*, thing_secret_of(id) as secret_of, (select secrecy from thing home where home.id = thing_home(thing.id)) as home_secrecy from thing where id = the_id),
  told as (
    select 'open' as part, t.*, concat_ws(E'\n', case t.kind
      when 'case' then concat_ws(E'\n',
        (select string_agg(name, E'\n' order by id) from case_party where case_id = t.id),
        (select string_agg(text, E'\n' order by day, id) from case_event where case_id = t.id))
      when 'document' then (select search_texts(parts) from document where id = t.id)
      when 'decision' then (select text from decision where id = t.id)
      when 'clause' then (select text from clause where id = t.id)
      when 'entry' then (select search_texts(e.data - array(select jsonb_object_keys(r.secret_fields))) from entry e join register r on r.name = e.register where e.id = t.id)
      when 'report' then concat_ws(E'\n', (select text from report where id = t.id), (select string_agg(what, E'\n' order by no) from continuation where report_id = t.id))
      when 'series' then (select concat_ws(E'\n', name_en, unit_sv, purpose_sv, purpose_en) from series where id = t.id)
      when 'goal' then (select concat_ws(E'\n', area, text) from goal where id = t.id)
      when 'frame' then (select concat_ws(E'\n', purpose, financing) from frame where id = t.id)
      when 'mandate' then (select concat_ws(E'\n', scope, limits) from mandate where id = t.id) end) as body
    from t
    union all
    select 'secret', t.*, (select string_agg(search_texts(e.data -> f.name), E'\n' order by f.name)) as body
      from t join entry e on e.id = t.id join register r on r.name = e.register, jsonb_object_keys(r.secret_fields) f (name)
     where e.data ? f.name group by t.id, t.kind, t.register, t.number, t.title, t.node_id, t.day, t.secrecy, t.secret_of, t.home_secrecy)
  select part, coalesce(register, kind), number, title, coalesce(body, ''), node_id, day,
         coalesce(secrecy, home_secrecy, case when part = 'secret' then
           (select string_agg(distinct s.section, ', ') from register r, jsonb_each_text(r.secret_fields) s (field, section) where r.name = told.register) end),
         case when part = 'secret' then (select array_agg(distinct n) from unnest(secret_of || node_id) n) else secret_of end,
         case kind
           when 'case' then '/cases/' || id when 'document' then '/documents/' || id when 'decision' then '/decisions/' || id
           when 'report' then '/reports/' || id when 'goal' then '/goals/' || id
           when 'series' then '/series/' || (select slug from series where series.id = told.id)
           when 'clause' then (select '/decisions/' || decision_id || '#clause-' || no from clause where clause.id = told.id)
           else '/thing/' || id end
    from told
   -- A thing is found when it is whole: the row that says what it is comes just after.
   where case kind when 'series' then exists (select from series where series.id = told.id) when 'clause' then exists (select from clause where clause.id = told.id) else true end
$$;
select search_source('search_thing', 'thing.id', 'case_party.case_id', 'case_event.case_id', 'document.id', 'decision.id', 'clause.id', 'entry.id',
                     'report.id', 'continuation.report_id', 'series.id', 'goal.id', 'frame.id', 'mandate.id');

-- What stands in a thing is as secret as it: when that changes, they change with it.
create function search_touch_below() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform search_refresh('search_thing', below.id) from (
    with recursive below (id, step) as (
      select new.id, 0
      union select b.id, step + 1 from below, lateral (
        select id from document where case_id = below.id union all select id from clause where decision_id = below.id
        union all select id from report where subject_id = below.id union all select id from entry where parent_id = below.id) b where step < 8)
    select distinct id from below where id <> new.id) below;
  return null;
end $$;
create trigger search_below after update of secrecy, node_id on thing for each row
  when (old.secrecy is distinct from new.secrecy or old.node_id <> new.node_id) execute function search_touch_below();

-- Bodies and units, with the names they have had; people with the posts they hold or held. Both are public.
create function search_node(the_id uuid) returns setof search_found language sql stable as $$
  select 'open', 'node', last.short, last.name_sv,
         concat_ws(E'\n', last.name_en, (select string_agg(distinct name_sv, E'\n') from node_version v where v.node_id = n.id and v.name_sv <> last.name_sv),
                   (select string_agg(title_sv, E'\n' order by title_sv) from post where node_id = n.id)),
         n.id, (select min(lower(valid)) from node_version where node_id = n.id), null::text, '{}'::uuid[], '/bodies/' || n.slug || case when n.kind in ('department', 'unit', 'external') then '/people' else '' end
    from node n, lateral (select * from node_version v where v.node_id = n.id order by lower(valid) desc limit 1) last
   where n.id = the_id
$$;
select search_source('search_node', 'node.id', 'node_version.node_id', 'post.node_id');

create function search_person(the_id uuid) returns setof search_found language sql stable as $$
  select 'open', 'person', null, p.given_name || ' ' || p.family_name, held.titles, held.node_id, held.since, null::text, '{}'::uuid[], '/people/' || p.id
    from person p, lateral (
      select string_agg(distinct post.title_sv, E'\n') as titles, (array_agg(post.node_id order by lower(a.valid) desc))[1] as node_id, max(lower(a.valid)) as since
        from appointment a join post on post.id = a.post_id where a.person_id = p.id having count(*) > 0) held
   where p.id = the_id
$$;
select search_source('search_person', 'person.id', 'appointment.person_id');
