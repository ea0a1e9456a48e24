-- What the exceptions from destruction ask of a personal file (SoL 16:2–4), and deliveries to the archive authority (arkivlagen 9 §).

-- The municipality's four digits, by its root in the tree: which of them keep every personal file for research (SoF 13:1).
create table municipality_code (
  node_id uuid primary key references node,
  code    text not null check (code ~ '^[0-9]{4}$')
);
select history.track('municipality_code', 'node_id');

create table personal_file (
  case_id        uuid primary key references case_file,
  concerns       text not null check (concerns in ('assistance', 'no_inquiry', 'child_inquiry', 'custody', 'placement', 'paternity', 'adoption')),
  born           date not null,
  in_compilation boolean not null,
  day            date not null,
  person_id      uuid references person
);
select history.track('personal_file', 'case_id');

-- A case made ready for the archive authority. `manifest` is the digest of the package's list of files with theirs; `content` that of the
-- case's rows, by which it is seen whether it has changed since.
create table archive_delivery (
  id        uuid primary key,
  case_id   uuid not null references case_file,
  day       date not null,
  person_id uuid references person,
  manifest  text not null check (manifest ~ '^[0-9a-f]{64}$'),
  content   text not null check (content ~ '^[0-9a-f]{64}$')
);
create index archive_delivery_case on archive_delivery (case_id, day, id);
select history.track('archive_delivery', 'id');
select history.append_only('archive_delivery');

-- The archive authority's receipt: once a delivery, and only for what was delivered.
create table archive_receipt (
  delivery_id uuid primary key references archive_delivery,
  day         date not null,
  reference   text not null check (reference <> '' and length(reference) <= 200),
  person_id   uuid references person
);
select history.track('archive_receipt', 'delivery_id');
select history.append_only('archive_receipt');

-- The digest of a case and all that stands in it, row by row.
create function case_digest(the_case uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(line, chr(10) order by line), ''), 'UTF8')), 'hex') from (
    select to_jsonb(t)::text as line from thing t where t.id = the_case or t.id in (select id from document where case_id = the_case)
    union all select to_jsonb(f)::text from case_file f where f.id = the_case
    union all select to_jsonb(p)::text from case_party p where p.case_id = the_case
    union all select to_jsonb(e)::text from case_event e where e.case_id = the_case
    union all select to_jsonb(d)::text from document d where d.case_id = the_case
    union all select to_jsonb(a)::text from attachment a where a.thing_id = the_case or a.thing_id in (select id from document where case_id = the_case)) lines
$$;

-- A delivery holds digests only, and stays as proof that the archive authority has it; what is noted of the person goes with the file.
insert into destruction_part (no, relation, condition, emptied) values (15, 'personal_file', 'case_id = $1', null);

-- The municipality that a body or unit belongs to, by its latest place in the tree: it may be no more.
create function municipality_of(the_node uuid) returns uuid language sql stable as $$
  with recursive up (id, step) as (
    select the_node, 0
    union all select (select parent_id from node_version v where v.node_id = up.id order by lower(valid) desc limit 1), step + 1 from up where id is not null and step < 20)
  select id from up where id is not null order by step desc limit 1
$$;
