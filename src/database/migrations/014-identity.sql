-- Identity: sign-in by other providers, who has looked at what is secret, and keys of persons and units in other systems.

-- Somebody as a provider of sign-in knows them: its subject (OpenID Connect Core 2) and our person, one of each at each provider.
create table identity (
  provider  text not null check (provider <> ''),
  subject   text not null check (subject <> '' and length(subject) <= 255),
  person_id uuid not null references person,
  how       text not null check (how in ('made', 'email', 'external_key')),
  linked_on date not null,
  disabled  boolean not null default false,
  primary key (provider, subject),
  unique (provider, person_id)
);
create index identity_person on identity (person_id);
select history.track('identity', 'provider', 'subject');

-- How a session came to be, for ending it at the provider too. The token goes with the session.
alter table session
  add column provider text,
  add column subject  text,
  add column id_token text,
  add foreign key (provider, subject) references identity;

-- A sign-in that is under way at a provider: good once, in the browser that began it, for some minutes.
create table sign_in_flow (
  state_digest   bytea primary key,
  browser_digest bytea not null,
  provider       text not null,
  nonce          text not null,
  verifier       text not null,
  back           text not null,
  expires_at     timestamptz not null
);
create index sign_in_flow_expiry on sign_in_flow (expires_at);

-- Appointments that follow from what a provider says. Others are never touched by sign-in. One that is taken back on the day it was
-- given is removed as if it had not been, so the appointment is named without being held by it.
create table claimed_appointment (
  appointment_id uuid primary key,
  person_id      uuid not null references person,
  post_id        uuid not null references post,
  provider       text not null,
  subject        text not null,
  rule           text not null,
  given_on       date not null,
  ended_on       date check (ended_on >= given_on),
  foreign key (provider, subject) references identity
);
create index claimed_appointment_identity on claimed_appointment (provider, subject) where ended_on is null;
select history.track('claimed_appointment', 'appointment_id');

-- What a person, unit or post is called in the system that it is imported from.
create table external_key (
  kind      text not null check (kind in ('person', 'node', 'post')),
  external  text not null check (external <> '' and length(external) <= 200),
  person_id uuid unique references person,
  node_id   uuid unique references node,
  post_id   uuid unique references post,
  primary key (kind, external),
  check (num_nonnulls(person_id, node_id, post_id) = 1),
  check (case kind when 'person' then person_id when 'node' then node_id else post_id end is not null)
);
select history.track('external_key', 'kind', 'external');

-- A file between preview and approval: belongs to who sent it, and goes when it is used or after a day.
create table waiting_file (
  id        uuid primary key,
  person_id uuid not null references person,
  purpose   text not null,
  name      text not null,
  content   bytea not null,
  kept_at   timestamptz not null default now()
);
create index waiting_file_kept on waiting_file (kept_at);

-- Who has looked at, searched in or taken out what is secret. Under history like everything else, so that nothing can be taken out of
-- it; what was looked at may be lawfully destroyed before the note of it is, so it is named without being held.
create table access_log (
  id        uuid primary key,
  at        timestamptz not null,
  person_id uuid not null references person,
  thing_id  uuid not null,
  node_id   uuid not null references node,
  section   text not null,
  how       text not null check (how in ('look', 'search', 'export', 'refused')),
  route     text not null
);
create index access_log_node on access_log (node_id, at, id);
create index access_log_at on access_log (at, id);
create index access_log_person on access_log (person_id, thing_id, at);
select history.track('access_log', 'id');
select history.append_only('access_log');

-- The recurring review of it. `node_id` is the body whose looks were gone through, or the municipality for all.
create table access_review (
  id         uuid primary key,
  node_id    uuid not null references node,
  first_day  date not null,
  last_day   date not null check (last_day >= first_day),
  looks      int not null check (looks >= 0),
  remarks    int not null check (remarks >= 0),
  comment    text not null,
  person_id  uuid not null references person,
  reviewed   date not null
);
create index access_review_node on access_review (node_id, last_day);
select history.track('access_review', 'id');
select history.append_only('access_review');
