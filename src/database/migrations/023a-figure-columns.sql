-- Roll-up reads one series, period by period, over thousands of units: the standing version of each is the first of its node here, with
-- its value beside it, so that the figures themselves need not be fetched.
create index figure_columns on figure (series_id, period, node_id, version desc) include (value);
