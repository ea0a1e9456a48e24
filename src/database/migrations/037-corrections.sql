-- Corrections of what was registered wrong, and paragraphs that are adjusted at once.

-- What was corrected of a registered decision, with what stood before. `clause_id` where the wording of a clause was; else it is what led
-- to the decision (a count, a name). `law` where the minutes were adjusted already.
create table decision_correction (
  id          uuid primary key,
  decision_id uuid not null references decision,
  clause_id   uuid references clause,
  what_sv     text not null check (what_sv <> ''),
  what_en     text not null check (what_en <> ''),
  before      text not null,
  after       text not null check (after is distinct from before),
  why         text not null check (why <> ''),
  law         text,
  made_on     date not null,
  by_id       uuid references person
);
create index decision_correction_decision on decision_correction (decision_id, made_on, id);
create index decision_correction_clause on decision_correction (clause_id) where clause_id is not null;
select history.track('decision_correction', 'id');
select history.append_only('decision_correction');

-- The wording of a clause is changed by a correction that tells so, and by nothing else. What the clause did is not touched by it.
create function clause_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'text' = to_jsonb(new) - 'text'
     and exists (select from decision_correction c where c.clause_id = old.id and c.before = old.text and c.after = new.text) then
    return new;
  end if;
  raise exception 'clause is append-only: % refused', lower(tg_op) using errcode = 'GL002';
end $$;
drop trigger append_only on clause;
create trigger append_only before update or delete on clause for each row execute function clause_stands();

-- A paragraph that is adjusted at once, before the rest of the minutes: its exact text by its digest. It can be taken back until it is adjusted.
create table item_minutes (
  item_id    uuid primary key references agenda_item,
  meeting_id uuid not null references meeting,
  text       jsonb not null,
  digest     bytea not null,
  frozen_on  date not null,
  adjusted   date check (adjusted >= frozen_on),
  constraint item_minutes_digest check (digest = history.content_digest(text))
);
create index item_minutes_meeting on item_minutes (meeting_id);
select history.track('item_minutes', 'item_id');

create function item_minutes_stand() returns trigger language plpgsql as $$
begin
  if old.adjusted is not null or (tg_op = 'UPDATE' and to_jsonb(old) - 'adjusted' is distinct from to_jsonb(new) - 'adjusted') then
    raise exception 'the paragraph is adjusted or its text frozen: % refused', lower(tg_op) using errcode = 'GL002';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger stand before update or delete on item_minutes for each row execute function item_minutes_stand();

create table item_signature (
  id        uuid primary key,
  item_id   uuid not null references agenda_item,
  person_id uuid not null references person,
  role      text not null check (role in ('chair', 'adjuster')),
  digest    bytea not null,
  signed_on date not null,
  signed_at timestamptz not null,
  unique (item_id, person_id, digest)
);
select history.track('item_signature', 'id');
select history.append_only('item_signature');

create function item_signature_to_text() returns trigger language plpgsql as $$
begin
  if not exists (select from item_minutes where item_id = new.item_id and adjusted is null and digest = new.digest) then
    raise exception 'signature to another text than the frozen one' using errcode = 'GL008';
  end if;
  return new;
end $$;
create trigger to_text before insert on item_signature for each row execute function item_signature_to_text();

-- Such a paragraph has a notice of its own, with its own time to appeal.
alter table board_notice add column item_id uuid references agenda_item;
drop index board_notice_adjustment;
create unique index board_notice_adjustment on board_notice (meeting_id, coalesce(item_id, meeting_id)) where kind = 'adjustment';
