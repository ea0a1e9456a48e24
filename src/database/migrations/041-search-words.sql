-- The words of open titles, each once: what a misspelt word may have been. Looked for among the titles themselves, a misspelt word cost as
-- much as there are titles. Derived as the index is, and like it out of the program's reach but to read. A word may stand here twice, where
-- two wrote it at once: nobody then waits for anybody.
create table search_word (word text not null);
create index search_word_same on search_word (word);
create index search_word_near on search_word using gin (word gin_trgm_ops) with (fastupdate = off);
revoke insert, update, delete, truncate on search_word from genomslag_program;

create function search_title_words(title text) returns setof text language sql immutable parallel safe as $$
  select distinct word from regexp_split_to_table(lower(title), '[^[:alpha:]]+') word where length(word) between 4 and 40
$$;

-- Does an open title hold the word? Asked again by whoever reads: two who change titles at once may leave a word behind.
create function search_word_held(the_word text) returns boolean language sql stable parallel safe as $$
  select exists (select from search_item s where s.title_words @@ search_query(the_word, 'exact') and s.part = 'open' and s.secret_of = '{}'
                                             and the_word in (select search_title_words(s.title)))
$$;

-- Takes the words of an open title in, and those that no open title holds any more out: when it has been changed, made secret or destroyed.
create function search_word_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.part = 'open' and new.secret_of = '{}' then
    insert into search_word
      select word from search_title_words(new.title) word
       where not exists (select from search_word known where known.word = word.word) and search_query(word, 'exact') is not null;
  end if;
  if tg_op <> 'INSERT' and old.part = 'open' and old.secret_of = '{}' then
    delete from search_word gone using search_title_words(old.title) word where gone.word = word.word and not search_word_held(word.word);
  end if;
  return null;
end $$;
create trigger words_added after insert on search_item for each row execute function search_word_kept();
create trigger words_changed after update of title, secret_of on search_item for each row
  when ((old.title, old.secret_of) is distinct from (new.title, new.secret_of)) execute function search_word_kept();
create trigger words_gone after delete on search_item for each row execute function search_word_kept();

insert into search_word
  select distinct word from search_item, search_title_words(title) word where part = 'open' and secret_of = '{}' and search_query(word, 'exact') is not null;
