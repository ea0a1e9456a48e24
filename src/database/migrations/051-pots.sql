-- Money set aside centrally, called off by several bodies while it lasts: a frame that is a pot, and the frames that were called off from it.
create table pot (
  id    uuid primary key references frame,
  valid daterange not null check (not isempty(valid) and not upper_inf(valid))
);
select history.track('pot', 'id');
select history.append_only('pot');

-- Who may call off; any body where none is named.
create table pot_caller (
  pot_id  uuid not null references pot,
  node_id uuid not null references node,
  primary key (pot_id, node_id)
);
create index pot_caller_node on pot_caller (node_id);
select history.track('pot_caller', 'pot_id', 'node_id');
select history.append_only('pot_caller');

-- The receiver's frame, and the pot that it was called off from.
create table call_off (
  id     uuid primary key references frame,
  pot_id uuid not null references pot
);
create index call_off_pot on call_off (pot_id);
select history.track('call_off', 'id');
select history.append_only('call_off');

-- Law 1, and that no more is called off than was set aside, nor at another time than the pot is valid.
create function pot_law_one() returns trigger language plpgsql as $$
declare
  now_acting uuid := nullif(current_setting('genomslag.clause', true), '')::uuid;
  the_frame  uuid := case when tg_table_name = 'pot_caller' then to_jsonb(new) ->> 'pot_id' else to_jsonb(new) ->> 'id' end;
  the_pot    uuid;
begin
  if now_acting is null or not exists (select from frame where id = the_frame and clause_id = now_acting) then
    raise exception 'law 1: money is set aside and called off only by the clause that takes effect' using errcode = 'GL004';
  end if;
  if tg_table_name = 'call_off' then
    the_pot := to_jsonb(new) ->> 'pot_id';
    perform from thing where id = the_pot for update;
    if (select sum(f.amount) from call_off c join frame f on f.id = c.id where c.pot_id = the_pot) > (select amount from frame where id = the_pot) then
      raise exception 'pot %: more is called off than is left', the_pot using errcode = 'GL009';
    end if;
    if not (select p.valid @> d.day from pot p, clause k join decision d on d.id = k.decision_id where p.id = the_pot and k.id = now_acting) then
      raise exception 'pot %: not valid on the day of decision', the_pot using errcode = 'GL009';
    end if;
  end if;
  return new;
end $$;
create trigger law_one after insert on pot for each row execute function pot_law_one();
create trigger law_one after insert on pot_caller for each row execute function pot_law_one();
create trigger law_one after insert on call_off for each row execute function pot_law_one();
