-- What a series is made of: it should be the sum of its parts, each with its sign. A summary's line has one part, its detail.
create table series_part (
  id       uuid primary key,
  whole_id uuid not null references series,
  part_id  uuid not null references series,
  sign     smallint not null default 1 check (sign in (1, -1)),
  unique (whole_id, part_id),
  check (whole_id <> part_id)
);
create index series_part_part on series_part (part_id);
select history.track('series_part', 'id');

-- Two statements of the municipality's own that cannot both be true. Found by the rules, answered by people; one that is found no
-- more gets the day it was gone and stays.
create table contradiction (
  id          uuid primary key,
  scope       text not null check (scope <> ''),
  key         text not null,
  concerns    uuid[] not null check (cardinality(concerns) > 0),
  node_id     uuid not null references node,
  secrecy     text,
  finding     jsonb not null,
  sureness    text not null check (sureness in ('error', 'contradiction', 'ask')),
  found       date not null,
  gone        date,
  answer      text check (answer <> ''),
  answered_by uuid references person,
  answered_on date,
  check ((answer is null) = (answered_on is null)),
  unique (scope, key)
);
create index contradiction_concerns on contradiction using gin (concerns) where gone is null;
create index contradiction_standing on contradiction (found desc, id) where gone is null;
create index contradiction_node on contradiction (node_id, found desc, id) where gone is null;
select history.track('contradiction', 'id');
