-- History kept by the database itself. Every tracked table has a trigger that writes here; nothing else may.
-- Tamper evidence: at commit each row gets a position and a digest in one chain (history.seal). The chain holds
-- digests, so that a later lawful destruction of content leaves it whole.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema history;

create table history.tracked (
  relation    text primary key,
  key_columns text[] not null
);

create table history.entry (
  id             bigint generated always as identity primary key,
  relation       text not null,
  key            text not null,
  op             text not null check (op in ('insert', 'update', 'delete')),
  content        jsonb,
  content_digest bytea not null,
  actor          text not null check (actor <> ''),
  act            text not null check (act <> ''),
  clause_id      uuid,
  day            date not null,
  recorded_at    timestamptz not null,
  transaction    xid8 not null
);
create index entry_by_key on history.entry (relation, key, day, id);
create index entry_by_clause on history.entry (clause_id) where clause_id is not null;

create table history.seal (
  position bigint primary key,
  entry_id bigint not null unique,
  digest   bytea not null,
  chain    bytea not null
);

create function history.content_digest(content jsonb) returns bytea
language sql immutable parallel safe as
$$ select sha256(convert_to(coalesce(content::text, ''), 'UTF8')) $$;

create function history.digest(e history.entry) returns bytea
language sql stable parallel safe as
$$ select sha256(convert_to(concat_ws(chr(31),
     e.id, e.relation, e.key, e.op, encode(e.content_digest, 'hex'), e.actor, e.act,
     coalesce(e.clause_id::text, '-'), to_char(e.day, 'YYYY-MM-DD'), extract(epoch from e.recorded_at)::text, e.transaction::text), 'UTF8')) $$;

-- Who acts is told by the transaction (transact.ts). Without it no write goes through.
create function history.record() returns trigger
language plpgsql security definer set search_path = history, public, pg_temp as $$
declare
  content jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  source  jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  actor   text  := current_setting('genomslag.actor', true);
  key     text;
begin
  if coalesce(actor, '') = '' then
    raise exception 'history: a write to % without an actor', tg_table_name using errcode = 'GL001';
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old) = content then
    return null;
  end if;
  select string_agg(coalesce(source ->> c.name, ''), '/' order by c.no)
    into key from unnest(tg_argv) with ordinality as c (name, no);
  insert into history.entry (relation, key, op, content, content_digest, actor, act, clause_id, day, recorded_at, transaction)
  values (tg_table_name, key, lower(tg_op), content, history.content_digest(content), actor,
          coalesce(nullif(current_setting('genomslag.act', true), ''), 'unnamed'),
          nullif(current_setting('genomslag.clause', true), '')::uuid,
          coalesce(nullif(current_setting('genomslag.day', true), '')::date, current_date),
          clock_timestamp(), pg_current_xact_id());
  return null;
end $$;

-- At commit: one lock, held only while committing, and the rows of this transaction take their places in the chain.
create function history.seal_transaction() returns trigger
language plpgsql security definer set search_path = history, public, pg_temp as $$
declare
  last_position bigint;
  last_chain    bytea;
  e             history.entry;
begin
  if exists (select from history.seal where entry_id = new.id) then
    return null;
  end if;
  perform pg_advisory_xact_lock(7341);
  select position, chain into last_position, last_chain from history.seal order by position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_chain := coalesce(last_chain, sha256('genomslag'));
  for e in select * from history.entry where id >= new.id and transaction = pg_current_xact_id() order by id loop
    last_position := last_position + 1;
    last_chain := sha256(last_chain || history.digest(e));
    insert into history.seal values (last_position, e.id, history.digest(e), last_chain);
  end loop;
  return null;
end $$;

create constraint trigger seal after insert on history.entry
  deferrable initially deferred for each row execute function history.seal_transaction();

create function history.refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'GL002';
end $$;

create trigger append_only before update or delete on history.entry for each row execute function history.refuse();
create trigger append_only before update or delete on history.seal for each row execute function history.refuse();
create trigger no_truncate before truncate on history.entry execute function history.refuse();
create trigger no_truncate before truncate on history.seal execute function history.refuse();

-- Puts a table under history: every row change is recorded, truncation refused.
create function history.track(relation text, variadic key_columns text[]) returns void
language plpgsql as $$
begin
  execute format('create trigger record after insert or update or delete on %I for each row execute function history.record(%s)',
                 relation, (select string_agg(quote_literal(c), ', ') from unnest(key_columns) c));
  execute format('alter table %I enable always trigger record', relation);
  execute format('create trigger no_truncate before truncate on %I execute function history.refuse()', relation);
  insert into history.tracked values (relation, key_columns);
end $$;

-- For tables whose rows are facts once written.
create function history.append_only(relation text) returns void
language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %I for each row execute function history.refuse()', relation);
end $$;
