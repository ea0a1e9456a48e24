-- What a series' figures are of, who reads them, and why a final one was revised.
alter table series
  add column period_kind text not null default 'year' check (period_kind in ('year', 'tertial', 'quarter', 'month', 'day')),
  add column accumulated boolean not null default false,
  add column readers_sv text,
  add column readers_en text;
create index series_name on series (name_sv collate "sv-x-icu", id);
create index series_asked_by on series (asked_by) where asked_by is not null;
create index series_numerator on series (numerator_id) where numerator_id is not null;
create index series_denominator on series (denominator_id) where denominator_id is not null;

alter table figure add column reason text;

-- How each series stands, so that lists can be filtered and sorted by light. Counted by the rulebook, never here: a row is
-- marked stale when something it rests on changes, and counted anew before it is next read. Not a record, and not under history.
create table series_standing (
  series_id uuid primary key references series,
  stale     boolean not null default true,
  name      text not null default '',
  node_id   uuid references node,
  period    text,
  light     text not null default 'unknown' check (light in ('green', 'yellow', 'red', 'unknown')),
  severity  int generated always as (case light when 'red' then 1 when 'yellow' then 2 when 'unknown' then 3 else 4 end) stored
);
create index series_standing_stale on series_standing (series_id) where stale;
create index series_standing_name on series_standing (name collate "sv-x-icu", series_id);
create index series_standing_light on series_standing (severity, name collate "sv-x-icu", series_id);

create function series_gone_stale() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'series' then
    insert into series_standing (series_id, name) select id, name_sv from changed order by id
    on conflict (series_id) do update set stale = true, name = excluded.name;
  else
    insert into series_standing (series_id)
      select series_id from changed
      union select s.id from series s join changed on changed.series_id in (s.numerator_id, s.denominator_id)
      order by 1
    on conflict (series_id) do update set stale = true where not series_standing.stale;
  end if;
  return null;
end $$;
create trigger stale_inserted after insert on series referencing new table as changed for each statement execute function series_gone_stale();
create trigger stale_updated after update on series referencing new table as changed for each statement execute function series_gone_stale();
create trigger stale after insert on figure referencing new table as changed for each statement execute function series_gone_stale();
create trigger stale after insert on light_override referencing new table as changed for each statement execute function series_gone_stale();
create trigger stale after insert on target referencing new table as changed for each statement execute function series_gone_stale();
