-- For telling quickly which series are the range of another, and so are not listed beside it.
create index series_low on series (low_id) where low_id is not null;
create index series_high on series (high_id) where high_id is not null;
