-- A paragraph of the minutes is as secret as its item, the item's case and what was decided there: also where these are marked after the
-- minutes were adjusted. Until now the search went by the item alone.

create or replace function search_minutes(the_id uuid) returns setof search_found language sql stable as $$
  select 'open', 'minutes', concat_ws(' ', body.short, m.day, '§ ' || i.paragraph), i.title,
         coalesce(
           (select string_agg(search_texts(block - '{kind,tone,svg,columns}'::text[]), E'\n' order by place)
              from jsonb_path_query_first(n.text, 'lax $.sections[*] ? (@.id == $id)', jsonb_build_object('id', 'item-' || i.ord)) section,
                   jsonb_array_elements(section -> 'blocks') with ordinality as b (block, place)),
           search_proposal_texts(i.proposal), ''),
         m.body_id, m.day, hides.by, case when hides.by is null then '{}'::uuid[] else array[m.body_id] end,
         '/meetings/' || m.id || '/minutes#item-' || i.ord
    from agenda_item i
    join meeting m on m.id = i.meeting_id
    left join minutes n on n.meeting_id = m.id
    left join thing home on home.id = i.case_id
    left join thing made on made.id = i.decision_id
    cross join lateral (select coalesce(i.secrecy, home.secrecy, made.secrecy) as by) hides
    cross join lateral (select short from node_version v where v.node_id = m.body_id order by v.valid @> m.day desc, lower(valid) desc limit 1) body
   where search_paragraph(i.id) = the_id and m.adjusted is not null and i.state <> 'waiting'
$$;
create index agenda_item_decision on agenda_item (decision_id) where decision_id is not null;

create function search_touch_paragraphs_about() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform search_refresh('search_minutes', search_paragraph(id)) from agenda_item where case_id = new.id;
  perform search_refresh('search_minutes', search_paragraph(id)) from agenda_item where decision_id = new.id;
  return null;
end $$;
create trigger search_paragraphs_about after update of secrecy on thing for each row
  when (old.secrecy is distinct from new.secrecy and new.kind in ('case', 'decision')) execute function search_touch_paragraphs_about();

select search_refresh('search_minutes', search_paragraph(i.id))
  from agenda_item i join meeting m on m.id = i.meeting_id
  left join thing home on home.id = i.case_id left join thing made on made.id = i.decision_id
 where m.adjusted is not null and i.secrecy is null and coalesce(home.secrecy, made.secrecy) is not null;
