-- The paragraphs of minutes are found, each by itself, from the day the minutes are adjusted and thereby everybody's to read (TF 2:10).
-- What is found of a paragraph is what its adjusted text says; where minutes were adjusted elsewhere, what was proposed.

-- An item may lend its id to its decision, which is found by it: its paragraph is found by another.
create function search_paragraph(item uuid) returns uuid language sql immutable strict parallel safe as
$$ select md5('paragraph ' || item::text)::uuid $$;
create index agenda_item_found on agenda_item (search_paragraph(id));

create function search_minutes(the_id uuid) returns setof search_found language sql stable as $$
  select 'open', 'minutes', concat_ws(' ', body.short, m.day, '§ ' || i.paragraph), i.title,
         coalesce(
           (select string_agg(search_texts(block - '{kind,tone,svg,columns}'::text[]), E'\n' order by place)
              from jsonb_path_query_first(n.text, 'lax $.sections[*] ? (@.id == $id)', jsonb_build_object('id', 'item-' || i.ord)) section,
                   jsonb_array_elements(section -> 'blocks') with ordinality as b (block, place)),
           search_texts(i.proposal - 'receivers'), ''),
         m.body_id, m.day, i.secrecy, case when i.secrecy is null then '{}'::uuid[] else array[m.body_id] end,
         '/meetings/' || m.id || '/minutes#item-' || i.ord
    from agenda_item i
    join meeting m on m.id = i.meeting_id
    left join minutes n on n.meeting_id = m.id
    cross join lateral (select short from node_version v where v.node_id = m.body_id order by v.valid @> m.day desc, lower(valid) desc limit 1) body
   where search_paragraph(i.id) = the_id and m.adjusted is not null and i.state <> 'waiting'
$$;
revoke execute on function search_minutes(uuid) from public;

-- When the minutes of a meeting are adjusted all its paragraphs come in at once; an item that is emptied later follows by itself.
create function search_touch_paragraphs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform search_refresh('search_minutes', search_paragraph(id)) from agenda_item where meeting_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  return null;
end $$;
create function search_touch_paragraph() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform search_refresh('search_minutes', search_paragraph(new.id));
  return null;
end $$;
create trigger search_paragraphs after update on meeting for each row when (old.adjusted is distinct from new.adjusted) execute function search_touch_paragraphs('id');
create trigger search_paragraphs after update on minutes for each row when (new.state = 'adjusted') execute function search_touch_paragraphs('meeting_id');
create trigger search_paragraph after update on agenda_item for each row
  when (old.title <> new.title or old.secrecy is distinct from new.secrecy or old.proposal <> new.proposal) execute function search_touch_paragraph();

select search_refresh('search_minutes', search_paragraph(i.id)) from agenda_item i join meeting m on m.id = i.meeting_id where m.adjusted is not null;
