-- Sign-in. Accounts are under history; passwords, sessions, attempts and drafts are not records of the municipality and may go.

create table account (
  id        uuid primary key,
  person_id uuid not null unique references person,
  username  text not null unique check (username = lower(username)),
  disabled  boolean not null default false
);
select history.track('account', 'id');

-- Apart from the account and outside history: a digest of a password must go when the password does.
create table credential (
  account_id    uuid primary key references account,
  password_hash text not null
);

create table session (
  token_digest bytea primary key,
  person_id    uuid not null references person,
  csrf         text not null,
  demo         boolean not null default false,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null
);
create index session_expiry on session (expires_at);

create table sign_in_attempt (
  id       bigint generated always as identity primary key,
  subject  text not null,
  at       timestamptz not null default now()
);
create index sign_in_attempt_subject on sign_in_attempt (subject, at);

-- What somebody has typed but not handed in. Belongs to the person alone.
create table draft (
  person_id uuid not null references person,
  key       text not null check (length(key) <= 200),
  fields    jsonb not null,
  saved_at  timestamptz not null default now(),
  primary key (person_id, key)
);

-- Settings of the instance: the demonstration's standing day, the municipality's name.
create table setting (
  name  text primary key,
  value jsonb not null
);
select history.track('setting', 'name');
