-- A large file that is made for a reader as work for later: how far that has come, and the file for an hour. Known by the digest of what it is made
-- of as that reader sees it, so that whoever asks for it is asked anew what they may see. No record of the municipality, and outside history. It
-- may hold anything: all of them go when something is destroyed, and are made again.
create table made_file (
  digest   text primary key,
  turn     int not null default 1,
  done     int not null default 0,
  of_parts int not null default 0,
  ended    text check (ended in ('made', 'refused', 'stopped', 'failed')),
  refusals jsonb,
  at       timestamptz not null default now()
);
create index made_file_at on made_file (at);
create table made_piece (
  digest text not null references made_file on delete cascade,
  no     int not null,
  bytes  bytea not null,
  primary key (digest, no)
);
insert into destruction_part (no, relation, condition) values (150, 'made_file', '$1 is not null');
