-- Minutes: what the record says, in wording that the secretary may mend, until the exact text is frozen by its digest and adjusted by
-- those who were chosen to. Their signatures are to the digest: another text is not what they signed.
create table minutes (
  meeting_id uuid primary key references meeting,
  version    int not null default 1 check (version > 0),
  state      text not null default 'draft' check (state in ('draft', 'frozen', 'adjusted')),
  wording    jsonb not null default '{}',
  text       jsonb,
  digest     bytea,
  frozen_on  date,
  adjusted   date,
  check ((state = 'draft') = (text is null)),
  check ((text is null) = (digest is null)),
  check ((text is null) = (frozen_on is null)),
  check ((state = 'adjusted') = (adjusted is not null)),
  constraint minutes_digest check (digest is null or digest = history.content_digest(text))
);
select history.track('minutes', 'meeting_id');

create function minutes_stand() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'minutes are never deleted' using errcode = 'GL002';
  end if;
  if old.state = 'adjusted' then
    raise exception 'minutes are adjusted: % refused', lower(tg_op) using errcode = 'GL002';
  end if;
  if old.state = 'frozen' and new.state in ('frozen', 'adjusted') and (new.text is distinct from old.text or new.wording is distinct from old.wording) then
    raise exception 'minutes are frozen: the text stands' using errcode = 'GL002';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'version % follows %', new.version, old.version using errcode = 'GL005';
  end if;
  return new;
end $$;
create trigger stand before update or delete on minutes for each row execute function minutes_stand();

create table minutes_signature (
  id         uuid primary key,
  meeting_id uuid not null references minutes,
  person_id  uuid not null references person,
  role       text not null check (role in ('chair', 'adjuster')),
  digest     bytea not null,
  signed_on  date not null,
  signed_at  timestamptz not null,
  unique (meeting_id, person_id, digest)
);
select history.track('minutes_signature', 'id');
select history.append_only('minutes_signature');

-- A signature is to the text that is frozen right now.
create function signature_to_text() returns trigger language plpgsql as $$
begin
  if not exists (select from minutes where meeting_id = new.meeting_id and state = 'frozen' and digest = new.digest) then
    raise exception 'signature to another text than the frozen one' using errcode = 'GL008';
  end if;
  return new;
end $$;
create trigger to_text before insert on minutes_signature for each row execute function signature_to_text();

-- The notice board (KL 8:8-13): what is up, since when, and not taken down before its time.
create table board_notice (
  id         uuid primary key,
  kind       text not null check (kind in ('adjustment', 'meeting', 'delegated', 'other')),
  node_id    uuid not null references node,
  meeting_id uuid references meeting,
  title      text not null check (title <> ''),
  text       text not null,
  kept_at    text,
  posted     date not null,
  until      date not null check (until >= posted),
  removed    date check (removed >= posted),
  check ((kind <> 'adjustment') or (meeting_id is not null and kept_at is not null))
);
create unique index board_notice_adjustment on board_notice (meeting_id) where kind = 'adjustment';
create index board_notice_up on board_notice (posted desc, id) where removed is null;
create index board_notice_posted on board_notice (posted desc, id);
select history.track('board_notice', 'id');

create function notice_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(old) - 'removed' is distinct from to_jsonb(new) - 'removed' or old.removed is not null then
    raise exception 'what is on the notice board stands' using errcode = 'GL002';
  end if;
  if new.removed is not null and new.removed < old.until then
    raise exception 'a notice is not taken down before %', old.until using errcode = 'GL009';
  end if;
  return new;
end $$;
create trigger stays before update or delete on board_notice for each row execute function notice_stays();
