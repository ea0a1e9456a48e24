-- The program runs as a role of its own that cannot switch off triggers, touch history or alter tables.
do $$
begin
  if not exists (select from pg_roles where rolname = 'genomslag_program') then
    create role genomslag_program nologin;
  end if;
exception when unique_violation or duplicate_object then
  null; -- another database of the same server made it at the same moment
end $$;
do $$ begin execute format('grant genomslag_program to %I', current_user); end $$;

grant usage on schema public, history to genomslag_program;
grant select, insert, update, delete on all tables in schema public to genomslag_program;
grant usage on all sequences in schema public to genomslag_program;
grant select on all tables in schema history to genomslag_program;
revoke insert, update, delete on schema_migration, register, clause_kind, kind_of_thing from genomslag_program;
alter default privileges in schema public grant select, insert, update, delete on tables to genomslag_program;
alter default privileges in schema public grant usage on sequences to genomslag_program;
