-- What is searched and shown of a register's fields are words: a choice by what it is called, never by its code. The words of each
-- register's choices are filled from the definitions at start, as {field: {code: words}}.
alter table register add column choices jsonb not null default '{}';

create function search_in_words(data jsonb, choices jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(key, coalesce(choices -> key -> (value #>> '{}'), value)), '{}') from jsonb_each(data)
$$;

-- Of a document's parts, codes are left out; so are those of a proposal's clauses.
create function search_part_texts(parts jsonb) returns text language sql immutable parallel safe as $$
  select search_texts(parts - 'cooperation' || jsonb_build_object('', jsonb_path_query_array(parts, '$.cooperation[*].forum')))
$$;
create function search_proposal_texts(proposal jsonb) returns text language sql immutable parallel safe as $$
  select search_texts(jsonb_build_array(proposal -> 'from', proposal -> 'text', jsonb_path_query_array(proposal, '$.clauses[*].text')))
$$;

-- The sources as they were, with those in the places of what they called.
do $$
declare
  change text[];
  told text;
begin
  foreach change slice 1 in array array[
    ['search_thing', 'search_texts(e.data - array(select jsonb_object_keys(r.secret_fields)))', 'search_texts(search_in_words(e.data - array(select jsonb_object_keys(r.secret_fields)), r.choices))'],
    ['search_thing', 'search_texts(parts)', 'search_part_texts(parts)'],
    ['search_minutes', 'search_texts(i.proposal - ''receivers'')', 'search_proposal_texts(i.proposal)']]
  loop
    told := pg_get_functiondef((change[1] || '(uuid)')::regprocedure);
    if position(change[2] in told) = 0 then
      raise exception 'search: % is not in %', change[2], change[1];
    end if;
    execute replace(told, change[2], change[3]);
  end loop;
end $$;

select search_refresh('search_thing', id) from document;
select search_refresh('search_minutes', search_paragraph(i.id)) from agenda_item i join meeting m on m.id = i.meeting_id where m.adjusted is not null;
