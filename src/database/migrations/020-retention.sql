-- Secrecy is marked with section, day and authority (OSL 5:5); what is destroyed is destroyed by a clause (arkivlagen 10 §) and leaves
-- a tombstone. The chain holds digests: it stays whole when content is emptied, and a row that is empty without such a clause is found.

create table secrecy_mark (
  id        uuid primary key,
  thing_id  uuid not null references thing,
  -- Null: the marking was taken away.
  section   text,
  reason    text not null check (reason <> ''),
  day       date not null,
  node_id   uuid not null references node,
  person_id uuid references person
);
create index secrecy_mark_thing on secrecy_mark (thing_id, day, id);
select history.track('secrecy_mark', 'id');
select history.append_only('secrecy_mark');

create table tombstone (
  thing_id  uuid primary key references thing,
  -- What the clause named: the thing itself, or what it stood in.
  root_id   uuid not null references thing,
  kind      text not null,
  number    text,
  destroyed date not null,
  clause_id uuid not null references clause,
  -- Of all that was destroyed, row by row.
  digest    text not null
);
create index tombstone_destroyed on tombstone (destroyed desc, thing_id);
select history.track('tombstone', 'thing_id');
select history.append_only('tombstone');

-- Each row whose history was emptied, and by which clause: what tells lawful destruction from tampering.
create table destroyed_row (
  relation  text not null,
  key       text not null,
  root_id   uuid not null references thing,
  clause_id uuid not null references clause,
  primary key (relation, key)
);
select history.track('destroyed_row', 'relation', 'key');
select history.append_only('destroyed_row');
revoke insert, update, delete on tombstone, destroyed_row from genomslag_program;

-- What goes with a thing, in this order: rows of `relation` for which the condition holds ($1 is the thing). A room that keeps content
-- of things in tables of its own adds a row here in its migration. 'below' gives the things that stand in it and go first.
create table destruction_part (
  no        int primary key,
  relation  text not null,
  condition text not null
);
insert into destruction_part values
  (10, 'case_party', 'case_id = $1'), (20, 'case_event', 'case_id = $1'), (30, 'document', 'id = $1'),
  (40, 'continuation', 'report_id = $1'), (50, 'report', 'id = $1'),
  (60, 'entry_event', 'entry_id = $1'), (70, 'deadline', 'thing_id = $1'), (80, 'entry', 'id = $1'),
  (90, 'contradiction', 'concerns @> array[$1]'), (100, 'notice', 'thing_id = $1 or subject_id = $1'), (110, 'follow', 'thing_id = $1'),
  (120, 'secrecy_mark', 'thing_id = $1'), (130, 'draft', 'position($1::text in key) > 0 or position($1::text in fields::text) > 0');
revoke insert, update, delete on destruction_part from genomslag_program;

-- The destruction that is under way in a transaction; only destroy_thing writes here.
create table history.destruction (
  transaction xid8 primary key
);
grant select on history.destruction to genomslag_program;

create function history.destroying() returns boolean language sql stable as
$$ select exists (select from history.destruction where transaction = pg_current_xact_id_if_assigned()) $$;

create or replace function history.refuse() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and tg_table_name not in ('seal', 'tombstone', 'destroyed_row', 'decision', 'clause', 'figure') and history.destroying() then
    if tg_op = 'DELETE' then return old; else return new; end if;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'GL002';
end $$;

alter function entry_law_one() rename to entry_law_one_alive;
drop trigger law_one on entry;
create trigger law_one before insert or update on entry for each row execute function entry_law_one_alive();
create function entry_never_deleted() returns trigger language plpgsql as $$
begin
  if history.destroying() then return old; end if;
  raise exception 'an entry is ended, never deleted' using errcode = 'GL002';
end $$;
create trigger never_deleted before delete on entry for each row execute function entry_never_deleted();

-- Destroys the rows of one relation, and the content of their history. Gives the digests of what was there.
create function history.destroy_rows(relation_name text, condition text, the_thing uuid, root uuid, the_clause uuid) returns text
language plpgsql set search_path = public, history, pg_temp as $$
declare
  columns text[] := (select key_columns from history.tracked where relation = relation_name);
  row_    jsonb;
  key_    text;
  digests text := '';
begin
  for row_ in execute format('select to_jsonb(t) from %I t where %s', relation_name, condition) using the_thing loop
    digests := digests || encode(history.content_digest(row_), 'hex');
    if columns is not null then
      select string_agg(coalesce(row_ ->> c.name, ''), '/' order by c.no) into key_ from unnest(columns) with ordinality as c (name, no);
      insert into destroyed_row values (relation_name, key_, root, the_clause) on conflict do nothing;
    end if;
  end loop;
  execute format('delete from %I t where %s', relation_name, condition) using the_thing;
  update history.entry e set content = null
    from destroyed_row d where d.root_id = root and d.relation = relation_name and e.relation = d.relation and e.key = d.key and e.content is not null;
  return digests;
end $$;

-- Destroys what the acting clause of kind 'destroy' names, and all that stands in it. Numbers, kinds and days remain. Refuses anything
-- that no such clause names; whether it is time is the rulebook's question.
create function destroy_thing(root uuid, the_clause uuid) returns void
language plpgsql security definer set search_path = public, history, pg_temp as $$
declare
  below_  uuid;
  part_   destruction_part;
  gone    thing;
  digests text;
begin
  if nullif(current_setting('genomslag.clause', true), '')::uuid is distinct from the_clause
     or not exists (select from clause where id = the_clause and kind = 'destroy' and (data ->> 'of')::uuid = root) then
    raise exception 'destruction: no acting clause names %', root using errcode = 'GL010';
  end if;
  insert into history.destruction values (pg_current_xact_id());
  for below_ in
    with recursive below (id, step) as (
      select root, 0
      union all select b.id, step + 1 from below, lateral (
        select id from document where case_id = below.id union all select id from report where subject_id = below.id
        union all select id from entry where parent_id = below.id) b where step < 8)
    select id from below order by step desc loop
    select * into gone from thing where id = below_ for update;
    digests := encode(history.content_digest(to_jsonb(gone)), 'hex');
    for part_ in select * from destruction_part order by no loop
      digests := digests || history.destroy_rows(part_.relation, part_.condition, below_, root, the_clause);
    end loop;
    update thing set title = '–', secrecy = null where id = below_;
    insert into destroyed_row values ('thing', below_::text, root, the_clause);
    update history.entry e set content = null
     where e.relation = 'thing' and e.key = below_::text and e.content is not null
       and e.id < (select max(id) from history.entry where relation = 'thing' and key = below_::text);
    insert into tombstone values (below_, root, coalesce(gone.register, gone.kind), gone.number,
                                  coalesce(nullif(current_setting('genomslag.day', true), '')::date, current_date), the_clause, encode(sha256(convert_to(digests, 'UTF8')), 'hex'));
    delete from search_item where id = below_;
  end loop;
  delete from history.destruction;
end $$;
revoke execute on function destroy_thing(uuid, uuid), history.destroy_rows(text, text, uuid, uuid, uuid) from public;
grant execute on function destroy_thing(uuid, uuid) to genomslag_program;
