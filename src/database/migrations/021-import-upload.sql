-- A file that somebody has sent and looked at, waiting for their yes. Theirs alone, and no record of the municipality: it goes when
-- it is read in, thrown away, or a day old. Outside history, as drafts are.
create table import_upload (
  id        uuid primary key,
  person_id uuid not null references person,
  target    text not null check (target <> ''),
  name      text not null,
  content   bytea not null check (length(content) <= 20971520),
  at        timestamptz not null default now()
);
create index import_upload_person on import_upload (person_id);
create index import_upload_at on import_upload (at);
