-- The readiness probe compares the files with what has run.
grant select on public.migrations to hirfa_app;
