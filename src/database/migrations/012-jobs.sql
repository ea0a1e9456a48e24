-- Work for later, enqueued in the transaction of the change that asks for it. Not a record: a row is taken away when its work is done.
create table job (
  id         bigint generated always as identity primary key,
  kind       text not null,
  key        text,
  payload    jsonb not null default '{}',
  run_at     timestamptz not null default now(),
  attempts   int not null default 0,
  holder     uuid,
  held_until timestamptz,
  error      text,
  failed_at  timestamptz,
  created_at timestamptz not null default now(),
  check ((holder is null) = (held_until is null))
);
create index job_next on job (run_at, id) where failed_at is null;
-- One waiting of a key is enough; while it runs another may come, for what has happened since it began.
create unique index job_waiting on job (kind, key) where key is not null and holder is null and failed_at is null;

-- The last turn of what is done again and again (each hour, each morning), so that one process does it once.
create table job_turn (
  kind text primary key,
  slot text not null
);

-- How a person wants to be told, and of what. Days are counted from the day to keep: -7 is a week before it, 1 the day after.
create table mail_setting (
  person_id uuid primary key references person,
  cadence   text not null check (cadence in ('at_once', 'daily', 'weekly', 'never')),
  days      int[] not null check (array_length(days, 1) is null or array_length(days, 1) <= 12),
  locale    text not null check (locale in ('sv', 'en'))
);
select history.track('mail_setting', 'person_id');

create table follow (
  person_id uuid not null references person,
  thing_id  uuid not null references thing,
  since     date not null,
  primary key (person_id, thing_id)
);
create index follow_thing on follow (thing_id);
select history.track('follow', 'person_id', 'thing_id');

-- A calendar to subscribe to by a secret address, of which only the digest is kept. Without a node it is the person's own.
create table feed (
  id           uuid primary key,
  person_id    uuid not null references person,
  node_id      uuid references node,
  token_digest bytea not null unique,
  made_on      date not null,
  revoked_on   date
);
create unique index feed_one on feed (person_id, coalesce(node_id, '00000000-0000-0000-0000-000000000000')) where revoked_on is null;
select history.track('feed', 'id');

-- The outbox. A mail holds no words: they are written when it is sent, from what its notices are about and who may know what then.
-- waiting → sending (nothing of it has reached the server) → handing (the server has asked for its content) → sent.
-- Whoever dies while handing leaves it unsure, and it is not sent again.
create table mail (
  id          uuid primary key,
  person_id   uuid not null references person,
  address     text not null,
  cadence     text not null check (cadence in ('at_once', 'daily', 'weekly')),
  day         date not null,
  state       text not null default 'waiting' check (state in ('waiting', 'sending', 'handing', 'sent', 'unsure', 'refused', 'dropped')),
  attempts    int not null default 0,
  next_at     timestamptz not null default now(),
  holder      uuid,
  held_until  timestamptz,
  error       text,
  unsubscribe_digest bytea unique,
  composed_at timestamptz not null default now(),
  handed_at   timestamptz,
  ended_at    timestamptz,
  check ((holder is not null) = (state in ('sending', 'handing'))),
  check ((holder is null) = (held_until is null))
);
create index mail_waiting on mail (next_at, id) where state = 'waiting';
create index mail_held on mail (held_until) where state in ('sending', 'handing');
create index mail_latest on mail (composed_at desc, id desc);
create index mail_person on mail (person_id, composed_at desc);

-- Something that a person is to be told of, once: told in a mail, or waiting for the next.
create table notice (
  id         uuid primary key,
  person_id  uuid not null references person,
  kind       text not null check (kind in ('dispatch', 'given', 'asked', 'sent_back', 'report', 'followed', 'deadline')),
  -- What makes it one: the dispatch, the event, or the day to keep with how long before or after.
  occasion   text not null,
  thing_id   uuid not null references thing,
  subject_id uuid not null,
  at         timestamptz not null default now(),
  mail_id    uuid references mail,
  unique (person_id, occasion)
);
create index notice_waiting on notice (person_id, at) where mail_id is null;
create index notice_mail on notice (mail_id) where mail_id is not null;
