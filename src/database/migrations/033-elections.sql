-- Elections: an elected post is given by a clause that elects and ended by one that releases. What was given by a clause changes by a
-- clause; what was taken over from before the system, or decided by the county board, has none.
insert into kind_of_thing values ('appointment');

alter table appointment add column elected_by uuid references clause;
-- The party at the election, and in a proportional one the label of the list that gave the place, and the ballots of that list
-- (with its place among equal ones), from which the order of substitutes follows (lag 2022:629 22 §).
alter table appointment add column party text check (party <> '');
alter table appointment add column list_label text check (list_label <> '');
alter table appointment add column list_votes int check (list_votes >= 0);
alter table appointment add column list_rank int check (list_rank > 0);
-- Whose rest of the term it is, in a by-election.
alter table appointment add column instead_of uuid references appointment;
-- By which clause it ended before its time, why, and the first day after the time that it was given for.
alter table appointment add column ended_by uuid references clause;
alter table appointment add column ended_why text check (ended_why in ('resigned', 'not_eligible', 'recalled', 'moved'));
alter table appointment add column meant_to date;
alter table appointment add constraint elected_list check ((list_label is null) = (list_votes is null) and (list_label is null) = (list_rank is null));
alter table appointment add constraint elected_list_by check (list_label is null or elected_by is not null);
alter table appointment add constraint ended_early check ((ended_by is null) = (ended_why is null));
create index appointment_elected_by on appointment (elected_by) where elected_by is not null;
create index appointment_instead_of on appointment (instead_of) where instead_of is not null;

-- Law 1: what a clause gave changes only by a clause that takes effect right now, or ends with its body.
create function appointment_law_one() returns trigger language plpgsql as $$
declare
  now_acting uuid := nullif(current_setting('genomslag.clause', true), '')::uuid;
begin
  if tg_op = 'INSERT' then
    if new.elected_by is distinct from (case when new.elected_by is null then null else now_acting end) or new.ended_by is not null then
      raise exception 'law 1: an election is made only by the clause that takes effect' using errcode = 'GL004';
    end if;
    return new;
  end if;
  if old.elected_by is not null and now_acting is null
     and (tg_op = 'DELETE' or to_jsonb(new) - 'valid' is distinct from to_jsonb(old) - 'valid' or lower(new.valid) <> lower(old.valid)
          or exists (select from node_version v join post p on p.node_id = v.node_id where p.id = old.post_id and v.valid @> upper(new.valid))) then
    raise exception 'law 1: what was elected by a clause changes only by a clause' using errcode = 'GL004';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.elected_by is distinct from old.elected_by or (new.ended_by is distinct from old.ended_by and new.ended_by is distinct from now_acting) then
    raise exception 'law 1: an election is ended only by the clause that takes effect' using errcode = 'GL004';
  end if;
  return new;
end $$;
create trigger law_one before insert or update or delete on appointment for each row execute function appointment_law_one();
