-- The index of search reads single things by their keys. In a transaction that fills a municipality, or a register, the tables were empty when
-- these questions were planned and their size is not yet known: then a plan that reads them from end to end is kept, and each row costs as
-- much as there are rows. By index always; tables without one are read as before.
alter function search_refresh(text, uuid) set enable_seqscan = off;
alter function search_refresh(text, uuid[]) set enable_seqscan = off;
