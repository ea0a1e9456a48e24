-- The scheme of delegation as data. What may be decided is a register (decision types); who may is a mandate for one of them, with a
-- limit of money and perhaps the right to hand it on, one step (KL 7:6).
alter table mandate add column type_id uuid references entry;
alter table mandate add column amount_limit bigint check (amount_limit > 0);
alter table mandate add column onward boolean not null default false;
alter table mandate add column from_id uuid references mandate;
alter table mandate add constraint one_step check (from_id is null or not onward);
create index mandate_type on mandate (type_id) where type_id is not null;
create index mandate_from on mandate (from_id) where from_id is not null;

-- What a delegated decision is worth, where its mandate has a limit.
alter table decision add column amount bigint check (amount >= 0);

-- A delegated decision outside its mandate is refused by the database itself, whoever writes it.
create function decision_within_mandate() returns trigger language plpgsql as $$
declare
  m record;
begin
  if new.mandate_id is null then
    return new;
  end if;
  select mandate.*, thing.node_id into m from mandate join thing on thing.id = mandate.id where mandate.id = new.mandate_id;
  if m.post_id is distinct from new.post_id or m.node_id is distinct from new.body_id or not (m.valid @> new.day)
     or (m.amount_limit is not null and (new.amount is null or new.amount > m.amount_limit)) then
    raise exception 'decision % lies outside mandate %', new.id, new.mandate_id using errcode = 'GL006';
  end if;
  return new;
end $$;
create constraint trigger within_mandate after insert on decision deferrable initially deferred
  for each row execute function decision_within_mandate();

-- Law 1: a mandate changes only by a clause that takes effect right now.
create function mandate_law_one() returns trigger language plpgsql as $$
begin
  if nullif(current_setting('genomslag.clause', true), '') is null then
    raise exception 'law 1: a mandate changes only by a clause of a decision' using errcode = 'GL004';
  end if;
  return coalesce(new, old);
end $$;
create trigger law_one before update or delete on mandate for each row execute function mandate_law_one();

-- Points are read in the order that people number them: 3.2 before 3.10.
create collation swedish_numbers (provider = icu, locale = 'sv-u-kn-true');
