-- How common a word is among numbers and titles, known to the planner: lists of registers look for words in the two together. Of an
-- expression it knows what an index of it tells, but not of one for a part of the table; it took each word for rare, went through every row that
-- holds it, and did so once for each thing that a list tells of them.
create statistics thing_search_text on (lower(coalesce(number, '') || ' ' || title)) from thing;
analyze thing;
