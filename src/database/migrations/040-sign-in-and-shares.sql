-- A share of a reorganisation that nobody knows is recorded as unknown: null, never zero.
alter table succession alter column share drop not null;
alter table succession alter column share drop default;

-- Sign-out told by the provider (OpenID Connect Back-Channel Logout 1.0) names the session there, or the subject alone. A token of it is
-- taken once; what is told of is gone by then, so that neither is under history.
alter table session add column sid text;
create index session_at_provider on session (provider, subject) where provider is not null;
create unlogged table logout_token (
  provider   text not null,
  jti        text not null,
  expires_at timestamptz not null,
  primary key (provider, jti)
);

-- A new address that waits for its own letter to be answered. One waits at a time; the secret is in the letter only.
create table address_change (
  id           uuid primary key,
  person_id    uuid not null unique references person,
  email        text not null,
  -- Of the latest letter; null until one is written.
  token_digest bytea unique,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null
);

-- A letter that tells of no thing: of an address that is to be confirmed, or of one that is being changed.
alter table mail add column purpose text not null default 'notices' check (purpose in ('notices', 'confirm_address', 'address_changed'));

-- How many questions a subject has asked since a moment, in all processes together. Lost in a crash, which lets a few more pass.
create unlogged table rate_count (
  subject text not null,
  since   timestamptz not null,
  n       int not null,
  primary key (subject, since)
);
create index rate_count_since on rate_count (since);

-- Is somebody's sign-in switched off, in all ways that they have? Who has none is not.
create function shut_out(the_person uuid) returns boolean language sql stable as $$
  select bool_and(disabled) from (select disabled from account where person_id = the_person union all select disabled from identity where person_id = the_person) ways
$$;
