-- Until when the decision holds that closes a meeting: not shorter than to the meeting itself.
alter table meeting
  add column closed_until date,
  add constraint closed_by_what_holds check (closed_until is null or (closed_by is not null and closed_until >= day));
