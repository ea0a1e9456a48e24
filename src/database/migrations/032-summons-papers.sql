-- What went out with each version of an agenda: every document and file as it was, known by its digest. A later version of the same
-- document has the same origin, the first of them. The index of a summons and its attachments are read from here, so that neither
-- changes after it was sent.
create table agenda_paper (
  version_id    uuid not null references agenda_version (id),
  no            int not null check (no > 0),
  item_id       uuid not null references agenda_item,
  -- The document, or what the file is attached to.
  thing_id      uuid not null references thing,
  attachment_id uuid references attachment,
  origin_id     uuid not null,
  title         text not null check (title <> ''),
  digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (version_id, no)
);
create index agenda_paper_thing on agenda_paper (thing_id);
create index agenda_paper_attachment on agenda_paper (attachment_id);
select history.track('agenda_paper', 'version_id', 'no');
select history.append_only('agenda_paper');

-- Of the whole version: its items and the digests of its papers. Null of what was sent before papers were kept.
alter table agenda_version add column digest text check (digest ~ '^[0-9a-f]{64}$');

-- An agenda's lines without the words of what stands on them of a case.
create function history.wordless_lines(items jsonb, the_case uuid) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(case when line ->> 'caseId' = the_case::text
           then jsonb_build_object('id', line -> 'id', 'order', line -> 'order', 'title', '–', 'kind', line -> 'kind', 'caseId', line -> 'caseId',
                                   'secrecy', line -> 'secrecy', 'clauses', '[]'::jsonb)
           else line end order by no), '[]')
    from jsonb_array_elements(items) with ordinality as lines (line, no)
$$;

insert into destruction_part (no, relation, condition, emptied) values
  (1, 'agenda_paper', 'thing_id = $1', null),
  (2, 'agenda_version', $$jsonb_path_exists(items, '$[*] ? (@.caseId == $case)', jsonb_build_object('case', $1::text))$$,
   'items = history.wordless_lines(items, $1)');
