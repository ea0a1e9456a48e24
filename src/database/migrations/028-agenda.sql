-- The agenda as it was sent: each version whole, the first with the summons, later ones when something came or changed. What is in a
-- version is told by the same list that the summons, its index and its attachments are made of.
create table agenda_version (
  id         uuid not null unique,
  meeting_id uuid not null references meeting,
  no         int not null check (no > 0),
  items      jsonb not null,
  made_on    date not null,
  made_by    uuid references person,
  why        text check (why <> ''),
  primary key (meeting_id, no),
  check ((no = 1) or why is not null)
);
select history.track('agenda_version', 'meeting_id', 'no');
select history.append_only('agenda_version');

-- A meeting that has been summoned to is a thing: letters tell of it, and whoever names it finds it.
insert into kind_of_thing values ('meeting');
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('dispatch', 'given', 'asked', 'sent_back', 'report', 'followed', 'deadline', 'summons'));
