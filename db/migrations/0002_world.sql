-- Whether the demonstration's market was begun and whether it was filled to the end: begun and not filled
-- is a filling that was killed, and the next start throws it away.
create table platform.world (
  only_row boolean primary key default true check (only_row),
  begun boolean not null default false,
  filled boolean not null default false,
  constraint filled_world_was_begun check (begun or not filled)
);
insert into platform.world default values;
grant select, update on platform.world to hirfa_app;
