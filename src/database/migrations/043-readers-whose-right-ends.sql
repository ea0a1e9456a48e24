-- Whoever follows something live was let in once, when the stream was opened. When their session ends, their sign-in is switched off or an
-- appointment of theirs is ended, every process is told, and cuts what streams they have open; the browser comes back and is judged anew.
-- By the database, so that no way of ending a right can forget it. New appointments are not told: they give, and wait for the next page.

create function reader_judged_anew() returns trigger language plpgsql as $$
declare
  person uuid := (to_jsonb(old) ->> 'person_id')::uuid;
begin
  if person is not null then
    perform pg_notify('genomslag_live', jsonb_build_object('id', uuidv7(), 'topic', 'reader:' || person, 'payload', null)::text);
  end if;
  return null;
end $$;
create trigger reader_judged_anew after delete on session for each row execute function reader_judged_anew();
create trigger reader_judged_anew after update of disabled on account for each row when (new.disabled and not old.disabled) execute function reader_judged_anew();
create trigger reader_judged_anew after update of disabled on identity for each row when (new.disabled and not old.disabled) execute function reader_judged_anew();
create trigger reader_judged_anew after update or delete on appointment for each row execute function reader_judged_anew();

-- What is marked secret while a meeting goes on leaves its screens at once.
create function meeting_shows_secret() returns trigger language plpgsql as $$
begin
  perform pg_notify('genomslag_live', jsonb_build_object('id', uuidv7(), 'topic', 'meeting:' || m.id, 'payload', null)::text)
     from (select distinct m.id from meeting m join agenda_item i on i.meeting_id = m.id
            where m.state = 'open' and (i.case_id = new.id or i.decision_id = new.id)) m;
  return null;
end $$;
create trigger meeting_shows_secret after update of secrecy on thing for each row
  when (old.secrecy is distinct from new.secrecy and new.kind in ('case', 'decision')) execute function meeting_shows_secret();
