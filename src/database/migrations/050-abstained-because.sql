-- Why somebody abstained, where that was told: it stands with the open ballot.
alter table ballot add column reason text;
alter table ballot add constraint ballot_reason check (reason is null or (choice = 'abstain' and reason <> ''));

-- The reason may be told, or told better, until the meeting ends: the ballot itself stands.
create or replace function ballot_in_time() returns trigger language plpgsql as $$
declare
  v vote;
begin
  select * into v from vote where id = new.vote_id for share;
  if tg_table_name = 'ballot' and tg_op = 'UPDATE' and v.state = 'closed'
     and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason'
     and (select state from meeting where id = v.meeting_id) = 'open' then
    return new;
  end if;
  if v.state <> 'open' then
    raise exception 'vote % is over', new.vote_id using errcode = 'GL008';
  end if;
  if v.secret <> (tg_table_name = 'ballot_cast') then
    raise exception 'vote %: wrong kind of ballot', new.vote_id using errcode = 'GL008';
  end if;
  if tg_op = 'UPDATE' and not v.changeable and to_jsonb(new) - 'reason' is distinct from to_jsonb(old) - 'reason' then
    raise exception 'vote %: a ballot stands', new.vote_id using errcode = 'GL008';
  end if;
  return new;
end $$;
