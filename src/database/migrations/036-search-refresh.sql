-- What is found of a thing is compared with what is in the index first, and worked out into words only where it differs: most saves change no
-- word. And it is asked for as a whole, so that the question is planned once in a connection and not at every save.
create or replace function search_refresh(source text, the_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said search_found;
  parts text[] := '{}';
begin
  perform from search_item where id = the_id for update;
  for said in execute format('select (r).* from (select %I($1) as r offset 0) told', source) using the_id loop
    parts := parts || said.part;
    continue when exists (
      select from search_item s where s.id = the_id and s.part = said.part
         and (s.kind, s.number, s.title, s.body, s.node_id, s.day, s.secrecy, s.secret_of, s.path)
             is not distinct from (said.kind, said.number, said.title, said.body, said.node_id, said.day, said.secrecy, said.secret_of, said.path));
    insert into search_item (id, part, kind, number, title, body, node_id, day, secrecy, secret_of, path, title_words, words)
    values (the_id, said.part, said.kind, said.number, said.title, said.body, said.node_id, said.day, said.secrecy, said.secret_of, said.path,
            search_vector(said.title, 'A') || search_numbers(said.number),
            search_vector(said.title, 'A') || search_numbers(said.number) || search_vector(said.body, 'C'))
    on conflict (id, part) do update set kind = excluded.kind, number = excluded.number, title = excluded.title, body = excluded.body,
      node_id = excluded.node_id, day = excluded.day, secrecy = excluded.secrecy, secret_of = excluded.secret_of, path = excluded.path,
      title_words = excluded.title_words, words = excluded.words;
  end loop;
  delete from search_item s where s.id = the_id and s.part <> all (parts);
end $$;
