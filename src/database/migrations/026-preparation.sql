-- How a case is prepared: the chain that it passes (unit, board, executive board, council), one step at a time, and opinions that are
-- asked of others beside it (remiss), each with its answer by a day.
create table preparation_step (
  id      uuid primary key,
  case_id uuid not null references case_file,
  no      int not null check (no > 0),
  kind    text not null check (kind in ('draft', 'review', 'decide')),
  node_id uuid not null references node,
  due     date,
  state   text not null check (state in ('waiting', 'open', 'done', 'returned')),
  note    text,
  done_on date,
  unique (case_id, no),
  check ((state in ('done', 'returned')) = (done_on is not null))
);
create unique index preparation_one_open on preparation_step (case_id) where state = 'open';
select history.track('preparation_step', 'id');

create table referral (
  id          uuid primary key,
  case_id     uuid not null references case_file,
  node_id     uuid not null references node,
  asks        text not null check (asks <> ''),
  sent        date not null,
  due         date not null check (due >= sent),
  answer_id   uuid references document,
  answer      text check (answer <> ''),
  answered_on date,
  check ((answered_on is null) = (answer is null and answer_id is null))
);
create unique index referral_open on referral (case_id, node_id) where answered_on is null;
create index referral_node on referral (node_id, due) where answered_on is null;
select history.track('referral', 'id');
