-- Until when a line of the lexicon waits for the services that hold its words to be indexed anew.
alter table search.lexicon_additions add column applied_at timestamptz;
create index additions_to_apply on search.lexicon_additions (added_at) where applied_at is null;
