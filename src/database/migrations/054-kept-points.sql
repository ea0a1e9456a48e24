-- What was counted of a measure from the units below, kept with how it stands: the latest outcomes, and the organisation that they were
-- counted in. They are right for as long as the row is not stale and the organisation is that one; else they are counted anew.
alter table series_standing
  add column points jsonb,
  add column organisation text;

-- A ratio rests on the definitions of what it divides too, and on their figures.
create or replace function series_gone_stale() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'series' then
    insert into series_standing (series_id, name) select id, name_sv from changed order by id
    on conflict (series_id) do update set stale = true, name = excluded.name;
    update series_standing set stale = true
      where not stale and series_id in (select s.id from series s join changed on changed.id in (s.numerator_id, s.denominator_id));
  else
    insert into series_standing (series_id)
      select series_id from changed
      union select s.id from series s join changed on changed.series_id in (s.numerator_id, s.denominator_id)
      order by 1
    on conflict (series_id) do update set stale = true where not series_standing.stale;
  end if;
  return null;
end $$;
