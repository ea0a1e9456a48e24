-- Votes. Who may vote is settled when the vote is opened; each has one ballot, by the database.

create table vote (
  id         uuid primary key references meeting_fact,
  meeting_id uuid not null references meeting,
  item_id    uuid not null references agenda_item,
  secret     boolean not null,
  changeable boolean not null,
  state      text not null default 'open' check (state in ('open', 'closed', 'void'))
);
create unique index vote_open on vote (meeting_id) where state = 'open';
create index vote_item on vote (item_id);
select history.track('vote', 'id');

create table voter (
  vote_id   uuid not null references vote,
  person_id uuid not null references person,
  primary key (vote_id, person_id)
);
select history.track('voter', 'vote_id', 'person_id');
select history.append_only('voter');

-- Open ballots: how each voted belongs in the minutes (KL 5:67). One a voter.
create table ballot (
  vote_id   uuid not null,
  person_id uuid not null,
  choice    text not null check (choice in ('yes', 'no', 'abstain')),
  way       text not null check (way in ('device', 'roll_call', 'hands')),
  primary key (vote_id, person_id),
  foreign key (vote_id, person_id) references voter
);
select history.track('ballot', 'vote_id', 'person_id');

-- Closed ballots: that somebody has voted is kept apart from what was voted.
create table ballot_cast (
  vote_id   uuid not null,
  person_id uuid not null,
  primary key (vote_id, person_id),
  foreign key (vote_id, person_id) references voter
);
select history.track('ballot_cast', 'vote_id', 'person_id');
select history.append_only('ballot_cast');

create function ballot_in_time() returns trigger language plpgsql as $$
declare
  v vote;
begin
  select * into v from vote where id = new.vote_id for share;
  if v.state <> 'open' then
    raise exception 'vote % is over', new.vote_id using errcode = 'GL008';
  end if;
  if v.secret <> (tg_table_name = 'ballot_cast') then
    raise exception 'vote %: wrong kind of ballot', new.vote_id using errcode = 'GL008';
  end if;
  if tg_op = 'UPDATE' and not v.changeable then
    raise exception 'vote %: a ballot stands', new.vote_id using errcode = 'GL008';
  end if;
  return new;
end $$;
create trigger in_time before insert or update on ballot for each row execute function ballot_in_time();
create trigger in_time before insert on ballot_cast for each row execute function ballot_in_time();
create trigger no_delete before delete on ballot for each row execute function history.refuse();

-- The urn: one row a vote, the ballots always in alphabetical order, so that neither place, time nor transaction of a row tells
-- whose a ballot is. Outside the history, which would tell what was dropped in after what; what it held is a fact when the vote
-- is over (docs/decisions). Nobody, not the program either, can look into it before.
create table urn (
  vote_id uuid primary key references vote,
  ballots jsonb not null
);
revoke all on urn from genomslag_program;

create function urn_drop(the_vote uuid, the_person uuid, the_ballot jsonb) returns void
language plpgsql security definer set search_path = public, history, pg_temp as $$
begin
  insert into ballot_cast values (the_vote, the_person);
  insert into urn values (the_vote, jsonb_build_array(the_ballot))
  on conflict (vote_id) do update
    set ballots = (select jsonb_agg(b order by b::text) from jsonb_array_elements(urn.ballots || jsonb_build_array(the_ballot)) b);
end $$;

-- Empties the urn of a vote that is over. Not as many ballots as voters is a defect, and nothing is counted.
create function urn_empty(the_vote uuid) returns jsonb
language plpgsql security definer set search_path = public, history, pg_temp as $$
declare
  held jsonb;
begin
  if (select state from vote where id = the_vote) = 'open' then
    raise exception 'vote % is not over', the_vote using errcode = 'GL008';
  end if;
  delete from urn where vote_id = the_vote returning ballots into held;
  held := coalesce(held, '[]');
  if jsonb_array_length(held) <> (select count(*) from ballot_cast where vote_id = the_vote) then
    raise exception 'vote %: the urn and the voters differ', the_vote using errcode = 'GL008';
  end if;
  return held;
end $$;
grant execute on function urn_drop(uuid, uuid, jsonb), urn_empty(uuid) to genomslag_program;
revoke execute on function urn_drop(uuid, uuid, jsonb), urn_empty(uuid) from public;
