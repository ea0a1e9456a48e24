-- The meeting. What happens at it is a journal of numbered facts: nothing is overwritten, undoing and correcting are facts too.
-- The record (src/meetings/record) is what the journal says when it is read from beginning to end.

create table meeting (
  id            uuid primary key,
  body_id       uuid not null references node,
  day           date not null,
  starts        text not null check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place         text not null,
  form          text not null check (form in ('physical', 'digital', 'hybrid')),
  public        boolean not null,
  closed_reason text,
  closed_by     uuid references decision,
  seats         int not null check (seats > 0),
  paragraph     int not null default 1 check (paragraph > 0),
  state         text not null default 'planned' check (state in ('planned', 'summoned', 'open', 'closed', 'adjusted', 'announced')),
  opened_at     timestamptz,
  closed_at     timestamptz,
  adjusted      date,
  announced     date,
  seq           int not null default 0,
  version       int not null default 1 check (version > 0),
  unique (body_id, day, starts),
  check (public or coalesce(closed_reason, '') <> ''),
  check ((state in ('planned', 'summoned')) = (opened_at is null)),
  check ((state in ('planned', 'summoned', 'open')) = (closed_at is null)),
  check ((state in ('adjusted', 'announced')) = (adjusted is not null)),
  check ((state = 'announced') = (announced is not null)),
  check (adjusted is null or adjusted >= day),
  check (announced is null or announced >= adjusted)
);
create index meeting_body on meeting (body_id, day desc, id);
create index meeting_day on meeting (day desc, id);
select history.track('meeting', 'id');

-- A meeting goes forward only, and its seq grows by the facts.
create function meeting_goes_on() returns trigger language plpgsql as $$
declare
  road text[] := array['planned', 'summoned', 'open', 'closed', 'adjusted', 'announced'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a meeting is never deleted' using errcode = 'GL002';
  end if;
  if array_position(road, new.state) < array_position(road, old.state) then
    raise exception 'meeting: % never becomes %', old.state, new.state using errcode = 'GL006';
  end if;
  if new.seq < old.seq then
    raise exception 'meeting: the journal never grows shorter' using errcode = 'GL006';
  end if;
  if new.state = 'closed' and old.state <> 'closed'
     and exists (select from agenda_item where meeting_id = new.id and state in ('waiting', 'open')) then
    raise exception 'meeting: items are left' using errcode = 'GL006';
  end if;
  return new;
end $$;

-- Who sits in the body as the meeting knew it: later changes of posts do not change what was.
create table meeting_seat (
  meeting_id   uuid not null references meeting,
  person_id    uuid not null references person,
  post_id      uuid references post,
  place        text not null check (place in ('member', 'substitute')),
  office       text check (office in ('chair', 'vice_chair', 'second_vice_chair')),
  party        text,
  constituency text,
  ord          int not null,
  primary key (meeting_id, person_id)
);
create index meeting_seat_person on meeting_seat (person_id);
select history.track('meeting_seat', 'meeting_id', 'person_id');

-- proposal: what is proposed to be decided, as prepared (src/meetings/agenda/proposal.ts). listed: notified and delegated matters.
create table agenda_item (
  id          uuid primary key,
  meeting_id  uuid not null references meeting,
  ord         int not null check (ord > 0),
  paragraph   text,
  case_id     uuid references case_file,
  title       text not null check (title <> ''),
  kind        text not null check (kind in ('decision', 'election', 'information', 'notified', 'delegated', 'urgent', 'question')),
  secrecy     text,
  announced   boolean not null default true,
  prepared    boolean not null default true,
  exempt      text,
  proposal    jsonb not null,
  listed      jsonb not null default '[]',
  state       text not null default 'waiting' check (state in ('waiting', 'open', 'closed', 'tabled', 'referred')),
  decision_id uuid unique references decision,
  version     int not null default 1 check (version > 0),
  constraint agenda_item_ord unique (meeting_id, ord) deferrable initially deferred,
  constraint agenda_item_paragraph unique (meeting_id, paragraph) deferrable initially deferred,
  constraint agenda_item_meeting unique (id, meeting_id)
);
create index agenda_item_case on agenda_item (case_id) where case_id is not null;
-- One item at hand at a time.
create unique index agenda_item_open on agenda_item (meeting_id) where state = 'open';
select history.track('agenda_item', 'id');

create trigger goes_on before update or delete on meeting for each row execute function meeting_goes_on();

-- An item that is dealt with stands; only what is noted of it afterwards, as facts, comes to it.
create function agenda_item_stands() returns trigger language plpgsql as $$
begin
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
create trigger stands before update or delete on agenda_item for each row execute function agenda_item_stands();

create table meeting_fact (
  id         uuid primary key,
  meeting_id uuid not null references meeting,
  item_id    uuid,
  no         int not null check (no > 0),
  kind       text not null,
  person_id  uuid references person,
  about_id   uuid references meeting_fact,
  data       jsonb not null,
  at         timestamptz not null,
  by_id      uuid references person,
  constraint meeting_fact_no unique (meeting_id, no),
  foreign key (item_id, meeting_id) references agenda_item (id, meeting_id)
);
create index meeting_fact_item on meeting_fact (item_id) where item_id is not null;
create index meeting_fact_about on meeting_fact (about_id) where about_id is not null;
-- Nothing is undone twice.
create unique index meeting_fact_undone on meeting_fact (about_id) where kind = 'undone';
select history.track('meeting_fact', 'id');
select history.append_only('meeting_fact');

-- While the meeting is open facts come; when it is over only corrections, and the motivation of a reservation made in time (KL 4:27).
-- Of an item that is dealt with: corrections, reservations, notes and statements until the meeting ends.
create function fact_in_time() returns trigger language plpgsql as $$
declare
  meeting_state text;
  item_state    text;
begin
  select state into meeting_state from meeting where id = new.meeting_id;
  if meeting_state <> 'open' and new.kind not in ('correction', 'motivation') then
    raise exception 'meeting % is %: % refused', new.meeting_id, meeting_state, new.kind using errcode = 'GL007';
  end if;
  if new.item_id is not null then
    select state into item_state from agenda_item where id = new.item_id;
    if item_state in ('closed', 'tabled', 'referred')
       and new.kind not in ('correction', 'motivation', 'reservation', 'note', 'statement')
       and not (new.kind = 'undone'
                and (select kind from meeting_fact where id = new.about_id) in ('reservation', 'note', 'statement')) then
      raise exception 'item % is dealt with: % refused', new.item_id, new.kind using errcode = 'GL007';
    end if;
  end if;
  return new;
end $$;
create trigger in_time before insert on meeting_fact for each row execute function fact_in_time();
