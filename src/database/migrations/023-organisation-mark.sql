-- A mark that is another for every state of the organisation: a process may keep the trees that it has read for as long as the mark stands.
-- Not a record, and not under history.
create table organisation_mark (
  one  boolean primary key default true check (one),
  mark uuid not null default gen_random_uuid()
);
insert into organisation_mark default values;

create function organisation_changed() returns trigger language plpgsql as $$
begin
  update organisation_mark set mark = gen_random_uuid();
  return null;
end $$;
create trigger marked after insert or update or delete on node for each statement execute function organisation_changed();
create trigger marked after insert or update or delete on node_version for each statement execute function organisation_changed();
