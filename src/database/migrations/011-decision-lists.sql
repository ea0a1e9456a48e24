-- Cases and decisions by the hundred thousand: found by number and words, listed by title, each body's mail by its day.
create index thing_number_words on thing using gin (lower(number) gin_trgm_ops);
create index thing_number_alone on thing (number) where number is not null;
create index thing_case_title on thing ((lower(title) collate "sv-x-icu"), id) where kind = 'case';

-- A decision stands as it was registered; only the days of its minutes, which come afterwards, are noted once.
create function decision_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or to_jsonb(old) - '{adjusted,announced}'::text[] is distinct from to_jsonb(new) - '{adjusted,announced}'::text[]
     or (old.adjusted is not null and new.adjusted is distinct from old.adjusted)
     or (old.announced is not null and new.announced is distinct from old.announced) then
    raise exception 'decision is append-only: % refused', lower(tg_op) using errcode = 'GL002';
  end if;
  return new;
end $$;
drop trigger append_only on decision;
create trigger append_only before update or delete on decision for each row execute function decision_stands();
