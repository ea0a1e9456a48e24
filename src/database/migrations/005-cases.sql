-- How it was reached: cases with documents, parties and events; decisions with clauses that have effect; dispatch.

create table case_file (
  id     uuid primary key references thing,
  state  text not null check (state in ('open', 'decided', 'closed')),
  opened date not null,
  closed date,
  check ((state = 'closed') = (closed is not null))
);
select history.track('case_file', 'id');

create table case_party (
  id      uuid primary key,
  case_id uuid not null references case_file,
  name    text not null check (name <> ''),
  role    text not null check (role in ('applicant', 'counterparty', 'author', 'addressee', 'concerned'))
);
create index case_party_case on case_party (case_id);
select history.track('case_party', 'id');

create table case_event (
  id      uuid primary key,
  case_id uuid not null references case_file,
  day     date not null,
  text    text not null check (text <> '')
);
create index case_event_case on case_event (case_id, day);
select history.track('case_event', 'id');
select history.append_only('case_event');

-- parts: the sections of a board paper or official opinion, by name (cases/document.ts tells which).
create table document (
  id        uuid primary key references thing,
  case_id   uuid not null references case_file,
  kind      text not null check (kind in ('board_paper', 'official_opinion', 'report', 'annex', 'minutes_extract', 'statement', 'agreement')),
  author_id uuid references post,
  version   int not null default 1 check (version > 0),
  parts     jsonb not null
);
create index document_case on document (case_id);
select history.track('document', 'id');

create table mandate (
  id        uuid primary key references thing,
  post_id   uuid not null references post,
  scope     text not null check (scope <> ''),
  limits    text,
  clause_id uuid not null,
  valid     daterange not null
);
create index mandate_post on mandate (post_id);
select history.track('mandate', 'id');

-- Decided by a body, or by a post within a mandate that a body gave (KL 6:37–39, 7:5). Registered once, never altered.
create table decision (
  id         uuid primary key references thing,
  case_id    uuid references case_file,
  body_id    uuid not null references node,
  post_id    uuid references post,
  mandate_id uuid references mandate,
  day        date not null,
  paragraph  text not null check (paragraph <> ''),
  text       text not null,
  adjusted   date,
  announced  date,
  check ((post_id is null) = (mandate_id is null))
);
create unique index decision_paragraph on decision (body_id, day, paragraph) where post_id is null;
create index decision_body on decision (body_id, day desc, id);
create index decision_case on decision (case_id);
select history.track('decision', 'id');
select history.append_only('decision');

create table clause (
  id          uuid primary key references thing,
  decision_id uuid not null references decision,
  no          int not null check (no > 0),
  kind        text not null,
  text        text not null check (text <> ''),
  data        jsonb not null,
  unique (decision_id, no)
);
select history.track('clause', 'id');
select history.append_only('clause');
alter table mandate add constraint mandate_clause foreign key (clause_id) references clause deferrable initially deferred;

-- The kinds of clause and whether they must have changed something; filled from the table of enactments at start.
create table clause_kind (
  name       text primary key,
  has_effect boolean not null
);
alter table clause add constraint clause_kind_known foreign key (kind) references clause_kind;

-- A clause that claims an effect has one before the transaction ends.
create function clause_has_effect() returns trigger language plpgsql as $$
begin
  if (select has_effect from clause_kind where name = new.kind)
     and not exists (select from link where from_id = new.id and kind = 'decides') then
    raise exception 'clause % (%) has no effect', new.id, new.kind using errcode = 'GL003';
  end if;
  return null;
end $$;
create constraint trigger has_effect after insert on clause deferrable initially deferred
  for each row execute function clause_has_effect();

-- Each receiver gets a notified matter; the sender sees whether it was received.
create table dispatch (
  id             uuid primary key,
  decision_id    uuid not null references decision,
  receiver_id    uuid not null references node,
  demands_action boolean not null,
  what           text,
  sent           date not null,
  received       date,
  received_by    text,
  case_id        uuid references case_file,
  filed          date,
  unique (decision_id, receiver_id),
  check (received is null or received >= sent),
  check (filed is null or received is not null)
);
create index dispatch_receiver on dispatch (receiver_id, sent desc, id);
select history.track('dispatch', 'id');
