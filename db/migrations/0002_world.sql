-- Whether the demonstration's market has been filled; its last step sets it, so a broken filling is known.
create table platform.world (
  only_row boolean primary key default true check (only_row),
  filled boolean not null default false
);
insert into platform.world default values;
grant select, update on platform.world to hirfa_app;
