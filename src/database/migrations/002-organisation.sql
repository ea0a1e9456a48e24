-- The organisation: bodies and units are nodes of one tree; everything about them holds from a day to a day.

create table node (
  id   uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('municipality', 'council', 'executive_board', 'board', 'committee', 'company', 'joint_authority',
                                     'coordination_association', 'auditors', 'department', 'unit', 'external'))
);

create table node_version (
  node_id   uuid not null references node,
  valid     daterange not null check (not isempty(valid)),
  name_sv   text not null,
  name_en   text not null,
  short     text not null,
  parent_id uuid references node,
  seats     int check (seats > 0),
  primary key (node_id, valid without overlaps),
  constraint node_version_parent foreign key (parent_id, period valid) references node_version (node_id, period valid) deferrable initially deferred
);
create index node_version_parent_idx on node_version (parent_id);

-- What became of a node: merged into, split into with a share, moved or renamed.
create table succession (
  id      uuid primary key,
  from_id uuid not null references node,
  to_id   uuid not null references node,
  on_day  date not null,
  kind    text not null check (kind in ('merge', 'split', 'move')),
  share   numeric not null default 1 check (share > 0 and share <= 1),
  unique (from_id, to_id, on_day),
  check (from_id <> to_id)
);

create table person (
  id          uuid primary key,
  given_name  text not null,
  family_name text not null,
  party       text,
  email       text
);

create table post (
  id       uuid primary key,
  slug     text not null unique,
  node_id  uuid not null references node,
  role     text not null check (role in ('chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute', 'secretary', 'registrar',
                                         'department_head', 'unit_head', 'controller', 'auditor', 'chief_executive', 'officer')),
  title_sv text not null,
  title_en text not null,
  seat     int
);
create index post_node on post (node_id);

-- One holder of a post at a time.
create table appointment (
  id        uuid primary key,
  post_id   uuid not null references post,
  person_id uuid not null references person,
  valid     daterange not null check (not isempty(valid)),
  constraint one_holder unique (post_id, valid without overlaps)
);
create index appointment_person on appointment (person_id);

select history.track('node', 'id');
select history.track('node_version', 'node_id', 'valid');
select history.track('succession', 'id');
select history.track('person', 'id');
select history.track('post', 'id');
select history.track('appointment', 'id');
