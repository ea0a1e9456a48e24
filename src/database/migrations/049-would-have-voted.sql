-- How somebody without vote would have voted is noted until the meeting ends, as notes are: also of an item that is dealt with.
create or replace function fact_in_time() returns trigger language plpgsql as $$
declare
  said          text[] := array['reservation', 'note', 'statement', 'would_have_voted'];
  meeting_state text;
  item_state    text;
begin
  select state into meeting_state from meeting where id = new.meeting_id;
  if meeting_state <> 'open' and new.kind not in ('correction', 'motivation') then
    raise exception 'meeting % is %: % refused', new.meeting_id, meeting_state, new.kind using errcode = 'GL007';
  end if;
  if new.item_id is not null then
    select state into item_state from agenda_item where id = new.item_id;
    if item_state in ('closed', 'tabled', 'referred')
       and new.kind not in ('correction', 'motivation')
       and new.kind <> all (said)
       and not (new.kind = 'undone' and (select kind from meeting_fact where id = new.about_id) = any (said)) then
      raise exception 'item % is dealt with: % refused', new.item_id, new.kind using errcode = 'GL007';
    end if;
  end if;
  return new;
end $$;
