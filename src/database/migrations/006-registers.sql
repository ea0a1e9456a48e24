-- Registers: one table for all, law 1 in the database.

-- What a definition says of steering; filled from the definitions at start, out of reach for the program's own role.
create table register (
  name           text primary key,
  steering       boolean not null,
  free_fields    text[] not null,
  decided_states text[] not null,
  unique (name, steering)
);

create table entry (
  id             uuid primary key references thing,
  register       text not null,
  steering       boolean not null,
  state          text not null,
  data           jsonb not null,
  owner_id       uuid references node,
  due            date,
  version        int not null default 1 check (version > 0),
  clause_id      uuid references clause,
  last_clause_id uuid references clause,
  parent_id      uuid references entry,
  foreign key (register, steering) references register (name, steering),
  constraint law_one check (not steering or (clause_id is not null and last_clause_id is not null))
);
create index entry_register on entry (register, state, id);
create index entry_due on entry (register, due, id);
create index entry_owner on entry (owner_id, register, id);
create index entry_parent on entry (parent_id) where parent_id is not null;
select history.track('entry', 'id');

-- Only a new clause changes what is steered by, or ends it.
create function entry_law_one() returns trigger language plpgsql as $$
declare
  r register;
  now_acting uuid := nullif(current_setting('genomslag.clause', true), '')::uuid;
begin
  if tg_op = 'DELETE' then
    raise exception 'an entry is ended, never deleted' using errcode = 'GL002';
  end if;
  select * into r from register where name = new.register;
  if tg_op = 'INSERT' then
    -- A part carries the clause of its whole; everything else the clause that is taking effect right now.
    if r.steering and new.clause_id is distinct from
         (case when new.parent_id is null then now_acting else (select e.clause_id from entry e where e.id = new.parent_id) end) then
      raise exception 'law 1: % is made only by the clause that takes effect', new.register using errcode = 'GL004';
    end if;
    return new;
  end if;
  if new.register <> old.register or new.clause_id is distinct from old.clause_id then
    raise exception 'the register and origin of an entry never change' using errcode = 'GL004';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'version % follows %', new.version, old.version using errcode = 'GL005';
  end if;
  if r.steering
     and (old.data - r.free_fields is distinct from new.data - r.free_fields
          or (new.state <> old.state and new.state = any (r.decided_states)))
     and (now_acting is null or new.last_clause_id is distinct from now_acting) then
    raise exception 'law 1: % of % changes only by a clause of a decision', new.register, new.id using errcode = 'GL004';
  end if;
  return new;
end $$;
create trigger law_one before insert or update or delete on entry for each row execute function entry_law_one();

-- What was done with an entry, as its people tell it (the rows themselves are in history).
create table entry_event (
  id       uuid primary key,
  entry_id uuid not null references entry,
  act      text not null,
  from_state text,
  to_state text not null,
  comment  text,
  day      date not null,
  person_id uuid references person,
  clause_id uuid references clause
);
create index entry_event_entry on entry_event (entry_id, day, id);
select history.track('entry_event', 'id');
select history.append_only('entry_event');

-- What was reported back, on any entry; final reports say what continues.
create table report (
  id         uuid primary key references thing,
  subject_id uuid not null references thing,
  kind       text not null check (kind in ('interim', 'final')),
  stance     text not null check (stance in ('on_track', 'at_risk', 'late', 'done')),
  period     text,
  text       text not null check (text <> ''),
  post_id    uuid references post,
  person_id  uuid references person,
  state      text not null default 'handed_in' check (state in ('handed_in', 'approved', 'sent_back')),
  clause_id  uuid references clause,
  comment    text,
  check (state <> 'approved' or clause_id is not null)
);
create index report_subject on report (subject_id);
select history.track('report', 'id');

-- What goes on after a final report: an owner and a date, or expressly dropped; with neither it is a gap.
create table continuation (
  id        uuid primary key,
  report_id uuid not null references report,
  no        int not null,
  what      text not null check (what <> ''),
  node_id   uuid references node,
  post_id   uuid references post,
  due       date,
  dropped   text,
  done_on   date,
  unique (report_id, no),
  check (dropped is null or (node_id is null and post_id is null and due is null)),
  check ((post_id is null and node_id is null) = (due is null))
);
select history.track('continuation', 'id');
