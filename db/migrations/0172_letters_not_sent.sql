-- A letter that waited while its reader stopped letters of its kind: it is kept and does not leave.
alter table platform.outgoing_mail add column dropped_at timestamptz,
  add constraint mail_is_sent_or_dropped check (sent_at is null or dropped_at is null);
create index outgoing_mail_due on platform.outgoing_mail (try_at, id)
  where sent_at is null and dropped_at is null;
drop index platform.outgoing_mail_waiting;
