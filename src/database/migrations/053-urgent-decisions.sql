-- Urgent matters (KL 6:39): a mandate that is for them, and with the decision why the board's own could not be awaited.
alter table mandate add column urgent boolean not null default false;
alter table decision add column urgent_because text check (urgent_because ~ '\S');

-- The reason stands with every decision within such a mandate, and with no other.
create or replace function decision_within_mandate() returns trigger language plpgsql as $$
declare
  m record;
begin
  if new.mandate_id is null then
    if new.urgent_because is not null then
      raise exception 'decision % is urgent without a mandate', new.id using errcode = 'GL006';
    end if;
    return new;
  end if;
  select mandate.*, thing.node_id into m from mandate join thing on thing.id = mandate.id where mandate.id = new.mandate_id;
  if m.post_id is distinct from new.post_id or m.node_id is distinct from new.body_id or not (m.valid @> new.day)
     or (m.amount_limit is not null and (new.amount is null or new.amount > m.amount_limit)) then
    raise exception 'decision % lies outside mandate %', new.id, new.mandate_id using errcode = 'GL006';
  end if;
  if m.urgent is distinct from (new.urgent_because is not null) then
    raise exception 'decision %: a reason is told within a mandate for urgent matters, and only there', new.id using errcode = 'GL006';
  end if;
  return new;
end $$;
