-- The roots of a text's words, worked out once and in one go: as a strict function the first could not be taken into the question that
-- asks it, and was called twice for each word. What is answered is the same; a save is some nine times quicker.
create or replace function search_root(stem text) returns text language sql immutable parallel safe as $$
  select case
    when stem in ('städ', 'städern') then 'stad' when stem in ('män', 'männ', 'mann') then 'man' when stem in ('ledamöt') then 'ledamot'
    when stem in ('vattn', 'vatt', 'vattnet') then 'vatten' when stem in ('numr', 'numret', 'numm', 'numren') then 'nummer'
    when stem in ('böck') then 'bok' when stem in ('händ') then 'hand' when stem in ('natt', 'nätt') then 'natt' when stem in ('krön') then 'kron'
    when stem in ('kf') then 'kommunfullmäkt' when stem in ('ks') then 'kommunstyr'
    when length(stem) >= 6 and right(stem, 3) = 'ena' then left(stem, -3)
    when length(stem) >= 6 and right(stem, 3) in ('ets', 'ens') then left(stem, -3)
    when length(stem) >= 5 and right(stem, 2) in ('et', 'en', 'ad') then left(stem, -2)
    when length(stem) >= 5 and right(stem, 2) = 'el' and substr(stem, length(stem) - 2, 1) !~ '[aeiouyåäö]' then left(stem, -2) || 'l'
    else stem end
$$;
create or replace function search_vector(txt text, weight "char") returns tsvector language sql immutable parallel safe as $$
  with told as materialized (select search_root(lexeme) as root, positions from unnest(to_tsvector('pg_catalog.swedish', lower(left(coalesce(txt, ''), 300000))))),
  plainly as (select root, positions, search_plain(root) as plain from told)
  select coalesce(string_agg(word, ' '), '')::tsvector from (
    select search_quoted(root) || ':' || array_to_string(positions, weight::text || ',') || weight::text as word from plainly
    union all
    select search_quoted('~' || plain) || ':' || array_to_string(positions, 'D,') || 'D' from plainly where plain <> root) words
$$;
