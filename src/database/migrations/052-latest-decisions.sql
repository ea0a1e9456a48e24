-- The latest decisions of all bodies, as the first page shows them: by their days, without going through all there are.
create index decision_latest on decision (day desc, id desc) where post_id is null;
