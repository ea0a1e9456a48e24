-- What the rooms of files, preparation, meetings and imports keep of a thing goes with it when it is destroyed (020-retention.sql).

-- A row that others stand on is not deleted: its words are taken out, as this list of assignments says.
alter table destruction_part add column emptied text;

-- A proposal without its words: the numbers and kinds of its clauses remain, so that the meeting's journal still can be read.
create function history.wordless_proposal(proposal jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('from', '', 'text', '', 'receivers', '[]'::jsonb, 'clauses', coalesce((
    select jsonb_agg((c - 'continued') || '{"text": "–", "data": {}}' order by no)
      from jsonb_array_elements(proposal -> 'clauses') with ordinality as clauses (c, no)), '[]'))
$$;

insert into destruction_part (no, relation, condition, emptied) values
  -- Before the documents: an answer to a referral is one.
  (5, 'preparation_step', 'case_id = $1', null), (6, 'referral', 'case_id = $1 or answer_id = $1', null),
  -- A file that something else also has stays for that.
  (7, 'stored_file', 'exists (select from attachment a where a.sha256 = t.sha256 and a.thing_id = $1)
                      and not exists (select from attachment a where a.sha256 = t.sha256 and a.thing_id <> $1)', null),
  (8, 'attachment', 'thing_id = $1', null),
  (9, 'agenda_item', 'case_id = $1', $$title = '–', proposal = history.wordless_proposal(proposal), listed = '[]'$$),
  -- A sheet that waits for its sender's yes can hold any entry, and cannot be looked into: it is sent again.
  (140, 'import_upload', $$target like 'register/%' and exists (select from thing where id = $1 and kind = 'entry')$$, null);

-- The file goes before what is attached of it, which says whose it was: held together when the transaction ends.
alter table attachment alter constraint attachment_sha256_fkey deferrable initially deferred;

-- An item that is dealt with stands, also for destruction: only its words go.
create or replace function agenda_item_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and history.destroying() then
    return new;
  end if;
  if old.state in ('closed', 'tabled', 'referred') then
    raise exception 'agenda item % is dealt with: % refused', old.id, lower(tg_op) using errcode = 'GL002';
  end if;
  if tg_op = 'DELETE' then
    if exists (select from meeting where id = old.meeting_id and state <> 'planned') then
      raise exception 'agenda item % is summoned to: delete refused', old.id using errcode = 'GL002';
    end if;
    return old;
  end if;
  return new;
end $$;

-- As before, and what is emptied keeps the row that says so.
create or replace function history.destroy_rows(relation_name text, condition text, the_thing uuid, root uuid, the_clause uuid) returns text
language plpgsql set search_path = public, history, pg_temp as $$
declare
  columns text[] := (select key_columns from history.tracked where relation = relation_name);
  words   text   := (select emptied from destruction_part p where p.relation = relation_name and p.condition = destroy_rows.condition);
  row_    jsonb;
  key_    text;
  keys    text[] := '{}';
  digests text := '';
begin
  for row_ in execute format('select to_jsonb(t) from %I t where %s', relation_name, condition) using the_thing loop
    digests := digests || encode(history.content_digest(row_), 'hex');
    if columns is not null then
      select string_agg(coalesce(row_ ->> c.name, ''), '/' order by c.no) into key_ from unnest(columns) with ordinality as c (name, no);
      keys := keys || key_;
    end if;
  end loop;
  if words is null then
    execute format('delete from %I t where %s', relation_name, condition) using the_thing;
  else
    execute format('update %I t set %s where %s', relation_name, words, condition) using the_thing;
  end if;
  insert into destroyed_row select relation_name, k, root, the_clause from unnest(keys) k on conflict do nothing;
  update history.entry e set content = null
    from destroyed_row d where d.root_id = root and d.relation = relation_name and e.relation = d.relation and e.key = d.key and e.content is not null
     and (words is null or e.id < (select max(id) from history.entry l where l.relation = e.relation and l.key = e.key));
  return digests;
end $$;
