-- One spine for all numbers: series × node × period × version. A figure is never altered; a new version supersedes it.

create table series (
  id          uuid primary key references thing,
  slug        text not null unique,
  name_sv     text not null,
  name_en     text not null,
  unit_sv     text not null,
  unit_en     text not null,
  money       boolean not null,
  decimals    int not null check (decimals between 0 and 6),
  direction   text check (direction in ('up', 'down', 'hold')),
  over_time   text not null check (over_time in ('sum', 'mean', 'last', 'ratio', 'none')),
  over_tree   text not null check (over_tree in ('sum', 'mean', 'last', 'ratio', 'none')),
  numerator_id   uuid references series,
  denominator_id uuid references series,
  low_id      uuid references series,
  high_id     uuid references series,
  asked_by    uuid references node,
  purpose_sv  text,
  purpose_en  text,
  source      text not null,
  missing     text,
  check ((over_time = 'ratio' or over_tree = 'ratio') <= (numerator_id is not null and denominator_id is not null))
);
select history.track('series', 'id');

-- value in the unit of the series (öre where money); null is "no figure", with the reason in missing.
create table figure (
  id          uuid primary key,
  series_id   uuid not null references series,
  node_id     uuid not null references node,
  period      text not null,
  version     int not null check (version > 0),
  value       numeric,
  missing     text,
  status      text not null check (status in ('preliminary', 'final', 'revised', 'derived')),
  basis       text,
  source      text not null,
  note        text,
  recorded_by text not null,
  recorded_on date not null,
  unique (series_id, node_id, period, version),
  check (value is not null or missing is not null)
);
create index figure_node on figure (node_id, series_id);
select history.track('figure', 'id');
select history.append_only('figure');

-- An official may judge the light otherwise than the rule does, with a reason. The latest wins.
create table light_override (
  id        uuid primary key,
  series_id uuid not null references series,
  node_id   uuid not null references node,
  period    text not null,
  light     text not null check (light in ('green', 'yellow', 'red', 'unknown')),
  reason    text not null check (length(trim(reason)) >= 10),
  person_id uuid references person,
  day       date not null
);
create index light_override_of on light_override (series_id, node_id, period, day);
select history.track('light_override', 'id');
select history.append_only('light_override');

create table goal (
  id        uuid primary key references thing,
  area      text,
  text      text not null check (text <> ''),
  valid     daterange not null,
  clause_id uuid not null references clause
);
select history.track('goal', 'id');

create table target (
  id        uuid primary key references thing,
  series_id uuid not null references series,
  node_id   uuid not null references node,
  period    text not null,
  rule      text not null check (rule in ('at_least', 'at_most', 'increase', 'decrease', 'hold')),
  value     numeric,
  goal_id   uuid references goal,
  clause_id uuid not null references clause,
  check ((rule in ('at_least', 'at_most')) = (value is not null))
);
create index target_of on target (series_id, node_id, period);
select history.track('target', 'id');
select history.append_only('target');

create table frame (
  id        uuid primary key references thing,
  node_id   uuid not null references node,
  period    text not null,
  amount    bigint not null,
  purpose   text not null,
  financing text,
  clause_id uuid not null references clause
);
create index frame_node on frame (node_id, period);
select history.track('frame', 'id');
select history.append_only('frame');
