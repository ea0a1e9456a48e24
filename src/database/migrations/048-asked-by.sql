-- By when the receiver of a decision is to have done what it is asked, where that was said. What is only for information has no such day.
alter table dispatch add column due date;
alter table dispatch add constraint dispatch_due check (due is null or demands_action);
