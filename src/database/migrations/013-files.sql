-- Stored files and what they are attached to. Content is known by its digest: the same file is kept once, a copy of the
-- database is a copy of the files, and a file can never change under its name.

create table stored_file (
  sha256  text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size    bigint not null check (size > 0),
  kind    text not null check (kind in ('pdf', 'docx', 'xlsx', 'odt', 'png', 'jpeg', 'text')),
  charset text check ((charset is not null) = (kind = 'text'))
);
select history.track('stored_file', 'sha256');

-- In pieces, so that it streams both ways. Not copied into the history: the digest in stored_file, which is there, tells all.
create table file_chunk (
  sha256 text not null references stored_file on delete cascade,
  no     int not null check (no >= 0),
  bytes  bytea not null,
  primary key (sha256, no)
);
alter table file_chunk alter column bytes set storage external;

create function file_is_whole(file text) returns boolean language sql stable as
$$ select coalesce((select encode(sha256(string_agg(bytes, ''::bytea order by no)), 'hex') = file and sum(length(bytes)) = (select size from stored_file where sha256 = file)
                    from file_chunk where sha256 = file), false) $$;

-- What is stored is what its name says, before the transaction ends.
create function stored_file_is_whole() returns trigger language plpgsql as $$
begin
  if not file_is_whole(new.sha256) then
    raise exception 'stored file %: its content has another digest or size', new.sha256 using errcode = 'GL004';
  end if;
  return null;
end $$;
create constraint trigger is_whole after insert on stored_file deferrable initially deferred
  for each row execute function stored_file_is_whole();

-- Pieces are never altered, and go only with their whole file: when that is lawfully destroyed, which the history shows.
create function file_chunk_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from stored_file where sha256 = old.sha256) then
    return old;
  end if;
  raise exception 'file_chunk: % refused, a file goes as a whole', lower(tg_op) using errcode = 'GL002';
end $$;
create trigger whole_only before update or delete on file_chunk for each row execute function file_chunk_refuse();
create trigger no_truncate before truncate on file_chunk execute function history.refuse();

-- A file attached to a thing. Its secrecy is that of the thing and of what encloses it: nothing of its own can disagree.
create table attachment (
  id       uuid primary key,
  thing_id uuid not null references thing,
  sha256   text not null references stored_file,
  name     text not null check (name <> '' and length(name) <= 200 and name !~ '[/\\[:cntrl:]]'),
  title    text not null check (title <> '' and length(title) <= 300),
  day      date not null,
  version  int not null default 1 check (version > 0),
  replaces uuid unique references attachment,
  check ((version = 1) = (replaces is null))
);
create index attachment_thing on attachment (thing_id, id);
create index attachment_file on attachment (sha256);
select history.track('attachment', 'id');
create trigger no_update before update on attachment for each row execute function history.refuse();
