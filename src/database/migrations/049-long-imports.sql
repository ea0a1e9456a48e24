-- A long file is looked at, and written, as work for later (job), of which the page tells how far it has come and which its sender may stop.
-- `turn` is new each time it is asked for: what an earlier turn still does counts no more. Without `work` the file is short, and is read in
-- the request itself. What was found shows entries as they stood: it goes with the file, and with what is destroyed.
alter table import_upload
  add column work    text check (work in ('look', 'write')),
  add column turn    int not null default 0,
  add column done    int not null default 0,
  add column of_rows int not null default 0,
  add column ended   text check (ended in ('found', 'written', 'stopped', 'failed')),
  add column outcome jsonb;
