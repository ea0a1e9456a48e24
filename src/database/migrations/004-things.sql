-- Everything that can lie on the red thread is a thing; the thread is walked along links.

-- What a thing can be. Later rooms add their own kinds by a row in their migration.
create table kind_of_thing (
  name text primary key
);
insert into kind_of_thing values
  ('case'), ('document'), ('decision'), ('clause'), ('entry'), ('report'), ('series'), ('goal'), ('target'), ('frame'), ('mandate');

create table thing (
  id       uuid primary key,
  kind     text not null references kind_of_thing,
  register text,
  number   text,
  title    text not null check (title <> ''),
  node_id  uuid not null references node,
  day      date not null,
  secrecy  text,
  check ((kind = 'entry') = (register is not null))
);
create index thing_node on thing (node_id, kind, day desc, id);
create index thing_kind on thing (kind, day desc, id);
create index thing_title on thing using gin (lower(title) gin_trgm_ops);
create unique index thing_number on thing (kind, coalesce(register, ''), node_id, number) where number is not null;
select history.track('thing', 'id');

-- from is always upstream on the thread, to always downstream: a clause decides an entry, an entry is reported on by a report.
create table link (
  id      uuid primary key,
  from_id uuid not null references thing,
  to_id   uuid not null references thing,
  kind    text not null check (kind in ('decides', 'gives_rise_to', 'part', 'reported_by', 'measured_by', 'continued_by', 'answered_by', 'replaced_by', 'encloses')),
  unique (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index link_to on link (to_id);
select history.track('link', 'id');

-- The identity of this database, one row.
create table instance (
  id  uuid primary key default gen_random_uuid(),
  one boolean not null default true unique check (one)
);

-- Numbers in a series of numbers: cases and entries, gap-free within a node, register and year.
create table counter (
  name text primary key,
  last int not null
);

-- Dates to keep, of any thing. Recomputed by the engine from the definition at every change of the thing.
create table deadline (
  id        uuid primary key,
  thing_id  uuid not null references thing,
  kind      text not null,
  label_sv  text not null,
  label_en  text not null,
  due       date not null,
  node_id   uuid not null references node,
  post_id   uuid references post,
  asked_by  uuid references node,
  source    text,
  done_on   date,
  unique (thing_id, kind, due)
);
create index deadline_open on deadline (node_id, due) where done_on is null;
create index deadline_thing on deadline (thing_id);
select history.track('deadline', 'id');
