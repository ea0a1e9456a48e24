-- How the municipality reads the law where it leaves room: choices made by a clause of the council (rules of procedure, KL 5:71, 6:44),
-- for the whole municipality or for one body, from a day on. What nobody has chosen is as the rulebook says by default.
insert into kind_of_thing values ('rule_choice');

create table rule_choice (
  id        uuid primary key references thing,
  node_id   uuid not null references node,
  variant   text not null check (variant <> ''),
  value     jsonb not null check (jsonb_typeof(value) in ('string', 'boolean')),
  valid     daterange not null check (not isempty(valid)),
  clause_id uuid not null references clause,
  ended_by  uuid references clause,
  constraint one_choice unique (node_id, variant, valid without overlaps),
  check ((ended_by is null) = upper_inf(valid))
);
select history.track('rule_choice', 'id');

-- Law 1: made by the clause that takes effect right now, and ended by the next choice's clause; nothing else changes.
create function rule_choice_law_one() returns trigger language plpgsql as $$
declare
  now_acting uuid := nullif(current_setting('genomslag.clause', true), '')::uuid;
begin
  if tg_op = 'DELETE' then
    raise exception 'a choice of how to read the law is replaced, never deleted' using errcode = 'GL002';
  end if;
  if tg_op = 'INSERT' then
    if new.clause_id is distinct from now_acting or new.ended_by is not null then
      raise exception 'law 1: how the law is read is chosen only by the clause that takes effect' using errcode = 'GL004';
    end if;
    return new;
  end if;
  if now_acting is null or old.ended_by is not null or new.ended_by is distinct from now_acting or lower(new.valid) <> lower(old.valid)
     or to_jsonb(new) - 'valid' - 'ended_by' is distinct from to_jsonb(old) - 'valid' - 'ended_by' then
    raise exception 'law 1: a choice ends only by the clause that takes effect' using errcode = 'GL004';
  end if;
  return new;
end $$;
create trigger law_one before insert or update or delete on rule_choice for each row execute function rule_choice_law_one();
